import Archives
import Foundation
import Testing

/// Entries of a workbook, listed and unpacked.
struct ArchiveTests {
  private let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/published/workbooks/libreoffice.xlsx").path

  @Test func entriesAreFoundWhateverTheirLetterCase() throws {
    let archive = try Archive(path: path)
    #expect(archive.entry("XL/Workbook.XML")?.name == "xl/workbook.xml")
    #expect(archive.entry("xl/none.xml") == nil)
  }

  @Test func anEntryUnpacksToTheBytesItClaims() throws {
    let archive = try Archive(path: path)
    let entry = try #require(archive.entry("xl/workbook.xml"))
    let stream = try archive.stream(entry)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 100)
    while true {
      let count = try piece.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    #expect(bytes.count == Int(entry.size))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<?xml") && text.hasSuffix("</workbook>"))
  }

  @Test func whatIsNoArchiveIsRefused() {
    #expect(throws: ArchiveFault.self) { try Archive(path: "/nonexistent.xlsx") }
    #expect(throws: ArchiveFault.self) { try Archive(path: #filePath) }
  }
}
