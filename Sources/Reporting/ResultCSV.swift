internal import DelimitedText
package import SurveyModel

/// Makes `estimates.csv`, one row for each estimate.
///
/// Numbers have the decimal point and full precision; labels are in `language`.
package func estimatesCSV(_ result: RunResult, language: Language) -> [UInt8] {
  let names = MeasureNames(result, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "measure", "id", "label", "domain", "domain_label", "estimate", "se", "ci_lower", "ci_upper",
    "ci_method", "df", "deff", "n", "flag", "complete", "deff_wor", "effective_n", "flag_reason",
  ])
  for estimate in result.estimates.estimates {
    let shown = estimate.recorded
    writer.append([
      .text(estimate.kind.rawValue), .text(estimate.id),
      .label(names.name(of: estimate.kind, id: estimate.id)), .domain(estimate.domain),
      .label(names.name(of: estimate.domain)), .value(shown.value), .value(shown.standardError),
      .value(shown.lower), .value(shown.upper), .text(estimate.intervalMethod.rawValue),
      .value(estimate.degreesOfFreedom), .value(shown.designEffect),
      .value(estimate.respondents), .label(estimate.flag?.rawValue),
      .text(estimate.isComplete ? "true" : "false"),
      .value(shown.designEffectWithoutReplacement), .value(shown.effectiveRespondents),
      .label(estimate.flagReason?.rawValue),
    ])
  }
  return writer.bytes
}

/// Makes `targets.csv`, one row for each target with its verdict.
package func targetsCSV(_ result: RunResult, language: Language) -> [UInt8] {
  let names = MeasureNames(result, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "id", "label", "measure", "domain", "kind", "year", "baseline_year", "baseline",
    "baseline_source", "baseline_status", "threshold", "strict", "estimate", "published", "se",
    "ci_lower", "ci_upper", "df", "n", "difference", "verdict", "confidence", "p_value",
    "alternative_unit", "alternative_threshold", "alternative_verdict", "lead", "cooperating",
    "implementing", "due", "section", "probability_met", "adjusted_p_value",
    "targeted_change_achieved", "progress", "smallest_detectable_change", "area", "due_by",
    "standard", "assessed", "assessed_year", "points_lost", "no_data_reason", "missing_measure",
    "missing_year",
  ])
  for row in result.targets {
    let target = row.target
    let card: ScoreCard? = if case .score(let card) = target.rule { card } else { nil }
    writer.append([
      .text(target.id), .label(names.name(of: target)), .label(target.measure?.name),
      .domain(target.domain), .text(target.rule.kind), .value(target.year),
      .value(row.baselineYear), .value(row.baseline), .label(row.baselineSource),
      .label(row.baselineStatus), .value(row.threshold), .text(row.isStrict ? "true" : "false"),
      .value(row.estimate), .value(row.published), .value(row.standardError), .value(row.lower),
      .value(row.upper), .value(row.degreesOfFreedom), .value(row.respondents),
      .value(row.difference), .text(row.verdict.rawValue), .label(row.confidence?.rawValue),
      .value(row.pValue), .label(row.alternative?.unit.rawValue),
      .value(row.alternative?.threshold), .label(row.alternative?.verdict.rawValue),
      .list(target.lead), .list(target.cooperating), .list(target.implementing), .label(target.due),
      .label(target.section), .value(row.probabilityMet), .value(row.adjustedPValue),
      .value(row.targetedChangeAchieved), .label(row.progress?.rawValue),
      .value(row.smallestDetectableChange), .label(target.area), .label(target.dueBy?.text),
      .value(card?.standard), .value(card?.assessed), .value(card?.year),
      .value(card?.pointsLost), .label(row.noDataReason?.name), .label(row.noDataReason?.measure),
      .value(row.noDataReason?.year),
    ])
  }
  return writer.bytes
}

/// Makes `rejects.csv`, one row for each reason of each row that was left out.
///
/// A duplicate without a reason has one row too. People open this file in a spreadsheet to correct
/// the forms, so it begins with a byte order mark, without which Excel breaks Vietnamese.
package func rejectsCSV(_ rejects: [StoredReject], language: Language) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true, hasByteOrderMark: true)
  writer.append(texts: [
    "file", "line", "column", "code", "kind", "interview_id", "subject", "message", "found",
    "expected", "remedy", "raw_row",
  ])
  for reject in rejects {
    let row = reject.row
    for finding in row.findings.isEmpty ? [Finding?.none] : row.findings.map(Optional.some) {
      let line = finding?.place?.line ?? row.line
      writer.append([
        .label(reject.file), .value(line), .value(finding?.place?.column),
        .label(finding?.code.id), .text(row.kind.rawValue), .label(row.interviewID),
        .label(finding?.subject), .label(finding?.message.text(in: language)),
        .label(finding?.found?.text(in: language)), .label(finding?.expected?.text(in: language)),
        .label(finding?.remedy.text(in: language)), .label(row.rawText),
      ])
    }
  }
  return writer.bytes
}
