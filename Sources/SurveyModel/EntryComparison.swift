/// The same paper forms keyed twice, compared cell by cell.
package struct EntryComparison: Sendable, Hashable {
  /// One of the two files.
  package struct File: Sendable, Hashable {
    /// The path as given.
    package var name: String
    package var sha256: String
    package var counts: ImportCounts
    /// Accepted forms that the other file has no accepted row for, in the order read.
    package var unmatched: [Unmatched]

    package init(
      name: String, sha256: String, counts: ImportCounts, unmatched: [Unmatched] = []
    ) {
      self.name = name
      self.sha256 = sha256
      self.counts = counts
      self.unmatched = unmatched
    }
  }

  /// A form that could not be compared.
  package struct Unmatched: Sendable, Hashable {
    package var interview: String
    package var place: SourceLocation
    /// The other file has rows of this id, and all of them are rejected.
    package var isRejectedThere: Bool

    package init(interview: String, place: SourceLocation, isRejectedThere: Bool) {
      self.interview = interview
      self.place = place
      self.isRejectedThere = isRejectedThere
    }
  }

  /// Two entries of one cell that differ.
  package struct Difference: Sendable, Hashable {
    package var interview: String
    package var field: String
    package var first: RecordedAnswer
    package var second: RecordedAnswer
    /// Personal or free text: that they differ is all that may be shown.
    package var isHidden: Bool
    package var firstPlace: SourceLocation
    package var secondPlace: SourceLocation

    package init(
      interview: String, field: String, first: RecordedAnswer, second: RecordedAnswer,
      isHidden: Bool, firstPlace: SourceLocation, secondPlace: SourceLocation
    ) {
      self.interview = interview
      self.field = field
      self.first = first
      self.second = second
      self.isHidden = isHidden
      self.firstPlace = firstPlace
      self.secondPlace = secondPlace
    }
  }

  /// How well the entries of one field agree, or of all fields.
  package struct Agreement: Sendable, Hashable {
    /// Cells that at least one of the two entries fills; two blanks were not keyed by anybody.
    package var cells: Int
    package var differing: Int
    /// Characters of the two entries together, each answer as its code is written.
    package var keystrokes: Int

    package init(cells: Int = 0, differing: Int = 0, keystrokes: Int = 0) {
      self.cells = cells
      self.differing = differing
      self.keystrokes = keystrokes
    }

    /// Differing cells among those compared, 0...1; `nil` where nothing was compared.
    package var rate: Double? { cells == 0 ? nil : Double(differing) / Double(cells) }

    /// Differing cells per 1,000 characters keyed in the two entries together: as a difference takes
    /// at least one wrong keystroke in one of them, no more than the rate of wrong keystrokes.
    package var perThousandKeystrokes: Double? {
      keystrokes == 0 ? nil : 1000 * Double(differing) / Double(keystrokes)
    }

    package static func + (left: Self, right: Self) -> Self {
      Self(
        cells: left.cells + right.cells, differing: left.differing + right.differing,
        keystrokes: left.keystrokes + right.keystrokes)
    }
  }

  package struct FieldAgreement: Sendable, Hashable {
    package var field: String
    package var agreement: Agreement

    package init(field: String, agreement: Agreement) {
      self.field = field
      self.agreement = agreement
    }
  }

  package var first: File
  package var second: File
  /// Forms accepted in both files.
  package var forms: Int
  /// Those of them in which no cell differs.
  package var identicalForms: Int
  /// Fields compared, in the order of the questionnaire.
  package var fields: [FieldAgreement]
  /// In the order of the first file, then of the questionnaire; the first of them where there are
  /// more than can be listed.
  package var differences: [Difference]

  package init(
    first: File, second: File, forms: Int, identicalForms: Int,
    fields: [FieldAgreement], differences: [Difference]
  ) {
    self.first = first
    self.second = second
    self.forms = forms
    self.identicalForms = identicalForms
    self.fields = fields
    self.differences = differences
  }

  package var overall: Agreement { fields.reduce(Agreement()) { $0 + $1.agreement } }
}
