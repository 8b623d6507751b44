import SurveyModel
import WorkbookWriting

/// One XLSX workbook with one sheet, as people keep responses: numbers and dates in their cells.
func workbookFile(
  named name: String, fields: [Field], rows: [[String]],
  columns: [ResponseMapping.Column], form: FileForm
) throws(SimulationError) -> SimulatedFile {
  let spelled = form.spellsLabels ? SpelledCells(fields, columns: columns) : nil
  let header = (spelled?.headers ?? fields.map(\.id)).map {
    CellContent.text($0, look: CellLook.plain.with { $0.isBold = true })
  }
  let cells = rows.map { row in
    row.enumerated().map { column, cell in
      guard column < fields.count else { return CellContent.text(cell) }
      let written = spelled?.cell(cell, column: column) ?? cell
      return CellContent(value(written, field: fields[column]))
    }
  }
  let file = name + ".xlsx"
  let sheet = SheetContent(
    name: "Phiếu", rows: [header] + cells,
    columns: fields.isEmpty ? [] : [ColumnWidth(columns: 0...(fields.count - 1), width: 14)],
    frozenRows: 1)
  do throws(WorkbookWritingError) {
    return SimulatedFile(
      name: file,
      bytes: try workbookBytes(WorkbookContent(sheets: [sheet], title: "Synthetic responses")))
  } catch {
    throw .unwritable(file: file, reason: "\(error)")
  }
}

private func value(_ cell: String, field: Field) -> CellValue {
  if cell.isEmpty { return .empty }
  switch field.kind {
  case .coded, .integer, .number:
    // Codes like 01 would lose their zero as numbers.
    guard let number = Double(cell),
      "\(number)" == cell || "\(Int(exactly: number) ?? -1)" == cell
        || isFixed(cell)
    else { return .text(cell) }
    return .number(number)
  case .date: return CivilDate(cell).map { .date($0) } ?? .text(cell)
  case .datetime: return moment(cell).map { .datetime($0.date, second: $0.second) } ?? .text(cell)
  case .text: return .text(cell)
  }
}

/// Digits, a point, digits: `1.2340`.
private func isFixed(_ cell: String) -> Bool {
  let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    && (parts[0] == "0" || parts[0].first != "0")
}

/// Reads `2021-09-05T08:05:00`.
func moment(_ text: String) -> (date: CivilDate, second: Int)? {
  let parts = text.split(separator: "T")
  guard parts.count == 2, let date = CivilDate(String(parts[0])) else { return nil }
  let clock = parts[1].split(separator: ":").compactMap { Int($0) }
  guard clock.count == 3 else { return nil }
  return (date, clock[0] * 3600 + clock[1] * 60 + clock[2])
}
