import DelimitedText
import SurveyModel

/// The interview ids of a block, and what is wrong with those that cannot be taken.
final class InterviewIDColumn {
  /// Longest id in bytes; longer ones are something else in the wrong column.
  static let longest = 200

  /// Column of the file, `nil` when ids are to be made from the row numbers.
  let source: Int?
  /// The field of the questionnaire that is the id, if it has one.
  let field: Field
  private let texts: CellTexts
  private(set) var sawDecomposed = false
  /// Ids of all rows of the block; empty where the row has none.
  private var ids = InterviewIDs()
  private var hashes: [UInt64] = []

  init(field: Field, source: Int?, texts: CellTexts) {
    self.field = field
    self.source = source
    self.texts = texts
  }

  /// Appends the ids of the tile's rows, flagging rows without a usable one.
  func decode(_ view: TileView) {
    let rows = view.tile.count
    // Taken out for the whole tile: going through the object costs an access check per row.
    var ids = InterviewIDs(bytes: [], ends: [])
    var hashes: [UInt64] = []
    swap(&ids, &self.ids)
    swap(&hashes, &self.hashes)
    defer {
      swap(&ids, &self.ids)
      swap(&hashes, &self.hashes)
    }
    guard let source else {
      for _ in 0..<rows { Self.append(nil, to: &ids, &hashes) }
      return
    }
    let takesSimpleCells = texts.blanks.isEmpty
    for row in 0..<rows {
      let cell = InstanceID.bare(view.cell(row: row, column: source))
      if takesSimpleCells, cell.count <= Self.longest, Self.isSimple(cell) {
        Self.append(cell, to: &ids, &hashes)
        continue
      }
      switch reading(view.content(row: row, column: source)) {
      case .value(let id):
        id.withUnsafeBufferPointer { Self.append($0, to: &ids, &hashes) }
      case .blank, .fault:
        Self.append(nil, to: &ids, &hashes)
        view.tile.flags[row] |= RowTile.badCell
      }
    }
  }

  /// Letters, digits and marks of ASCII without blanks, quotation marks or a plus sign: taken as
  /// they stand.
  private static func isSimple(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !cell.isEmpty else { return false }
    for byte in cell where byte <= 32 || byte >= 127 || byte == 0x22 || byte == 0x2B {
      return false
    }
    return true
  }

  /// True for `2.02E+11` and `2,02E+11`: what a spreadsheet makes of a long number.
  private static func isShortened(_ content: [UInt8]) -> Bool {
    let digits: (UInt8) -> Bool = { $0 &- 0x30 < 10 }
    guard let mark = content.firstIndex(where: { $0 | 0x20 == 0x65 }), mark >= 1,
      content.dropFirst(mark + 1).first == 0x2B
    else { return false }
    let exponent = content[(mark + 2)...]
    let whole = content[..<mark].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2C })
    return (1...2).contains(exponent.count) && exponent.allSatisfy(digits)
      && whole.first?.count == 1 && whole.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits) }
  }

  private static func append(
    _ id: UnsafeBufferPointer<UInt8>?, to ids: inout InterviewIDs, _ hashes: inout [UInt64]
  ) {
    // Appended part by part: the general way of adding an id is too slow for every row.
    if let id { ids.bytes.append(contentsOf: id) }
    ids.ends.append(UInt32(ids.bytes.count))
    hashes.append(id.map(ByteStringTable.hash) ?? 0)
  }

  private func reading(_ content: [UInt8]) -> CellReading<[UInt8]> {
    if content.isEmpty || texts.isBlank(content) { return .blank }
    switch content.withUnsafeBufferPointer({ TextInspection.inspect($0, limit: Self.longest) }) {
    case .fault(let fault): return .fault(fault)
    case .plain: break
    case .needsComposing:
      sawDecomposed = true
      return .value(Array(composed(String(decoding: content, as: UTF8.self)).utf8))
    }
    let content = content.withUnsafeBufferPointer { Array(InstanceID.bare($0)) }
    if content.contains(where: { $0 < 32 }) { return .fault(.controlCharacter) }
    if Self.isShortened(content) { return .fault(.shortenedNumber) }
    return .value(content)
  }

  /// The fault of an id as a finding, `nil` when it can be taken.
  func finding(for content: [UInt8], at place: SourceLocation) -> Finding? {
    switch reading(content) {
    case .value: return nil
    case .fault(let fault):
      return fault.finding(
        for: field, value: String(decoding: content, as: UTF8.self), at: place)
    case .blank:
      return Finding(
        IngestionCodes.blankInterviewID, at: place,
        message: LocalizedText(vi: "phiếu không có mã", en: "the interview has no id"),
        expected: LocalizedText(vi: "mã phiếu", en: "an interview id"),
        remedy: LocalizedText(
          vi: "ghi mã phiếu như trên phiếu gốc", en: "write the id that stands on the form"),
        subject: field.id)
    }
  }

  /// Hands over the ids appended since the last call.
  func takeBlock() -> (ids: InterviewIDs, hashes: [UInt64]) {
    defer {
      ids = InterviewIDs()
      hashes = []
    }
    return (ids, hashes)
  }
}
