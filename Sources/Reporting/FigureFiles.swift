internal import DelimitedText
package import SurveyModel

/// The overview of figures as CSV, one row for each figure and year; a sheet to fill in and to import
/// again: its columns are those that `sipas figures import` reads, and more.
package func figureCSV(_ overview: FigureOverview, language: Language) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "figure", "year", "value", "unit", "source", "label", "origin", "number", "by", "targets",
    "baseline_of", "lead",
  ])
  for line in overview.figures {
    writer.append([
      .text(line.figure), .value(line.year), .value(line.value), .label(line.unit),
      .label(line.source), .label(line.label.text(in: language)), .label(line.origin?.rawValue),
      .label(line.number.map { "\($0)" }), .label(line.by), .list(line.targets),
      .list(line.baselineOf), .list(line.lead),
    ])
  }
  return writer.bytes
}

/// The overview of figures and judgements for other programs.
package func figureJSON(
  _ overview: FigureOverview, entries: [FigureEntry]?, judgements: [TargetJudgement]?
) -> [UInt8] {
  var members: [String: JSONValue] = [
    "plan": .string(overview.plan), "year": .integer(overview.year),
    "figures": .array(
      overview.figures.map { line in
        .object([
          "figure": .string(line.figure), "label": jsonText(line.label),
          "unit": .string(line.unit), "year": .integer(line.year), "value": .number(line.value),
          "source": .string(line.source), "origin": .string(line.origin?.rawValue),
          "number": .integer(line.number.map(Int.init)), "by": .string(line.by),
          "targets": .array(line.targets.map { .string($0) }),
          "baseline_of": .array(line.baselineOf.map { .string($0) }),
          "lead": .array(line.lead.map { .string($0) }),
        ])
      }),
    "judgements": .array(
      overview.judgements.map { line in
        .object([
          "target": .string(line.target), "label": jsonText(line.label),
          "year": .integer(line.year),
          "verdict": .string(line.judgement.map { $0.isMet ? "met" : "not-met" } ?? "no-data"),
          "reason": .string(line.judgement?.reason), "by": .string(line.judgement?.by),
          "number": .integer((line.judgement?.number).map(Int.init)),
          "lead": .array(line.lead.map { .string($0) }),
        ])
      }),
  ]
  if let entries { members["entries"] = .array(entries.map(json)) }
  if let judgements { members["judgement_entries"] = .array(judgements.map(json)) }
  return JSONValue.object(members).bytes()
}

private func json(_ entry: FigureEntry) -> JSONValue {
  .object([
    "number": .integer(Int(entry.number)), "figure": .string(entry.figure),
    "year": .integer(entry.year), "value": .number(entry.value), "source": .string(entry.source),
    "at": .string(entry.at), "by": .string(entry.by), "file": .string(entry.file),
    "reason": .string(entry.reason), "replaces": .integer(entry.replaces.map(Int.init)),
    "replaced_at": .string(entry.replacedAt), "holds": .bool(entry.holds),
    "withdrawal": json(entry.withdrawn),
  ])
}

private func json(_ judgement: TargetJudgement) -> JSONValue {
  .object([
    "number": .integer(Int(judgement.number)), "target": .string(judgement.target),
    "year": .integer(judgement.year), "met": .bool(judgement.isMet),
    "reason": .string(judgement.reason), "at": .string(judgement.at), "by": .string(judgement.by),
    "replaces": .integer(judgement.replaces.map(Int.init)),
    "replaced_at": .string(judgement.replacedAt), "holds": .bool(judgement.holds),
    "withdrawal": json(judgement.withdrawn),
  ])
}

private func json(_ withdrawal: Withdrawal?) -> JSONValue {
  guard let withdrawal else { return .null }
  return .object([
    "at": .string(withdrawal.at), "by": .string(withdrawal.by),
    "reason": .string(withdrawal.reason),
  ])
}

/// A text in both languages.
func jsonText(_ text: LocalizedText) -> JSONValue {
  .object(["vi": .string(text.vi), "en": .string(text.en)])
}
