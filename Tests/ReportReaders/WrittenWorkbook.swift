internal import Archives
internal import Foundation
internal import Spreadsheets
internal import SurveyModel
internal import Testing
package import XML

/// A place on a sheet, counted from 0.
package struct Place: Sendable, Hashable {
  package var row: Int
  package var column: Int

  package init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }
}

/// A report written as a workbook and read back: its cells by the product's own reader, its parts
/// as XML.
package struct WrittenWorkbook {
  package struct Sheet {
    package var name: String
    package var texts: [Place: String] = [:]
    package var numbers: [Place: Double] = [:]
    package var xml: XMLElement
    /// Formulas as the file has them, without `=`.
    package var formulas: [Place: String] = [:]
  }

  package var sheets: [Sheet] = []
  package var charts: [XMLElement] = []
  package var partNames: [String] = []
  package var parts: [String: String] = [:]

  package init(path: String) throws {
    let archive = try Archive(path: path)
    partNames = archive.entries.map(\.name)
    for name in partNames {
      parts[name] = String(decoding: try bytes(name, archive), as: UTF8.self)
    }
    let workbook = try Workbook(path: path)
    for (number, sheet) in workbook.sheets.enumerated() {
      var read = Sheet(
        name: sheet.name, xml: try xml("xl/worksheets/sheet\(number + 1).xml", archive))
      try readCells(of: sheet, in: workbook, to: &read)
      for row in read.xml.child("sheetData")?.children(named: "row") ?? [] {
        for cell in row.children(named: "c") {
          guard let formula = cell.child("f") else { continue }
          read.formulas[try #require(place(cell[attribute: "r"] ?? ""))] = formula.text
        }
      }
      sheets.append(read)
    }
    var number = 1
    while archive.entry("xl/charts/chart\(number).xml") != nil {
      charts.append(try xml("xl/charts/chart\(number).xml", archive))
      number += 1
    }
  }

  /// The sheet of a table, whose title is that of the sheet or stands below that of its picture.
  package func sheet(_ title: String) throws -> Sheet {
    try #require(
      sheets.dropFirst().first { sheet in
        (0..<5).contains { sheet.texts[Place($0, 0)] == title }
      })
  }

  /// The chart with a title.
  package func chart(_ title: String) throws -> XMLElement {
    try #require(charts.first { $0.all("t").contains { $0.text == title } })
  }

  /// The numbers in the cells that a reference names; `nil` for cells without one.
  package func numbers(_ reference: String) throws -> [Double?] {
    try places(reference).map { sheet, place in sheet.numbers[place] }
  }

  package func texts(_ reference: String) throws -> [String?] {
    try places(reference).map { sheet, place in sheet.texts[place] }
  }

  private func places(_ reference: String) throws -> [(Sheet, Place)] {
    let parts = reference.split(separator: "!")
    try #require(parts.count == 2)
    let name = parts[0].dropFirst().dropLast()
    let sheet = try #require(sheets.first { $0.name == name }, "no sheet “\(name)”")
    let ends = parts[1].split(separator: ":").map { place(String($0.filter { $0 != "$" })) }
    let first = try #require(ends.first ?? nil)
    let last = try #require(ends.last ?? nil)
    return (first.row...last.row).flatMap { row in
      (first.column...last.column).map { (sheet, Place(row, $0)) }
    }
  }
}

private func readCells(
  of sheet: WorkbookSheet, in workbook: Workbook, to read: inout WrittenWorkbook.Sheet
) throws {
  let reader = try workbook.reader(of: sheet)
  var rows = SheetRows()
  while try reader.next(into: &rows, atLeast: 1 << 16) {
    for row in rows.rows {
      for cell in rows.cells(of: row) {
        let place = Place(Int(row.number) - 1, Int(cell.column))
        if cell.kind == .shared {
          workbook.sharedStrings.withText(Int(cell.start)) {
            read.texts[place] = String(decoding: $0, as: UTF8.self)
          }
          continue
        }
        let text = String(
          decoding: rows.bytes[Int(cell.start)..<Int(cell.start + cell.count)], as: UTF8.self)
        if cell.kind == .number {
          read.numbers[place] = Double(text)
        } else {
          read.texts[place] = text
        }
      }
    }
  }
}

private func bytes(_ name: String, _ archive: Archive) throws -> [UInt8] {
  let entry = try #require(archive.entry(name))
  let stream = try archive.stream(entry)
  var bytes = [UInt8](repeating: 0, count: Int(entry.size))
  try bytes.withUnsafeMutableBytes { buffer in
    var count = 0
    while count < buffer.count {
      count += try stream.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
  }
  return bytes
}

private func xml(_ name: String, _ archive: Archive) throws -> XMLElement {
  let reading = readXML(try bytes(name, archive), file: name)
  #expect(reading.findings.isEmpty)
  return try #require(reading.root)
}

/// `B7`.
private func place(_ reference: String) -> Place? {
  let letters = reference.prefix { $0.isLetter }
  guard let row = Int(reference.dropFirst(letters.count)), !letters.isEmpty else { return nil }
  let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  return Place(row - 1, column - 1)
}

extension XMLElement {
  /// All elements of a name below this one, in the order of the file.
  package func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The element at the end of a path of names.
  package func at(_ path: String...) -> XMLElement? {
    path.reduce(Optional(self)) { $0?.child($1) }
  }

  /// The numbers that a chart remembers of its cells.
  package var cachedNumbers: [Double?] {
    let count = all("ptCount").first?[attribute: "val"].flatMap { Int($0) } ?? 0
    var values = [Double?](repeating: nil, count: count)
    for point in all("pt") {
      guard let index = point[attribute: "idx"].flatMap({ Int($0) }), index < count else {
        continue
      }
      values[index] = point.child("v").flatMap { Double($0.text) }
    }
    return values
  }
}
