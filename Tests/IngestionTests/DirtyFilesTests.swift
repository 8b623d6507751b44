import Foundation
import Ingestion
import SurveyModel
import Testing

/// Every file in `Tests/Fixtures/dirty` is a response file of the tiny survey as field teams send
/// them, with one thing wrong or odd; `expected.txt` beside them says what import finds in each.
struct DirtyFilesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/dirty")

  @Test func `every dirty file gives exactly its findings`() throws {
    var listing: [String] = []
    for name in try Self.files() { listing += lines(try read(name), name) }
    let expected = try String(
      contentsOf: Self.folder.appending(path: "expected.txt"), encoding: .utf8)
    let made = listing.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(made.utf8).write(to: Self.folder.appending(path: "expected.txt"))
      return
    }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = made.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(found.count > 200)
    for change in found.difference(from: wanted) {
      switch change {
      case .insert(let line, let text, _): Issue.record("found, line \(line + 1): \(text)")
      case .remove(let line, let text, _): Issue.record("expected, line \(line + 1): \(text)")
      }
    }
  }

  @Test func `no finding is without place and remedy, in both languages`() throws {
    for name in try Self.files() {
      let file = try read(name)
      for finding in file.findings + file.rejects.flatMap(\.findings) {
        #expect(finding.place?.file == name)
        for words in [finding.message, finding.remedy]
          + [finding.found, finding.expected]
          .compactMap({ $0 })
        {
          #expect(words.vi?.isEmpty == false && words.en?.isEmpty == false, "\(name)")
        }
      }
    }
  }

  @Test func `each file is read, accepted, rejected and told apart without a row lost`() throws {
    for name in try Self.files() {
      let file = try read(name)
      let counts = file.counts
      #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate, "\(name)")
      #expect(file.table.count == counts.accepted, "\(name)")
      #expect(file.isUsable || counts == ImportCounts(), "\(name)")
      #expect(file.isUsable || file.findings.contains { $0.severity == .error }, "\(name)")
    }
  }

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0 != "expected.txt" && $0 != "README.md" }.sorted()
  }

  private func read(_ name: String) throws -> ImportedFile {
    var known = InterviewIndex()
    return readResponses(
      file: Self.folder.appending(path: name).path, shownAs: name, fields: TinySurvey.fields,
      interviewIDField: "interview_id", known: &known)
  }

  /// The counts, then `line:column code` of each finding; refused files have no counts.
  private func lines(_ file: ImportedFile, _ name: String) -> [String] {
    let counts = file.counts
    let head =
      file.isUsable
      ? "\(name): read \(counts.read), accepted \(counts.accepted), rejected \(counts.rejected), "
        + "duplicate \(counts.duplicate)"
      : "\(name): refused"
    return [head]
      + (file.findings + file.rejects.flatMap(\.findings)).sorted(by: Finding.inOrder).map {
        let place = $0.place?.description.replacing(name, with: "") ?? ""
        return "  \(place.isEmpty ? "-" : String(place.dropFirst())) \($0.code.id)"
      }
  }
}
