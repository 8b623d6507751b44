import Documents
import Foundation
import GoldenFiles
import Pipeline
import Reporting
import SurveyModel
import Testing

/// The report of a real run, from the files of a shipped sample.
@Suite struct ReportDocumentTests {
  private func run(_ sample: String) throws -> RunResult {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sipas-document-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try SurveySession(
      surveyPath: ShippedSurveys.path("samples/\(sample)/survey.xml"),
      storePath: folder.appending(path: "store.sqlite").path, requiresResponses: true,
      invocation: Invocation(now: "2022-01-10T00:00:00Z", user: "test"))
    try session.importResponses { _, _, _ in }
    try session.checkQuality(isWhole: false)
    try session.weigh()
    try session.estimate()
    try session.assess()
    return try session.result()
  }

  @Test(arguments: ["gia-lai-2021", "binh-thuan-2021-2025", "to-tung-2022"])
  func `every number of a report is the one its pointer names in results json`(
    sample: String
  ) throws {
    let run = try run(sample)
    let json = try JSONSerialization.jsonObject(with: Data(jsonReport(run)))
    for language in Language.allCases {
      let document = reportDocument(run, template: .standard, language: language)
      let style = NumberStyle(language)
      var sourced = 0
      for cell in document.sections.flatMap(\.blocks).flatMap(cells) {
        guard let number = cell.number else { continue }
        let text = style.decimal(number.value, places: number.places)
        #expect(cell.text.contains(text), "\(cell.text) is not \(text)")
        guard let source = number.source else { continue }
        #expect(isSame(value(at: source, in: json), as: number.value), "\(source)")
        sourced += 1
      }
      #expect(sourced > 500, "\(sample)")
    }
  }

  @Test func `the report of Gia Lai has every section`() throws {
    let run = try run("gia-lai-2021")
    let document = reportDocument(run, template: .standard, language: .vi)
    let expected = [
      "attainment", "pictures", "contributions", "domains", "ranks", "trend", "answers",
      "responsibilities", "quality", "method", "errors", "inputs",
    ]
    #expect(document.sections.map(\.id).filter { expected.contains($0) } == expected)
    // All questions, and all steps of weighting.
    #expect(run.answers.count == run.questionnaire.items.count)
    #expect(run.weightHistograms.count == run.weights.count && run.weights.count > 1)
    for (step, histogram) in zip(run.weights, run.weightHistograms) {
      #expect(histogram.counts.reduce(histogram.above, +) == step.weights.count)
    }
    // What people with satisfied answers weigh is what the estimate says.
    for distribution in run.answers {
      let estimate = run.estimates.estimate(of: .item, id: distribution.id)?.value ?? -1
      let satisfied = distribution.answers.suffix(2).compactMap(\.share).reduce(0, +)
      #expect((satisfied - estimate).magnitude < 1e-9, "\(distribution.id)")
    }
  }

  private func cells(_ block: Block) -> [Cell] {
    switch block {
    case .table(let table): table.rows.flatMap { $0 }
    case .picture(let picture): picture.table.rows.flatMap { $0 }
    case .more(_, let blocks): blocks.flatMap(cells)
    default: []
    }
  }
}
