import StoredZip

extension FuzzedReader {
  /// The bytes of a workbook, ZIP and all.
  static let workbookBytes = FuzzedReader("workbook-bytes") { bytes in
    // What does not begin like a ZIP is read as text, which `responses` does.
    let whole = [0x50, 0x4B, 3, 4] + bytes.dropFirst(4)
    let file = MemoryFile(whole)
    return withExtendedLifetime(file) { faultsOfReading(file.path, byteCount: whole.count) }
  }

  /// The parts of a workbook, put into a sound ZIP.
  ///
  /// The input holds them one after the other, divided by the byte FF, which no UTF-8 has: the sheet,
  /// the shared strings, the styles, the workbook, its relationships. A part that is empty or left out
  /// is a plain one.
  static let workbookParts = FuzzedReader("workbook-parts") { bytes in
    let given = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).map(Array.init)
    let parts = plainParts.enumerated().map { number, part in
      number < given.count && !given[number].isEmpty
        ? (name: part.name, content: given[number])
        : (name: part.name, content: Array(part.content.utf8))
    }
    let whole = storedZip(parts)
    let file = MemoryFile(whole)
    return withExtendedLifetime(file) { faultsOfReading(file.path, byteCount: whole.count) }
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let plainParts: [(name: String, content: String)] = [
    (
      "xl/worksheets/s.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>district</t></is>"
        + "</c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>A1</t></si><si><t>PLK</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        + "</styleSheet>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>"
        + "<sheet name=\"Phiếu\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("r1", "worksheet", "worksheets/s.xml"), ("r2", "sharedStrings", "sharedStrings.xml"),
        ("r3", "styles", "styles.xml"),
      ])
    ),
    ("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")])),
  ]

  private static func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + all.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(links)/\($0.kind)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }
}
