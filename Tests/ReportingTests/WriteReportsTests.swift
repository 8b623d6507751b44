import Foundation
import SurveyModel
import Testing

@testable import Reporting

struct WriteReportsTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "reports-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `all files of a run are written whole, over older ones`() throws {
    try Self.withFolder { folder in
      let expected = [
        "results.json", "estimates.csv", "targets.csv", "rejects.csv", "change.csv",
        "rankings.csv", "contributions.csv", "covariance.csv", "register.csv", "weights.csv",
        "report.html",
      ]
      var older = TinyRun.result()
      older.targets = []
      try writeReports(older, to: "\(folder)/nested", language: .en)
      let paths = try writeReports(TinyRun.result(), to: "\(folder)/nested", language: .vi)
      #expect(paths == expected.map { "\(folder)/nested/\($0)" })
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/nested")
      #expect(names.sorted() == expected.sorted())
      let json = try #require(FileManager.default.contents(atPath: paths[0]))
      #expect(Array(json) == jsonReport(TinyRun.result()))
      let page = try #require(FileManager.default.contents(atPath: paths[10]))
      #expect(Array(page) == (try htmlReport(TinyRun.result(), language: .vi)))
    }
  }

  @Test func tablesThatARunDoesNotHaveAreRemoved() throws {
    try Self.withFolder { folder in
      try writeReports(TinyRun.result(), to: folder, language: .vi)
      var run = TinyRun.result()
      run.change = nil
      run.rankings = []
      run.decompositions = []
      run.joint = nil
      run.register = nil
      let paths = try writeReports(run, to: folder, language: .vi)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == paths.map { String($0.dropFirst(folder.count + 1)) }.sorted())
      #expect(names.count == 6)
    }
  }

  @Test func `a folder that cannot be made is an error that names it`() throws {
    try Self.withFolder { folder in
      try Data("x".utf8).write(to: URL(filePath: folder))
      let error = #expect(throws: WriteReportsError.self) {
        try writeReports(TinyRun.result(), to: "\(folder)/below", language: .vi)
      }
      #expect(error?.path == "\(folder)/below")
      #expect(error?.reason.isEmpty == false)
    }
  }
}
