/// A workbook to be written: its sheets in the order of their tabs.
package struct WorkbookContent: Sendable {
  package var sheets: [SheetContent]
  /// Names for ranges, `("districts", "=Lists!$A$2:$A$18")`, that validations and formulas may use.
  package var names: [(name: String, formula: String)]
  package var title: String?
  /// Facts about the file that programs show beside its title, in the order given.
  package var properties: [(name: String, value: String)]
  /// The language of the charts' texts as a tag, `vi-VN`.
  package var language: String
  /// True where every number keeps its 17th digit; otherwise 16 are written.
  ///
  /// Costs a second pass over the finished file, which then is in memory.
  package var keepsEveryDigit: Bool

  package init(
    sheets: [SheetContent], names: [(name: String, formula: String)] = [], title: String? = nil,
    properties: [(name: String, value: String)] = [], language: String = "en-US",
    keepsEveryDigit: Bool = false
  ) {
    self.sheets = sheets
    self.names = names
    self.title = title
    self.properties = properties
    self.language = language
    self.keepsEveryDigit = keepsEveryDigit
  }
}

/// One sheet: rows of cells from the first row on, and what Excel is told about them.
///
/// Rows and columns are counted from 0 here, as in ``CellRange``.
package struct SheetContent: Sendable {
  /// At most 31 characters, without `[ ] : * ? / \`, different from the other sheets' names.
  package var name: String
  package var rows: [[CellContent]]
  package var columns: [ColumnWidth]
  /// Rows and columns that stay in sight when the sheet is scrolled.
  package var frozenRows: Int
  package var frozenColumns: Int
  package var validations: [CellValidation]
  package var conditionalLooks: [ConditionalLook]
  package var notes: [CellNote]
  package var isHidden: Bool
  package var protection: SheetProtection?
  /// Cells that are shown as one; the first of them holds what is shown.
  package var merges: [CellRange]
  /// Heights in points of the rows whose height the program that opens the file does not find.
  package var rowHeights: [(row: Int, height: Double)]
  /// The head and the rows that buttons in the head choose from.
  package var filter: CellRange?
  package var page: PageSetup?
  package var charts: [SheetChart]

  package init(
    name: String, rows: [[CellContent]] = [], columns: [ColumnWidth] = [], frozenRows: Int = 0,
    frozenColumns: Int = 0, validations: [CellValidation] = [],
    conditionalLooks: [ConditionalLook] = [], notes: [CellNote] = [], isHidden: Bool = false,
    protection: SheetProtection? = nil, merges: [CellRange] = [],
    rowHeights: [(row: Int, height: Double)] = [], filter: CellRange? = nil,
    page: PageSetup? = nil, charts: [SheetChart] = []
  ) {
    self.name = name
    self.rows = rows
    self.columns = columns
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.validations = validations
    self.conditionalLooks = conditionalLooks
    self.notes = notes
    self.isHidden = isHidden
    self.protection = protection
    self.merges = merges
    self.rowHeights = rowHeights
    self.filter = filter
    self.page = page
    self.charts = charts
  }
}

/// The width of neighbouring columns, and the look of their cells that are not written.
package struct ColumnWidth: Sendable {
  package var columns: ClosedRange<Int>
  /// In characters of the standard font.
  package var width: Double
  package var look: CellLook?
  package var isHidden: Bool

  package init(
    columns: ClosedRange<Int>, width: Double, look: CellLook? = nil, isHidden: Bool = false
  ) {
    self.columns = columns
    self.width = width
    self.look = look
    self.isHidden = isHidden
  }
}

/// A comment shown when the mouse rests on a cell.
package struct CellNote: Sendable {
  package var row: Int
  package var column: Int
  package var text: String

  package init(row: Int, column: Int, text: String) {
    self.row = row
    self.column = column
    self.text = text
  }
}

/// Against slips of the hand: only cells whose look is unlocked can be changed.
package struct SheetProtection: Sendable {
  /// `nil` lets anyone lift the protection.
  package var password: String?
  package var allowsColumnWidths: Bool
  package var allowsSortingAndFilters: Bool

  package init(
    password: String? = nil, allowsColumnWidths: Bool = true, allowsSortingAndFilters: Bool = false
  ) {
    self.password = password
    self.allowsColumnWidths = allowsColumnWidths
    self.allowsSortingAndFilters = allowsSortingAndFilters
  }
}
