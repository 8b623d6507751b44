import Archives
import Foundation

/// Kinds of office files, told apart by content so that the message can say what to do.
package enum OfficeFileKind: Sendable, Hashable {
  /// A ZIP: an XLSX workbook, or what the archive turns out to be.
  case archive
  /// XLS, the binary workbook of Excel 97 to 2003.
  case oldWorkbook
  /// An XLSX workbook with a password, wrapped in an old container.
  case encryptedWorkbook
  /// DOC, MSG and other files in the old container.
  case oldDocument
  /// XLSB.
  case binaryWorkbook
  /// ODS, the workbook of LibreOffice.
  case openDocument
  /// DOCX or ODT.
  case textDocument
  /// A ZIP that holds no office document.
  case otherArchive
}

/// Looks at the bytes of a file for the marks of office files.
///
/// - Parameter start: The beginning of the file; all of it when it is small.
/// - Returns: The kind, `nil` when it is none of them.
package func officeKind(of start: [UInt8]) -> OfficeFileKind? {
  if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6]) {
    return .archive
  }
  guard start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
  let data = Data(start)
  // The container's directory names its streams in UTF-16.
  func holds(_ name: String) -> Bool {
    data.range(of: Data(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil
  }
  if holds("EncryptedPackage") { return .encryptedWorkbook }
  return holds("Workbook") || holds("Book") ? .oldWorkbook : .oldDocument
}

/// What an archive without a workbook is: OpenDocument files name their kind in an entry `mimetype`.
func officeKind(of archive: Archive) -> OfficeFileKind {
  guard let entry = archive.entry("mimetype"), let stream = try? archive.stream(entry) else {
    return .otherArchive
  }
  var bytes = [UInt8](repeating: 0, count: 80)
  let count = bytes.withUnsafeMutableBytes { (try? stream.read(into: $0)) ?? 0 }
  let type = String(decoding: bytes[..<count], as: UTF8.self)
  if type.contains("opendocument.spreadsheet") { return .openDocument }
  return type.contains("opendocument.text") ? .textDocument : .otherArchive
}
