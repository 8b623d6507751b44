import DelimitedText
import SurveyModel

/// The header of a text file, and what follows it.
struct TextHeader {
  var cells: [TableCell]
  /// The records after the header that were read while it was looked for, in the order of the file.
  var pieces: [RecordPiece]
  /// Says so when the header does not stand at the top.
  var findings: [Finding]
}

/// Records looked at: a title and notes above a header are a few lines.
private let recordsToLookAt = 30

/// Finds the header of a text file among its first records, as people save tables with a title.
///
/// It is the first record that names at least half as many columns as the one that names most.
/// Where no record names a column the first that is not blank is taken, so that what stands there
/// can be shown.
///
/// - Parameters:
///   - reader: The file from its beginning.
///   - delimiter: What separates the columns.
///   - names: The names a header may have.
///   - file: The file's name in findings.
/// - Returns: The header; `nil` when the file has no record that is not blank.
/// - Throws: When the file cannot be read, or the header has too many columns.
func findTextHeader(
  _ reader: RecordBlockReader, delimiter: UInt8, names: HeaderNames, file: String
) throws(RecordBlockReader.Refusal) -> TextHeader? {
  var candidates: [(cells: [TableCell], block: Int, position: Int, line: Int, nameCount: Int)] = []
  var pieces: [RecordPiece] = []
  var looked = 0
  while looked < recordsToLookAt, let block = try reader.next() {
    pieces.append(RecordPiece(block: block, line: block.line))
    var cursor = RecordCursor(block.bytes, delimiter: delimiter, line: block.line)
    while looked < recordsToLookAt, cursor.next() {
      if cursor.recordLine == 1, isSeparatorLine(block.bytes[cursor.recordStart...].prefix(4)) {
        continue
      }
      looked += 1
      guard cursor.fieldCount <= TextLimits.columns else {
        // Below a header such a row is one bad row.
        if candidates.contains(where: { $0.nameCount > 0 }) { continue }
        throw RecordBlockReader.Refusal(
          finding: FileFinding.tooManyColumns(cursor.fieldCount, file: file))
      }
      let cells = tableCells(of: cursor)
      guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
      candidates.append(
        (
          cells, pieces.count - 1, cursor.position, cursor.line,
          cells.count { names.contains($0.text) }
        ))
    }
  }
  let best = candidates.map(\.nameCount).max() ?? 0
  guard let header = candidates.firstIndex(where: { $0.nameCount * 2 >= best }) else { return nil }
  let found = candidates[header]
  pieces.removeFirst(found.block)
  pieces[0].position = found.position
  pieces[0].line = found.line
  return TextHeader(
    cells: found.cells, pieces: pieces,
    findings: header == 0 ? [] : [belowTop(found.cells[0], above: header, file: file)])
}

/// Says that rows above the header are not read.
private func belowTop(_ cell: TableCell, above count: Int, file: String) -> Finding {
  Finding(
    IngestionCodes.headerBelowTop,
    at: SourceLocation(file: file, line: cell.line, column: cell.column),
    message: LocalizedText(
      vi: "tiêu đề nằm ở dòng \(cell.line); \(count) dòng phía trên nó không được đọc",
      en: count == 1
        ? "the header stands on line \(cell.line); the row above it is not read"
        : "the header stands on line \(cell.line); the \(count) rows above it are not read"),
    remedy: LocalizedText(
      vi: "nếu các dòng phía trên chỉ là tên bảng hoặc ghi chú thì không cần làm gì",
      en: "nothing need be done if the rows above are a title or notes"))
}
