import DelimitedText
import SurveyModel

/// Puts checked blocks together in file order: finds interviews that are there already, and adds the
/// others to the table and to the index.
struct BlockMerger {
  private let plan: ImportPlan
  private let hiddenColumns: [Bool]
  private let detailedRejects: Int
  private let source: UInt32
  private(set) var index: InterviewIndex
  let table: GrowingTable
  private(set) var rejects: [RejectedRow] = []
  private(set) var counts = ImportCounts()
  private(set) var emptyRows = 0
  private(set) var incompleteRows = 0
  private(set) var sawDecomposed = false
  private(set) var repeats: RepeatCounter
  private(set) var strayRows = StrayRows()
  private(set) var unread = UnreadTextCounter()
  /// Size of the file; only says how much room to make.
  private let byteCount: Int

  init(_ plan: ImportPlan, index: InterviewIndex, detailedRejects: Int, byteCount: Int = 0) {
    self.plan = plan
    self.index = index
    self.byteCount = byteCount
    self.detailedRejects = detailedRejects
    hiddenColumns = plan.hiddenColumns
    source = UInt32(index.sources.count)
    repeats = RepeatCounter(plan)
    table = GrowingTable(fields: plan.fields)
  }

  /// True once so many rows are rejected that later ones are told briefly.
  var isBrief: Bool { counts.rejected >= detailedRejects }

  /// After the first block: room for as many rows as the file seems to hold, so that columns grow
  /// without being moved.
  private mutating func makeRoom(after block: ValidatedBlock) {
    guard block.rowCount > 0, block.block.count > 0, byteCount > 2 * block.block.count else {
      return
    }
    let rows = block.rowCount * (byteCount / block.block.count + 1)
    let idLength = block.ids.bytes.count / block.rowCount + 1
    table.reserve(rows, idLength: idLength)
    index.reserve(rows, length: idLength)
  }

  mutating func merge(_ block: ValidatedBlock) {
    if counts.read == 0 { makeRoom(after: block) }
    emptyRows += block.emptyRows
    incompleteRows += block.incompleteRows
    sawDecomposed = sawDecomposed || block.sawDecomposed
    var progress = BlockProgress(firstRow: table.count)
    var kept: [Range<Int>] = []
    var nextReject = 0
    block.ids.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<block.rowCount {
        counts.read += 1
        if nextReject < block.rejects.count, block.rejects[nextReject].row == row {
          if isErased(block.rejects[nextReject].rejected, row: row, of: block) {
            counts.erased += 1
            nextReject += 1
            continue
          }
          strayRows.note(rowBytes(row, of: block), line: Int(block.lines[row]))
          unread.note(block.rejects[nextReject].unread)
          reject(block.rejects[nextReject].rejected)
          nextReject += 1
          continue
        }
        let start = Int(block.ids.ends[row])
        let stop = Int(block.ids.ends[row + 1])
        let id = UnsafeBufferPointer(rebasing: bytes[start..<stop])
        let isAccepted =
          plan.header.interviewIDColumn == nil
          ? acceptMade(block, row: row, &progress)
          : accept(id, hash: block.hashes[row], block, row: row, &progress)
        guard isAccepted else { continue }
        if let last = kept.last, last.upperBound == row {
          kept[kept.count - 1] = last.lowerBound..<(row + 1)
        } else {
          kept.append(row..<(row + 1))
        }
      }
    }
    counts.accepted += progress.keptRows.count
    table.append(progress.ids, lines: progress.keptRows.map { block.lines[Int($0)] })
    for (column, values) in block.columns.enumerated() {
      table.append(values, rows: kept, column: column)
    }
  }

  private func rowBytes(_ row: Int, of block: ValidatedBlock) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: block.block.bytes[Int(block.starts[row])..<Int(block.stops[row])])
  }

  private mutating func reject(_ row: RejectedRow) {
    var row = row
    if isBrief { row.findings = briefed(row.findings) }
    counts.rejected += 1
    rejects.append(row)
  }

  /// Accepts a row under an id made from file name and row number.
  private mutating func acceptMade(
    _ block: ValidatedBlock, row: Int, _ progress: inout BlockProgress
  ) -> Bool {
    let name = plan.file.split(separator: "/").last.map(String.init) ?? plan.file
    let made = Array("\(name)#\(counts.read)".utf8)
    return made.withUnsafeBufferPointer { id in
      accept(id, hash: ByteStringTable.hash(id), block, row: row, &progress)
    }
  }

  /// Whether a rejected row is that of an erased interview, whose values must not be kept: by its id
  /// or, where it cannot be told, by any of its cells.
  private func isErased(_ rejected: RejectedRow, row: Int, of block: ValidatedBlock) -> Bool {
    guard let erased = plan.erased else { return false }
    if let id = rejected.interviewID { return erased.contains(id.utf8) }
    var cursor = RecordCursor(rowBytes(row, of: block), delimiter: plan.delimiter)
    guard cursor.next() else { return false }
    return cursor.fields.contains { field in
      let cell = trimmed(Array(cursor.text(of: field).utf8))
      return !cell.isEmpty && cell.count <= InterviewIDColumn.longest
        && erased.contains(composed(String(decoding: cell, as: UTF8.self)).utf8)
    }
  }

  private mutating func accept(
    _ id: UnsafeBufferPointer<UInt8>, hash: UInt64, _ block: ValidatedBlock, row: Int,
    _ progress: inout BlockProgress
  ) -> Bool {
    if let erased = plan.erased, erased.contains(id) {
      counts.erased += 1
      return false
    }
    let reference = InterviewIndex.Reference(
      source: source, row: UInt32(progress.firstRow + progress.keptRows.count))
    guard let earlier = index.note(id, hash: hash, at: reference) else {
      progress.keptRows.append(Int32(row))
      progress.ids.bytes.append(contentsOf: id)
      progress.ids.ends.append(UInt32(progress.ids.bytes.count))
      return true
    }
    let different = plan.fields.indices.compactMap { column -> Difference? in
      guard !plan.fields[column].isDropped else { return nil }
      let new = block.columns[column].answer(at: row)
      let old: StoredAnswer
      if earlier.source < source {
        let columns = index.sources[Int(earlier.source)].table.columns
        old = column < columns.count ? columns[column].answer(at: Int(earlier.row)) : .unknown
      } else if let inBlock = progress.rowInBlock(earlier.row) {
        old = block.columns[column].answer(at: inBlock)
      } else {
        old = table.answer(row: Int(earlier.row), column: column)
      }
      guard old != new, old != .unknown, new != .unknown else { return nil }
      // A pseudonym may be lacking because the survey did not keep any when the row came in.
      if plan.fields[column].isPseudonym, old == .blank || new == .blank { return nil }
      return Difference(column: column, old: old, new: new)
    }
    let isDuplicate = different.isEmpty
    repeats.note(
      String(decoding: id, as: UTF8.self), different: different.map(\.column),
      isStored: earlier.source < source && index.sources[Int(earlier.source)].lines.isEmpty)
    let repeated = repeatedInterview(
      id: String(decoding: id, as: UTF8.self),
      earlier: placeInWords(earlier, block: block, progress), block: block, row: row,
      different: different)
    if isDuplicate { counts.duplicate += 1 } else { counts.rejected += 1 }
    rejects.append(
      RejectedRow(
        kind: isDuplicate ? .duplicate : .rejected, line: Int(block.lines[row]),
        interviewID: plan.idField.isPersonal ? nil : String(decoding: id, as: UTF8.self),
        findings: [plan.sheet?.naming(repeated) ?? repeated],
        rawText: maskedText(
          of: block.block.bytes, from: Int(block.starts[row]), to: Int(block.stops[row]),
          delimiter: plan.delimiter, hiddenColumns: hiddenColumns)))
    return false
  }
}

/// A field to which two rows of one interview id answer differently.
private struct Difference {
  var column: Int
  var old: StoredAnswer
  var new: StoredAnswer
}

/// The rows of the block being merged that were accepted so far.
private struct BlockProgress {
  /// Rows the table had before the block.
  let firstRow: Int
  /// Their numbers in the block.
  var keptRows: [Int32] = []
  var ids = InterviewIDs()

  init(firstRow: Int) { self.firstRow = firstRow }

  /// Number in the block of a row of the table, `nil` when it came with an earlier block.
  func rowInBlock(_ row: UInt32) -> Int? {
    Int(row) < firstRow ? nil : Int(keptRows[Int(row) - firstRow])
  }
}

extension BlockMerger {
  private func repeatedInterview(
    id: String, earlier: LocalizedText, block: ValidatedBlock, row: Int,
    different: [Difference]
  ) -> Finding {
    let place = placeOfID(block, row: row)
    let shown = plan.idField.isPersonal ? ShownValue.hidden(id) : ShownValue.open(id)
    guard !different.isEmpty else {
      return Finding(
        IngestionCodes.duplicate, at: place,
        message: LocalizedText(
          vi: "phiếu \(shown.text(in: .vi)) đã có với cùng câu trả lời (\(earlier.text(in: .vi)))",
          en: "interview \(shown.text(in: .en)) is already there with the same answers"
            + " (\(earlier.text(in: .en)))"),
        remedy: LocalizedText(
          vi: "không cần làm gì: phiếu chỉ được tính một lần",
          en: "nothing need be done: the interview is counted once"),
        subject: plan.interviewIDField)
    }
    return Finding(
      IngestionCodes.conflict, at: place,
      message: LocalizedText(
        vi: "mã phiếu \(shown.text(in: .vi)) đã có (\(earlier.text(in: .vi))) với câu trả lời khác",
        en: "the interview id \(shown.text(in: .en)) is already there (\(earlier.text(in: .en)))"
          + " with different answers"),
      found: inWords(different),
      expected: LocalizedText(
        vi: "mỗi phiếu một mã riêng", en: "an id of its own for each interview"),
      remedy: LocalizedText(
        vi: "đối chiếu hai phiếu gốc: sửa mã bị trùng, hoặc bỏ dòng nhập sai",
        en: "compare the two forms: correct the repeated id, or remove the wrong row"),
      subject: plan.interviewIDField)
  }

  private func placeInWords(
    _ earlier: InterviewIndex.Reference, block: ValidatedBlock, _ progress: BlockProgress
  ) -> LocalizedText {
    if earlier.source == source {
      let line =
        progress.rowInBlock(earlier.row).map { block.lines[$0] } ?? table.lines[Int(earlier.row)]
      let place = plan.submissions?.name(ofLine: line) ?? "\(plan.file):\(line)"
      return LocalizedText(vi: place, en: place)
    }
    let known = index.sources[Int(earlier.source)]
    guard known.lines.isEmpty else {
      let line = known.lines[Int(earlier.row)]
      let place = SubmissionPlaces.name(ofLine: line, file: known.name, names: known.documents)
      return LocalizedText(vi: place, en: place)
    }
    if let batch = known.batch(ofRow: Int(earlier.row)) {
      return LocalizedText(
        vi: "lô \(batch.number), \(batch.file)", en: "batch \(batch.number), \(batch.file)")
    }
    return LocalizedText(vi: "trong kho \(known.name)", en: "in the store \(known.name)")
  }

  /// The fields that differ; both answers are shown where they are coded.
  private func inWords(_ different: [Difference]) -> LocalizedText {
    let shown = 8
    func parts(_ before: String, _ here: String, _ blank: String) -> [String] {
      different.prefix(shown).map { difference in
        let field = plan.fields[difference.column]
        guard let list = field.codeList else { return field.id }
        func code(_ answer: StoredAnswer) -> String {
          guard case .position(let position) = answer else { return blank }
          return list.code(at: position)?.code ?? blank
        }
        return "\(field.id) (\(before) \(code(difference.old)), \(here) \(code(difference.new)))"
      }
    }
    let rest = different.count - shown
    return LocalizedText(
      vi: "khác ở " + parts("phiếu trước", "phiếu này", "trống").joined(separator: ", ")
        + (rest > 0 ? ", và \(rest) biến nữa" : ""),
      en: "different in " + parts("before", "here", "blank").joined(separator: ", ")
        + (rest > 0 ? ", and \(rest) more" : ""))
  }

  private func placeOfID(_ block: ValidatedBlock, row: Int) -> SourceLocation {
    let start = Int(block.starts[row])
    let line = Int(block.lines[row])
    if let sheet = plan.sheet {
      return sheet.place(of: plan.header.interviewIDColumn ?? 0, row: line, file: plan.file)
    }
    if let places = plan.submissions, let piece = block.submissions {
      return places.place(of: plan.header.interviewIDColumn, record: row, in: piece)
    }
    guard let column = plan.header.interviewIDColumn else {
      return SourceLocation(file: plan.file, line: line, column: 1)
    }
    let text = UnsafeBufferPointer(rebasing: block.block.bytes[start..<Int(block.stops[row])])
    var cursor = RecordCursor(text, delimiter: plan.delimiter, line: line)
    guard cursor.next(), column < cursor.fields.count else {
      return SourceLocation(file: plan.file, line: line, column: 1)
    }
    return cursor.place(of: cursor.fields[column].start, in: plan.file)
  }

  /// The index with this file's interviews.
  func extendedIndex(with finished: ResponseTable) -> InterviewIndex {
    var extended = index
    extended.close(
      InterviewIndex.Source(
        table: finished, name: plan.file, lines: table.lines,
        documents: plan.submissions?.names ?? []))
    return extended
  }
}
