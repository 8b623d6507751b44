import DelimitedText
import SurveyModel

/// Free text: inspected, composed, and each distinct text of the block kept once.
final class TextColumnDecoder: ColumnDecoder {
  /// False for the interview id, which the table keeps apart.
  private let keepsTexts: Bool
  /// Turns the kept texts of a personal field into pseudonyms.
  private let pseudonymiser: Pseudonymiser?
  private let missingTexts: Set<String>
  /// Per row of the tile: 0 blank, else 1 + number in the table (1 where texts are not kept).
  private let positions: UnsafeMutablePointer<UInt32>
  private let missing: UnsafeMutablePointer<Bool>
  private var table = ByteStringTable()
  private var kept: [UInt32] = []
  private var keptCount = 0

  init(
    field: Field, source: Int?, isDesign: Bool, keepsTexts: Bool, texts: CellTexts,
    key: PseudonymKey?
  ) {
    pseudonymiser = field.isPseudonym ? key?.pseudonymiser(of: field.id) : nil
    self.keepsTexts = keepsTexts && (!field.isPersonal || pseudonymiser != nil)
    missingTexts = Set(field.missingCodes.map { TextFolding.caseFolded($0.code) })
    positions = .allocate(capacity: TileSize.rows)
    positions.initialize(repeating: 0, count: TileSize.rows)
    missing = .allocate(capacity: TileSize.rows)
    missing.initialize(repeating: false, count: TileSize.rows)
    super.init(field: field, source: source, isDesign: isDesign, texts: texts)
  }

  deinit {
    positions.deallocate()
    missing.deallocate()
  }

  override func decode(_ view: TileView) {
    let rows = view.tile.count
    missing.update(repeating: false, count: rows)
    guard let source else {
      positions.update(repeating: 0, count: rows)
      return
    }
    // Taken out for the whole tile: going through the object costs an access check per cell.
    var table = ByteStringTable()
    swap(&table, &self.table)
    defer { swap(&table, &self.table) }
    let positions = positions
    let takesPlainCells = missingTexts.isEmpty && texts.blanks.isEmpty
    for row in 0..<rows {
      let cell = view.cell(row: row, column: source)
      positions[row] = 0
      guard let first = cell.first, let last = cell.last else { continue }
      // Quotation marks and blanks at the ends take the slow way.
      if first > 32 && first != 0x22 && last > 32 && last != 0xA0 && takesPlainCells,
        case .plain = TextInspection.inspect(cell, limit: TextLimits.cell), first != 0xC2
      {
        positions[row] = number(of: cell, in: &table)
        continue
      }
      let content = view.content(row: row, column: source)
      switch reading(content) {
      case .value(let text):
        positions[row] = text.withUnsafeBufferPointer { number(of: $0, in: &table) }
      case .blank: missing[row] = !content.isEmpty && !texts.isBlank(content)
      case .fault: view.tile.flags[row] |= RowTile.badCell
      }
    }
  }

  private func number(
    of text: UnsafeBufferPointer<UInt8>, in table: inout ByteStringTable
  ) -> UInt32 {
    guard keepsTexts else { return 1 }
    return UInt32(table.intern(text, hash: ByteStringTable.hash(text)).number + 1)
  }

  /// A declared missing code reads as blank.
  private func reading(_ content: [UInt8]) -> CellReading<[UInt8]> {
    if content.isEmpty || texts.isBlank(content) { return .blank }
    switch content.withUnsafeBufferPointer({ TextInspection.inspect($0, limit: TextLimits.cell) }) {
    case .fault(let fault): return .fault(fault)
    case .plain: break
    case .needsComposing:
      sawDecomposed = true
      return .value(Array(composed(String(decoding: content, as: UTF8.self)).utf8))
    }
    if !missingTexts.isEmpty, content.count <= 256,
      missingTexts.contains(TextFolding.caseFolded(String(decoding: content, as: UTF8.self)))
    {
      return .blank
    }
    return .value(content)
  }

  override func isBlank(_ row: Int) -> Bool { positions[row] == 0 && !missing[row] }
  override func isMissing(_ row: Int) -> Bool { missing[row] }

  override func answer(_ row: Int) -> String? {
    guard positions[row] > 0 else { return nil }
    // A text that is not kept as it stands can be seen to be there, not compared.
    guard keepsTexts, pseudonymiser == nil else { return "" }
    return table.string(at: Int(positions[row]) - 1)
  }

  override func fault(_ content: [UInt8]) -> CellFault? {
    if case .fault(let fault) = reading(content) { fault } else { nil }
  }

  override func keep(_ rows: Int) {
    keptCount += rows
    if field.isDropped { return }
    if keepsTexts {
      kept.append(contentsOf: UnsafeBufferPointer(start: positions, count: rows))
    } else {
      kept.append(contentsOf: repeatElement(0, count: rows))
    }
  }

  override func takeBlock() -> BlockColumn {
    defer {
      kept = []
      keptCount = 0
      table = ByteStringTable()
    }
    if field.isDropped { return .values(.dropped(count: keptCount)) }
    if let pseudonymiser { return pseudonymiser.replacing(texts: table, positions: kept) }
    return .texts(positions: kept, table: table)
  }
}
