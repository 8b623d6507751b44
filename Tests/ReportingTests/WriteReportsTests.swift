import Documents
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
      #expect(writeReports(older, to: "\(folder)/nested", language: .en).isEmpty)
      #expect(writeReports(TinyRun.result(), to: "\(folder)/nested", language: .vi).isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/nested")
      #expect(names.sorted() == expected.sorted())
      let json = try #require(FileManager.default.contents(atPath: "\(folder)/nested/results.json"))
      #expect(Array(json) == jsonReport(TinyRun.result()))
      let page = try #require(FileManager.default.contents(atPath: "\(folder)/nested/report.html"))
      #expect(Array(page) == (try htmlReport(TinyRun.result(), language: .vi)))
    }
  }

  @Test func tablesThatARunDoesNotHaveAreRemoved() throws {
    try Self.withFolder { folder in
      #expect(writeReports(TinyRun.result(), to: folder, language: .vi).isEmpty)
      var run = TinyRun.result()
      run.change = nil
      run.rankings = []
      run.decompositions = []
      run.joint = nil
      run.register = nil
      #expect(writeReports(run, to: folder, language: .vi).isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(
        names.sorted() == [
          "estimates.csv", "rejects.csv", "report.html", "results.json", "targets.csv",
          "weights.csv",
        ])
    }
  }

  @Test func `a folder that cannot be made is an error that names it`() throws {
    try Self.withFolder { folder in
      try Data("x".utf8).write(to: URL(filePath: folder))
      let faults = writeReports(TinyRun.result(), to: "\(folder)/below", language: .vi)
      #expect(faults.map(\.path) == ["\(folder)/below"])
      #expect(faults.first?.reason.isEmpty == false)
    }
  }

  @Test func `a format that fails is named, leaves nothing half made, and the others are written`()
    throws
  {
    try Self.withFolder { folder in
      let broken = ReportFile(name: "report.pdf") { _, path in
        _ = FileManager.default.createFile(atPath: path, contents: Data("%PDF".utf8))
        return .failure(WriteReportsError(path: path, reason: "no font"))
      }
      let whole = ReportFile(name: "report.docx") { document, path in
        writeReportBytes(Array(document.title.utf8), to: path)
      }
      let faults = writeReports(
        TinyRun.result(), to: folder, language: .vi, files: [broken, whole])
      #expect(faults == [WriteReportsError(path: "\(folder)/report.pdf", reason: "no font")])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.contains("report.docx") && names.contains("report.html"))
      #expect(!names.contains { $0.contains("report.pdf") })
    }
  }
}
