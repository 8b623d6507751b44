package import SurveyModel

/// Cells from the first row and column to the last, counted from 0.
package struct CellRange: Sendable, Hashable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// What may be typed into cells, and what Excel says to the person typing.
///
/// Excel never blocks what is pasted: a validation helps honest hands, the import still checks.
package struct CellValidation: Sendable {
  package var range: CellRange
  package var rule: Rule
  package var onFault: Severity
  package var allowsBlank: Bool
  /// Shown when the cell is chosen; at most 32 and 255 characters.
  package var prompt: Message?
  /// Shown when the rule is broken; at most 32 and 255 characters.
  package var fault: Message?

  package enum Rule: Sendable {
    /// A drop-down list of values; in UTF-8 and with the commas between them they have at most 255
    /// bytes, and none may hold a comma.
    case list([String])
    /// A drop-down list of the cells that a reference or a name gives: `=Lists!$A$2:$A$18`,
    /// `=districts`, `=INDIRECT("c_"&$B2)`.
    case listFrom(String)
    /// `nil` leaves a side open.
    case integer(from: Int?, to: Int?)
    case decimal(from: Double?, to: Double?)
    case date(from: CivilDate?, to: CivilDate?)
    /// At most so many characters.
    case length(atMost: Int)
    /// A formula with its `=` that is true for what may stand in the first cell of the range.
    case formula(String)
  }

  package enum Severity: Sendable {
    case stop
    case warning
    case information
  }

  package struct Message: Sendable {
    package var title: String
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package init(
    range: CellRange, rule: Rule, onFault: Severity = .stop, allowsBlank: Bool = true,
    prompt: Message? = nil, fault: Message? = nil
  ) {
    self.range = range
    self.rule = rule
    self.onFault = onFault
    self.allowsBlank = allowsBlank
    self.prompt = prompt
    self.fault = fault
  }
}
