import Archives
import DelimitedText
import Glibc
import SurveyModel

/// The files of submissions that make up one response file: itself, the entries of a ZIP, or the
/// files in a folder.
final class SubmissionDocuments {
  private enum Container {
    case file(String)
    case folder(String)
    case archive(Archive, [ArchiveEntry])
  }

  private let container: Container
  /// Its name in findings.
  let file: String
  /// Names inside the container, in the order of reading; empty for a single file.
  let names: [String]
  /// Files in the container that are no XML and no JSON: pictures, sound, lists.
  let passedOver: Int

  var count: Int { max(names.count, isSingle ? 1 : 0) }
  var isSingle: Bool { if case .file = container { true } else { false } }

  /// How the container is called in the description of the file.
  var kind: String {
    switch container {
    case .file: ""
    case .folder: " (folder)"
    case .archive: " (ZIP)"
    }
  }

  private init(_ container: Container, file: String, names: [String], passedOver: Int) {
    self.container = container
    self.file = file
    self.names = names
    self.passedOver = passedOver
  }

  /// A single file.
  static func file(_ path: String, name: String) -> SubmissionDocuments {
    SubmissionDocuments(.file(path), file: name, names: [], passedOver: 0)
  }

  /// The submissions in a folder and the folders below it, by name in byte order.
  static func folder(
    _ path: String, name: String
  ) throws(RecordBlockReader.Refusal) -> SubmissionDocuments {
    let listing: FolderListing
    do throws(ByteFile.Failure) { listing = try FolderListing(folder: path) } catch {
      throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
    }
    guard listing.names.count <= SubmissionLimits.documents else {
      throw RecordBlockReader.Refusal(
        finding: SubmissionFinding.tooMany(listing.names.count, file: name))
    }
    var shown = name
    while shown.count > 1, shown.hasSuffix("/") { shown.removeLast() }
    return SubmissionDocuments(
      .folder(path), file: shown, names: listing.names, passedOver: listing.passedOver)
  }

  /// The submissions in a ZIP, in the order of its directory; `nil` for an office document.
  static func archive(
    _ path: String, name: String
  ) throws(RecordBlockReader.Refusal) -> SubmissionDocuments? {
    let archive: Archive
    do throws(ArchiveFault) {
      archive = try Archive(path: path, limits: SubmissionLimits.archive)
    } catch {
      throw RecordBlockReader.Refusal(finding: error.finding(file: name))
    }
    let marks = [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "mimetype", "content.xml",
    ]
    if marks.contains(where: { archive.entry($0) != nil }) { return nil }
    let files = archive.entries.filter { !$0.name.hasSuffix("/") && !isLitter($0.name) }
    let entries = files.filter { isDocument($0.name) }
    guard !entries.isEmpty else { return nil }
    let size = entries.reduce(UInt64(0)) { $0.addingReportingOverflow($1.size).partialValue }
    // Entries may share their bytes: then each is harmless and all together are not.
    let packed = max(1, fileSize(path))
    guard size <= SubmissionLimits.total else {
      throw RecordBlockReader.Refusal(finding: SubmissionFinding.tooLarge(file: name))
    }
    let swelling =
      entries.first(where: SubmissionLimits.swells)
      ?? (size > SubmissionLimits.ratioFrom && size / packed > SubmissionLimits.ratio
        ? entries[0] : nil)
    if let swelling {
      throw RecordBlockReader.Refusal(
        finding: ArchiveFault.swells(swelling.name, limit: SubmissionLimits.ratio)
          .finding(file: name))
    }
    return SubmissionDocuments(
      .archive(archive, entries), file: name, names: entries.map(\.name),
      passedOver: files.count - entries.count)
  }

  /// The place of a document in findings: `file.zip/uuid.xml`.
  func name(of number: Int) -> String { names.isEmpty ? file : "\(file)/\(names[number])" }

  /// Opens a document at its beginning.
  func open(_ number: Int) throws(RecordBlockReader.Refusal) -> DocumentBytes {
    switch container {
    case .file(let path):
      return try DocumentBytes(path: path, name: file)
    case .folder(let path):
      return try DocumentBytes(path: "\(path)/\(names[number])", name: name(of: number))
    case .archive(let archive, let entries):
      do throws(ArchiveFault) {
        return DocumentBytes(try archive.stream(entries[number]), file: file)
      } catch {
        throw RecordBlockReader.Refusal(finding: error.finding(file: file))
      }
    }
  }

  /// True for a name that may be a submission.
  ///
  /// What a file is, its content tells; but the pictures, drawings (SVG) and maps that stand beside
  /// submissions are not looked into.
  static func isDocument(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".xml", ".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) }
  }

  /// What systems leave in folders: `__MACOSX/…`, `._name`, `.DS_Store`.
  static func isLitter(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix(".") }
  }
}

/// Bytes of a file; 0 where that cannot be told.
private func fileSize(_ path: String) -> UInt64 {
  var status = stat()
  return stat(path, &status) == 0 ? UInt64(clamping: status.st_size) : 0
}

/// How many submissions and how much of them is read.
enum SubmissionLimits {
  static let documents = 500_000
  /// Bytes, unpacked, of all submissions in a ZIP.
  static let total: UInt64 = 64 << 30
  /// Pictures and sound stand beside the submissions.
  static let archive = ArchiveLimits(entries: 2 * documents)
  /// How many times larger than its bytes in the ZIP a submission may be, from ``ratioFrom`` on:
  /// submissions swell 3 to 20 times.
  static let ratio: UInt64 = 250
  /// Bytes up to which it may swell as it likes; a submission is small.
  static let ratioFrom: UInt64 = 1 << 20

  static func swells(_ entry: ArchiveEntry) -> Bool {
    entry.size > ratioFrom && entry.size / max(entry.packedSize, 1) > ratio
  }

  /// Bytes read at a time.
  static let piece = 1 << 16
}

/// The bytes of one document.
final class DocumentBytes {
  private enum Source: ~Copyable {
    case file(ByteFile)
    case entry(EntryStream)
  }

  private let source: Source
  /// In findings: the file, or the archive.
  private let name: String

  init(path: String, name: String) throws(RecordBlockReader.Refusal) {
    source = .file(try openFile(path, name: name))
    self.name = name
  }

  init(_ entry: EntryStream, file: String) {
    source = .entry(entry)
    name = file
  }

  /// Reads up to `buffer.count` bytes; 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(RecordBlockReader.Refusal) -> Int {
    switch source {
    case .file(let file):
      do throws(ByteFile.Failure) { return try file.read(into: buffer) } catch {
        throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
      }
    case .entry(let entry):
      do throws(ArchiveFault) { return try entry.read(into: buffer) } catch {
        throw RecordBlockReader.Refusal(finding: error.finding(file: name))
      }
    }
  }
}
