import XML

/// How a paragraph stands, where that differs from its style; lengths in twips.
struct ParagraphProperties: Sendable, Hashable {
  enum Alignment: String, Sendable, Hashable { case left, center, right, both }

  struct Indent: Sendable, Hashable {
    var left = 0
    var right = 0
    /// Of the first line; negative where it hangs out.
    var first = 0
  }

  struct Spacing: Sendable, Hashable {
    var before = 0
    var after = 0
    /// 240 is one line, or the exact height in twips.
    var line = 240
    var isExact = false
  }

  struct Numbering: Sendable, Hashable {
    var id: Int
    var level: Int
  }

  enum Border: Sendable, Hashable {
    /// A line above.
    case above
    /// A frame around.
    case frame
  }

  var keepsWithNext: Bool?
  var keepsTogether: Bool?
  var numbering: Numbering?
  var border: Border?
  var spacing: Spacing?
  var indent: Indent?
  var alignment: Alignment?
  /// From 0; for headings.
  var outlineLevel: Int?

  /// Writes the children of `w:pPr` after `w:pStyle` and before `w:sectPr`, in the order of CT_PPr.
  func writeContent(to xml: XMLWriter) {
    xml.toggle("keepNext", keepsWithNext)
    xml.toggle("keepLines", keepsTogether)
    if let numbering {
      xml.element("w:numPr") {
        xml.setting("ilvl", numbering.level)
        xml.setting("numId", numbering.id)
      }
    }
    if let border {
      let line = [
        ("w:val", "single"), ("w:sz", "6"), ("w:space", border == .frame ? "4" : "0"),
        ("w:color", "000000"),
      ]
      xml.element("w:pBdr") {
        let sides = border == .frame ? ["top", "left", "bottom", "right"] : ["top"]
        for side in sides { xml.element("w:" + side, line.map { ($0.0, $0.1) }) }
      }
    }
    if let spacing {
      xml.element(
        "w:spacing",
        [
          ("w:before", String(spacing.before)), ("w:after", String(spacing.after)),
          ("w:line", String(spacing.line)), ("w:lineRule", spacing.isExact ? "exact" : "auto"),
        ])
    }
    if let indent {
      let first =
        indent.first < 0
        ? ("w:hanging", String(-indent.first)) : ("w:firstLine", String(indent.first))
      xml.element(
        "w:ind", [("w:left", String(indent.left)), ("w:right", String(indent.right)), first])
    }
    if let alignment { xml.setting("jc", alignment.rawValue) }
    if let outlineLevel { xml.setting("outlineLvl", outlineLevel) }
  }
}
