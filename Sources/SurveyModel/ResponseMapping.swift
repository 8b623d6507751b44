/// What a survey tells about its response files beyond the questionnaire: which column holds what,
/// which texts are blank or stand for a code, which way round a scale was answered.
package struct ResponseMapping: Sendable, Hashable {
  /// A column named by its header.
  package struct Column: Sendable, Hashable {
    package var header: String
    package var field: String

    package init(header: String, field: String) {
      self.header = header
      self.field = field
    }
  }

  /// An answer text that stands for a code.
  package struct Answer: Sendable, Hashable {
    package var field: String
    package var text: String
    /// A code of the field's list.
    package var code: String

    package init(field: String, text: String, code: String) {
      self.field = field
      self.text = text
      self.code = code
    }
  }

  /// What a person confirmed about the direction of items.
  package struct Direction: Sendable, Hashable {
    /// `nil` for every item.
    package var items: [String]?
    /// The files write the lowest answer where the questionnaire has the highest.
    package var isReversed: Bool
    /// Pattern of the files meant, resolved like that of the response files; `nil` for all.
    package var file: String?

    package init(items: [String]?, isReversed: Bool, file: String? = nil) {
      self.items = items
      self.isReversed = isReversed
      self.file = file
    }
  }

  /// Headers that are neither id nor label of their field.
  package var columns: [Column]
  /// Headers of columns that are known and left out.
  package var ignored: [String]
  /// Cell texts that mean a blank cell.
  package var blanks: [String]
  package var answers: [Answer]
  package var directions: [Direction]
  /// Interviews that a web survey marks as not submitted are rejected; otherwise counted in a
  /// notice.
  package var rejectsIncomplete: Bool

  package init(
    columns: [Column] = [], ignored: [String] = [], blanks: [String] = [], answers: [Answer] = [],
    directions: [Direction] = [], rejectsIncomplete: Bool = false
  ) {
    self.columns = columns
    self.ignored = ignored
    self.blanks = blanks
    self.answers = answers
    self.directions = directions
    self.rejectsIncomplete = rejectsIncomplete
  }

  /// The confirmed direction of an item: the last declaration that names it counts.
  ///
  /// - Returns: True where its codes are mirrored on the way in, `nil` where nothing is declared.
  package func isReversed(_ item: String) -> Bool? {
    directions.last { $0.items?.contains(item) ?? true }?.isReversed
  }
}
