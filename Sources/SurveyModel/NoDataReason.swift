/// Why a target could not be judged, which is what must be entered or done.
package enum NoDataReason: Sendable, Hashable {
  /// Nobody has entered the figure of the survey's year.
  case figureMissing(measure: String, year: Int)
  /// Neither the plan nor anybody since gives the figure of the year compared with.
  case baselineMissing(measure: String, year: Int)
  /// Nobody has judged the requirement in words for the survey's year.
  case judgementMissing(year: Int)
  /// The plan sets no value for the survey's year.
  case noValueForYear(Int)
  /// The survey makes no estimate of the measure.
  case noEstimate
  /// The estimate may not be published.
  case suppressed
  /// The plan asks for a rank of an estimate.
  case rankOfEstimate

  /// As written in results.
  package var name: String {
    switch self {
    case .figureMissing: "figure-missing"
    case .baselineMissing: "baseline-missing"
    case .judgementMissing: "judgement-missing"
    case .noValueForYear: "no-value-for-year"
    case .noEstimate: "no-estimate"
    case .suppressed: "suppressed"
    case .rankOfEstimate: "rank-of-estimate"
    }
  }

  /// The measure that must be entered, as plans write it; `nil` where entering a figure is no help.
  package var measure: String? {
    switch self {
    case .figureMissing(let measure, _), .baselineMissing(let measure, _): measure
    case .judgementMissing, .noValueForYear, .noEstimate, .suppressed, .rankOfEstimate: nil
    }
  }

  package var year: Int? {
    switch self {
    case .figureMissing(_, let year), .baselineMissing(_, let year), .judgementMissing(let year),
      .noValueForYear(let year):
      year
    case .noEstimate, .suppressed, .rankOfEstimate: nil
    }
  }

  /// The reason with this name; `nil` when it does not go with the measure and year.
  package init?(name: String, measure: String?, year: Int?) {
    switch (name, measure, year) {
    case ("figure-missing", let measure?, let year?):
      self = .figureMissing(measure: measure, year: year)
    case ("baseline-missing", let measure?, let year?):
      self = .baselineMissing(measure: measure, year: year)
    case ("judgement-missing", _, let year?): self = .judgementMissing(year: year)
    case ("no-value-for-year", _, let year?): self = .noValueForYear(year)
    case ("no-estimate", _, _): self = .noEstimate
    case ("suppressed", _, _): self = .suppressed
    case ("rank-of-estimate", _, _): self = .rankOfEstimate
    default: return nil
    }
  }
}
