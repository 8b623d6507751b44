import XML

/// A picture that stands in a line of text.
struct InlinePicture: Sendable, Hashable {
  /// Unique in the document, from 1; the picture's relationship and name follow from it.
  var number: Int
  var title: String
  /// Read aloud in place of the picture.
  var description: String
  /// EMU.
  var width: Int
  var height: Int

  var relationship: String { "image\(number)" }

  func write(to xml: XMLWriter) {
    let size = [("cx", String(width)), ("cy", String(height))]
    let name = "Picture \(number)"
    xml.element("w:drawing") {
      xml.element(
        "wp:inline", [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]
      ) {
        xml.element("wp:extent", size.map { ($0.0, $0.1) })
        xml.element(
          "wp:docPr",
          [
            ("id", String(number)), ("name", name), ("descr", harmless(description)),
            ("title", harmless(title)),
          ])
        xml.element("wp:cNvGraphicFramePr") {
          xml.element("a:graphicFrameLocks", [("noChangeAspect", "1")])
        }
        xml.element("a:graphic") {
          xml.element("a:graphicData", [("uri", Namespace.picture)]) {
            xml.element("pic:pic") { writePicture(name: name, size: size, to: xml) }
          }
        }
      }
    }
  }

  private func writePicture(name: String, size: [(String, String)], to xml: XMLWriter) {
    xml.element("pic:nvPicPr") {
      xml.element("pic:cNvPr", [("id", String(number)), ("name", name)])
      xml.element("pic:cNvPicPr")
    }
    xml.element("pic:blipFill") {
      xml.element("a:blip", [("r:embed", relationship)])
      xml.element("a:stretch") { xml.element("a:fillRect") }
    }
    xml.element("pic:spPr") {
      xml.element("a:xfrm") {
        xml.element("a:off", [("x", "0"), ("y", "0")])
        xml.element("a:ext", size.map { ($0.0, $0.1) })
      }
      xml.element("a:prstGeom", [("prst", "rect")]) { xml.element("a:avLst") }
    }
  }
}
