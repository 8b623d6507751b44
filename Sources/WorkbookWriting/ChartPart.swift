/// Completes the parts of charts.
struct ChartPart {
  private let notes: ChartNotes
  private let language: String
  private let sheets: [String: SheetContent]

  init(_ content: WorkbookContent, notes: ChartNotes) {
    self.notes = notes
    language = content.language
    sheets = Dictionary(
      content.sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The part with errors taken from their cells, the figures of all cells at full precision, the
  /// language of its texts, and gaps where cells are empty.
  func completed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var text = MarkedText(bytes)
    while let mark = text.next(["<c:errBars>", "<c:numRef><c:f>", "\"en-US\"", plotVisible]) {
      result.append(contentsOf: text.passed)
      switch mark {
      case "<c:errBars>":
        result.append(contentsOf: errorBars(text.through("</c:errBars>")).utf8)
      case plotVisible:
        result.append(contentsOf: "\(plotVisible)<c:dispBlanksAs val=\"gap\"/>".utf8)
      case "\"en-US\"": result.append(contentsOf: "\"\(language)\"".utf8)
      default: result.append(contentsOf: numbers(text.through("</c:numRef>")).utf8)
      }
    }
    result.append(contentsOf: text.passed)
    return result
  }

  private var plotVisible: String { "<c:plotVisOnly val=\"1\"/>" }

  /// `…<c:errValType val="fixedVal"/>…<c:val val="900000001"/>…` with cells in place of the size.
  ///
  /// ECMA-376-1:2016, 21.2.2.55 (errBars).
  private func errorBars(_ written: String) -> String {
    var text = MarkedText(Array(written.utf8))
    guard text.next(["<c:val val=\""]) != nil else { return "<c:errBars>" + written }
    let before = String(decoding: text.passed, as: UTF8.self)
    let size = text.through("\"/>")
    guard let errors = notes.errors(ofNumber: String(size.dropLast(3))) else {
      return "<c:errBars>" + written
    }
    let kind = before.split(separator: "\"fixedVal\"", omittingEmptySubsequences: false)
      .joined(separator: "\"cust\"")
    return "<c:errBars>" + kind
      + "<c:plus>\(numbers(escaped(errors.up)))</c:plus>"
      + "<c:minus>\(numbers(escaped(errors.down)))</c:minus>" + text.rest
  }

  /// A reference to numbers with what its cells hold.
  ///
  /// - Parameter written: Begins with the reference, as the file has it.
  /// - Returns: The element; as it was written where the reference is not one of ours.
  private func numbers(_ written: String) -> String {
    let reference = String(written.prefix { $0 != "<" })
    guard let (name, range) = notes.ranges[unescaped(reference)], let sheet = sheets[name] else {
      return "<c:numRef><c:f>" + written
    }
    let values = range.rows.flatMap { row in
      range.columns.map { column in number(of: sheet, row: row, column: column) }
    }
    var result = "<c:numRef><c:f>\(reference)</c:f><c:numCache><c:formatCode>General</c:formatCode>"
    result += "<c:ptCount val=\"\(values.count)\"/>"
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      result += "<c:pt idx=\"\(index)\"><c:v>\(value)</c:v></c:pt>"
    }
    return result + "</c:numCache></c:numRef>"
  }

  private func number(of sheet: SheetContent, row: Int, column: Int) -> Double? {
    guard row < sheet.rows.count, column < sheet.rows[row].count else { return nil }
    return sheet.rows[row][column].value.number
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }

  private func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")]
    while let first = rest.first {
      if let (entity, character) = entities.first(where: { rest.hasPrefix($0.0) }) {
        result += character
        rest = rest.dropFirst(entity.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension CellValue {
  /// The number that formulas and charts find in the cell.
  var number: Double? {
    switch self {
    case .number(let value), .formula(_, let value): value
    default: nil
    }
  }
}
