import DelimitedText
package import SurveyModel

/// Reads a file of figures: a delimited file with the columns `figure` (or `target`), `year`,
/// `value`, `unit`, `source`, and perhaps `reason`; the names may be Vietnamese.
///
/// - Returns: The rows as written, without those that have neither value nor source yet, and every fault of the file's form. A row with another number of
///   cells than the header is a finding and no request.
package func readFigureFile(
  path: String
) -> (requests: [FigureRequest], findings: [Finding]) {
  requests(of: readTable(path: path))
}

/// Reads figures from memory; `file` is the name findings give it.
package func readFigures(
  _ bytes: [UInt8], file: String
) -> (requests: [FigureRequest], findings: [Finding]) {
  requests(of: readTable(bytes: bytes, file: file))
}

private func requests(
  of reading: TableReading
) -> (requests: [FigureRequest], findings: [Finding]) {
  guard let table = reading.table else { return ([], reading.findings) }
  var findings = reading.findings
  let needed = FigureColumn.needed.map { table.index(of: $0, &findings) }
  let unit = table.index(of: .unit, &findings)
  let reason = table.index(of: .reason, &findings)
  let columns = needed.compactMap { $0 }
  guard columns.count == needed.count else { return ([], findings) }
  if table.rows.isEmpty { findings.append(.noFigureRows(file: table.file)) }
  let all = table.rows.map { row in
    func cell(_ column: Int) -> PlacedText {
      PlacedText(row.cells[column].text, at: table.place(of: row.cells[column]))
    }
    func optional(_ column: Int?) -> PlacedText? {
      column.map(cell).flatMap { $0.text.isEmpty ? nil : $0 }
    }
    return FigureRequest(
      figure: cell(columns[0]), year: cell(columns[1]), value: cell(columns[2]),
      unit: optional(unit), source: cell(columns[3]), reason: optional(reason))
  }
  // A sheet is filled in little by little: what has no value yet is not at fault.
  let requests = all.filter { !$0.value.text.isEmpty || !$0.source.text.isEmpty }
  if requests.count < all.count {
    findings.append(.figuresAwaited(all.count - requests.count, file: table.file))
  }
  for request in requests {
    for (cell, column) in zip(
      [request.figure, request.year, request.value, request.source], FigureColumn.needed)
    where cell.text.isEmpty { findings.append(.blankFigureCell(column.names[0], at: cell.place)) }
  }
  return (requests, findings)
}

/// A column of a file of figures, by the names that head it.
private struct FigureColumn {
  var names: [String]
  var isNeeded = true

  static let needed = [
    FigureColumn(names: [
      "figure", "target", "figure/target", "số liệu", "mã số liệu", "chỉ tiêu", "mục tiêu",
      "mã chỉ tiêu", "mã mục tiêu",
    ]),
    FigureColumn(names: ["year", "năm"]),
    FigureColumn(names: ["value", "giá trị", "kết quả"]),
    FigureColumn(names: ["source", "nguồn", "nguồn số liệu", "căn cứ"]),
  ]
  static let unit = FigureColumn(names: ["unit", "đơn vị", "đơn vị tính"], isNeeded: false)
  static let reason = FigureColumn(names: ["reason", "lý do", "lý do thay"], isNeeded: false)
}

extension DelimitedTable {
  /// The one column that is headed so; what is missing or there twice is said.
  fileprivate func index(of column: FigureColumn, _ findings: inout [Finding]) -> Int? {
    let folded = column.names.map(TextFolding.plain)
    let found = header.indices.filter { folded.contains(TextFolding.plain(header[$0].text)) }
    if found.count == 1 { return found[0] }
    if found.isEmpty && !column.isNeeded { return nil }
    findings.append(
      .figureColumn(
        column.names, isMissing: found.isEmpty,
        at: found.isEmpty
          ? SourceLocation(file: file, line: 1, column: 1) : place(of: header[found[1]])))
    return nil
  }
}
