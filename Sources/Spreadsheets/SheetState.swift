import XML

/// Turns the elements of a sheet into rows of cells.
struct SheetState {
  /// How a cell stores its value: the attribute `t`.
  private enum Storage {
    case number
    case shared
    /// The result of a formula, or a date in ISO 8601.
    case text
    case inline
    case boolean
    case error
  }

  private(set) var hiddenRows = 0
  /// Columns from 0.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Rows whose cells did not stand in the order of their columns.
  private(set) var unsortedRows = 0
  private(set) var fault: WorkbookFault?
  /// True inside an element whose text is the value of a cell.
  private(set) var isText = false

  /// The rows read since rows were taken last, the unfinished one at their end.
  private var rows = SheetRows()
  private let forms: [NumberForm]
  private let sharedCount: Int
  private let uses1904: Bool
  private var isInData = false
  private var isInRow = false
  private var rowNumber = 0
  // The row being read: in `rows`, from these places on.
  private var firstCell = 0
  private var firstByte = 0
  private var isSorted = true
  // The cell being read.
  private var column = -1
  private var storage = Storage.number
  private var form = NumberForm.number
  private var start = 0
  private var hasFormula = false
  private var isInline = false
  private var phonetics = 0

  init(forms: [NumberForm], sharedCount: Int, uses1904: Bool) {
    self.forms = forms
    self.sharedCount = sharedCount
    self.uses1904 = uses1904
  }

  /// True when the whole rows hold `byteCount` bytes of text or as many cells.
  func isFull(_ byteCount: Int) -> Bool {
    guard let last = rows.rows.last else { return false }
    return firstByte >= byteCount || Int(last.firstCell + last.cellCount) >= byteCount
  }

  /// Moves the whole rows to `taken`, whose memory is used for the rows to come.
  mutating func takeRows(into taken: inout SheetRows) {
    taken.removeAll()
    let cellCount = rows.rows.last.map { Int($0.firstCell + $0.cellCount) } ?? 0
    let byteCount = isInRow ? firstByte : rows.bytes.count
    taken.bytes.append(contentsOf: rows.bytes[byteCount...])
    for var cell in rows.cells[cellCount...] {
      if cell.kind != .shared { cell.start -= Int32(byteCount) }
      taken.cells.append(cell)
    }
    rows.bytes.removeLast(rows.bytes.count - byteCount)
    rows.cells.removeLast(rows.cells.count - cellCount)
    swap(&rows, &taken)
    firstCell = 0
    firstByte = 0
    start -= byteCount
  }

  mutating func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    guard fault == nil else { return }
    guard isInData else {
      if name == "sheetData" { isInData = true }
      if name == "col" { noteColumns(attributes) }
      return
    }
    if name.isSingle(0x63) {  // c
      beginCell(attributes)
    } else if name.isSingle(0x76) {  // v
      isText = true
    } else if name == "row" {
      beginRow(attributes)
    } else if name.isSingle(0x66) {  // f
      hasFormula = true
    } else if name.isSingle(0x74) {  // t
      isText = isInline && phonetics == 0
    } else if name == "is" {
      isInline = true
    } else if name == "rPh" {
      phonetics += 1
    }
  }

  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    let room = SpreadsheetLimits.cell - (rows.bytes.count - start)
    rows.bytes.append(contentsOf: text.prefix(max(0, room)))
    if rows.bytes.count - firstByte > SpreadsheetLimits.row, fault == nil {
      fault = .rowTooLong(row: rowNumber)
    }
  }

  mutating func end(_ name: XMLStreamName) {
    guard isInData else { return }
    if name.isSingle(0x63) {
      endCell()
    } else if name.isSingle(0x76) || name.isSingle(0x74) {
      isText = false
    } else if name == "row" {
      endRow()
    } else if name == "is" {
      isInline = false
    } else if name == "rPh" {
      phonetics -= 1
    } else if name == "sheetData" {
      isInData = false
    }
  }

  private mutating func noteColumns(_ attributes: XMLStreamAttributes) {
    guard let hidden = attributes.text("hidden"), hidden == "1" || hidden == "true",
      let first = attributes.text("min").flatMap({ Int($0) }), first >= 1,
      let last = attributes.text("max").flatMap({ Int($0) }), last >= first,
      last <= SpreadsheetLimits.columns, hiddenColumns.count < SpreadsheetLimits.columns
    else { return }
    hiddenColumns.append((first - 1)...(last - 1))
  }

  private mutating func beginRow(_ attributes: XMLStreamAttributes) {
    var number = rowNumber + 1
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      if name.isSingle(0x72) {  // r
        guard let read = readIndex(attributes.value(index)) else {
          fault = .badReference(shown(attributes.value(index)), row: number)
          return
        }
        number = read
      } else if name == "hidden" {
        let value = attributes.value(index)
        if value.first == 0x31 || value.first == 0x74 { hiddenRows += 1 }
      }
    }
    guard number > rowNumber, number <= SpreadsheetLimits.rows else {
      fault = .rowOrder(found: number, after: rowNumber)
      return
    }
    rowNumber = number
    column = -1
    firstCell = rows.cells.count
    firstByte = rows.bytes.count
    isSorted = true
    isInRow = true
  }

  private mutating func beginCell(_ attributes: XMLStreamAttributes) {
    var place = column + 1
    storage = .number
    form = .number
    hasFormula = false
    isInline = false
    phonetics = 0
    start = rows.bytes.count
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      let value = attributes.value(index)
      if name.isSingle(0x72) {  // r
        guard let reference = CellReference.read(value), reference.row == rowNumber else {
          fault = .badReference(shown(value), row: rowNumber)
          return
        }
        place = reference.column
      } else if name.isSingle(0x74) {  // t
        storage = Self.storage(value)
      } else if name.isSingle(0x73) {  // s
        if let style = readIndex(value), style < forms.count { form = forms[style] }
      }
    }
    guard place < SpreadsheetLimits.columns else {
      fault = .badReference("+\(place + 1)", row: rowNumber)
      return
    }
    if place <= column { isSorted = false }
    column = place
  }

  /// Whole words are told apart by their first letters: `s`, `str`, `inlineStr`, `b`, `e`, `d`.
  private static func storage(_ type: UnsafeBufferPointer<UInt8>) -> Storage {
    switch type.first {
    case 0x73: type.count == 1 ? .shared : .text
    case 0x69: .inline
    case 0x62: .boolean
    case 0x65: .error
    case 0x64: .text
    default: .number
    }
  }

  private mutating func endCell() {
    guard column >= 0, fault == nil else { return }
    var kind = SheetCellKind.text
    var place = start
    if start == rows.bytes.count {
      // An empty result of a formula is a result; no result at all is not.
      guard hasFormula && storage != .text else { return }
      kind = .formulaWithoutValue
    } else {
      switch storage {
      case .number: kind = readNumber()
      case .shared:
        let number = rows.bytes.withUnsafeBufferPointer {
          readIndex(UnsafeBufferPointer(rebasing: $0[start...]))
        }
        if let number, number < sharedCount {
          rows.bytes.removeLast(rows.bytes.count - start)
          (kind, place) = (.shared, number)
        } else {
          kind = .brokenReference
        }
      case .text, .inline: unescapeText(&rows.bytes, from: start)
      case .boolean: break
      case .error: kind = .error
      }
    }
    rows.cells.append(
      SheetCell(
        column: Int32(column), kind: kind, start: Int32(truncatingIfNeeded: place),
        count: Int32(truncatingIfNeeded: kind == .shared ? 0 : rows.bytes.count - start)))
  }

  /// Rewrites a serial date as the date it shows, and whole numbers without a power of ten.
  private mutating func readNumber() -> SheetCellKind {
    let isScaled = rows.bytes[start...].contains { $0 | 0x20 == 0x65 }
    guard form != .number || isScaled else { return .number }
    let text = String(decoding: rows.bytes[start...], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return .number }
    if let date = serialDate(value, as: form, uses1904: uses1904) {
      replaceText(date)
      return .date
    }
    if isScaled, value == value.rounded(), abs(value) < 1e18 { replaceText(String(Int64(value))) }
    return .number
  }

  private mutating func replaceText(_ text: String) {
    rows.bytes.removeLast(rows.bytes.count - start)
    rows.bytes.append(contentsOf: text.utf8)
  }

  private mutating func endRow() {
    isInRow = false
    guard rowNumber > 0, fault == nil, rows.cells.count > firstCell else { return }
    if !isSorted {
      unsortedRows += 1
      rows.cells[firstCell...].sort { $0.column < $1.column }
      for index in (firstCell + 1)..<rows.cells.count
      where rows.cells[index].column == rows.cells[index - 1].column {
        rows.cells[index].kind = .repeated
      }
    }
    rows.rows.append(
      SheetRow(
        number: Int32(rowNumber), firstCell: Int32(firstCell),
        cellCount: Int32(rows.cells.count - firstCell)))
    firstCell = rows.cells.count
    firstByte = rows.bytes.count
  }
}

/// A number from 0 of at most nine digits.
private func readIndex(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  guard (1...9).contains(text.count) else { return nil }
  var value = 0
  for byte in text {
    let digit = byte &- 0x30
    guard digit < 10 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}

private func shown(_ text: UnsafeBufferPointer<UInt8>) -> String {
  String(decoding: text.prefix(40), as: UTF8.self)
}
