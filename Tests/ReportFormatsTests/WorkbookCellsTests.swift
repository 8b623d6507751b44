import Documents
import ReportReaders
import SurveyModel
import Testing

@Suite struct WorkbookCellsTests {
  @Test(arguments: SampleFolder.all)
  func `the sheets of the workbook are the tables of the document, nothing rounded`(
    sample: SampleFolder
  ) throws {
    let folder = try sample.folder.get()
    let workbook = try folder.workbook()
    var numbers = 0
    for placed in folder.document.tables {
      let titles = [placed.table.title, placed.chartTitle ?? ""].filter { !$0.isEmpty }
      // Tables of one title are told apart by what they hold; equal tables share a sheet.
      let found = workbook.sheets.dropFirst().filter { sheet in
        (0..<6).contains { titles.contains(sheet.texts[Place($0, 0)] ?? "") }
      }.map { differences(of: placed.table, from: $0) }
      let best = try #require(found.min { $0.count < $1.count }, "\(placed.table.id)")
      #expect(best.isEmpty, "\(placed.table.id): \(best.prefix(5))")
      numbers += placed.table.rows.joined().count { $0.number != nil }
    }
    #expect(numbers > 400)
  }

  @Test(arguments: SampleFolder.all)
  func `formulas give the numbers that stand beside them`(sample: SampleFolder) throws {
    var computed = 0
    for sheet in try sample.folder.get().workbook().sheets {
      for (place, formula) in sheet.formulas {
        // Others take a number over for a chart.
        guard formula.contains("-") && !formula.hasPrefix("-") || formula.hasPrefix("SUM(") else {
          continue
        }
        let result = try #require(value(of: formula, on: sheet), "\(sheet.name) \(formula)")
        let shown = try #require(sheet.numbers[place], "\(sheet.name) \(formula)")
        #expect((result - shown).magnitude < 1e-9, "\(sheet.name) \(formula)")
        computed += 1
      }
    }
    #expect(computed > 10)
  }

  /// What a sheet has otherwise than the table: places, with what was found.
  private func differences(
    of table: DocumentTable, from sheet: WrittenWorkbook.Sheet
  ) -> [String] {
    let heads = (1..<12).filter { row in
      guard let head = table.columns.first?.head else { return false }
      let text = sheet.texts[Place(row, 0)] ?? ""
      return text == head || text.hasPrefix(head + "\n")
    }
    guard let head = heads.last else { return ["no head"] }
    var faults: [String] = []
    var column = 0
    for source in table.columns.indices {
      let cells = table.rows.map { $0[source] }
      let details = cells.map(detail)
      let hasDetail = details.contains { !$0.isEmpty }
      let hasFootnote = cells.contains { !$0.footnote.isEmpty }
      for (row, cell) in cells.enumerated() {
        let place = Place(head + 1 + row, column)
        if let number = cell.number, number.value.isFinite {
          if sheet.numbers[place] != number.value { faults.append("\(place) \(cell.text)") }
        } else if sheet.texts[place] ?? "" != cell.text || sheet.numbers[place] != nil {
          faults.append("\(place) \(cell.text)")
        }
        let beside = Place(place.row, column + 1)
        if hasDetail, sheet.texts[beside] ?? "" != details[row] {
          faults.append("\(beside) \(details[row])")
        }
        let letter = Place(place.row, column + (hasDetail ? 2 : 1))
        if hasFootnote, sheet.texts[letter] ?? "" != cell.footnote {
          faults.append("\(letter) \(cell.footnote)")
        }
      }
      column += 1 + (hasDetail ? 1 : 0) + (hasFootnote ? 1 : 0)
    }
    return faults
  }

  /// A number leaves no room for the error beside it, which stands with the detail.
  private func detail(of cell: Cell) -> String {
    guard cell.number?.value.isFinite == true, let start = cell.text.firstIndex(of: "±") else {
      return cell.detail
    }
    return String(cell.text[start...]) + (cell.detail.isEmpty ? "" : "; " + cell.detail)
  }

  /// Computes `D6-C6`, `ROUND(D6,2)-ROUND(C6,2)` and `SUM(D6:D22)`.
  private func value(of formula: String, on sheet: WrittenWorkbook.Sheet) -> Double? {
    if let match = formula.wholeMatch(of: /SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)/) {
      guard match.1 == match.3, let first = Int(match.2), let last = Int(match.4) else {
        return nil
      }
      let column = column(match.1)
      return (first...last).reduce(0) { $0 + (sheet.numbers[Place($1 - 1, column)] ?? 0) }
    }
    let terms = formula.split(separator: "-").map { term(String($0), on: sheet) }
    guard terms.count == 2, let left = terms[0], let right = terms[1] else { return nil }
    return left - right
  }

  private func term(_ text: String, on sheet: WrittenWorkbook.Sheet) -> Double? {
    if let match = text.wholeMatch(of: /ROUND\(([A-Z]+\d+),(\d+)\)/) {
      guard let inner = term(String(match.1), on: sheet), let places = Int(match.2) else {
        return nil
      }
      let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
      return (inner * scale).rounded(.toNearestOrAwayFromZero) / scale
    }
    guard let match = text.wholeMatch(of: /([A-Z]+)(\d+)/), let row = Int(match.2) else {
      return nil
    }
    return sheet.numbers[Place(row - 1, column(match.1))]
  }

  private func column(_ letters: Substring) -> Int {
    letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}
