import Foundation
import Ingestion
import SurveyModel
import Testing

@testable import Pipeline

/// The synthetic survey of Tests/Fixtures/surveys/every-step, loaded and with its responses.
struct EveryStepSurvey {
  let survey: LoadedSurvey
  let table: ResponseTable

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/surveys/every-step").path

  /// Loads the survey, changes it, and reads its responses.
  init(_ file: String = "survey.xml", change: (inout SurveyDefinition) -> Void = { _ in }) throws {
    var loaded = try loadSurvey(at: Self.folder + "/" + file, requiresResponses: true)
    change(&loaded.definition)
    survey = loaded
    var known = InterviewIndex()
    let imported = readResponses(
      file: loaded.definition.responses[0].pattern, fields: loaded.questionnaire.fields,
      interviewIDField: loaded.definition.interviewID, known: &known)
    #expect(imported.isUsable && imported.counts.rejected == 0)
    table = imported.table
  }

  /// Writes a file that replaces one of the survey's, for the length of a body.
  static func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID()).csv").path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  static func text(_ file: String) throws -> String {
    try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }
}

/// What stops a body, empty when nothing does.
func stops(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
    return []
  } catch let stop as RunStopped {
    return stop.findings
  } catch {
    Issue.record("unexpected \(error)")
    return []
  }
}
