/// Names of cells and columns as spreadsheets write them: `C12`, `AB`.
package enum CellReference {
  /// The letters of a column counted from 0: `A` is 0, `XFD` is 16,383.
  package static func columnName(_ column: Int) -> String {
    precondition(column >= 0, "columns count from 0")
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The name of a cell: column from 0, row from 1.
  package static func name(column: Int, row: Int) -> String { "\(columnName(column))\(row)" }

  /// Reads `C12` into column 2 and row 12; `nil` when it is no cell of a sheet.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var index = 0
    var column = 0
    while index < text.count, case let letter = (text[index] & 0xDF) &- 0x41, letter < 26,
      index < 3
    {
      column = column * 26 + Int(letter) + 1
      index += 1
    }
    guard index > 0, index < text.count, text.count - index <= 7 else { return nil }
    var row = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
    }
    guard column <= SpreadsheetLimits.columns, row >= 1, row <= SpreadsheetLimits.rows else {
      return nil
    }
    return (column - 1, row)
  }
}
