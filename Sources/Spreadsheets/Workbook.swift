package import Archives

/// A sheet of a workbook.
package struct WorkbookSheet: Sendable, Hashable {
  package var name: String
  package var isHidden: Bool
  /// Its part in the archive.
  var part: String
}

/// An XLSX workbook, opened: its sheets by name, its shared texts and formats; the cells of a sheet
/// are read as a stream.
///
/// Memory holds the shared texts and a piece of one sheet, whatever the number of rows. Not for
/// several threads at once.
///
/// ## Method
///
/// ECMA-376-1:2016, part 18 (SpreadsheetML), transitional and strict; ECMA-376-2 for the parts.
package final class Workbook: @unchecked Sendable {
  private let archive: Archive
  /// The sheets that have cells, in the order of their tabs.
  package let sheets: [WorkbookSheet]
  /// True when serial dates count from 1904-01-01.
  package let uses1904: Bool
  package let sharedStrings: SharedStrings
  private let forms: [NumberForm]

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - limits: Beyond which the archive is refused.
  /// - Throws: Why it cannot be read: damaged, encrypted, no workbook at all, a part missing.
  package init(path: String, limits: ArchiveLimits = .standard) throws(WorkbookFault) {
    let archive: Archive
    do throws(ArchiveFault) { archive = try Archive(path: path, limits: limits) } catch {
      throw .archive(error)
    }
    let part = try Self.workbookPart(of: archive)
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let handler = WorkbookHandler()
    try PartReader.read(part, of: archive, to: handler)
    let links = PartLinksHandler()
    try PartReader.read(Self.linksPart(of: part), of: archive, to: links)
    var sheets: [WorkbookSheet] = []
    var parts: Set<String> = []
    for sheet in handler.sheets {
      guard let link = links.links.first(where: { $0.id == sheet.link }) else {
        throw .missingPart("xl: \(sheet.link)")
      }
      let part = resolvePart(link.target, in: folder)
      // A part stands for one sheet; a second name for it would have it read again.
      guard link.kind == "worksheet", parts.insert(part).inserted else { continue }
      sheets.append(WorkbookSheet(name: sheet.name, isHidden: sheet.isHidden, part: part))
    }
    guard !sheets.isEmpty else { throw .noSheets }
    func target(_ kind: String) -> String? {
      links.links.first { $0.kind == kind }.map { resolvePart($0.target, in: folder) }
    }
    let strings = SharedStringsHandler()
    if let name = target("sharedStrings") {
      try PartReader.read(name, of: archive, to: strings)
    }
    guard !strings.isTooLarge else { throw .sharedStringsTooLarge }
    let formats = CellFormatsHandler()
    if let name = target("styles") { try PartReader.read(name, of: archive, to: formats) }
    self.archive = archive
    self.sheets = sheets
    uses1904 = handler.uses1904
    sharedStrings = strings.strings
    forms = formats.forms
  }

  /// Opens a sheet at its first row.
  package func reader(of sheet: WorkbookSheet) throws(WorkbookFault) -> SheetReader {
    let handler = SheetHandler(
      forms: forms, sharedCount: sharedStrings.count, uses1904: uses1904)
    return SheetReader(
      handler, part: try PartReader(sheet.part, of: archive, to: handler), sheet: sheet.name)
  }

  /// The part that is the workbook, named by the archive's own links.
  private static func workbookPart(of archive: Archive) throws(WorkbookFault) -> String {
    guard archive.entry("_rels/.rels") != nil else {
      throw .notAWorkbook(officeKind(of: archive))
    }
    let links = PartLinksHandler()
    try PartReader.read("_rels/.rels", of: archive, to: links)
    guard let link = links.links.first(where: { $0.kind == "officeDocument" }) else {
      throw .notAWorkbook(officeKind(of: archive))
    }
    let part = resolvePart(link.target, in: [])
    if part.lowercased().hasSuffix(".bin") { throw .notAWorkbook(.binaryWorkbook) }
    let name = part.split(separator: "/").last ?? ""
    if name.hasPrefix("document") { throw .notAWorkbook(.textDocument) }
    if name.hasPrefix("presentation") { throw .notAWorkbook(.otherArchive) }
    return part
  }

  private static func linksPart(of part: String) -> String {
    var path = part.split(separator: "/").map(String.init)
    let name = path.removeLast()
    return (path + ["_rels", "\(name).rels"]).joined(separator: "/")
  }
}
