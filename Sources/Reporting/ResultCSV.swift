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
    "ci_method", "df", "deff", "n", "flag", "complete",
  ])
  for estimate in result.estimates.estimates {
    let shown = estimate.shown
    writer.append([
      .text(estimate.kind.rawValue), .text(estimate.id),
      .text(names.name(of: estimate.kind, id: estimate.id)), domain(estimate.domain),
      text(names.name(of: estimate.domain)), number(shown.value), number(shown.standardError),
      number(shown.lower), number(shown.upper), .text(estimate.intervalMethod.rawValue),
      number(estimate.degreesOfFreedom), number(shown.designEffect),
      number(estimate.respondents), text(estimate.flag?.rawValue),
      .text(estimate.isComplete ? "true" : "false"),
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
    "implementing", "due", "section",
  ])
  for row in result.targets {
    let target = row.target
    writer.append([
      .text(target.id), .text(names.name(of: target)), .text(target.measure.name),
      domain(target.domain), .text(target.rule.kind), number(target.year),
      number(row.baselineYear), number(row.baseline), text(row.baselineSource),
      text(row.baselineStatus), number(row.threshold), .text(row.isStrict ? "true" : "false"),
      number(row.estimate), number(row.published), number(row.standardError), number(row.lower),
      number(row.upper), number(row.degreesOfFreedom), number(row.respondents),
      number(row.difference), .text(row.verdict.rawValue), text(row.confidence?.rawValue),
      number(row.pValue), text(row.alternative?.unit.rawValue),
      number(row.alternative?.threshold), text(row.alternative?.verdict.rawValue),
      list(target.lead), list(target.cooperating), list(target.implementing), text(target.due),
      text(target.section),
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
        .text(reject.file), number(line), number(finding?.place?.column),
        text(finding?.code.id), .text(row.kind.rawValue), text(row.interviewID),
        text(finding?.subject), text(finding?.message.text(in: language)),
        text(finding?.found?.text(in: language)), text(finding?.expected?.text(in: language)),
        text(finding?.remedy.text(in: language)), text(row.rawText),
      ])
    }
  }
  return writer.bytes
}

private func number(_ value: Double?) -> CSVWriter.Cell {
  value.finite.map { .number(JSONValue.digits(of: $0)) } ?? .empty
}

private func number(_ value: Int?) -> CSVWriter.Cell {
  value.map { .number(String($0)) } ?? .empty
}

/// Control characters show as pictures: a terminal or spreadsheet must not act on them.
private func text(_ value: String?) -> CSVWriter.Cell {
  guard let value, !value.isEmpty else { return .empty }
  return .text(printable(value))
}

private func list(_ values: [String]) -> CSVWriter.Cell { text(values.joined(separator: "; ")) }

/// `district=PLK, gender=male`; empty for the whole population.
private func domain(_ terms: [DomainTerm]) -> CSVWriter.Cell {
  text(terms.map { "\($0.variable)=\($0.code)" }.joined(separator: ", "))
}
