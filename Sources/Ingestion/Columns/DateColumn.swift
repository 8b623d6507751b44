import DelimitedText
import SurveyModel

/// Dates (days since 1970-01-01) and dates with a time (seconds since then, local).
final class DateColumn: ColumnDecoder {
  private let hasTime: Bool
  private let order: DateOrder?
  private let missingTexts: Set<String>
  /// Values of the tile's rows; ``ColumnValues/blankInteger`` where blank.
  private let values: UnsafeMutablePointer<Int64>
  private let missing: UnsafeMutablePointer<Bool>
  /// Scratch memory for keeping days.
  private let days: UnsafeMutablePointer<Int32>
  private var keptDays: [Int32] = []
  private var keptSeconds: [Int64] = []
  private var keptCount = 0

  init(field: Field, source: Int?, isDesign: Bool, order: DateOrder?, texts: CellTexts) {
    hasTime = field.kind == .datetime
    self.order = order
    missingTexts = Set(field.missingCodes.map { TextFolding.caseFolded($0.code) })
    values = .allocate(capacity: TileSize.rows)
    values.initialize(repeating: ColumnValues.blankInteger, count: TileSize.rows)
    missing = .allocate(capacity: TileSize.rows)
    missing.initialize(repeating: false, count: TileSize.rows)
    days = .allocate(capacity: TileSize.rows)
    days.initialize(repeating: 0, count: TileSize.rows)
    super.init(field: field, source: source, isDesign: isDesign, texts: texts)
  }

  deinit {
    values.deallocate()
    missing.deallocate()
    days.deallocate()
  }

  override func decode(_ view: TileView) {
    let rows = view.tile.count
    missing.update(repeating: false, count: rows)
    guard let source else {
      values.update(repeating: ColumnValues.blankInteger, count: rows)
      return
    }
    for row in 0..<rows {
      let cell = view.cell(row: row, column: source)
      values[row] = ColumnValues.blankInteger
      if cell.isEmpty { continue }
      if missingTexts.isEmpty, texts.blanks.isEmpty, let date = readDate(cell, order: order) {
        values[row] = value(of: date)
        continue
      }
      let content = view.content(row: row, column: source)
      switch reading(content) {
      case .value(let value): values[row] = value
      case .blank: missing[row] = !content.isEmpty && !texts.isBlank(content)
      case .fault: view.tile.flags[row] |= RowTile.badCell
      }
    }
  }

  private func value(of date: DateReading) -> Int64 {
    hasTime ? Int64(date.day) * 86_400 + Int64(date.seconds ?? 0) : Int64(date.day)
  }

  /// A declared missing code reads as blank.
  private func reading(_ content: [UInt8]) -> CellReading<Int64> {
    if content.isEmpty || texts.isBlank(content) { return .blank }
    if !missingTexts.isEmpty,
      missingTexts.contains(
        TextFolding.caseFolded(String(decoding: content.prefix(256), as: UTF8.self)))
    {
      return .blank
    }
    guard let date = content.withUnsafeBufferPointer({ readDate($0, order: order) }) else {
      let isMonthFirst =
        order == nil
        && content.withUnsafeBufferPointer { readDate($0, order: .monthFirst) } != nil
      return .fault(isMonthFirst ? .monthFirst : hasTime ? .notADatetime : .notADate)
    }
    return .value(value(of: date))
  }

  override func isBlank(_ row: Int) -> Bool {
    values[row] == ColumnValues.blankInteger && !missing[row]
  }
  override func isMissing(_ row: Int) -> Bool { missing[row] }

  override func answer(_ row: Int) -> String? {
    values[row] == ColumnValues.blankInteger ? nil : String(values[row])
  }

  override func fault(_ content: [UInt8]) -> CellFault? {
    if case .fault(let fault) = reading(content) { fault } else { nil }
  }

  override func keep(_ rows: Int) {
    keptCount += rows
    if field.isPersonal { return }
    if hasTime {
      keptSeconds.append(contentsOf: UnsafeBufferPointer(start: values, count: rows))
      return
    }
    for row in 0..<rows {
      let value = values[row]
      days[row] =
        value == ColumnValues.blankInteger
        ? ColumnValues.blankDay : Int32(truncatingIfNeeded: value)
    }
    keptDays.append(contentsOf: UnsafeBufferPointer(start: days, count: rows))
  }

  override func takeBlock() -> BlockColumn {
    defer {
      keptDays = []
      keptSeconds = []
      keptCount = 0
    }
    if field.isPersonal { return .values(.dropped(count: keptCount)) }
    return .values(hasTime ? .integers(keptSeconds) : .days(keptDays))
  }
}
