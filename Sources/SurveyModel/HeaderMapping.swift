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
    /// The last part of a group path (`access/A1`, `access-A1`).
    case groupPath = "group-path"
    /// The id with the text of its question (`A1. Nơi ngồi chờ`).
    case codeAndText = "code-and-text"
    /// A part of a question in brackets (`G1[A1]`, `A[SQ001]`, `Question [Label]`).
    case subquestion
    /// The label with a question number before it, or a star or a unit after it.
    case numbered = "numbered-label"
    /// The interview's own number in the program the file comes from (`_uuid`, `KEY`).
    case systemID = "system-id"
    /// A column that the program the file comes from adds; left out.
    case system
    /// One answer of a question with several answers (`FB/1`); left out.
    case severalAnswers = "several-answers"
    /// The survey file says that the column is left out.
    case ignored
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
    /// Fields the column may stand for, the likeliest first; offered to a person, never used.
    package var offers: [String]

    package init(
      position: Int, header: String?, field: String?, match: Match, offers: [String] = []
    ) {
      self.position = position
      self.header = header
      self.field = field
      self.match = match
      self.offers = offers
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
