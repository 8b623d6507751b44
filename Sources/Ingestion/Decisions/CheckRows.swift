import DelimitedText
package import SurveyModel

/// Rows in memory, read and judged as rows of a response file are.
package struct CheckedRows: Sendable {
  /// One per field.
  package var columns: [ColumnValues]
  /// Per row: every fault, `subject` naming its field; places mean nothing.
  package var findings: [[Finding]]
}

/// Reads and judges rows by the rules of an import: code lists, ranges, dates, required answers,
/// parent codes, and which questions were asked.
///
/// - Parameters:
///   - rows: Per row a cell for each of `fields`: a code or a label, a number, a date, a text; empty
///     where blank. Cells of personal fields are not looked at.
///   - fields: Variables and items of the questionnaire, code lists filled in.
///   - interviewIDField: The field that is the interview id.
///   - requiredFields: Fields the design or the weighting needs.
/// - Returns: What the rows hold and what is wrong with them.
/// - Complexity: Linear in the cells.
package func checkRows(
  _ rows: [[String]], fields: [Field], interviewIDField: String, requiredFields: Set<String>
) -> CheckedRows {
  let readable = fields.map { field in
    var field = field
    // Their values are nowhere to be checked.
    if field.isPersonal { field.isRequired = false }
    return field
  }
  // A first column that is never blank: rows without any content are passed over.
  let header = HeaderMatch(
    columnOfField: fields.indices.map { fields[$0].isPersonal ? nil : $0 + 1 },
    interviewIDColumn: nil, unknownColumns: [0], columnCount: fields.count + 1,
    mapping: HeaderMapping(columns: [], missingFields: []), findings: [], isUsable: true)
  let plan = ImportPlan(
    file: "", fields: readable, header: header, delimiter: UInt8(ascii: ","), style: CellStyle(),
    interviewIDField: interviewIDField, designFields: requiredFields, mapping: ResponseMapping())
  var text: [UInt8] = []
  for row in rows {
    precondition(row.count == fields.count, "a cell for each field")
    text.append(UInt8(ascii: "1"))
    for (cell, field) in zip(row, fields) {
      text.append(contentsOf: [UInt8(ascii: ","), 0x22])
      for byte in field.isPersonal ? "".utf8 : cell.utf8 {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    }
    text.append(10)
  }
  let checked = BlockValidator(plan).validate(
    RecordPiece(block: RecordBlock(text), line: 1), isBrief: false)
  var findings = [[Finding]](repeating: [], count: rows.count)
  for (row, rejected, _) in checked.rejects where row < rows.count {
    findings[row] = rejected.findings
  }
  return CheckedRows(columns: checked.columns.map(\.asColumn), findings: findings)
}

/// Reads single cells of a field, whatever else its interview holds.
///
/// - Returns: A value per text, and per text its fault, `nil` where it is an answer or blank.
package func readCells(
  _ texts: [String], of field: Field
) -> (values: ColumnValues, faults: [Finding?]) {
  var alone = field
  alone.isRequired = false
  alone.askedWhen = nil
  let checked = checkRows(
    texts.map { [$0] }, fields: [alone], interviewIDField: "", requiredFields: [])
  return (checked.columns[0], checked.findings.map(\.first))
}

extension BlockColumn {
  fileprivate var asColumn: ColumnValues {
    switch self {
    case .values(let values): values
    case .texts(let positions, let table):
      .texts(
        TextColumn(positions: positions, texts: (0..<table.count).map { table.string(at: $0) }))
    }
  }
}
