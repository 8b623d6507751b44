package import SurveyModel

/// Estimates the overall index and the factors of the whole population by every defensible method.
///
/// The methods side by side, the questionnaire's own first and marked:
///
/// | items | factors | overall index |
/// |---|---|---|
/// | satisfied share | mean of items | mean of factors; mean of items; weighted, where every factor has a weight |
/// | satisfied share | pooled answers | mean of factors; pooled answers |
/// | satisfied share | the overall item, where every factor names one | mean of factors |
/// | satisfied share | fully satisfied people | mean of factors; fully satisfied people |
/// | mean score 0–100, where every answer has a score | mean of items | mean of factors |
///
/// All have standard errors from the same design and weights, so that a difference between two lines
/// is one of definition and not of chance.
///
///     let comparison = try compareMethods(
///       answers: columns, questionnaire: questionnaire, design: design, weights: weights)
///     comparison.variants[0].isDeclared      // true
///     comparison.estimates[0][0].kind        // .overall
///
/// - Parameters: Those of
///   ``estimateIndices(answers:questionnaire:design:weights:domainSets:settings:)``, without domains.
/// - Returns: One list of estimates per method: the overall index, then the factors in the order of
///   the questionnaire. Percent, but for a declared mean score.
/// - Throws: ``EstimationError`` when the declared method cannot be carried out, or the design's
///   rule refuses strata with a single PSU.
/// - Precondition: As for the estimates.
/// - Complexity: One estimation of the whole population per method, at most ten.
///
/// ## Method
///
/// `docs/methods.md`, "Comparing methods". Each method alone is checked against R; see
/// ``estimateIndices(answers:questionnaire:design:weights:domainSets:settings:)`` and
/// ``PersonMeasures``.
package func compareMethods(
  answers: [ColumnValues], questionnaire: Questionnaire, design: SampleDesign,
  weights: WeightSet, settings: EstimationSettings = EstimationSettings()
) throws(EstimationError) -> MethodComparison {
  let variants = methodVariants(questionnaire)
  var estimates: [[Estimate]] = []
  for variant in variants {
    var asked = questionnaire
    asked.index.item = variant.item
    asked.index.factor = variant.factor
    asked.index.overall = variant.overall
    let table = try estimateIndices(
      answers: answers, questionnaire: asked, design: design, weights: weights,
      settings: settings)
    estimates.append(table.estimates.filter { $0.kind != .item })
  }
  return MethodComparison(variants: variants, estimates: estimates)
}

/// The methods that make sense for a questionnaire, the declared one first.
private func methodVariants(_ questionnaire: Questionnaire) -> [MethodVariant] {
  let index = questionnaire.index
  let declared = MethodVariant(
    item: index.item, factor: index.factor, overall: index.overall, isDeclared: true)
  var others: [(ItemMeasure, FactorMeasure, OverallMeasure)] = [
    (.satisfiedShare, .meanOfItems, .meanOfFactors),
    (.satisfiedShare, .meanOfItems, .meanOfItems),
  ]
  if questionnaire.factors.allSatisfy({ $0.weight ?? 0 > 0 }) {
    others.append((.satisfiedShare, .meanOfItems, .weighted))
  }
  others.append((.satisfiedShare, .pooledAnswers, .meanOfFactors))
  others.append((.satisfiedShare, .pooledAnswers, .pooledAnswers))
  if questionnaire.factors.allSatisfy({ $0.overallItem != nil }) {
    others.append((.satisfiedShare, .item, .meanOfFactors))
  }
  others.append((.satisfiedShare, .fullySatisfied, .meanOfFactors))
  others.append((.satisfiedShare, .fullySatisfied, .fullySatisfied))
  if questionnaire.items.allSatisfy(\.hasScoreRange) {
    others.append((.meanScore100, .meanOfItems, .meanOfFactors))
  }
  return [declared]
    + others.map { MethodVariant(item: $0, factor: $1, overall: $2) }
    .filter { other in
      (other.item, other.factor, other.overall)
        != (declared.item, declared.factor, declared.overall)
    }
}

extension Field {
  /// True when every valid answer has a score and two of them differ.
  fileprivate var hasScoreRange: Bool {
    guard case .coded(let list) = kind else { return false }
    let scores = list.answers.map(\.score)
    return scores.allSatisfy { $0 != nil } && Set(scores).count > 1
  }
}
