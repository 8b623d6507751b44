package import DelimitedText
package import SurveyModel

/// In what form files of synthetic responses are written.
package struct FileForm: Sendable {
  package var format: ResponseFileFormat
  /// Of delimited text.
  package var encoding: TextEncoding
  /// UTF-16 always has one.
  package var hasByteOrderMark: Bool
  package var delimiter: ColumnDelimiter
  /// Printed headers and labels in place of ids and codes, in text and workbooks.
  package var spellsLabels: Bool

  package init(
    format: ResponseFileFormat = .csv, encoding: TextEncoding = .utf8,
    hasByteOrderMark: Bool = false, delimiter: ColumnDelimiter = .comma, spellsLabels: Bool = false
  ) {
    self.format = format
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.spellsLabels = spellsLabels
  }
}

extension ColumnDelimiter {
  var character: Character {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "\t"
    }
  }
}
