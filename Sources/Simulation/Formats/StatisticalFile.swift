import StatisticalFiles
import SurveyModel

/// One SPSS file: codes with their labels, dates as SPSS counts them.
func statisticalFile(
  named name: String, fields: [Field], rows: [[String]]
) throws(SimulationError) -> SimulatedFile {
  let names = statisticalNames(fields.map(\.id))
  let variables = fields.enumerated().map { column, field in
    SurveyVariable(
      field, name: names[column], language: .vi,
      longestText: field.kind == .text ? rows.map { $0[column].utf8.count }.max() ?? 1 : 1,
      marksNotAsked: false)
  }
  let file = name + ".sav"
  do throws(StatisticalWritingError) {
    let bytes = try savFile(
      variables.map(\.variable), rowCount: rows.count, title: "Synthetic responses"
    ) { row, column in value(rows[row][column], of: variables[column]) }
    return SimulatedFile(name: file, bytes: bytes)
  } catch {
    throw .unwritable(file: file, reason: "\(error.variable ?? ""): \(error.reason)")
  }
}

private func value(_ cell: String, of variable: SurveyVariable) -> WrittenValue {
  if cell.isEmpty { return .blank }
  switch variable.field.kind {
  case .coded(let list): return variable.value(atPosition: list.position(of: cell) ?? 0)
  case .integer, .number: return Double(cell).map { .number($0) } ?? .blank
  case .date: return CivilDate(cell).map { .number(spssSeconds(day: $0.day)) } ?? .blank
  case .datetime:
    return moment(cell).map { .number(spssSeconds(day: $0.date.day, second: $0.second)) } ?? .blank
  case .text: return .text(cell)
  }
}
