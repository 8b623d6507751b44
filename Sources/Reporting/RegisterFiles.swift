internal import DelimitedText
package import SurveyModel

/// The register for programs.
///
/// - Parameters:
///   - register: Whole, or the part asked for.
///   - agencies: Adds the role that these names have in each row.
///   - showsDay: Whether the day and what is overdue on it are told: two runs on the same inputs then
///     differ, so `results.json` has neither.
/// - Returns: An object with a member for each part of the register.
func jsonRegister(
  _ register: AttainmentRegister, agencies: Set<String>? = nil, showsDay: Bool
) -> JSONValue {
  var members: [String: JSONValue] = [
    "plan": .string(register.plan), "title": jsonText(register.title),
    "year": .integer(register.year), "years": .array(register.years.map { .integer($0) }),
    "areas": .array(
      register.areas.map { .object(["id": .string($0.id), "label": jsonText($0.label)]) }),
    "rows": .array(
      register.rows.map { row in
        var members = json(row, of: register)
        if showsDay { members["overdue"] = .bool(row.isOverdue) }
        if let agencies { members["role"] = .string(row.role(of: agencies)?.rawValue) }
        return .object(members)
      }),
    "points": register.points.map(json) ?? .null,
  ]
  if showsDay { members["day"] = .string(register.day.text) }
  return .object(members)
}

/// The register as a file of its own.
package func registerJSON(
  _ register: AttainmentRegister, agencies: Set<String>? = nil
) -> [UInt8] {
  jsonRegister(register, agencies: agencies, showsDay: true).bytes()
}

private func json(_ row: RegisterRow, of register: AttainmentRegister) -> [String: JSONValue] {
  func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
  return [
    "id": .string(row.id), "label": jsonText(row.label), "area": .string(row.area),
    "section": .string(row.section), "measure": .string(row.measure),
    "domain": jsonDomain(row.domain), "unit": .string(row.unit), "kind": .string(row.kind),
    "rule": .string(row.rule),
    "baseline": row.baseline.map { baseline in
      .object([
        "year": .integer(baseline.year), "value": .number(baseline.value),
        "source": .string(baseline.source), "status": .string(baseline.status),
      ])
    } ?? .null,
    "years": .array(row.years.map(json)), "status": .string(row.status.rawValue),
    "status_year": .integer(row.statusYear), "progress": .string(row.progress?.rawValue),
    "trend": row.trend.map(json) ?? .null, "lead": texts(row.lead),
    "cooperating": texts(row.cooperating), "implementing": texts(row.implementing),
    "due": .string(row.due), "due_by": .string(row.dueBy?.text),
    "next_step": row.nextStep.map(json) ?? .null,
    "points": row.points.map(json) ?? .null,
  ]
}

private func json(_ year: RegisterYear) -> JSONValue {
  var origin: [String: JSONValue] = [:]
  switch year.origin {
  case .survey(let id)?: origin = ["kind": .string("survey"), "survey": .string(id)]
  case .entered(let source)?: origin = ["kind": .string("entered"), "source": .string(source)]
  case .baseline(let source)?: origin = ["kind": .string("baseline"), "source": .string(source)]
  case .judgement(let reason, let by)?:
    origin = ["kind": .string("judgement"), "reason": .string(reason), "by": .string(by)]
  case nil: break
  }
  return .object([
    "year": .integer(year.year), "threshold": .number(year.threshold),
    "comparison": .string(year.comparison?.rawValue), "result": .number(year.result),
    "origin": origin.isEmpty ? .null : .object(origin),
    "verdict": .string(year.verdict?.rawValue), "confidence": .string(year.confidence?.rawValue),
    "se": .number(year.standardError), "ci": jsonInterval(year.lower, year.upper),
  ])
}

private func json(_ trend: RegisterTrend) -> JSONValue {
  .object([
    "from": .integer(trend.fromYear), "to": .integer(trend.toYear),
    "difference": .number(trend.difference), "direction": .string(trend.direction.rawValue),
    "better": trend.isBetter.map { .bool($0) } ?? .null,
    "beyond_sampling_error": trend.isBeyondSamplingError.map { .bool($0) } ?? .null,
    "method_break": .string(trend.methodBreak?.rawValue),
  ])
}

private func json(_ step: NextStep) -> JSONValue {
  switch step {
  case .task(let agency, let text):
    .object(["kind": .string(step.kind), "agency": .string(agency), "text": .string(text)])
  case .enterFigure(let id, let label, let year):
    .object([
      "kind": .string(step.kind), "figure": .string(id), "label": jsonText(label),
      "year": .integer(year),
    ])
  case .judge(let year): .object(["kind": .string(step.kind), "year": .integer(year)])
  }
}

private func json(_ points: RegisterPoints) -> JSONValue {
  .object([
    "criterion": .string(points.criterion), "standard": .number(points.standard),
    "won": .number(points.won), "lost": .number(points.lost), "year": .integer(points.year),
    "assumed": .bool(points.isAssumed), "source": .string(points.source),
  ])
}

private func json(_ points: PointsLoss) -> JSONValue {
  .object([
    "standard": .number(points.standard), "won": .number(points.won),
    "lost": .number(points.lost),
    "losses": .array(
      points.losses.map { loss in
        .object([
          "rank": .integer(loss.rank), "target": .string(loss.target),
          "standard": .number(loss.points.standard), "won": .number(loss.points.won),
          "lost": .number(loss.lost), "remainder": .bool(loss.isRemainder),
          "assumed": .bool(loss.points.isAssumed),
          "distance_per_point": .number(loss.distancePerPoint),
          "distance": .number(loss.distance), "lead_known": .bool(loss.hasLead),
          "due_known": .bool(loss.hasDue), "due_by": .string(loss.dueBy?.text),
        ])
      }),
    "checks": .array(
      points.checks.map { check in
        .object([
          "target": .string(check.target), "quantity": .string(check.quantity.rawValue),
          "parts": .array(check.parts.map { .string($0) }), "stated": .number(check.stated),
          "recomputed": .number(check.recomputed), "difference": .number(check.difference),
          "complete": .bool(check.isComplete), "disagreement": .bool(check.isDisagreement),
        ])
      }),
  ])
}

/// Makes `register.csv`: one row for each target, with threshold, result and verdict of every year.
///
/// Parameters are those of ``jsonRegister(_:agencies:showsDay:)``.
package func registerCSV(
  _ register: AttainmentRegister, agencies: Set<String>? = nil, showsDay: Bool,
  language: Language
) -> [UInt8] {
  let areas = Dictionary(
    register.areas.map { ($0.id, $0.label.text(in: language)) }, uniquingKeysWith: { one, _ in one }
  )
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(
    texts: [
      "id", "label", "area", "area_label", "section", "measure", "domain", "unit", "kind", "rule",
      "baseline_year", "baseline", "status", "status_year", "progress", "trend_from", "trend_to",
      "trend_difference", "trend", "trend_better", "trend_beyond_error", "method_break", "lead",
      "cooperating", "implementing", "due", "due_by", "next_step", "next_step_text",
      "points_standard", "points_won", "points_lost", "points_assumed",
    ] + (showsDay ? ["overdue"] : []) + (agencies == nil ? [] : ["role"])
      + register.years.flatMap {
        ["threshold_\($0)", "result_\($0)", "verdict_\($0)", "confidence_\($0)"]
      })
  let texts = Texts(language)
  for row in register.rows {
    let main: [CSVWriter.Cell] = [
      .text(row.id), .label(row.label.text(in: language)), .label(row.area),
      .label(row.area.flatMap { areas[$0] }), .label(row.section), .label(row.measure),
      .domain(row.domain), .label(row.unit), .text(row.kind), .text(row.rule),
      .value(row.baseline?.year), .value(row.baseline?.value), .text(row.status.rawValue),
      .value(row.statusYear), .label(row.progress?.rawValue),
    ]
    let trend: [CSVWriter.Cell] = [
      .value(row.trend?.fromYear), .value(row.trend?.toYear), .value(row.trend?.difference),
      .label(row.trend?.direction.rawValue), .flag(row.trend?.isBetter),
      .flag(row.trend?.isBeyondSamplingError), .label(row.trend?.methodBreak?.rawValue),
    ]
    let work: [CSVWriter.Cell] = [
      .list(row.lead), .list(row.cooperating), .list(row.implementing), .label(row.due),
      .label(row.dueBy?.text), .label(row.nextStep?.kind),
      .label(row.nextStep.map { texts.nextStep($0) }), .value(row.points?.standard),
      .value(row.points?.won), .value(row.points?.lost), .flag(row.points?.isAssumed),
    ]
    let asked: [CSVWriter.Cell] =
      (showsDay ? [.flag(row.isOverdue)] : [])
      + (agencies.map { [.label(row.role(of: $0)?.rawValue)] } ?? [])
    let years = register.years.flatMap { year -> [CSVWriter.Cell] in
      let found = row.years.first { $0.year == year }
      return [
        .value(found?.threshold), .value(found?.result), .label(found?.verdict?.rawValue),
        .label(found?.confidence?.rawValue),
      ]
    }
    writer.append(main + trend + work + asked + years)
  }
  return writer.bytes
}

extension CSVWriter.Cell {
  fileprivate static func flag(_ value: Bool?) -> Self {
    .label(value.map { $0 ? "true" : "false" })
  }
}
