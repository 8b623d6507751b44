import XML

/// The part `word/numbering.xml`: `I.` and `1.` before headings, as the decree numbers parts and
/// items, and a dash before the items of lists.
enum Numbering {
  /// Takes a paragraph out of the numbering of its style (ECMA-376 part 1, 17.9.18).
  static let none = 0
  static let headings = 1
  static let bullets = 2

  static func write(to xml: XMLWriter) {
    xml.element("w:numbering", [("xmlns:w", Namespace.main)]) {
      xml.element("w:abstractNum", [("w:abstractNumId", "1")]) {
        xml.setting("multiLevelType", "multilevel")
        let levels: [(format: String, style: Style)] = [
          ("upperRoman", .section), ("decimal", .subsection),
        ]
        for (level, (format, style)) in levels.enumerated() {
          xml.element("w:lvl", [("w:ilvl", String(level))]) {
            xml.setting("start", 1)
            xml.setting("numFmt", format)
            xml.setting("pStyle", style.rawValue)
            xml.setting("suff", "space")
            xml.setting("lvlText", "%\(level + 1).")
            xml.setting("lvlJc", "left")
            xml.element("w:pPr") {
              ParagraphProperties(indent: .init(first: Page.firstLine)).writeContent(to: xml)
            }
          }
        }
      }
      xml.element("w:abstractNum", [("w:abstractNumId", "2")]) {
        xml.setting("multiLevelType", "singleLevel")
        xml.element("w:lvl", [("w:ilvl", "0")]) {
          xml.setting("start", 1)
          xml.setting("numFmt", "bullet")
          xml.setting("pStyle", Style.listItem.rawValue)
          xml.setting("lvlText", "-")
          xml.setting("lvlJc", "left")
          xml.element("w:pPr") {
            ParagraphProperties(indent: .init(left: Page.firstLine + 284, first: -284))
              .writeContent(to: xml)
          }
        }
      }
      for number in [headings, bullets] {
        xml.element("w:num", [("w:numId", String(number))]) {
          xml.setting("abstractNumId", number)
        }
      }
    }
  }
}
