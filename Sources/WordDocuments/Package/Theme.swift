import XML

/// The part `word/theme/theme1.xml`: the one font of the decree for headings and text, whatever an
/// editor chooses from the theme, and plain colours.
enum Theme {
  static func write(to xml: XMLWriter) {
    xml.element("a:theme", [("xmlns:a", Namespace.drawing), ("name", "sipas")]) {
      xml.element("a:themeElements") {
        writeColours(to: xml)
        xml.element("a:fontScheme", [("name", "sipas")]) {
          for kind in ["a:majorFont", "a:minorFont"] {
            xml.element(kind) {
              xml.element("a:latin", [("typeface", Fonts.name)])
              xml.element("a:ea", [("typeface", "")])
              xml.element("a:cs", [("typeface", "")])
            }
          }
        }
        writeFormats(to: xml)
      }
    }
  }

  private static func writeColours(to xml: XMLWriter) {
    let colours = [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F3864"), ("lt2", "E7E6E6"),
      ("accent1", "1F5C99"), ("accent2", "B45309"), ("accent3", "6B7280"), ("accent4", "A16207"),
      ("accent5", "2563EB"), ("accent6", "3F6212"), ("hlink", "0563C1"), ("folHlink", "954F72"),
    ]
    xml.element("a:clrScheme", [("name", "sipas")]) {
      for (name, colour) in colours {
        xml.element("a:" + name) { xml.element("a:srgbClr", [("val", colour)]) }
      }
    }
  }

  /// Three of each, as the format demands.
  private static func writeFormats(to xml: XMLWriter) {
    let fill = {
      xml.element("a:solidFill") { xml.element("a:schemeClr", [("val", "phClr")]) }
    }
    xml.element("a:fmtScheme", [("name", "sipas")]) {
      xml.element("a:fillStyleLst") { for _ in 0..<3 { fill() } }
      xml.element("a:lnStyleLst") {
        for width in ["6350", "12700", "19050"] {
          xml.element("a:ln", [("w", width)]) { fill() }
        }
      }
      xml.element("a:effectStyleLst") {
        for _ in 0..<3 { xml.element("a:effectStyle") { xml.element("a:effectLst") } }
      }
      xml.element("a:bgFillStyleLst") { for _ in 0..<3 { fill() } }
    }
  }
}
