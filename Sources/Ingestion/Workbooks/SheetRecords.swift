import DelimitedText
import Spreadsheets
import SurveyModel

/// Writes the rows of a sheet as records of tab-separated text, which the readers of text files
/// then check: one set of rules serves both.
final class SheetRecords: RecordSource {
  private static let quote: UInt8 = 0x22
  /// Days from 1900-01-01 to 1904-01-01 as spreadsheets count them.
  private static let daysTo1904 = 1462.0

  private let reader: SheetReader
  private let workbook: Workbook
  private let file: String
  private let place: SheetPlace
  private let decimal: DecimalSign?
  /// That of an old font, when the text is typed in one.
  private let encoding: TextEncoding?
  private let blockSize: Int
  /// Column of the records by column of the sheet; -1 where there is none.
  private let recordColumn: [Int]
  private var isUsed: [Bool]
  private var isDate: [Bool]
  private var rows = SheetRows()
  private var nextRow = 0
  private var pieceNumber = 0
  private var cellsOutside = 0
  /// The row being written: its cells by column of the records.
  private var cells: [SheetCell?]

  init(
    _ reader: SheetReader, of workbook: Workbook, file: String, place: SheetPlace,
    decimal: DecimalSign?, encoding: TextEncoding?, blockSize: Int
  ) {
    self.reader = reader
    self.workbook = workbook
    self.file = file
    self.place = place
    self.decimal = decimal
    self.encoding = encoding
    self.blockSize = blockSize
    var recordColumn = [Int](repeating: -1, count: (place.columns.last ?? 0) + 1)
    for (column, inSheet) in place.columns.enumerated() { recordColumn[inSheet] = column }
    self.recordColumn = recordColumn
    isUsed = [Bool](repeating: false, count: place.columns.count)
    isDate = isUsed
    cells = [SheetCell?](repeating: nil, count: place.columns.count)
  }

  func begin(_ plan: ImportPlan) {
    for (field, column) in zip(plan.fields, plan.header.columnOfField) {
      guard let column else { continue }
      isUsed[column] = true
      switch field.kind {
      case .date, .datetime: isDate[column] = true
      default: break
      }
    }
    if let column = plan.header.interviewIDColumn { isUsed[column] = true }
  }

  func next() throws(RecordBlockReader.Refusal) -> RecordPiece? {
    var text: [UInt8] = []
    text.reserveCapacity(blockSize + (1 << 12))
    var piece = SheetPiece()
    while text.count < blockSize {
      if nextRow == rows.rows.count {
        guard try readRows() else { break }
      }
      let row = rows.rows[nextRow]
      nextRow += 1
      if Int(row.number) > place.headerRow { try write(row, to: &text, &piece) }
    }
    guard !piece.rowNumbers.isEmpty else { return nil }
    let line = Int(piece.rowNumbers[0])
    pieceNumber += 1
    if let encoding { text = utf8Text(of: text, from: encoding) }
    return RecordPiece(
      block: RecordBlock(text, line: line, number: pieceNumber - 1), line: line, sheet: piece)
  }

  private func readRows() throws(RecordBlockReader.Refusal) -> Bool {
    nextRow = 0
    do throws(WorkbookFault) {
      return try reader.next(into: &rows, atLeast: min(blockSize, 1 << 18))
    } catch {
      throw RecordBlockReader.Refusal(finding: error.finding(file: file, sheet: place.name))
    }
  }

  private func write(
    _ row: SheetRow, to text: inout [UInt8], _ piece: inout SheetPiece
  ) throws(RecordBlockReader.Refusal) {
    for column in cells.indices { cells[column] = nil }
    for cell in rows.cells(of: row) {
      let inSheet = Int(cell.column)
      guard inSheet < recordColumn.count, recordColumn[inSheet] >= 0 else {
        cellsOutside += 1
        continue
      }
      cells[recordColumn[inSheet]] = cell
    }
    let start = text.count
    var hasFault = false
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.append(tabSeparator) }
      guard let cell else { continue }
      append(cell, column: column, to: &text)
      if cell.kind.isFault && isUsed[column] { hasFault = true }
      guard text.count - start <= TextLimits.record else {
        throw RecordBlockReader.Refusal(
          finding: WorkbookFault.rowTooLong(row: Int(row.number))
            .finding(file: file, sheet: place.name))
      }
    }
    if text.count - start == cells.count - 1 {
      guard hasFault else {
        text.removeLast(text.count - start)
        return
      }
      // A record of empty cells would be passed over; quotation marks around nothing are nothing.
      text.append(contentsOf: [Self.quote, Self.quote])
    }
    if hasFault { note(cells, record: piece.rowNumbers.count, in: &piece) }
    text.append(10)
    piece.rowNumbers.append(UInt32(row.number))
  }

  private func note(_ cells: [SheetCell?], record: Int, in piece: inout SheetPiece) {
    for (column, cell) in cells.enumerated() {
      guard let cell, cell.kind.isFault, isUsed[column] else { continue }
      let text =
        cell.kind == .error
        ? String(
          decoding: rows.bytes[Int(cell.start)..<Int(cell.start + min(cell.count, 80))],
          as: UTF8.self) : ""
      piece.faults.append(
        SheetCellFault(record: record, column: column, kind: cell.kind, text: text))
    }
  }
}

extension SheetRecords {
  private func append(_ cell: SheetCell, column: Int, to text: inout [UInt8]) {
    switch cell.kind {
    case .shared:
      workbook.sharedStrings.withText(Int(cell.start)) { appendTabCell($0, to: &text) }
    case .formulaWithoutValue, .brokenReference, .repeated: break
    case .text, .number, .date, .error:
      rows.bytes.withUnsafeBufferPointer { bytes in
        let start = Int(cell.start)
        let content = UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(cell.count))])
        if cell.kind == .number {
          appendNumber(content, isDate: isDate[column], to: &text)
        } else {
          appendTabCell(content, to: &text)
        }
      }
    }
  }

  /// A number with the decimal sign the file is declared to use; in the 1904 system the serial
  /// number of a date is moved to the usual system.
  private func appendNumber(
    _ content: UnsafeBufferPointer<UInt8>, isDate: Bool, to text: inout [UInt8]
  ) {
    if isDate && workbook.uses1904,
      let serial = Double(String(decoding: content, as: UTF8.self)), serial.isFinite
    {
      return text.append(contentsOf: "\(serial + Self.daysTo1904)".utf8)
    }
    guard decimal == .comma else { return appendTabCell(content, to: &text) }
    for byte in content { text.append(byte == 0x2E ? 0x2C : byte) }
  }

  var closingFindings: [Finding] {
    sheetFindings(
      reader, place: place, file: file, cellsOutside: cellsOutside)
  }
}
