import DelimitedText
import SurveyModel

/// Whole numbers and numbers.
final class NumberColumn: ColumnDecoder {
  private let isInteger: Bool
  private let minimum: Double
  private let maximum: Double
  private let decimal: DecimalSign?
  /// Declared missing codes that are numbers, and all of them as text.
  private let missingNumbers: [Double]
  /// Numbers that the survey file declares to mean blank.
  private let blankNumbers: [Double]
  private let missingTexts: Set<String>
  /// Values of the tile's rows, NaN where blank.
  private let values: UnsafeMutablePointer<Double>
  private let missing: UnsafeMutablePointer<Bool>
  /// Scratch memory for keeping whole numbers.
  private let whole: UnsafeMutablePointer<Int64>
  private var keptNumbers: [Double] = []
  private var keptIntegers: [Int64] = []
  private var keptCount = 0

  init(field: Field, source: Int?, isDesign: Bool, decimal: DecimalSign?, texts: CellTexts) {
    switch field.kind {
    case .integer(let lowest, let highest):
      isInteger = true
      (minimum, maximum) = (lowest ?? -.infinity, highest ?? .infinity)
    case .number(let lowest, let highest):
      isInteger = false
      (minimum, maximum) = (lowest ?? -.infinity, highest ?? .infinity)
    default: preconditionFailure("a number column holds numbers")
    }
    self.decimal = decimal
    missingNumbers = field.missingCodes.compactMap { Double($0.code) }
    blankNumbers = texts.blanks.compactMap { Double($0) }
    missingTexts = Set(field.missingCodes.map { TextFolding.caseFolded($0.code) })
    values = .allocate(capacity: TileSize.rows)
    values.initialize(repeating: .nan, count: TileSize.rows)
    missing = .allocate(capacity: TileSize.rows)
    missing.initialize(repeating: false, count: TileSize.rows)
    whole = .allocate(capacity: TileSize.rows)
    whole.initialize(repeating: 0, count: TileSize.rows)
    super.init(field: field, source: source, isDesign: isDesign, texts: texts)
  }

  deinit {
    values.deallocate()
    missing.deallocate()
    whole.deallocate()
  }

  override func decode(_ view: TileView) {
    let rows = view.tile.count
    missing.update(repeating: false, count: rows)
    guard let source else {
      values.update(repeating: .nan, count: rows)
      return
    }
    let values = values
    for row in 0..<rows {
      let cell = view.cell(row: row, column: source)
      if cell.isEmpty {
        values[row] = .nan
        continue
      }
      if let value = readNumber(cell, decimal: decimal), isAllowed(value),
        !missingNumbers.contains(value), !blankNumbers.contains(value)
      {
        values[row] = value
        continue
      }
      values[row] = .nan
      let content = view.content(row: row, column: source)
      switch reading(content) {
      case .value(let value): values[row] = value
      case .blank: missing[row] = !content.isEmpty && !texts.isBlank(content)
      case .fault: view.tile.flags[row] |= RowTile.badCell
      }
    }
  }

  private func isAllowed(_ value: Double) -> Bool {
    value >= minimum && value <= maximum && (!isInteger || Self.isWhole(value))
  }

  private static func isWhole(_ value: Double) -> Bool {
    value == value.rounded() && abs(value) <= 9_007_199_254_740_992
  }

  /// A declared missing code reads as blank.
  private func reading(_ content: [UInt8]) -> CellReading<Double> {
    if content.isEmpty || texts.isBlank(content) { return .blank }
    guard let value = content.withUnsafeBufferPointer({ readNumber($0, decimal: decimal) }) else {
      let text = String(decoding: content.prefix(256), as: UTF8.self)
      return missingTexts.contains(TextFolding.caseFolded(text)) ? .blank : .fault(.notANumber)
    }
    if missingNumbers.contains(value) { return .blank }
    if isInteger && !Self.isWhole(value) { return .fault(.notAnInteger) }
    return value >= minimum && value <= maximum ? .value(value) : .fault(.outOfRange)
  }

  override func isBlank(_ row: Int) -> Bool { values[row].isNaN && !missing[row] }
  override func isMissing(_ row: Int) -> Bool { missing[row] }

  override func answer(_ row: Int) -> String? {
    values[row].isNaN ? nil : plainNumber(values[row])
  }

  override func fault(_ content: [UInt8]) -> CellFault? {
    if case .fault(let fault) = reading(content) { fault } else { nil }
  }

  override func keep(_ rows: Int) {
    keptCount += rows
    if field.isPersonal { return }
    if isInteger {
      for row in 0..<rows {
        whole[row] = values[row].isNaN ? ColumnValues.blankInteger : Int64(values[row])
      }
      keptIntegers.append(contentsOf: UnsafeBufferPointer(start: whole, count: rows))
    } else {
      keptNumbers.append(contentsOf: UnsafeBufferPointer(start: values, count: rows))
    }
  }

  override func takeBlock() -> BlockColumn {
    defer {
      keptNumbers = []
      keptIntegers = []
      keptCount = 0
    }
    if field.isPersonal { return .values(.dropped(count: keptCount)) }
    return .values(isInteger ? .integers(keptIntegers) : .numbers(keptNumbers))
  }
}
