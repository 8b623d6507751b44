import XML

/// The part `word/styles.xml`.
struct StyleSheet {
  let wording: Wording

  func write(to xml: XMLWriter) {
    xml.element("w:styles", [("xmlns:w", Namespace.main)]) {
      writeDefaults(to: xml)
      for style in Style.allCases where !style.isTable { write(style, to: xml) }
      for style in Style.allCases where style.isTable { writeTable(style, to: xml) }
    }
  }

  /// What holds where no style speaks: the font of the decree, the size of its text, black.
  private func writeDefaults(to xml: XMLWriter) {
    xml.element("w:docDefaults") {
      xml.element("w:rPrDefault") {
        xml.element("w:rPr") {
          RunProperties(size: 14).writeContent(to: xml, fonts: true)
          xml.element(
            "w:lang",
            [("w:val", wording.languageTag), ("w:eastAsia", wording.languageTag)])
        }
      }
      xml.element("w:pPrDefault") {
        xml.element("w:pPr") { ParagraphProperties(spacing: .init()).writeContent(to: xml) }
      }
    }
  }

  private func write(_ style: Style, to xml: XMLWriter) {
    let look = style.look
    var attributes = [("w:type", "paragraph")]
    if style == .normal { attributes.append(("w:default", "1")) }
    attributes.append(("w:styleId", style.rawValue))
    xml.element("w:style", attributes.map { ($0.0, $0.1) }) {
      xml.setting("name", style.name(in: wording))
      if let parent = look.basedOn { xml.setting("basedOn", parent.rawValue) }
      if let next = look.next { xml.setting("next", next.rawValue) }
      xml.element("w:qFormat")
      if look.paragraph != .init() {
        xml.element("w:pPr") { look.paragraph.writeContent(to: xml) }
      }
      look.letters.write(to: xml)
    }
  }

  private func writeTable(_ style: Style, to xml: XMLWriter) {
    var attributes = [("w:type", "table")]
    if style == .plainTable { attributes.append(("w:default", "1")) }
    attributes.append(("w:styleId", style.rawValue))
    xml.element("w:style", attributes.map { ($0.0, $0.1) }) {
      xml.setting("name", style.name(in: wording))
      if style != .plainTable { xml.setting("basedOn", Style.plainTable.rawValue) }
      if style == .plainTable { xml.setting("uiPriority", 99) }
      xml.element("w:tblPr") {
        if style == .plainTable {
          xml.element("w:tblInd", [("w:w", "0"), ("w:type", "dxa")])
        }
        if style == .reportTable { writeLines(to: xml) }
        writeMargins(style == .reportTable ? TableLayout.padding : 0, to: xml)
      }
      if style == .reportTable {
        xml.element("w:tblStylePr", [("w:type", "firstRow")]) {
          xml.element("w:rPr") { xml.element("w:b") }
          xml.element("w:tcPr") {
            xml.element(
              "w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", Shading.head)])
          }
        }
      }
    }
  }

  private func writeLines(to xml: XMLWriter) {
    xml.element("w:tblBorders") {
      for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.element(
          "w:" + side,
          [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
      }
    }
  }

  private func writeMargins(_ sides: Int, to xml: XMLWriter) {
    xml.element("w:tblCellMar") {
      for (side, width) in [("top", 0), ("left", sides), ("bottom", 0), ("right", sides)] {
        xml.element("w:" + side, [("w:w", String(width)), ("w:type", "dxa")])
      }
    }
  }
}

/// Light surfaces that leave black letters readable, also when printed without colour; what they
/// mean stands in words beside.
enum Shading {
  static let head = "F2F2F2"
  static let met = "E2EFDA"
  static let notMet = "FBE4D5"
  static let noData = "EDEDED"
}
