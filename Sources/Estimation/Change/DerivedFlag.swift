import Numerics
import SurveyModel

/// The flag of a figure made of other figures: that of the one that hides most.
struct DerivedFlag: Hashable {
  var flag: EstimateFlag?
  var reason: FlagReason?
  /// The fewest of the figures'; `nil` without figures.
  var degreesOfFreedom: Int?

  /// - Parameter estimates: The figures that it is made of; `nil` where one does not exist.
  init(_ estimates: Estimate?...) {
    degreesOfFreedom = estimates.compactMap { $0?.degreesOfFreedom }.min()
    let hidden = estimates.compactMap { $0 }.filter { $0.flag != nil }
    let first =
      hidden.first { $0.flagReason?.isConfidential ?? false }
      ?? hidden.first { $0.flag == .suppressed } ?? hidden.first { $0.flag == .noData }
      ?? hidden.first
    flag = first?.flag
    reason = first?.flagReason
  }

  /// Few respondents, whose figure is not estimated.
  init(suppressed: Bool) {
    flag = suppressed ? .suppressed : nil
    reason = suppressed ? .fewRespondents : nil
  }
}

extension DecompositionPart {
  mutating func set(_ derived: DerivedFlag) {
    flag = derived.flag
    flagReason = derived.reason
    degreesOfFreedom = derived.degreesOfFreedom
  }

  /// Sets the error of the part, and its interval by Student's quantile at the degrees of freedom of
  /// the part (of the whole, where the part has none of its own).
  mutating func set(error: Double?, degreesOfFreedom whole: Int, level: Double) {
    let found = degreesOfFreedom ?? whole
    degreesOfFreedom = found
    standardError = error
    guard let error, error > 0, found > 0 else { return }
    halfWidth =
      error * StudentT(degreesOfFreedom: Double(found)).quantile(1 - (1 - level) / 2)
  }
}
