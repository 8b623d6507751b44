import Foundation
import Glibc
import Ingestion
import SurveyModel
import Testing

/// What is read must be what the digest is of, whatever other programs do to the file meanwhile.
struct ChangingFileTests {
  /// Takes the digest of a file, lets `change` happen to it, and reads it with that digest.
  private func read(
    _ text: String = TinySurvey.clean, afterwards change: (String) throws -> Void
  ) throws -> (file: ImportedFile, known: Int) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sipas-test-\(UUID().uuidString).csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let before = try digest(ofFile: path)
    try change(path)
    var known = InterviewIndex()
    let imported = readResponses(
      file: path, shownAs: "responses.csv", fields: TinySurvey.fields,
      interviewIDField: "interview_id", known: &known, digest: before)
    return (imported, known.count)
  }

  private func expectRefused(
    _ text: String = TinySurvey.clean,
    sourceLocation: Testing.SourceLocation = #_sourceLocation,
    afterwards change: (String) throws -> Void
  ) throws {
    let (imported, known) = try read(text, afterwards: change)
    #expect(
      imported.findings.map(\.code.id) == ["ingest.file.changed"], sourceLocation: sourceLocation)
    #expect(!imported.isUsable && imported.counts == ImportCounts(), sourceLocation: sourceLocation)
    #expect(imported.table.count == 0 && known == 0, sourceLocation: sourceLocation)
  }

  private func append(_ text: String, to path: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test func `a file that stays as it is is read`() throws {
    let (imported, known) = try read { _ in }
    #expect(imported.isUsable && imported.counts.accepted == 3 && known == 3)
  }

  @Test func `a file that grows, shrinks, is replaced or removed is refused`() throws {
    try expectRefused { try append("R-004,PLK,,,,,,,,0,4,5,\n", to: $0) }
    try expectRefused { truncate($0, 200) }
    try expectRefused { truncate($0, 0) }
    try expectRefused { path in
      try Data(TinySurvey.clean.replacing("PLK", with: "DDO").utf8)
        .write(to: URL(fileURLWithPath: path + ".new"))
      rename(path + ".new", path)
    }
    try expectRefused { try FileManager.default.removeItem(atPath: $0) }
  }

  @Test func `a change that keeps length and time is noticed`() throws {
    try expectRefused { path in
      var before = stat()
      stat(path, &before)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data(TinySurvey.clean.replacing("R-001", with: "R-009").utf8))
      try handle.close()
      #expect(utimensat(AT_FDCWD, path, [before.st_atim, before.st_mtim], 0) == 0)
    }
  }

  @Test func `a file too long to digest twice is known by its state`() throws {
    let row = "PLK,,,,,,,\(String(repeating: "x", count: 1000)),0,4,5,\n"
    let long =
      TinySurvey.header + "\n" + (0..<34_000).map { "R-\($0),\(row)" }.joined()
    #expect(try read(long) { _ in }.file.counts.accepted == 34_000)
    try expectRefused(long) { path in
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seek(toOffset: UInt64(long.utf8.count - 2))
      try handle.write(contentsOf: Data("4".utf8))
      try handle.close()
    }
  }

  @Test func `what a half-written file looks like is not held against it`() throws {
    try expectRefused("") { try append("\(TinySurvey.header)\nR-001,PLK,\"", to: $0) }
  }
}
