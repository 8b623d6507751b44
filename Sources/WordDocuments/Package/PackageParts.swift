import Documents
import XML

/// The files inside a DOCX.
struct PackageParts {
  let document: Document
  let body: WordBody
  let media: [[UInt8]]

  static let headerRelationship = "header"

  private var wording: Wording { .of(document.language) }

  /// In the order they are packed: the list of types first, as programs that look at the first bytes
  /// expect.
  var entries: [(name: String, bytes: [UInt8])] {
    var entries: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", XMLWriter.document(writeTypes)),
      ("_rels/.rels", XMLWriter.document(writePackageRelationships)),
      ("docProps/core.xml", XMLWriter.document(writeCore)),
      ("docProps/app.xml", XMLWriter.document(writeApplication)),
      ("word/_rels/document.xml.rels", XMLWriter.document(writeDocumentRelationships)),
      ("word/document.xml", XMLWriter.document(body.write)),
      ("word/styles.xml", XMLWriter.document(StyleSheet(wording: wording).write)),
      ("word/numbering.xml", XMLWriter.document(Numbering.write)),
      ("word/settings.xml", XMLWriter.document(Settings(wording: wording).write)),
      ("word/fontTable.xml", XMLWriter.document(writeFontTable)),
      ("word/theme/theme1.xml", XMLWriter.document(Theme.write)),
      ("word/header1.xml", XMLWriter.document(writeHeader)),
    ]
    for (index, bytes) in media.enumerated() {
      entries.append((Self.mediaName(index + 1, folder: "word/"), bytes))
    }
    return entries
  }

  private static func mediaName(_ number: Int, folder: String = "") -> String {
    "\(folder)media/image\(number).png"
  }

  private func writeTypes(to xml: XMLWriter) {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    let parts = [
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
      ),
      ("/word/document.xml", word + "document.main+xml"),
      ("/word/styles.xml", word + "styles+xml"),
      ("/word/numbering.xml", word + "numbering+xml"),
      ("/word/settings.xml", word + "settings+xml"),
      ("/word/fontTable.xml", word + "fontTable+xml"),
      ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
      ("/word/header1.xml", word + "header+xml"),
    ]
    xml.element("Types", [("xmlns", namespace)]) {
      let defaults = [
        ("png", "image/png"),
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
      ]
      for (ending, type) in defaults {
        xml.element("Default", [("Extension", ending), ("ContentType", type)])
      }
      for (part, type) in parts {
        xml.element("Override", [("PartName", part), ("ContentType", type)])
      }
    }
  }

  private func writePackageRelationships(to xml: XMLWriter) {
    let office = Namespace.relationships
    writeRelationships(
      [
        ("document", office + "/officeDocument", "word/document.xml"),
        (
          "core",
          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml"
        ),
        ("app", office + "/extended-properties", "docProps/app.xml"),
      ], to: xml)
  }

  private func writeDocumentRelationships(to xml: XMLWriter) {
    let office = Namespace.relationships
    let pictures = media.indices.map { index in
      ("image\(index + 1)", office + "/image", Self.mediaName(index + 1))
    }
    writeRelationships(
      [
        ("styles", office + "/styles", "styles.xml"),
        ("numbering", office + "/numbering", "numbering.xml"),
        ("settings", office + "/settings", "settings.xml"),
        ("fonts", office + "/fontTable", "fontTable.xml"),
        ("theme", office + "/theme", "theme/theme1.xml"),
        (Self.headerRelationship, office + "/header", "header1.xml"),
      ] + pictures, to: xml)
  }

  private func writeRelationships(
    _ relationships: [(id: String, type: String, target: String)], to xml: XMLWriter
  ) {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    xml.element("Relationships", [("xmlns", namespace)]) {
      for (id, type, target) in relationships {
        xml.element("Relationship", [("Id", id), ("Type", type), ("Target", target)])
      }
    }
  }

  /// Title, author and language; no times, so that equal documents are equal files.
  private func writeCore(to xml: XMLWriter) {
    xml.element(
      "cp:coreProperties",
      [
        (
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ]
    ) {
      xml.element("dc:title", text: harmless(document.title))
      if !document.subtitle.isEmpty { xml.element("dc:subject", text: harmless(document.subtitle)) }
      if !document.letterhead.issuer.isEmpty {
        xml.element("dc:creator", text: harmless(document.letterhead.issuer))
      }
      xml.element("dc:language", text: wording.languageTag)
    }
  }

  private func writeApplication(to xml: XMLWriter) {
    let namespace =
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    xml.element("Properties", [("xmlns", namespace)]) {
      xml.element("Application", text: "sipas")
    }
  }

  private func writeFontTable(to xml: XMLWriter) {
    xml.element("w:fonts", [("xmlns:w", Namespace.main)]) {
      xml.element("w:font", [("w:name", Fonts.name)]) {
        xml.setting("panose1", "02020603050405020304")
        xml.setting("charset", "00")
        xml.setting("family", "roman")
        xml.setting("pitch", "variable")
      }
    }
  }

  /// The number of the page, in the middle of the upper margin.
  private func writeHeader(to xml: XMLWriter) {
    xml.element("w:hdr", [("xmlns:w", Namespace.main)]) {
      WordParagraph(.header, [WordRun(.field(.pageNumber, shown: "2"))]).write(to: xml)
    }
  }
}
