internal import DelimitedText
package import SurveyModel

/// Makes `decisions.csv`, one row for each figure after each decision; `nil` where none holds.
///
/// Figures are rounded as published: two samples that differ by one interview would otherwise tell
/// its answers exactly.
package func decisionEffectsCSV(_ result: RunResult, language: Language) -> [UInt8]? {
  guard let effects = result.decisionEffects, !effects.steps.isEmpty else { return nil }
  let names = MeasureNames(result, language: language)
  let places = result.questionnaire.index.places
  func rounded(_ value: Double?) -> CSVWriter.Cell {
    .value(value.map { roundedHalfUp($0, places: places) })
  }
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "step", "decisions", "interviews", "measure", "id", "label", "estimate", "difference",
    "difference_from_raw",
  ])
  for (number, step) in effects.steps.enumerated() {
    for figure in figures(of: result) {
      let before = number > 0 ? effects.steps[number - 1] : nil
      let raw = number > 0 ? effects.steps[0] : nil
      writer.append([
        .value(number), .label(step.decisions.map(String.init).joined(separator: " ")),
        .value(step.interviews), .text(figure.kind.rawValue), .label(figure.id),
        .label(names.name(of: figure.kind, id: figure.id)),
        rounded(step.estimate(of: figure.kind, id: figure.id)?.shown.value),
        rounded(step.difference(of: figure.kind, id: figure.id, since: before)),
        rounded(step.difference(of: figure.kind, id: figure.id, since: raw)),
      ])
    }
  }
  return writer.bytes
}

/// The same for `results.json`; `null` where no decision holds.
func jsonDecisionEffects(_ result: RunResult) -> JSONValue {
  guard let effects = result.decisionEffects else { return .null }
  let places = result.questionnaire.index.places
  func rounded(_ value: Double?) -> JSONValue {
    .number(value.map { roundedHalfUp($0, places: places) })
  }
  return .array(
    effects.steps.enumerated().map { number, step in
      let before = number > 0 ? effects.steps[number - 1] : nil
      return .object([
        "decisions": .array(step.decisions.map { .integer(Int($0)) }),
        "interviews": .integer(step.interviews),
        "figures": step.estimates == nil
          ? .null
          : .array(
            figures(of: result).map { figure in
              .object([
                "measure": .string(figure.kind.rawValue), "id": .string(figure.id),
                "estimate": rounded(step.estimate(of: figure.kind, id: figure.id)?.shown.value),
                "difference": rounded(
                  step.difference(of: figure.kind, id: figure.id, since: before)),
              ])
            }),
      ])
    })
}

private func figures(of result: RunResult) -> [(kind: MeasureKind, id: String)] {
  [(.overall, result.questionnaire.index.id)]
    + result.questionnaire.factors.map { (.factor, $0.id) }
}
