import Documents

/// How a table is laid out: the size of its letters, on which pages it stands, and how wide its
/// columns are.
///
/// A table stands on the upright page in letters of 12 to 9 points where its words and figures fit
/// their columns; else on a wide page in 10 or 9 points; else it is parted into panels that all begin
/// with its first column.
struct TableLayout: Sendable, Hashable {
  struct Panel: Sendable, Hashable {
    /// Positions in the table, from 0.
    var columns: [Int]
    /// Twips, one for each column.
    var widths: [Int]
  }

  /// Points.
  var size: Double
  var isWide: Bool
  /// None where the table has no columns.
  var panels: [Panel]

  /// Points of the letters of a table that has room.
  static let size = 12.0
  /// Twips left and right in a cell.
  static let padding = 70
  /// Word takes 63 columns; more than these cannot be read.
  private static let mostColumns = 24

  static func detailSize(for size: Double) -> Double { max(8, size - 2) }

  /// Finds the largest letters and the smallest page that hold the table.
  ///
  /// - Parameters:
  ///   - table: The table to lay out.
  ///   - rows: How many of its rows are printed.
  init(of table: DocumentTable, rows: Int) {
    let needs = ColumnNeeds(of: table, rows: rows)
    let columns = Array(table.columns.indices)
    for size in [12.0, 11, 10, 9] {
      if let panel = Self.panel(columns, needs, table, size: size, isWide: false) {
        self.init(size: size, isWide: false, panels: [panel])
        return
      }
    }
    for size in [10.0, 9] {
      if let panel = Self.panel(columns, needs, table, size: size, isWide: true) {
        self.init(size: size, isWide: true, panels: [panel])
        return
      }
    }
    self.init(size: 9, isWide: true, panels: Self.panels(needs, table, size: 9))
  }

  private init(size: Double, isWide: Bool, panels: [Panel]) {
    self.size = size
    self.isWide = isWide
    self.panels = panels.filter { !$0.columns.isEmpty }
  }

  /// All columns side by side; `nil` where they do not fit.
  private static func panel(
    _ columns: [Int], _ needs: ColumnNeeds, _ table: DocumentTable, size: Double, isWide: Bool
  ) -> Panel? {
    let room = Page.width(isWide: isWide)
    let least = columns.map { needs.least($0, size: size) }
    guard columns.count <= mostColumns, least.reduce(0, +) <= room else { return nil }
    let shares = columns.map { column in
      let width = table.columns[column].width
      return width.isFinite && width > 0 ? min(width, 1000) : 1
    }
    return Panel(columns: columns, widths: columnWidths(least: least, shares: shares, room: room))
  }

  private static func panels(
    _ needs: ColumnNeeds, _ table: DocumentTable, size: Double
  ) -> [Panel] {
    let room = Page.width(isWide: true)
    let repeated = table.hasRowHeads ? [0] : []
    let start = repeated.map { needs.least($0, size: size) }.reduce(0, +)
    var panels: [[Int]] = []
    var current = repeated
    var taken = start
    for column in table.columns.indices.dropFirst(repeated.count) {
      let need = needs.least(column, size: size)
      if current.count > repeated.count, taken + need > room || current.count == mostColumns {
        panels.append(current)
        current = repeated
        taken = start
      }
      current.append(column)
      taken += need
    }
    panels.append(current)
    return panels.compactMap { panel($0, needs, table, size: size, isWide: true) }
  }
}

/// Shares the room out as the table asks, but gives every column what its longest word needs.
///
/// - Parameters:
///   - least: Twips, together at most `room`.
///   - shares: Positive, relative to one another.
///   - room: Twips.
/// - Returns: Whole twips that sum to `room`.
func columnWidths(least: [Int], shares: [Double], room: Int) -> [Int] {
  var isFixed = [Bool](repeating: false, count: least.count)
  while true {
    var free = Double(room)
    var weight = 0.0
    for index in least.indices {
      if isFixed[index] { free -= Double(least[index]) } else { weight += shares[index] }
    }
    let short = least.indices.filter { index in
      !isFixed[index] && free * shares[index] / weight < Double(least[index])
    }
    guard short.isEmpty else {
      for index in short { isFixed[index] = true }
      continue
    }
    var widths = least.indices.map { index in
      isFixed[index] ? least[index] : Int(free * shares[index] / weight)
    }
    let rest = room - widths.reduce(0, +)
    if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) { widths[widest] += rest }
    return widths
  }
}
