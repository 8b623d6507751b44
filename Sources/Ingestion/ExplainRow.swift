import DelimitedText
import SurveyModel

extension BlockValidator {
  /// Every fault of a flagged row, in the order of the file's columns.
  func explain(_ row: Int, view: TileView, block: RecordBlock) -> [Finding] {
    unread = []
    let tile = view.tile
    let start = Int(tile.starts[row])
    let line = Int(tile.lines[row])
    if let (piece, first) = submissions,
      let fault = piece.faults.first(where: { $0.record == first + row })
    {
      return [fault.finding]
    }
    if tile.flags[row] & RowTile.wrongFieldCount != 0 {
      return [
        wrongFieldCount(
          Int(tile.fieldCounts[row]), expected: tile.columns,
          at: SourceLocation(file: plan.file, line: line, column: 1))
      ]
    }
    func place(_ column: Int) -> SourceLocation {
      if let sheet = plan.sheet { return sheet.place(of: column, row: line, file: plan.file) }
      if let places = plan.submissions, let (piece, first) = submissions {
        return places.place(of: column, record: first + row, in: piece)
      }
      let cell = Int(tile.ends[row * tile.stride + column]) + 1
      return placeOfByte(cell, in: block.bytes, lineStart: start, line: line, file: plan.file)
    }
    var found: [(column: Int, finding: Finding)] = []
    let malformed = malformedColumns(row, view: view)
    for column in malformed { found.append((column, misplacedQuote(at: place(column)))) }
    let unreadableCells = faults[row] ?? []
    for fault in unreadableCells {
      found.append((fault.column, finding(for: fault, at: place(fault.column))))
    }
    let explained = Set(malformed + unreadableCells.map(\.column))
    if let column = idColumn.source, !explained.contains(column),
      let finding = idColumn.finding(
        for: view.content(row: row, column: column), at: place(column))
    {
      found.append((column, finding))
    }
    for (number, decoder) in decoders.enumerated() {
      guard let column = decoder.source, !explained.contains(column) else { continue }
      // A blank id has been said already.
      if column == idColumn.source && decoder.isBlank(row) { continue }
      let content = view.content(row: row, column: column)
      guard let fault = fault(of: decoder, number: number, row: row, content: content) else {
        continue
      }
      if let cell = UnreadTextCounter.cell(
        content, of: decoder.field, number: number, fault: fault)
      {
        unread.append(cell)
      }
      let value = UndecodedByte.marking(content)
      found.append(
        (column, fault.finding(for: decoder.field, value: value, at: place(column))))
    }
    if plan.mapping.rejectsIncomplete, let column = plan.header.completionColumn,
      isIncomplete(row, view: view)
    {
      found.append((column, incomplete(at: place(column))))
    }
    if found.isEmpty { return [unreadable(line)] }
    return found.sorted { $0.column < $1.column }.map {
      plan.sheet?.naming($0.finding) ?? $0.finding
    }
  }

  /// The finding for a cell from which nothing can be read, about the field of its column.
  private func finding(for fault: SheetCellFault, at place: SourceLocation) -> Finding {
    let field = plan.header.columnOfField.firstIndex(of: fault.column).map { plan.fields[$0] }
    return fault.finding(field ?? plan.idField, at: place)
  }

  private func fault(
    of decoder: ColumnDecoder, number: Int, row: Int, content: [UInt8]
  ) -> CellFault? {
    if let fault = decoder.fault(content) { return fault }
    let isAsked = conditionOfField[number].map { conditions[$0].asked[row] } ?? true
    guard isAsked else {
      // Blank and missing answers were turned into "not asked".
      return content.isEmpty || isDeclaredMissing(decoder, row) ? nil : .notAsked
    }
    if decoder.isRequired && decoder.isBlank(row) { return .required }
    if decoder.isDesign && decoder.isMissing(row) { return .designMissing }
    return parentChecks.first { $0.child === decoder }.flatMap { $0.fault(row) }
  }

  private func isDeclaredMissing(_ decoder: ColumnDecoder, _ row: Int) -> Bool {
    decoder.isMissing(row) || (decoder.answer(row) == nil && decoder is CodedColumn)
  }

  /// Columns with text after a closing quotation mark.
  private func malformedColumns(_ row: Int, view: TileView) -> [Int] {
    guard view.tile.flags[row] & RowTile.misplacedQuote != 0 else { return [] }
    let start = Int(view.tile.starts[row])
    let length = Int(view.tile.stops[row]) - start
    let text = UnsafeBufferPointer(start: view.bytes + start, count: length)
    var cursor = RecordCursor(text, delimiter: plan.delimiter)
    guard cursor.next() else { return [] }
    return cursor.fields.indices.filter {
      cursor.fields[$0].isMalformed && $0 < view.tile.columns
    }
  }

  private func incomplete(at place: SourceLocation) -> Finding {
    Finding(
      IngestionCodes.incomplete, at: place,
      message: LocalizedText(
        vi: "phiếu chưa được người trả lời gửi (không có ngày gửi)",
        en: "the respondent did not submit the interview (no date of submission)"),
      remedy: LocalizedText(
        vi:
          "không cần làm gì; muốn nhận cả phiếu chưa gửi, bỏ incomplete=\"reject\" trong tệp khảo sát",
        en: "nothing need be done; to take such interviews, take incomplete=\"reject\" out of the"
          + " survey file"),
      subject: plan.interviewIDField)
  }

  private func unreadable(_ line: Int) -> Finding {
    Finding(
      IngestionCodes.unreadableRow, at: SourceLocation(file: plan.file, line: line, column: 1),
      message: LocalizedText(vi: "không đọc được dòng này", en: "the row cannot be read"),
      remedy: LocalizedText(
        vi: "xem lại dấu nháy kép và dấu ngăn cột của dòng",
        en: "look at the quotation marks and delimiters of the row"))
  }
}

/// A row as it stands, with the cells of hidden columns written `***` and bytes that mean nothing in
/// the file's encoding written `\x9D`.
///
/// Where the row has another number of cells than the header, nobody knows which cell is whose: if
/// any column is hidden, only cells of one or two characters are shown.
func maskedText(
  of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to stop: Int, delimiter: UInt8,
  hiddenColumns: [Bool]
) -> String {
  let text = UnsafeBufferPointer(rebasing: bytes[start..<stop])
  guard hiddenColumns.contains(true) else { return UndecodedByte.readable(Array(text)) }
  var cursor = RecordCursor(text, delimiter: delimiter)
  guard cursor.next() else { return "***" }
  let isRegular = cursor.fieldCount == hiddenColumns.count
  var masked: [UInt8] = []
  for (column, field) in cursor.fields.enumerated() {
    if column > 0 { masked.append(delimiter) }
    let isHidden = isRegular ? hiddenColumns[column] : field.end - field.start > 2
    if isHidden && field.end > field.start {
      masked.append(contentsOf: Array("***".utf8))
    } else {
      masked.append(contentsOf: text[field.start..<field.end])
    }
  }
  return UndecodedByte.readable(masked)
}
