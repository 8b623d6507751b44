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
///   - locators: Ids of the fields that find an interview.
///   - part: Header of the column for `part`; `nil` for none.
///   - asked: Ids of the fields that are asked again.
///   - rows: In order.
/// - Returns: CSV, UTF-8.
package func backCheckSheet(
  interviewID: String, locators: [String], part: String?, asked: [String],
  rows: [BackCheckSheetRow]
) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [interviewID] + locators + [part].compactMap { $0 } + asked)
  for row in rows {
    writer.append(
      [.text(row.interview)]
        + row.locators.map { $0.cell.isEmpty ? .empty : .text($0.cell) }
        + (part == nil ? [] : [.text(row.part)]) + asked.map { _ in .empty })
  }
  return writer.bytes
}
