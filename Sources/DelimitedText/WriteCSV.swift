/// Writes delimited text: commas, LF line ends, quotation marks where needed, UTF-8.
package struct CSVWriter: Sendable {
  /// A value of a cell: what is a number stays a number in every spreadsheet.
  package enum Cell: Sendable, Hashable {
    case text(String)
    /// Digits as they shall stand in the file, decimal point.
    case number(String)
    case empty
  }

  /// Puts an apostrophe before text that a spreadsheet would run as a formula.
  package let guardsFormulas: Bool
  package private(set) var bytes: [UInt8] = []

  package init(guardsFormulas: Bool, hasByteOrderMark: Bool = false) {
    self.guardsFormulas = guardsFormulas
    if hasByteOrderMark { bytes = byteOrderMark(of: .utf8) }
  }

  /// Appends one row.
  package mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .number(let digits): append(quoting: digits)
      case .text(let text):
        let isFormula = guardsFormulas && Self.startsLikeFormula(text)
        append(quoting: isFormula ? "'" + text : text)
      }
    }
    // A single empty cell would be a blank line, which every reader skips.
    if cells == [.empty] || cells == [.text("")] { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(10)
  }

  /// Appends a row of texts.
  package mutating func append(texts: [String]) { append(texts.map { .text($0) }) }

  /// The characters after which a spreadsheet reads a cell as a formula.
  static func startsLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return first == UInt8(ascii: "=") || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
      || first == UInt8(ascii: "@") || first == 9 || first == 13
  }

  private mutating func append(quoting text: String) {
    let needsQuotes =
      text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x22 || $0 == 10 || $0 == 13
          || $0 == 9
      } || text.utf8.first == 32 || text.utf8.last == 32
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
