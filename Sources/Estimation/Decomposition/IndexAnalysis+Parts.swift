import Dispatch
import SurveyModel

extension IndexAnalysis {
  /// Where a figure stands; `nil` when it was not made.
  func place(of kind: MeasureKind, id: String, domain: [DomainTerm]) -> SurveyComparison.Place? {
    guard let figure = measures.all.firstIndex(where: { $0.kind == kind && $0.id == id }) else {
      return nil
    }
    let wanted = domain.inOrder
    for set in domains.indices {
      if let level = domains[set].firstIndex(where: { $0.inOrder == wanted }) {
        return SurveyComparison.Place(set: set, domain: level, figure: figure)
      }
    }
    return nil
  }

  func estimate(at place: SurveyComparison.Place) -> Estimate {
    estimates.estimates[firstEstimate(ofSet: place.set, domain: place.domain) + place.figure]
  }

  /// The estimate of an item in the domain of a figure.
  func itemEstimate(_ item: Int, _ place: SurveyComparison.Place) -> Estimate {
    estimate(
      at: SurveyComparison.Place(
        set: place.set, domain: place.domain, figure: 1 + measures.factors.count + item))
  }

  /// True where too few respondents are outside all domains to be shown.
  func isHidden(outside place: PartPlace) -> Bool {
    respondents(in: place) < settings.minimumRespondents
  }

  /// The standard errors of linear forms, in the unit of the estimates; parts are shared out over
  /// the processors.
  ///
  /// - Parameters:
  ///   - forms: The parts.
  ///   - isKnown: False where the error of the whole cannot be estimated: then neither can those of
  ///     its parts.
  /// - Returns: One per form; `nil` where it cannot be estimated.
  func standardErrors(of forms: [LinearForm], isKnown: Bool) -> [Double?] {
    guard isKnown else { return forms.map { _ in nil } }
    let variances = DisjointArray<Double>(repeating: .nan, count: forms.count)
    DispatchQueue.concurrentPerform(iterations: forms.count) { index in
      variances.elements[index] = covariance(of: [totals(of: forms[index])])[0]
    }
    return forms.indices.map { partError(ofVariance: variances[$0], unit: unit) }
  }
}

/// The root of a part's variance; what rounding leaves of a variance of 0 becomes 0.
func partError(ofVariance variance: Double, unit: Double) -> Double? {
  guard variance.isFinite else { return nil }
  let error = max(variance, 0).squareRoot()
  return error < 1e-11 ? 0 : error * unit
}
