/// One defensible way to make the indices of the answers.
package struct MethodVariant: Sendable, Hashable {
  package var item: ItemMeasure
  package var factor: FactorMeasure
  package var overall: OverallMeasure
  /// The one the questionnaire declares.
  package var isDeclared: Bool

  package init(
    item: ItemMeasure, factor: FactorMeasure, overall: OverallMeasure, isDeclared: Bool = false
  ) {
    self.item = item
    self.factor = factor
    self.overall = overall
    self.isDeclared = isDeclared
  }
}

/// The same answers under several methods.
package struct MethodComparison: Sendable, Hashable {
  package var variants: [MethodVariant]
  /// Per variant: overall index and factors of the whole population.
  package var estimates: [[Estimate]]

  package init(variants: [MethodVariant], estimates: [[Estimate]]) {
    precondition(variants.count == estimates.count, "one list of estimates per variant")
    self.variants = variants
    self.estimates = estimates
  }
}
