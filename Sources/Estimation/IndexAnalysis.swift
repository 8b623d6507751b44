package import SurveyModel

/// What is known of a survey's figures after the one pass over its answers.
///
/// It holds sums, not answers: estimates, joint covariances, comparisons and decompositions are all
/// made from it.
package struct IndexAnalysis: Sendable {
  package let questionnaire: Questionnaire
  package let settings: EstimationSettings
  package let design: SampleDesign
  /// The estimates in the order of results.
  package private(set) var estimates: EstimateTable
  /// The terms of every domain, by set: 0 is the whole population, then the domain sets.
  let domains: [[[DomainTerm]]]
  let measures: IndexMeasures
  /// What figures are multiplied by when reported.
  let unit: Double
  let answerSums: AnswerSums
  /// By set and domain.
  let linearisations: [[IndexLinearisations]]
  let spread: RespondentSpread
  let variances: [SetVariances]
  let plan: VariancePlan

  /// Makes the pass.
  ///
  /// Parameters, errors and preconditions are those of
  /// ``estimateIndices(answers:questionnaire:design:weights:domainSets:settings:)``.
  package init(
    answers: [ColumnValues], questionnaire: Questionnaire, design: SampleDesign,
    weights: WeightSet, domainSets: [Grouping] = [],
    settings: EstimationSettings = EstimationSettings()
  ) throws(EstimationError) {
    let respondents = design.count
    precondition(
      answers.allSatisfy { $0.count == respondents }, "one answer per respondent and item")
    precondition(
      weights.steps.allSatisfy { $0.weights.count == respondents }, "one weight per respondent")
    precondition(
      domainSets.allSatisfy { $0.count == respondents }, "one domain level per respondent")
    let weights = weights.withinRange
    let single = singlePSUStrata(design)
    if design.singlePSU == .fail, !single.isEmpty { throw .singlePSU(single) }
    let units = singleUnits(design)
    if design.singlePSU == .fail, !units.isEmpty { throw .singleUnit(units) }
    let coded = try ItemAnswers(answers, questionnaire: questionnaire)
    let measures = try IndexMeasures(questionnaire, ranges: coded.ranges)

    let sets = [DomainSet.whole(respondents: respondents)] + domainSets.map(DomainSet.init)
    let plan = VariancePlan(design, weights: weights)
    let patterns = AnswerPatterns(
      coded, measures: measures, domains: sets.map(\.count).max() ?? 1)
    let answerSums = AnswerSums(
      coded, patterns, weights: weights, plan: plan, sets: sets)
    let linearisations = answerSums.sets.map { linearise(measures, $0) }
    self.questionnaire = questionnaire
    self.settings = settings
    self.design = design
    self.measures = measures
    unit = coded.unit
    self.answerSums = answerSums
    self.linearisations = linearisations
    self.plan = plan
    spread = sumSpread(
      patterns, weights: weights.final.weights, measures: measures, sets: sets,
      linearisations: linearisations)
    variances = estimateVariances(measures, answerSums, linearisations, plan: plan)
    domains = sets.map(\.domains)
    estimates = EstimateTable(
      estimates: [], variance: plan.history?.varianceName ?? "taylor",
      singlePSUStrata: single.map(\.stratum), singlePSURule: design.singlePSU,
      strataCount: design.strata.filter { $0.samplePSUs > 0 }.count, psuCount: design.psuCount)
    estimates.estimates = assemble(variances)
  }

  /// The estimates in the order of results, with the errors of `variances` (one per set).
  func assemble(_ variances: [SetVariances]) -> [Estimate] {
    var assembly = EstimateAssembly(measures: measures, unit: unit, settings: settings)
    for set in domains.indices {
      for domain in domains[set].indices {
        assembly.add(
          domains[set][domain], domain: domain, set: set, sums: sums[set], spread: spread,
          linearisations[set][domain], variances[set])
      }
    }
    return assembly.estimates
  }

  /// Number of domains of a set; 1 for set 0, the whole population.
  package func domainCount(ofSet set: Int) -> Int { domains[set].count }

  /// By set.
  var sums: [DomainSums] { answerSums.sets }

  /// The figures per domain: the overall index, the factors, the items.
  var figureCount: Int { measures.factors.count + measures.items.count + 1 }

  /// The place in ``estimates`` of the first figure of a domain.
  func firstEstimate(ofSet set: Int, domain: Int) -> Int {
    figureCount * (domains.prefix(set).reduce(0) { $0 + $1.count } + domain)
  }

  /// The influence of a figure (in the order of ``IndexMeasures/all``) in a domain; `nil` where
  /// nobody answered.
  func form(ofFigure figure: Int, set: Int, domain: Int) -> LinearForm? {
    linearisations[set][domain][figure].map {
      LinearForm($0, of: measures[figure], set: set, domain: domain)
    }
  }
}
