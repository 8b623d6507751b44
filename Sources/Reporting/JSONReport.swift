package import SurveyModel

/// The results of a run for programs: the contract of `results.json`.
///
/// Every key is always there, `null` where there is nothing; keys are sorted, doubles are at full
/// precision. Two runs on the same inputs differ in `generated` alone, so nothing that depends on
/// when or by whom a file was imported is in it.
package func jsonReport(_ result: RunResult) -> [UInt8] {
  let survey = result.survey
  let estimates = result.estimates
  let index = result.questionnaire.index
  let document: [String: JSONValue] = [
    "survey": .string(survey.id),
    "year": .integer(survey.year),
    "title": text(survey.title),
    "questionnaire": .string(result.questionnaire.id),
    "questionnaire_version": .string(result.questionnaire.version),
    "plan": .string(result.plan?.id),
    "version": .string(result.version),
    "generated": .string(result.generated),
    "method": .object([
      "item": .string(index.item.rawValue), "factor": .string(index.factor.rawValue),
      "overall": .string(index.overall.rawValue), "places": .integer(index.places),
      "rounding": .string("half-up"),
    ]),
    "interval": .object([
      "method": .string(survey.interval.rawValue), "level": .number(survey.level),
    ]),
    "variance": .string(estimates.variance), "replicates": .integer(estimates.replicateCount),
    "design": .object([
      "strata": .integer(estimates.strataCount), "psus": .integer(estimates.psuCount),
    ]),
    "single_psu": .object([
      "rule": .string(estimates.singlePSURule.rawValue),
      "strata": .array(estimates.singlePSUStrata.map { .string($0) }),
    ]),
    "synthetic": .object([
      "responses": .bool(SyntheticMarking(result).responses),
      "baseline": .bool(SyntheticMarking(result).baseline),
    ]),
    "minimum_respondents": .integer(survey.minimumRespondents),
    "responses": counts(result.counts, excluded: result.excluded),
    "batches": .array(result.batches.map(batch)),
    "weights": weights(result.weights, result.weightHistograms),
    "answers": .array(result.answers.map(jsonAnswers)),
    "estimates": .array(estimates.estimates.map(estimate)),
    "targets": .array(result.targets.map(target)),
    "change": jsonChange(result), "rankings": .array(result.rankings.map(jsonRanking)),
    "decompositions": .array(HiddenFigures(result).decompositions.map(jsonDecomposition)),
    "covariance": jsonCovariance(result),
    "decisions": .array(result.decisions.map(jsonResult)),
    "decision_effects": jsonDecisionEffects(result),
    "quality": jsonQuality(result.quality),
    "register": result.register.map { jsonRegister($0, showsDay: false) } ?? .null,
    "findings": .array(result.findings.sorted(by: Finding.inOrder).map(jsonFinding)),
    "inputs": .array(
      result.inputs.map { .object(["file": .string($0.file), "sha256": .string($0.sha256)]) }),
  ]
  return JSONValue.object(document).bytes()
}

private func text(_ text: LocalizedText?) -> JSONValue {
  guard let text, !text.isEmpty else { return .null }
  return .object(["vi": .string(text.vi), "en": .string(text.en)])
}

private func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

func jsonDomain(_ terms: [DomainTerm]) -> JSONValue {
  let members = terms.map { ($0.variable, JSONValue.string($0.code)) }
  return .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
}

private func counts(_ counts: ImportCounts, excluded: Int) -> JSONValue {
  .object([
    "erased": .integer(counts.erased), "excluded": .integer(excluded),
    "read": .integer(counts.read), "accepted": .integer(counts.accepted),
    "rejected": .integer(counts.rejected), "duplicate": .integer(counts.duplicate),
  ])
}

private func batch(_ batch: BatchSummary) -> JSONValue {
  .object([
    "file": .string(batch.file), "sha256": .string(batch.sha256),
    "read": .integer(batch.counts.read), "accepted": .integer(batch.counts.accepted),
    "rejected": .integer(batch.counts.rejected), "duplicate": .integer(batch.counts.duplicate),
    "erased": .integer(batch.counts.erased), "undone": .bool(batch.undoneAt != nil),
    "encoding": .string(batch.dialect?.encoding), "delimiter": .string(batch.dialect?.delimiter),
    "byte_order_mark": batch.dialect.map { .bool($0.hasByteOrderMark) } ?? .null,
  ])
}

private func weights(_ steps: [WeightStep], _ histograms: [WeightHistogram]) -> JSONValue {
  var members = diagnostics(steps.last?.diagnostics)
  members["steps"] = .array(
    steps.indices.map { number in
      let step = steps[number]
      var members = diagnostics(step.diagnostics)
      members["step"] = .string(step.kind.name)
      members["name"] = .string(step.name)
      members["iterations"] = .integer(step.iterations)
      members["max_relative_error"] = .number(step.maximumRelativeError)
      members["smallest_ratio"] = .number(step.smallestRatio)
      members["largest_ratio"] = .number(step.largestRatio)
      members["limited"] = .integer(step.limitedCount)
      members["before"] =
        number == 0
        ? .null
        : side(steps[number - 1].diagnostics, error: step.maximumRelativeErrorBefore)
      members["after"] = side(step.diagnostics, error: step.maximumRelativeError)
      members["histogram"] = number < histograms.count ? jsonHistogram(histograms[number]) : .null
      return .object(members)
    })
  return .object(members)
}

/// The weights on one side of a step.
private func side(_ weights: WeightDiagnostics, error: Double) -> JSONValue {
  var members = diagnostics(weights)
  members["max_relative_error"] = .number(error)
  return .object(members)
}

private func diagnostics(_ diagnostics: WeightDiagnostics?) -> [String: JSONValue] {
  [
    "n": .integer(diagnostics?.count), "sum": .number(diagnostics?.sum),
    "min": .number(diagnostics?.minimum), "max": .number(diagnostics?.maximum),
    "kish_deff": .number(diagnostics?.kishDesignEffect),
    "effective_n": .number(diagnostics?.effectiveCount),
  ]
}

func jsonInterval(_ lower: Double?, _ upper: Double?) -> JSONValue {
  guard let lower, let upper else { return .null }
  return .array([.number(lower), .number(upper)])
}

private func estimate(_ estimate: Estimate) -> JSONValue {
  let shown = estimate.recorded
  return .members([
    ("ci", jsonInterval(shown.lower, shown.upper)),
    ("ci_method", .string(estimate.intervalMethod.rawValue)),
    ("complete", .bool(estimate.isComplete)), ("deff", .number(shown.designEffect)),
    ("deff_wor", .number(shown.designEffectWithoutReplacement)),
    ("df", .integer(estimate.degreesOfFreedom)), ("domain", jsonDomain(estimate.domain)),
    ("effective_n", .number(shown.effectiveRespondents)), ("estimate", .number(shown.value)),
    ("flag", .string(estimate.flag?.rawValue)),
    ("flag_reason", .string(estimate.flagReason?.rawValue)), ("id", .string(estimate.id)),
    ("measure", .string(estimate.kind.rawValue)), ("n", .integer(estimate.respondents)),
    ("se", .number(shown.standardError)),
  ])
}

private func target(_ result: TargetResult) -> JSONValue {
  let target = result.target
  return .object([
    "id": .string(target.id), "label": text(target.label), "measure": .string(target.measure?.name),
    "domain": jsonDomain(target.domain), "kind": .string(target.rule.kind),
    "area": .string(target.area), "year": .integer(target.year),
    "section": .string(target.section), "requirement": text(requirement(of: target.rule)),
    "standard": .number(scoreCard(of: target.rule)?.standard),
    "assessed": .number(scoreCard(of: target.rule)?.assessed),
    "assessed_year": .integer(scoreCard(of: target.rule)?.year),
    "points_lost": .number(scoreCard(of: target.rule)?.pointsLost),
    "baseline": .number(result.baseline), "baseline_year": .integer(result.baselineYear),
    "baseline_source": .string(result.baselineSource),
    "baseline_status": .string(result.baselineStatus), "threshold": .number(result.threshold),
    "strict": .bool(result.isStrict), "estimate": .number(result.estimate),
    "published": .number(result.published), "se": .number(result.standardError),
    "ci": jsonInterval(result.lower, result.upper), "df": .integer(result.degreesOfFreedom),
    "n": .integer(result.respondents), "difference": .number(result.difference),
    "verdict": .string(result.verdict.rawValue),
    "no_data_reason": .string(result.noDataReason?.name),
    "missing_measure": .string(result.noDataReason?.measure),
    "missing_year": .integer(result.noDataReason?.year),
    "confidence": .string(result.confidence?.rawValue), "p_value": .number(result.pValue),
    "probability_met": .number(result.probabilityMet),
    "adjusted_p_value": .number(result.adjustedPValue),
    "targeted_change_achieved": .number(result.targetedChangeAchieved),
    "progress": .string(result.progress?.rawValue),
    "smallest_detectable_change": .number(result.smallestDetectableChange),
    "alternative_reading": result.alternative.map { other in
      .object([
        "unit": .string(other.unit.rawValue), "threshold": .number(other.threshold),
        "verdict": .string(other.verdict.rawValue),
      ])
    } ?? .null,
    "lead": texts(target.lead), "cooperating": texts(target.cooperating),
    "implementing": texts(target.implementing), "due": .string(target.due),
    "due_by": .string(target.dueBy?.text),
    "tasks": .array(
      target.tasks.map {
        .object(["agency": .string($0.agency), "text": .string($0.text)])
      }),
  ])
}

private func scoreCard(of rule: TargetRule) -> ScoreCard? {
  if case .score(let card) = rule { card } else { nil }
}

private func requirement(of rule: TargetRule) -> LocalizedText? {
  if case .qualitative(let words) = rule { words } else { nil }
}

/// A finding as every JSON output has it.
func jsonFinding(_ finding: Finding) -> JSONValue {
  .object([
    "code": .string(finding.code.id), "severity": .string(finding.severity.rawValue),
    "file": .string(finding.place?.file), "line": .integer(finding.place?.line),
    "column": .integer(finding.place?.column), "subject": .string(finding.subject),
    "message": text(finding.message), "found": text(finding.found),
    "expected": text(finding.expected), "remedy": text(finding.remedy),
  ])
}
