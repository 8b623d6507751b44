import Documents
import Foundation
import GoldenFiles
import ReportReaders
import Reporting
import SurveyModel
import Testing

/// The numbers of a real run, from the files of shipped samples: every format has those of
/// `results.json`.
@Suite struct ReportNumbersTests {
  private func run(_ sample: String) throws -> RunResult {
    let store = NSTemporaryDirectory() + "/formats-\(UUID().uuidString).sqlite"
    defer { for end in ["", "-wal", "-shm"] { unlink(store + end) } }
    return try ReportFolder.run(
      ReportFolder.root + "/samples/\(sample)/survey.xml", store: store)
  }

  /// How many numbers a document has; each is what its pointer names, and its text is it, rounded.
  private func compare(_ document: Document, with json: Any) -> Int {
    let style = NumberStyle(document.language)
    var sourced = 0
    for cell in document.cells {
      guard let number = cell.number else { continue }
      let text = style.decimal(number.value, places: number.places)
      #expect(cell.text.contains(text), "\(cell.text) is not \(text)")
      guard let source = number.source else { continue }
      #expect(isSame(value(at: source, in: json), as: number.value), "\(source)")
      sourced += 1
    }
    return sourced
  }

  @Test(arguments: ["gia-lai-2021", "to-tung-2022"])
  func `every number of a report is the one its pointer names in results json`(
    sample: String
  ) throws {
    let run = try run(sample)
    let json = try JSONSerialization.jsonObject(with: Data(jsonReport(run)))
    for language in Language.allCases {
      let document = reportDocument(run, template: .standard, language: language)
      #expect(compare(document, with: json) > 500, "\(sample)")
    }
  }

  @Test(arguments: SampleFolder.all)
  func `every number of a report is the one its pointer names in the file`(
    sample: SampleFolder
  ) throws {
    let folder = try sample.folder.get()
    #expect(compare(folder.document, with: try folder.json()) > 400)
  }

  @Test(arguments: SampleFolder.all)
  func `the CSV files hold the very numbers of the results`(sample: SampleFolder) throws {
    let folder = try sample.folder.get()
    let json = try #require(try folder.json() as? [String: Any])
    let pointers = [
      "ci_lower": "/ci/0", "ci_upper": "/ci/1",
      "alternative_threshold": "/alternative_reading/threshold",
    ]
    let tables = [
      (
        "estimates.csv", "estimates",
        [
          "estimate", "se", "ci_lower", "ci_upper", "df", "deff", "n", "deff_wor", "effective_n",
        ]
      ),
      (
        "targets.csv", "targets",
        [
          "year", "baseline_year", "baseline", "threshold", "estimate", "published", "se",
          "ci_lower", "ci_upper", "df", "n", "difference", "p_value", "alternative_threshold",
          "probability_met", "adjusted_p_value", "targeted_change_achieved",
          "smallest_detectable_change",
        ]
      ),
    ]
    for (file, key, columns) in tables {
      let rows = try csvRows(folder.bytes(file))
      let records = try #require(json[key] as? [Any])
      try #require(rows.count == records.count + 1 && !records.isEmpty, "\(file)")
      var compared = 0
      for column in columns {
        let position = try #require(rows[0].firstIndex(of: column), "\(file) \(column)")
        let pointer = pointers[column] ?? "/\(column)"
        for (row, record) in zip(rows.dropFirst(), records) {
          let expected = value(at: pointer, in: record)
          guard let number = Double(row[position]) else {
            #expect(
              row[position].isEmpty && !(expected is Double), "\(file) \(row[0]) \(column)")
            continue
          }
          #expect(isSame(expected, as: number), "\(file) \(row[0]) \(column)")
          compared += 1
        }
      }
      #expect(compared > 20, "\(file)")
    }
  }

  @Test(arguments: SampleFolder.all)
  func `the terminal shows the figures of the results, rounded`(sample: SampleFolder) throws {
    let folder = try sample.folder.get()
    let json = try #require(try folder.json() as? [String: Any])
    let targets = try #require(json["targets"] as? [[String: Any]])
    let style = NumberStyle(sample.language)
    let options = TextReportOptions(language: sample.language, width: 240)
    let lines = textReport(folder.run, options: options).split(separator: "\n")
    var compared = 0
    for target in targets {
      let id = try #require(target["id"] as? String)
      // Those of the survey: figures have the unit and the places of their own.
      guard let interval = target["ci"] as? [Double] else { continue }
      let line = try #require(lines.first { $0.hasPrefix("\(id) ") }, "\(id)")
      let halfWidth = style.decimal((interval[1] - interval[0]) / 2, places: 2)
      #expect(line.contains("± \(halfWidth)"), "\(line)")
      for key in ["estimate", "threshold", "baseline"] {
        guard let number = target[key] as? Double else { continue }
        #expect(line.contains(style.decimal(number, places: 2)), "\(key): \(line)")
        compared += 1
      }
      guard let difference = target["difference"] as? Double else { continue }
      #expect(line.contains(style.signed(difference, places: 2)), "\(line)")
    }
    #expect(compared >= 8)
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
}
