import Documents
import Foundation
import Pipeline
import ReportReaders
import Reporting
import SurveyModel
import Testing

/// A survey run from its files and reported in every format, the files read back into memory.
struct ReportFolder: Sendable {
  let run: RunResult
  let document: Document
  let files: [String: [UInt8]]

  /// The root of the project, found from this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs a survey from its file and writes its report into a folder, whose name may be anything.
  init(survey: String, language: Language, folder name: String = "report") throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sipas-formats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Self.run(survey, store: folder.appending(path: "store.sqlite").path)
    let report = folder.appending(path: name).path
    try writeReportFolder(run, to: report, language: language)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: report) {
      files[name] = Array(FileManager.default.contents(atPath: "\(report)/\(name)") ?? Data())
    }
    self.run = run
    self.document = reportDocument(run, template: .standard, language: language)
    self.files = files
  }

  /// The results of a survey, as `sipas run` has them before it reports.
  static func run(_ survey: String, store: String) throws -> RunResult {
    let session = try SurveySession(
      surveyPath: survey, storePath: store, requiresResponses: true,
      invocation: Invocation(now: "2022-01-10T00:00:00Z", user: "test"))
    try session.importResponses { _, _, _ in }
    try session.importEarlierResponses { _, _, _ in }
    try session.checkQuality(isWhole: false)
    try session.weigh()
    try session.estimate()
    try session.assess()
    return try session.result()
  }

  func bytes(_ name: String) throws -> [UInt8] {
    guard let bytes = files[name] else { throw MissingFile(name: name) }
    return bytes
  }

  func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(bytes("results.json"))) }

  func page() throws -> ParsedPage { try ParsedPage(bytes("report.html")) }

  func workbook() throws -> WrittenWorkbook {
    let path = NSTemporaryDirectory() + "/formats-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try Data(bytes("report.xlsx")).write(to: URL(filePath: path))
    return try WrittenWorkbook(path: path)
  }
}

struct MissingFile: Error {
  let name: String
}

/// A report that several tests look at, made once.
struct SampleFolder: Sendable, CustomTestStringConvertible {
  let survey: String
  let language: Language
  let folder: Result<ReportFolder, any Error>

  var testDescription: String { "\(survey), \(language.rawValue)" }

  init(_ survey: String, _ language: Language) {
    self.survey = survey
    self.language = language
    folder = Result {
      try ReportFolder(survey: ReportFolder.root + "/" + survey, language: language)
    }
  }

  /// Together they have change, register, trend, domains, ranks and contributions.
  static let all = [
    SampleFolder("Tests/Fixtures/surveys/every-step/survey.xml", .vi),
    SampleFolder("samples/binh-thuan-2021-2025/survey.xml", .en),
  ]
}
