/// Which column of a response file stands for which field, and how that was told.
package struct HeaderMapping: Sendable, Hashable {
  /// How a header was matched, or why it was not.
  package enum Match: String, Sendable, Hashable, CaseIterable {
    /// The survey file maps this header to the field.
    case declared
    case id
    case label
    /// The label with its tone marks placed otherwise (`hoà` for `hòa`).
    case toneFolded = "label-tone-folded"
    /// The label written without diacritics.
    case plain = "label-without-diacritics"
    /// No field: the column is left out.
    case none
    /// Several fields; the file is refused.
    case ambiguous
    /// A field that an earlier column stands for; the file is refused.
    case repeated
  }

  /// One column of the file.
  package struct Column: Sendable, Hashable {
    /// From 1; in a workbook the column of the sheet.
    package var position: Int
    /// The header as it stands; `nil` where it is not to be shown (long or unprintable, and no
    /// field).
    package var header: String?
    package var field: String?
    package var match: Match

    package init(position: Int, header: String?, field: String?, match: Match) {
      self.position = position
      self.header = header
      self.field = field
      self.match = match
    }
  }

  /// In the order of the file.
  package var columns: [Column]
  /// Fields of the questionnaire for which the file has no column, in its order.
  package var missingFields: [String]
  /// Name of the sheet, in a workbook.
  package var sheet: String?

  package init(columns: [Column], missingFields: [String], sheet: String? = nil) {
    self.columns = columns
    self.missingFields = missingFields
    self.sheet = sheet
  }

  /// Columns that are not read.
  package var leftOut: [Column] { columns.filter { $0.field == nil } }
}
