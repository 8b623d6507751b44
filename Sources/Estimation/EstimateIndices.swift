package import SurveyModel

/// Estimates every item, factor and the overall index, for the population and for domains.
///
/// An item is p = Σ w y / Σ w x, where x = 1 for a valid answer and y is what it is worth (1 or 0
/// for a satisfied share, the score for a mean). Factors and the overall index are the means or
/// pooled ratios of these that the questionnaire declares; where some items have no valid answer
/// they are means over the others, and say so (`isComplete`). Missing answers of any kind leave
/// the denominator; the respondent stays in the design.
///
/// Standard errors are by Taylor linearisation over the primary sampling units (see
/// ``TaylorVariance``). Domains never filter respondents: outside the domain their influence is
/// 0. After post-stratification, raking or calibration, and nonresponse factors that count as
/// estimated, the influences are replaced by their residuals on the margins, which
/// ``EstimateTable/variance`` tells; trimmed weights are taken as they are.
///
/// A standard error is `nil`, with the flag ``EstimateFlag/unreliable``, where it cannot be
/// estimated: no degrees of freedom, no stratum for `average` to learn from, or all PSUs of the
/// population in the sample (what error there is lies within PSUs and is not seen). A standard error
/// of exactly 0, as when everybody is satisfied, stays 0 and has the same flag, because the sample
/// then tells nothing of its error. Fewer respondents than `minimumRespondents` are flagged
/// ``EstimateFlag/suppressed``, none ``EstimateFlag/noData``.
///
///     // Six people: four in the two PSUs of stratum 1, one in each of the two of stratum 2.
///     // Scores 2 4 3 5 1 3, weights 10 10 20 20 15 15, index of mean scores.
///     let table = try estimateIndices(
///       answers: [column], questionnaire: questionnaire, design: design, weights: weights)
///     table.estimate(of: .item, id: "Q1")?.value          // 3.111111…
///     table.estimate(of: .item, id: "Q1")?.standardError  // 0.536007…
///
/// - Parameters:
///   - answers: The columns of `questionnaire.items`, in that order, *n* values each.
///   - questionnaire: The items' scales and how they make the index.
///   - design: Strata and PSUs of the *n* respondents, and the rule for single PSUs.
///   - weights: Their weights and the steps that made them; the last step's are used.
///   - domainSets: For each set every level is a domain. A target's own domain that no set covers
///     is one more grouping.
///   - settings: Interval, coverage and the smallest number to publish.
/// - Returns: For the population and then for each level of each set the overall index, the
///   factors and the items, in the order of the questionnaire. Shares and 0–100 means are in
///   percent, mean scores in the unit of the scale.
/// - Throws: ``EstimationError/singlePSU(_:)`` or ``EstimationError/singleUnit(_:)`` when the
///   design's rule is `fail` and a stratum holds one PSU, or a sampled unit one unit of the stage
///   below that adds to the variance; another case when the index asks for scores, items or weights that the questionnaire
///   lacks.
/// - Precondition: Columns, design, weights and groupings have the same *n*; items are coded with
///   at most 254 codes, and their columns hold positions of their lists.
/// - Complexity: O(*n* × items × (1 + sets)) time whatever the number of domains in a set, as long
///   as the domains are fewer than the respondents.
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), chapters 5, 6 and 10;
/// residuals after calibration: Deville and Särndal, JASA 87 (1992), 376–382. Checked:
/// `Tests/Fixtures/published/sipas-small/SOURCE.md`, `…/sipas-province/SOURCE.md`,
/// `…/survey-api/SOURCE.md`.
package func estimateIndices(
  answers: [ColumnValues], questionnaire: Questionnaire, design: SampleDesign,
  weights: WeightSet, domainSets: [Grouping] = [],
  settings: EstimationSettings = EstimationSettings()
) throws(EstimationError) -> EstimateTable {
  try IndexAnalysis(
    answers: answers, questionnaire: questionnaire, design: design, weights: weights,
    domainSets: domainSets, settings: settings
  ).estimates
}

/// The strata that the rule for single PSUs acts on.
func singlePSUStrata(_ design: SampleDesign) -> [SinglePSUStratum] {
  guard design.strata.contains(where: \.holdsSinglePSU) else { return [] }
  var respondents = [Int](repeating: 0, count: design.psuCount)
  for psu in design.psuOfRow { respondents[Int(psu)] += 1 }
  var found: [SinglePSUStratum] = []
  for (index, stratum) in design.strata.enumerated() where stratum.holdsSinglePSU {
    guard let psu = design.stratumOfPSU.firstIndex(of: Int32(index)) else { continue }
    found.append(
      SinglePSUStratum(
        stratum: stratum.level.name,
        psu: psu < design.psuNames.count ? design.psuNames[psu] : "\(psu + 1)",
        respondents: respondents[psu]))
  }
  return found
}

/// The units of the sample above the last stage that hold a single unit of several.
func singleUnits(_ design: SampleDesign) -> [SingleUnit] {
  var found: [SingleUnit] = []
  for (index, stage) in VarianceStage.all(of: design).enumerated().dropFirst() {
    for group in 0..<stage.groups
    where stage.sampled[group] == 1 && stage.fractionAbove[group] > 0
      && stage.unsampledShare[group] >= selfRepresentingShare
    {
      var psu = Int32(group)
      for above in design.laterStages.prefix(index - 1).reversed() {
        psu = above.parentOfUnit[Int(psu)]
      }
      found.append(
        SingleUnit(
          stage: index + 1,
          psu: Int(psu) < design.psuNames.count ? design.psuNames[Int(psu)] : "\(psu + 1)"))
    }
  }
  return found
}

/// The figures of every domain of a set, and their influences.
func linearise(_ measures: IndexMeasures, _ sums: DomainSums) -> [IndexLinearisations] {
  (0..<sums.domains).map { domain in
    func find(_ measure: Measure) -> Linearisation? {
      measure.formula.linearise { sums.sums(ofItem: $0, inDomain: domain) }
    }
    return IndexLinearisations(
      overall: find(measures.overall), factors: measures.factors.map(find),
      items: measures.items.map(find))
  }
}
