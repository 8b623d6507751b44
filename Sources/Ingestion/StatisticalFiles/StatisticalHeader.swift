import DelimitedText
import SurveyModel

/// The header of a statistical file: each variable under its name, or under its label where only
/// that stands for a field.
///
/// Names come first: a label counts for a variable whose name is unknown, and for a field that no
/// name stands for. So a copy of a question, which carries the label of the original, stays out.
func statisticalHeader(
  names: [String], labels: [String], expected: HeaderExpectation, file: String
) -> [TableCell] {
  func cells(_ texts: [String]) -> [TableCell] {
    texts.enumerated().map { TableCell(text: $1, line: 0, column: $0 + 1) }
  }
  let byName = matchHeader(cells(names), to: expected, file: file)
  var labelled = names
  let unknown = byName.unknownColumns.filter { !labels[$0].isEmpty }
  let taken = Set(byName.mapping.columns.compactMap(\.field))
  let byLabel = matchHeader(cells(unknown.map { labels[$0] }), to: expected, file: file)
  var used: Set<String> = []
  for (column, mapped) in zip(unknown, byLabel.mapping.columns) {
    let folded = TextFolding.plain(labels[column])
    switch mapped.match {
    case .none: continue
    // Two variables under one label: both are shown as such, and the file is refused.
    case .repeated where !used.contains(folded): continue
    case .repeated, .ambiguous: break
    default:
      guard let field = mapped.field, !taken.contains(field) else { continue }
      used.insert(folded)
    }
    labelled[column] = labels[column]
  }
  return cells(labelled)
}
