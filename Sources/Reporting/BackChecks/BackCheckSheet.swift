internal import DelimitedText
package import SurveyModel

/// One interview to be asked again.
package struct BackCheckSheetRow: Sendable, Hashable {
  package var interview: String
  package var part: String
  /// What finds the interview, in the order of the columns.
  package var locators: [RecordedAnswer]

  package init(interview: String, part: String, locators: [RecordedAnswer]) {
    self.interview = interview
    self.part = part
    self.locators = locators
  }
}

/// The sheet of a back-check as a response file: the fields to be asked again are blank.
///
/// - Parameters:
///   - interviewID: Header of the ids.
///   - locators: Fields that find an interview.
///   - part: Header of the column for `part`; `nil` for none.
///   - asked: Ids of the fields that are asked again.
///   - rows: In order.
/// - Returns: CSV, UTF-8.
package func backCheckSheet(
  interviewID: String, locators: [Field], part: String?, asked: [String],
  rows: [BackCheckSheetRow]
) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [interviewID] + locators.map(\.id) + [part].compactMap { $0 } + asked)
  // A code such as -1 must read back as it is, with no guard against formulas.
  func cell(_ answer: RecordedAnswer, _ field: Field) -> CSVWriter.Cell {
    if answer.cell.isEmpty { return .empty }
    return field.kind == .text ? .text(answer.cell) : .number(answer.cell)
  }
  for row in rows {
    writer.append(
      [.text(row.interview)]
        + zip(row.locators, locators).map(cell)
        + (part == nil ? [] : [.text(row.part)]) + asked.map { _ in .empty })
  }
  return writer.bytes
}
