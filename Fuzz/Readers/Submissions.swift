import Ingestion
import StoredZip
import SurveyModel

extension FuzzedReader {
  /// One file of submissions, XML or JSON.
  static let submissions = FuzzedReader("submissions") { bytes in
    let file = MemoryFile(bytes)
    return withExtendedLifetime(file) { faultsOfReading(file.path, byteCount: bytes.count) }
  }

  /// Documents of submissions, in a ZIP and in a folder: the same interviews either way.
  ///
  /// The input holds them one after the other, divided by the byte FF.
  static let submissionDocuments = FuzzedReader("submission-documents") { bytes in
    let documents = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).prefix(9)
      .enumerated().map { number, content in
        (
          name: content.first == UInt8(ascii: "<") ? "\(number).xml" : "\(number).json",
          content: Array(content)
        )
      }
    guard let folder = try? ScratchFolder() else { return ["no folder to work in"] }
    guard documents.allSatisfy({ folder.write($0.content, as: $0.name) }) else {
      return ["no files to work on"]
    }
    let archive = storedZip(documents)
    let zip = MemoryFile(archive)
    func read(_ path: String) -> ImportedFile {
      var known = InterviewIndex()
      return readResponses(
        file: path, shownAs: "submissions", fields: FuzzSurvey.fields,
        interviewIDField: "interview_id", requiredFields: ["design_weight"], known: &known,
        settings: ImportSettings(blockSize: 1 << 20, threads: 1))
    }
    return withExtendedLifetime((folder, zip)) {
      var found = faultsOfReading(zip.path, byteCount: archive.count)
      found += faultsOfReading(
        folder.path, byteCount: documents.reduce(0) { $0 + $1.content.count })
      let (packed, loose) = (read(zip.path), read(folder.path))
      if packed.counts != loose.counts { found.append("other counts in a folder") }
      if !isSame(packed.table, loose.table) { found.append("another table in a folder") }
      if packed.rejects != loose.rejects { found.append("other rejects in a folder") }
      if packed.isUsable != loose.isUsable { found.append("usable in a ZIP or a folder only") }
      return found
    }
  }
}
