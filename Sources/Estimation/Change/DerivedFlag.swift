import SurveyModel

/// The flag of a figure made of other figures: that of the one that hides most.
struct DerivedFlag: Hashable {
  var flag: EstimateFlag?
  var reason: FlagReason?

  /// - Parameter estimates: The figures that it is made of; `nil` where one does not exist.
  init(_ estimates: Estimate?...) {
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
  }
}
