import XML

/// A table as it is written.
struct WordTable: Sendable, Hashable {
  enum Look: Sendable, Hashable {
    /// Lines around all cells, the first row a head.
    case report(hasRowHeads: Bool)
    /// No lines: text side by side.
    case columns
  }

  var look: Look
  /// Of the columns, in twips.
  var widths: [Int]
  var rows: [WordRow]
  /// Read aloud before the table; may be empty.
  var title = ""

  func write(to xml: XMLWriter) {
    xml.element("w:tbl") {
      writeProperties(to: xml)
      xml.element("w:tblGrid") {
        for width in widths { xml.element("w:gridCol", [("w:w", String(width))]) }
      }
      for row in rows { row.write(widths: widths, to: xml) }
    }
  }

  /// `w:tblPr`, its children in the order of CT_TblPr.
  private func writeProperties(to xml: XMLWriter) {
    xml.element("w:tblPr") {
      let style: Style = look == .columns ? .columnsTable : .reportTable
      xml.setting("tblStyle", style.rawValue)
      xml.element(
        "w:tblW", [("w:w", String(widths.reduce(0, +))), ("w:type", "dxa")])
      xml.element("w:tblLayout", [("w:type", "fixed")])
      let firstColumn = look == .report(hasRowHeads: true)
      let firstRow = look != .columns
      xml.element(
        "w:tblLook",
        [
          ("w:val", Self.lookBits(firstRow: firstRow, firstColumn: firstColumn)),
          ("w:firstRow", firstRow ? "1" : "0"), ("w:lastRow", "0"),
          ("w:firstColumn", firstColumn ? "1" : "0"), ("w:lastColumn", "0"),
          ("w:noHBand", "1"), ("w:noVBand", "1"),
        ])
      if !title.isEmpty { xml.setting("tblCaption", harmless(title)) }
    }
  }

  /// The same as one number, for programs that read only that: neither rows nor columns are banded.
  private static func lookBits(firstRow: Bool, firstColumn: Bool) -> String {
    switch (firstRow, firstColumn) {
    case (true, true): "06A0"
    case (true, false): "0620"
    case (false, true): "0680"
    case (false, false): "0600"
    }
  }
}

struct WordRow: Sendable, Hashable {
  var cells: [WordCell]
  /// Stands again at the head of every page.
  var isHead = false
  /// Stands on one page.
  var isWhole = true

  func write(widths: [Int], to xml: XMLWriter) {
    xml.element("w:tr") {
      if isHead || isWhole {
        xml.element("w:trPr") {
          if isWhole { xml.element("w:cantSplit") }
          if isHead { xml.element("w:tblHeader") }
        }
      }
      for (cell, width) in zip(cells, widths) { cell.write(width: width, to: xml) }
    }
  }
}

struct WordCell: Sendable, Hashable {
  /// Never empty: Word wants a paragraph in every cell.
  var paragraphs: [WordParagraph]
  /// Red, green and blue in hexadecimal; `nil` for none.
  var shading: String?
  var isCentred = false

  /// `w:tc`, the children of its properties in the order of CT_TcPr.
  func write(width: Int, to xml: XMLWriter) {
    precondition(!paragraphs.isEmpty, "a cell holds a paragraph")
    xml.element("w:tc") {
      xml.element("w:tcPr") {
        xml.element("w:tcW", [("w:w", String(width)), ("w:type", "dxa")])
        if let shading {
          xml.element("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", shading)])
        }
        if isCentred { xml.setting("vAlign", "center") }
      }
      for paragraph in paragraphs { paragraph.write(to: xml) }
    }
  }
}
