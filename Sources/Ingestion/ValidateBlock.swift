import DelimitedText
import SurveyModel

/// A block with every cell read and every row judged, before duplicates are looked for.
struct ValidatedBlock: Sendable {
  var block: RecordBlock
  /// Where the rows stand, when they are submissions.
  var submissions: SubmissionPiece?
  /// One per row of the block, in order.
  var starts: [Int32] = []
  var stops: [Int32] = []
  var lines: [UInt32] = []
  var ids: InterviewIDs
  var hashes: [UInt64]
  /// One per field.
  var columns: [BlockColumn]
  /// Rows that cannot be accepted, with their number in the block and their texts that are no answers.
  var rejects: [(row: Int, rejected: RejectedRow, unread: [UnreadCell])] = []
  var emptyRows: Int
  /// Rows that the survey program marks as not submitted.
  var incompleteRows = 0
  var sawDecomposed: Bool

  var rowCount: Int { lines.count }
}

/// Reads and judges blocks, one after the other, on one thread.
final class BlockValidator {
  /// Set where the parent code or the routing of a row is wrong, or a required cell is blank.
  static let badRow: UInt8 = 8

  let plan: ImportPlan
  let decoders: [ColumnDecoder]
  let idColumn: InterviewIDColumn
  let parentChecks: [ParentCodeCheck]
  /// One per distinct condition, and for each field the number of its condition.
  let conditions: [AskedWhenCheck]
  let conditionOfField: [Int?]
  private let hiddenColumns: [Bool]
  private let completionTexts: CellTexts
  private let tile: RowTile
  /// Cells of the tile from which nothing can be read, by row of the tile; only in sheets.
  private(set) var faults: [Int: [SheetCellFault]] = [:]
  /// Where the rows of the tile stand, when they are submissions, and which of them is the first.
  private(set) var submissions: (piece: SubmissionPiece, first: Int)?
  /// Texts of the row explained last that are no answers.
  var unread: [UnreadCell] = []

  init(_ plan: ImportPlan) {
    self.plan = plan
    let decoders = zip(plan.fields, plan.header.columnOfField).map { field, column in
      makeDecoder(
        for: field, source: column, isDesign: plan.designFields.contains(field.id),
        isInterviewID: field.id == plan.interviewIDField, style: plan.style,
        texts: plan.cellTexts(of: field), key: plan.pseudonymKey)
    }
    self.decoders = decoders
    idColumn = InterviewIDColumn(
      field: plan.idField, source: plan.header.interviewIDColumn,
      texts: CellTexts(blanks: plan.blankTexts))
    parentChecks = decoders.compactMap { decoder in
      (decoder as? CodedColumn).flatMap { ParentCodeCheck($0, among: decoders) }
    }
    let decoderOfID = Dictionary(
      decoders.map { ($0.field.id, $0) }, uniquingKeysWith: { first, _ in first })
    var conditions: [AskedWhenCheck] = []
    conditionOfField = plan.fields.map { field in
      guard let condition = field.askedWhen else { return nil }
      if let known = conditions.firstIndex(where: { $0.condition == condition }) { return known }
      conditions.append(AskedWhenCheck(condition, decoders: decoderOfID))
      return conditions.count - 1
    }
    self.conditions = conditions
    hiddenColumns = plan.hiddenColumns
    completionTexts = CellTexts(blanks: plan.blankTexts)
    tile = RowTile(columns: plan.header.columnCount, capacity: TileSize.rows)
  }

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - piece: Must begin and end between records.
  ///   - isBrief: Keeps the first fault of a rejected row and the number of the others.
  /// - Returns: Every row, judged.
  func validate(_ piece: RecordPiece, isBrief: Bool) -> ValidatedBlock {
    var result = ValidatedBlock(
      block: piece.block, submissions: piece.submissions, ids: InterviewIDs(), hashes: [],
      columns: [], emptyRows: 0,
      sawDecomposed: false)
    guard
      var scanner = RowScanner(
        piece.block, delimiter: plan.delimiter, from: piece.position, line: piece.line),
      let base = piece.block.bytes.baseAddress
    else { return result }
    let view = TileView(bytes: base, tile: tile)
    while scanner.fill(tile) {
      let rows = tile.count
      faults = piece.sheet.map { mark($0, from: result.lines.count) } ?? [:]
      if let submissions = piece.submissions { mark(submissions, from: result.lines.count) }
      idColumn.decode(view)
      for decoder in decoders { decoder.decode(view) }
      judge(rows)
      result.incompleteRows += noteIncomplete(view)
      collectRejects(view, into: &result, isBrief: isBrief)
      for decoder in decoders { decoder.keep(rows) }
      result.starts.append(contentsOf: UnsafeBufferPointer(start: tile.starts, count: rows))
      result.stops.append(contentsOf: UnsafeBufferPointer(start: tile.stops, count: rows))
      result.lines.append(contentsOf: UnsafeBufferPointer(start: tile.lines, count: rows))
    }
    (result.ids, result.hashes) = idColumn.takeBlock()
    result.columns = decoders.map { $0.takeBlock() }
    result.emptyRows = scanner.emptyRows
    result.sawDecomposed = idColumn.sawDecomposed || decoders.contains(where: \.sawDecomposed)
    return result
  }

  /// Puts the row numbers of a sheet in place of counted lines, and flags the rows with cells from
  /// which nothing can be read.
  private func mark(_ sheet: SheetPiece, from first: Int) -> [Int: [SheetCellFault]] {
    for row in 0..<tile.count { tile.lines[row] = sheet.rowNumbers[first + row] }
    guard !sheet.faults.isEmpty else { return [:] }
    var found: [Int: [SheetCellFault]] = [:]
    for fault in sheet.faults
    where fault.record >= first && fault.record < first + tile.count {
      found[fault.record - first, default: []].append(fault)
      tile.flags[fault.record - first] |= Self.badRow
    }
    return found
  }

  /// Puts the places of submissions in place of counted lines, and flags those of which nothing can
  /// be read.
  private func mark(_ piece: SubmissionPiece, from first: Int) {
    submissions = (piece, first)
    for row in 0..<tile.count { tile.lines[row] = piece.lines[first + row] }
    for fault in piece.faults where fault.record >= first && fault.record < first + tile.count {
      tile.flags[fault.record - first] |= Self.badRow
    }
  }

  /// Counts the interviews not submitted, and flags them where the survey rejects them.
  private func noteIncomplete(_ view: TileView) -> Int {
    guard plan.header.completionColumn != nil else { return 0 }
    var count = 0
    for row in 0..<tile.count where isIncomplete(row, view: view) {
      count += 1
      if plan.mapping.rejectsIncomplete { tile.flags[row] |= Self.badRow }
    }
    return count
  }

  /// True for a row whose cell of the time of submission is blank.
  func isIncomplete(_ row: Int, view: TileView) -> Bool {
    guard let column = plan.header.completionColumn,
      tile.flags[row] & RowTile.wrongFieldCount == 0
    else { return false }
    let content = view.content(row: row, column: column)
    return content.isEmpty || completionTexts.isBlank(content)
  }

  /// The checks between cells: routing, required answers, parent codes.
  private func judge(_ rows: Int) {
    for condition in conditions { condition.evaluate(rows: rows) }
    let flags = tile.flags
    for (number, decoder) in decoders.enumerated()
    where decoder.source != nil || conditionOfField[number] != nil {
      guard let condition = conditionOfField[number] else {
        if decoder.isRequired {
          for row in 0..<rows where lacksAnswer(decoder, row) { flags[row] |= Self.badRow }
        }
        continue
      }
      let asked = conditions[condition].asked
      for row in 0..<rows {
        if asked[row] {
          if decoder.isRequired && lacksAnswer(decoder, row) { flags[row] |= Self.badRow }
        } else if decoder.isBlank(row) || decoder.isMissing(row) {
          decoder.setNotAsked(row)
        } else {
          flags[row] |= Self.badRow
        }
      }
    }
    for check in parentChecks { check.check(rows: rows, flags: flags, mark: Self.badRow) }
  }

  /// True where a required field has nothing to count with.
  @inline(__always)
  func lacksAnswer(_ decoder: ColumnDecoder, _ row: Int) -> Bool {
    decoder.isBlank(row) || (decoder.isDesign && decoder.isMissing(row))
  }

  private func collectRejects(
    _ view: TileView, into result: inout ValidatedBlock, isBrief: Bool
  ) {
    for row in 0..<tile.count where tile.flags[row] != 0 {
      var findings = explain(row, view: view, block: result.block)
      if isBrief { findings = briefed(findings) }
      let start = Int(tile.starts[row])
      let stop = Int(tile.stops[row])
      let rejected = RejectedRow(
        kind: .rejected, line: Int(tile.lines[row]),
        interviewID: interviewID(row, view: view), findings: findings,
        rawText: maskedText(
          of: result.block.bytes, from: start, to: stop, delimiter: plan.delimiter,
          hiddenColumns: hiddenColumns))
      result.rejects.append((result.lines.count + row, rejected, unread))
    }
  }

  /// The id of a rejected row, where it can be told.
  private func interviewID(_ row: Int, view: TileView) -> String? {
    guard let column = idColumn.source, !idColumn.field.isPersonal,
      tile.flags[row] & RowTile.wrongFieldCount == 0
    else { return nil }
    let content = view.content(row: row, column: column)
    if content.isEmpty || idColumn.finding(for: content, at: SourceLocation(file: "")) != nil {
      return nil
    }
    return composed(String(InstanceID.bare(String(decoding: content, as: UTF8.self))))
  }
}

/// The first finding of a row, and how many more there are.
func briefed(_ findings: [Finding]) -> [Finding] {
  guard findings.count > 2, let first = findings.first else { return findings }
  let rest = findings.count - 1
  let more = Finding(
    IngestionCodes.moreFaults, at: first.place,
    message: LocalizedText(
      vi: "dòng còn \(rest) lỗi khác, không liệt kê vì tệp có quá nhiều dòng bị loại",
      en: "the row has \(rest) more faults, not listed because so many rows are rejected"),
    remedy: LocalizedText(
      vi: "sửa lỗi chung của tệp trước, rồi nhập lại",
      en: "correct what is wrong throughout the file first, then import it again"))
  return [first, more]
}
