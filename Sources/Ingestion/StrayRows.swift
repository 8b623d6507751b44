import DelimitedText
import SurveyModel

/// Collects rows of a UTF-8 file that are not UTF-8, to tell a damaged row from a part of the file
/// that is in another encoding.
struct StrayRows {
  private var text: [UInt8] = []
  private var firstLine = 0
  private static let limit = 1 << 16

  /// Looks at a row that was rejected; rows of valid UTF-8 are passed over.
  mutating func note(_ row: UnsafeBufferPointer<UInt8>, line: Int) {
    guard text.count < Self.limit, validPrefixLength(of: row) < row.count else { return }
    if text.isEmpty { firstLine = line }
    text.append(contentsOf: row.prefix(Self.limit))
    text.append(10)
  }

  /// The finding that refuses the file; `nil` when the rows are merely damaged.
  func finding(file: String) -> Finding? {
    guard !text.isEmpty, let other = otherEncoding(of: text, readAs: .utf8) else { return nil }
    return FileFinding.mixedEncodings(
      other, amid: .utf8, at: SourceLocation(file: file, line: firstLine, column: 1))
  }
}
