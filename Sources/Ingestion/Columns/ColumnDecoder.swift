import DelimitedText
import SurveyModel

/// The rows being decoded: a tile and the bytes it points into.
struct TileView {
  let bytes: UnsafePointer<UInt8>
  let tile: RowTile

  /// Content of a cell as it stands, quotation marks included.
  @inline(__always)
  func cell(row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    let ends = tile.ends + row * tile.stride + column
    let start = Int(ends[0]) + 1
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[1]) - start)
  }

  /// Content of a cell without quotation marks and without blanks at its ends.
  func content(row: Int, column: Int) -> [UInt8] {
    let raw = cell(row: row, column: column)
    return trimmed(unquoted(raw, from: 0, to: raw.count))
  }
}

/// `text` without blanks, tabs, line ends, no-break spaces and invisible characters (zero-width
/// spaces and joiners, byte order marks) at its ends.
func trimmed(_ text: [UInt8]) -> [UInt8] {
  var slice = text[...]
  while let length = blankLength(slice) { slice = slice.dropFirst(length) }
  while let length = blankLengthAtEnd(slice) { slice = slice.dropLast(length) }
  return Array(slice)
}

/// Characters that show nothing, in UTF-8: U+00A0, U+200B to U+200D, U+2060, U+FEFF.
private let invisible: [[UInt8]] = [
  [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xE2, 0x81, 0xA0],
  [0xEF, 0xBB, 0xBF],
]

private func blankLength(_ text: ArraySlice<UInt8>) -> Int? {
  guard let first = text.first else { return nil }
  if first == 32 || (first >= 9 && first <= 13) { return 1 }
  if first < 0xC2 { return nil }
  return invisible.first { text.starts(with: $0) }?.count
}

private func blankLengthAtEnd(_ text: ArraySlice<UInt8>) -> Int? {
  guard let last = text.last else { return nil }
  if last == 32 || (last >= 9 && last <= 13) { return 1 }
  if last < 0x80 { return nil }
  return invisible.first { text.suffix($0.count).elementsEqual($0) }?.count
}

/// How a cell reads when the quick way does not know it.
enum CellReading<Value> {
  case value(Value)
  case blank
  case fault(CellFault)
}

/// How the file is declared to write numbers and dates.
struct CellStyle: Sendable {
  var decimal: DecimalSign?
  var dates: DateOrder?
}

/// One column of a block on its way from bytes to values.
///
/// ``decode(_:)`` reads the cells of a tile into memory of its own, flagging the rows it cannot
/// take; checks look at those values; ``keep(_:)`` moves them to the block. Used by one thread.
class ColumnDecoder {
  let field: Field
  /// Column of the file, `nil` when the file has none for the field.
  let source: Int?
  let isRequired: Bool
  /// Needed by the design or the weighting: must hold a valid answer.
  let isDesign: Bool
  /// What the survey file says of the cells.
  let texts: CellTexts
  /// Set when a cell held decomposed text (NFD).
  var sawDecomposed = false

  init(field: Field, source: Int?, isDesign: Bool, texts: CellTexts) {
    self.field = field
    self.source = source
    self.isDesign = isDesign
    self.texts = texts
    isRequired = field.isRequired || isDesign
  }

  /// Reads the cells of all rows of the tile.
  func decode(_ view: TileView) { preconditionFailure("a decoder reads its own kind of value") }
  /// No answer at all, in a row of the tile.
  func isBlank(_ row: Int) -> Bool { preconditionFailure("a decoder knows its blank") }
  /// A declared missing code, in a row of the tile.
  func isMissing(_ row: Int) -> Bool { false }
  /// Notes that the question was not asked; only for rows that are blank or missing.
  func setNotAsked(_ row: Int) {}
  /// The valid answer as text, for conditions.
  func answer(_ row: Int) -> String? { preconditionFailure("a decoder shows its answer") }
  /// What is wrong with a cell's content, `nil` when it is fine.
  func fault(_ content: [UInt8]) -> CellFault? { preconditionFailure("a decoder knows faults") }
  /// Appends the values of the tile's rows to the block.
  func keep(_ rows: Int) { preconditionFailure("a decoder keeps its values") }
  /// Hands over the values kept since the last call.
  func takeBlock() -> BlockColumn { preconditionFailure("a decoder hands over its values") }
}

/// The values of one column of a block.
enum BlockColumn: Sendable {
  case values(ColumnValues)
  /// Texts numbered within the block: 0 for blank, else 1 + number in the table.
  case texts(positions: [UInt32], table: ByteStringTable)
}

/// The decoder for a field.
func makeDecoder(
  for field: Field, source: Int?, isDesign: Bool, isInterviewID: Bool, style: CellStyle,
  texts: CellTexts, key: PseudonymKey?
) -> ColumnDecoder {
  switch field.kind {
  case .coded(let list):
    CodedColumn(field: field, list: list, source: source, isDesign: isDesign, texts: texts)
  case .integer, .number:
    NumberColumn(
      field: field, source: source, isDesign: isDesign, decimal: style.decimal, texts: texts)
  case .date, .datetime:
    DateColumn(
      field: field, source: source, isDesign: isDesign, order: style.dates, texts: texts)
  case .text:
    TextColumnDecoder(
      field: field, source: source, isDesign: isDesign, keepsTexts: !isInterviewID,
      texts: texts, key: key)
  }
}
