package import SurveyModel

/// What is known of the sampled people, class by class.
///
/// All totals are sums of the weights that enter the step, the respondents' own unit. Classes that
/// only respondents have follow those of the file, with totals that are not a number, so that the
/// step can name them.
package struct NonresponseTotals: Sendable, Hashable {
  /// The gross sample of each class, one element per level of the classes.
  package enum Sample: Sendable, Hashable {
    /// All sampled people who belong to the population, respondents among them.
    case sampled([Double])
    /// Sampled people who gave no interview, by what became of them; respondents come from the
    /// interviews.
    case byStatus(nonresponding: [Double], ineligible: [Double], unknown: [Double])
  }

  /// The respondents by class.
  package var classes: Grouping
  package var sample: Sample
  /// Read with ``Sample/byStatus(nonresponding:ineligible:unknown:)``.
  package var unknown: UnknownEligibility
  /// The eligible sample by sampling unit and class, where it is known.
  package var sampledCells: [NonresponseAdjustment.SampledCell]?
  /// The file of the sample, for messages.
  package var source: SourceLocation?

  package init(
    classes: Grouping, sample: Sample, unknown: UnknownEligibility = .nonresponse,
    sampledCells: [NonresponseAdjustment.SampledCell]? = nil, source: SourceLocation? = nil
  ) {
    self.classes = classes
    self.sample = sample
    self.unknown = unknown
    self.sampledCells = sampledCells
    self.source = source
  }

  /// The weight that the respondents of a class stand for, their own included.
  func eligible(_ level: Int, responding: Double) -> Double {
    switch sample {
    case .sampled(let sampled): return sampled[level]
    case .byStatus(let nonresponding, let ineligible, let unknowns):
      let known = responding + nonresponding[level]
      guard unknown == .spread else { return known + unknowns[level] }
      // Of the people of unknown status as many belong as of those of known status.
      return known + unknowns[level] * known / (known + ineligible[level])
    }
  }

  /// The totals of a class as they stand in the file.
  func given(_ level: Int) -> [Double] {
    switch sample {
    case .sampled(let sampled): [sampled[level]]
    case .byStatus(let nonresponding, let ineligible, let unknown):
      [nonresponding[level], ineligible[level], unknown[level]]
    }
  }

  /// A class's total that must be above 0 rather than just not below.
  var mustBePositive: Bool {
    if case .sampled = sample { true } else { false }
  }
}
