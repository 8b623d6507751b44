package import SurveyModel

/// A cell: what stands in it and how it looks.
package struct CellContent: Sendable {
  package var value: CellValue
  package var look: CellLook?

  package init(_ value: CellValue, look: CellLook? = nil) {
    self.value = value
    self.look = look
  }

  package static let empty = CellContent(.empty)

  package static func text(_ text: String, look: CellLook? = nil) -> CellContent {
    CellContent(.text(text), look: look)
  }

  package static func number(_ number: Double, look: CellLook? = nil) -> CellContent {
    CellContent(.number(number), look: look)
  }

  package static func date(_ date: CivilDate, look: CellLook? = nil) -> CellContent {
    CellContent(.date(date), look: look)
  }
}

/// What stands in a cell.
package enum CellValue: Sendable, Hashable {
  case empty
  /// Always text, also where it looks like a number or a formula.
  case text(String)
  case number(Double)
  /// Shown day/month/year unless the look has a number format; not before 1900-03-01.
  case date(CivilDate)
  /// A day and the seconds since its midnight.
  case datetime(CivilDate, second: Int)
  /// A formula with its `=`, in English names and commas as the file format has them, and the
  /// result that is shown until a program computes it.
  case formula(String, result: Double)
  /// A text that leads to a cell of this workbook when it is clicked.
  case link(String, to: CellPlace)
}

/// A cell of a sheet, counted from 0.
package struct CellPlace: Sendable, Hashable {
  package var sheet: String
  package var row: Int
  package var column: Int

  package init(sheet: String, row: Int = 0, column: Int = 0) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

/// How a cell looks; equal looks are stored once in the workbook.
package struct CellLook: Sendable, Hashable {
  package var isBold = false
  package var isItalic = false
  package var wraps = false
  /// On a protected sheet: whether the cell is closed to change.
  package var isLocked = true
  package var hasBorder = false
  package var isCentred = false
  /// At the right edge, where numbers stand.
  package var isAtEnd = false
  /// At the upper edge, where texts of several lines begin.
  package var isAtTop = false
  package var isUnderlined = false
  /// Points; `nil` for the standard 11.
  package var fontSize: Double?
  /// Red, green and blue, `0xRRGGBB`.
  package var fontColour: UInt32?
  package var fillColour: UInt32?
  /// As Excel writes formats: `0.00`, `dd/mm/yyyy`, `@` (typed text stays text).
  package var numberFormat: String?

  package init() {}

  /// The look with something changed: `.plain.with { $0.isBold = true }`.
  package func with(_ change: (inout CellLook) -> Void) -> CellLook {
    var result = self
    change(&result)
    return result
  }

  package static let plain = CellLook()
}
