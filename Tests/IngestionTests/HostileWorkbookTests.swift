import Foundation
import Ingestion
import SurveyModel
import Testing

/// Damaged and hostile workbooks end in one clear finding, with nothing taken.
struct HostileWorkbookTests {
  private static let answers = [
    "R-1", "PLK", "", "", "", "", "2", "", "", "0", "4", "5", "",
  ]
  private static let sound = MadeWorkbook.header + MadeWorkbook.row(2, answers)

  private func expectRefused(
    _ bytes: [UInt8], _ code: String, at place: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let imported = try WorkbookFixture.read(
      bytes, settings: ImportSettings(blockSize: 64, threads: 2))
    #expect(!imported.isUsable, sourceLocation: sourceLocation)
    let errors = imported.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code.id) == [code], sourceLocation: sourceLocation)
    if let place {
      #expect(errors.first?.place?.description == place, sourceLocation: sourceLocation)
    }
    #expect(imported.counts == ImportCounts(), sourceLocation: sourceLocation)
    #expect(imported.table.count == 0, sourceLocation: sourceLocation)
  }

  private func expectCellFault(
    _ cells: String, _ code: String, at place: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let imported = try WorkbookFixture.read(
      MadeWorkbook(
        rows: "\(MadeWorkbook.header)<row r=\"2\">\(cells)</row>", shared: ["R-1", "PLK"]
      ).bytes)
    #expect(imported.counts == ImportCounts(read: 1, rejected: 1), sourceLocation: sourceLocation)
    let findings = imported.rejects.flatMap(\.findings)
    #expect(findings.map(\.code.id) == [code], sourceLocation: sourceLocation)
    #expect(findings.first?.place?.description == place, sourceLocation: sourceLocation)
  }

  @Test func theMadeWorkbookIsSound() throws {
    let imported = try WorkbookFixture.read(MadeWorkbook(rows: Self.sound).bytes)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.findings == [])
  }

  @Test func namesOfPartsMayHaveBackslashesAndAnyLetterCase() throws {
    var workbook = MadeWorkbook(rows: Self.sound)
    workbook.parts = workbook.parts.map { name, content in
      (name.replacingOccurrences(of: "/", with: "\\").uppercased(), content)
    }
    let imported = try WorkbookFixture.read(workbook.bytes)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
  }

  @Test func aWorkbookCutOffAnywhereIsRefused() throws {
    let bytes = try WorkbookFixture.bytes("xlsxwriter.xlsx")
    for length in stride(from: 4, to: bytes.count, by: 97) {
      let imported = try WorkbookFixture.read(Array(bytes[..<length]))
      #expect(!imported.isUsable)
      #expect(imported.findings.map(\.code.id) == ["archive.file.unreadable"])
    }
  }

  @Test func aChangedByteNeverCrashes() throws {
    let bytes = try WorkbookFixture.bytes("libreoffice.xlsx")
    for position in stride(from: 0, to: bytes.count, by: 29) {
      var changed = bytes
      changed[position] ^= 0x55
      let imported = try WorkbookFixture.read(changed)
      let counts = imported.counts
      #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate)
      #expect(imported.isUsable || imported.findings.contains { $0.severity == .error })
    }
  }

  @Test func aBombIsRefusedByItsDirectoryAndByWhatItUnpacksTo() throws {
    var bytes = try WorkbookFixture.bytes("bomb.xlsx")
    try expectRefused(bytes, "archive.entry.swells")
    // The directory now claims that each entry unpacks to at most 64 KiB.
    let size = [UInt8](repeating: 0, count: 2)
    for index in 0..<(bytes.count - 30) where bytes[index..<(index + 2)] == [0x50, 0x4B] {
      if bytes[(index + 2)..<(index + 4)] == [3, 4] {
        bytes.replaceSubrange((index + 24)..<(index + 26), with: size)
      } else if bytes[(index + 2)..<(index + 4)] == [1, 2] {
        bytes.replaceSubrange((index + 26)..<(index + 28), with: size)
      }
    }
    try expectRefused(bytes, "archive.entry.damaged")
  }

  @Test func otherOfficeFilesAreNamed() throws {
    for (name, word) in [
      ("libreoffice.ods", "OpenDocument"), ("libreoffice.xls", "97–2003"),
    ] {
      let imported = try WorkbookFixture.read(name)
      #expect(imported.findings.map(\.code.id) == ["sheet.file.not-xlsx"])
      #expect(imported.findings.first?.found?.vi?.contains(word) == true)
    }
    let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    try expectRefused(
      container + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }, "sheet.file.encrypted")
    try expectRefused(container, "sheet.file.not-xlsx")
    var empty = MadeWorkbook(rows: "")
    empty.parts = [("readme.txt", Array("x".utf8))]
    try expectRefused(empty.bytes, "sheet.file.not-xlsx")
  }

  @Test func missingAndDamagedPartsAreNamed() throws {
    for missing in ["xl/worksheets/s.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"] {
      var workbook = MadeWorkbook(rows: Self.sound)
      workbook.parts.removeAll { $0.name == missing }
      try expectRefused(workbook.bytes, "sheet.file.part-missing")
    }
    try expectRefused(
      MadeWorkbook(rows: "\(Self.sound)<row r=\"3\"><c>").bytes, "sheet.file.part-damaged")
    var repeated = MadeWorkbook(rows: Self.sound)
    repeated.parts.append(repeated.parts[4])
    try expectRefused(repeated.bytes, "archive.entry.repeated")
    var leaving = MadeWorkbook(rows: Self.sound)
    leaving.parts.append(("../../etc/passwd", []))
    try expectRefused(leaving.bytes, "archive.entry.name")
    var locked = MadeWorkbook(rows: Self.sound).bytes
    // The first bit of the flags says that an entry is encrypted.
    for index in 0..<(locked.count - 10) where locked[index..<(index + 2)] == [0x50, 0x4B] {
      if locked[index + 2] == 3 { locked[index + 6] |= 1 }
      if locked[index + 2] == 1 { locked[index + 8] |= 1 }
    }
    try expectRefused(locked, "archive.file.encrypted")
  }

  @Test func entitiesAreRefusedBeforeTheySwell() throws {
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
    try expectRefused(
      MadeWorkbook(
        rows: "\(MadeWorkbook.header)<row><c t=\"str\"><v>&b;</v></c></row>", prolog: bomb
      ).bytes, "sheet.file.doctype")
    try expectRefused(
      MadeWorkbook(rows: "\(MadeWorkbook.header)<row><c t=\"str\"><v>&b;</v></c></row>").bytes,
      "sheet.file.part-damaged")
  }

  @Test func claimsAboutTheSizeAreNotBelieved() throws {
    let imported = try WorkbookFixture.read(
      MadeWorkbook(rows: Self.sound, before: "<dimension ref=\"A1:XFD10000000\"/>").bytes)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
  }

  @Test func asManyColumnsAsASheetCanHaveAreRefusedOnlyWhereTheyHaveNames() throws {
    let names = (1...16_384).map { "cột \($0)" }
    try expectRefused(
      MadeWorkbook(rows: MadeWorkbook.row(1, names)).bytes, "csv.header.too-many-columns")
    let wide = MadeWorkbook.row(3, Self.answers + names.dropFirst(13))
    let imported = try WorkbookFixture.read(
      MadeWorkbook(rows: MadeWorkbook.header + wide).bytes)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.findings.map(\.code.id) == ["sheet.cells.outside"])
    try expectRefused(
      MadeWorkbook(rows: MadeWorkbook.header + MadeWorkbook.row(3, names + ["x"])).bytes,
      "sheet.cell.reference")
  }

  @Test func rowsAndCellsMustNamePlacesOfTheSheet() throws {
    try expectRefused(
      MadeWorkbook(rows: Self.sound + MadeWorkbook.row(2, Self.answers)).bytes, "sheet.row.order",
      at: "responses.xlsx:2:1")
    try expectRefused(
      MadeWorkbook(rows: Self.sound + MadeWorkbook.row(1_048_577, Self.answers)).bytes,
      "sheet.row.order")
    for reference in ["A1", "XFE2", "2", "A", "A02B", "$A$2", ""] {
      try expectRefused(
        MadeWorkbook(
          rows: "\(MadeWorkbook.header)<row r=\"2\"><c r=\"\(reference)\"><v>1</v></c></row>"
        ).bytes, "sheet.cell.reference")
    }
    try expectRefused(
      MadeWorkbook(rows: "\(MadeWorkbook.header)<row r=\"-1\"/>").bytes, "sheet.cell.reference")
  }

  @Test func cellsOutOfOrderAreReadWhereTheyStandAndSaid() throws {
    let imported = try WorkbookFixture.read(
      MadeWorkbook(
        rows: "\(MadeWorkbook.header)<row r=\"2\"><c r=\"L2\"><v>5</v></c><c r=\"K2\"><v>4</v></c>"
          + "<c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"A2\" t=\"s\"><v>0</v></c></row>",
        shared: ["R-1", "PLK"]
      ).bytes)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.table.columns[9] == .coded8([4]))
    #expect(imported.table.columns[10] == .coded8([5]))
    #expect(imported.findings.map(\.code.id) == ["sheet.cells.order"])
  }

  @Test func cellsFromWhichNothingCanBeReadRejectTheirRow() throws {
    let start = "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
    try expectCellFault(
      "\(start)<c r=\"K2\" t=\"s\"><v>2</v></c>", "sheet.cell.shared-string",
      at: "responses.xlsx:2:11")
    try expectCellFault(
      "\(start)<c r=\"K2\" t=\"s\"><v>99999999999999999999</v></c>", "sheet.cell.shared-string",
      at: "responses.xlsx:2:11")
    try expectCellFault(
      "\(start)<c r=\"K2\"><v>2</v></c><c r=\"K2\"><v>3</v></c>", "sheet.cell.repeated",
      at: "responses.xlsx:2:11")
    try expectCellFault(
      "<c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>",
      "sheet.cell.error-value", at: "responses.xlsx:2:1")
    try expectCellFault(
      "\(start)<c r=\"K2\"><f>1/3</f></c>", "sheet.cell.formula-without-value",
      at: "responses.xlsx:2:11")
  }

  @Test func aHugeCellRejectsItsRow() throws {
    var one = Self.answers
    one[8] = String(repeating: "ạ", count: 400_000)
    let imported = try WorkbookFixture.read(
      MadeWorkbook(rows: Self.sound + MadeWorkbook.row(3, one)).bytes)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(imported.rejects.flatMap(\.findings).map(\.code.id) == ["ingest.value.too-long"])
  }

  @Test func oneSharedTextInEveryCellStaysBounded() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 13)
    try expectRefused(
      MadeWorkbook(
        rows: MadeWorkbook.header + MadeWorkbook.row(2, Self.answers) + "<row>\(cells)</row>",
        shared: [long + long]
      ).bytes, "sheet.row.too-long", at: "responses.xlsx:3:1")
  }
}
