import DelimitedText
import SurveyModel

extension FuzzedReader {
  /// A supporting table: encoding, delimiter and cells are found out.
  static let table = FuzzedReader("table") { bytes in
    let reading = readTable(bytes: bytes, file: "table.csv")
    var found = faults(of: reading.findings)
    if reading.table == nil && !reading.findings.contains(where: { $0.severity == .error }) {
      found.append("no table and no reason")
    }
    if let table = reading.table, !table.rows.allSatisfy({ $0.cells.count == table.header.count }) {
      found.append("rows are as wide as the header")
    }
    return found
  }

  /// Every encoding: valid UTF-8 comes out, the same however the bytes are cut.
  static let encoding = FuzzedReader("encoding") { bytes in
    _ = detectEncoding(of: bytes)
    var found: [String] = []
    for encoding in TextEncoding.allCases where encoding != .utf8 {
      let whole = utf8Text(of: bytes, from: encoding)
      if whole.withUnsafeBufferPointer({ validPrefixLength(of: $0) }) != whole.count {
        found.append("\(encoding) gives text that is not UTF-8")
      }
      if encoding != .tcvn3InUTF8 && encoding != .vniInUTF8,
        inPieces(bytes, from: encoding) != whole
      {
        found.append("\(encoding) depends on the cut")
      }
    }
    return found
  }

  /// The number of a paper form: what is accepted is a number as it is printed.
  static let formNumber = FuzzedReader("form-number") { bytes in
    guard let number = validFormNumber(String(decoding: bytes, as: UTF8.self)) else { return [] }
    guard let printed = validFormNumber(number.text), printed == number else {
      return ["\(number.text) is printed and not accepted"]
    }
    // ISO 7064: one wrong digit is always noticed.
    var digits = Array(number.text.utf8)
    for place in digits.indices where digits[place] != 0x2D {
      let right = digits[place]
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right {
        digits[place] = digit
        if validFormNumber(String(decoding: digits, as: UTF8.self)) != nil {
          return ["\(number.text) with one wrong digit is accepted"]
        }
      }
      digits[place] = right
    }
    return []
  }

  private static func inPieces(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8] {
    guard var converter = TextConverter(from: encoding) else { return bytes }
    var text: [UInt8] = []
    for start in stride(from: 0, to: max(1, bytes.count), by: 3) {
      let piece = Array(bytes[min(start, bytes.count)..<min(bytes.count, start + 3)])
      piece.withUnsafeBufferPointer {
        _ = converter.convert($0, into: &text, isLast: start + 3 >= bytes.count)
      }
    }
    return text
  }
}
