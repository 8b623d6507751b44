import Foundation
import SurveyModel
import Testing

@testable import Reporting

func parsedJSON(_ bytes: [UInt8]) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(bytes))
  return try #require(value as? [String: Any])
}

/// The text without the coordinates of pictures, which may be any number; what pictures tell stands
/// in their title and description.
func withoutDrawings(_ page: String) -> String {
  page.replacing(/<(path|line|circle|rect|polyline|polygon|text)\b[^>]*>/, with: "")
}

struct JSONReportTests {
  /// The keys of the results contract; more may be added, none may go.
  @Test func `every key of the contract is there, null where there is nothing`() throws {
    let json = try parsedJSON(jsonReport(TinyRun.result()))
    for key in [
      "survey", "questionnaire", "version", "generated", "method", "responses", "weights",
      "estimates", "targets", "variance", "replicates", "change", "rankings", "decompositions",
      "covariance",
    ] {
      #expect(json[key] != nil, "\(key)")
    }
    let method = try #require(json["method"] as? [String: Any])
    #expect(method["item"] as? String == "satisfied-share")
    #expect(method["factor"] as? String == "mean-of-items")
    #expect(method["overall"] as? String == "mean-of-factors")
    let responses = try #require(json["responses"] as? [String: Int])
    #expect(
      responses == [
        "read": 1250, "accepted": 1244, "rejected": 4, "duplicate": 2, "erased": 0, "excluded": 0,
      ])
    let weights = try #require(json["weights"] as? [String: Any])
    for key in ["sum", "min", "max", "kish_deff", "effective_n", "steps"] {
      #expect(weights[key] != nil, "\(key)")
    }
    let steps = try #require(weights["steps"] as? [[String: Any]])
    #expect(steps.map { $0["step"] as? String } == ["design", "rake"])
    #expect(steps.last?["iterations"] as? Int == 7)
    #expect(steps.last?["max_relative_error"] as? Double == 3.1e-12)
    #expect(steps.first?["before"] is NSNull)
    let (before, after) = (
      steps.last?["before"] as? [String: Any], steps.last?["after"] as? [String: Any]
    )
    #expect(before?["max_relative_error"] as? Double == 0.0425 && before?["sum"] as? Double == 32.6)
    #expect(after?["max_relative_error"] as? Double == 3.1e-12 && after?["sum"] as? Int == 1000)
    #expect(steps.last?["smallest_ratio"] as? Double == 0.875)
    #expect(steps.last?["largest_ratio"] as? Double == 1.25)
    #expect(steps.last?["limited"] as? Int == 0)

    for estimate in try #require(json["estimates"] as? [[String: Any]]) {
      for key in [
        "measure", "id", "domain", "estimate", "se", "ci", "ci_method", "df", "deff", "n", "flag",
        "deff_wor", "effective_n", "flag_reason",
      ] {
        #expect(estimate[key] != nil, "\(key)")
      }
    }
    for target in try #require(json["targets"] as? [[String: Any]]) {
      for key in [
        "id", "measure", "kind", "baseline", "threshold", "estimate", "se", "difference",
        "verdict", "confidence", "p_value", "alternative_reading",
        "probability_met", "adjusted_p_value", "targeted_change_achieved", "progress",
        "smallest_detectable_change",
      ] {
        #expect(target[key] != nil, "\(key)")
      }
    }
  }

  @Test func aRunWithoutAnalysisHasItsKeysAllTheSame() throws {
    var run = TinyRun.result()
    run.change = nil
    run.rankings = []
    run.decompositions = []
    run.joint = nil
    let json = try parsedJSON(jsonReport(run))
    #expect(json["change"] is NSNull && json["covariance"] is NSNull)
    #expect((json["rankings"] as? [Any])?.isEmpty == true)
    #expect((json["decompositions"] as? [Any])?.isEmpty == true)
    #expect(json["variance"] as? String == "taylor-calibration-residuals")
    #expect(json["replicates"] as? Int == 0)
  }

  @Test func `only generated tells two runs on the same inputs apart`() {
    var later = TinyRun.result()
    later.generated = "2022-01-01T00:00:00Z"
    for index in later.batches.indices {
      later.batches[index].importedAt = "2022-01-01T00:00:00Z"
      later.batches[index].importedBy = "minh"
    }
    let first = String(decoding: jsonReport(TinyRun.result()), as: UTF8.self)
    let second = String(decoding: jsonReport(later), as: UTF8.self)
    #expect(
      first.replacing("2021-12-01T02:03:04Z", with: "2022-01-01T00:00:00Z") == second)
    #expect(first != second)
  }

  @Test func `doubles read back as they were`() throws {
    // Foundation's JSON reader loses the last digits, so each number is read on its own.
    for value in [0.1 + 0.2, 1.0 / 3, 86.418, .leastNonzeroMagnitude, 1e22, -0.0, 2400] {
      let text = String(decoding: JSONValue.number(value).bytes().dropLast(), as: UTF8.self)
      #expect(Double(text) == value)
      #expect(try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) is [Double])
    }
    for value in [Double.nan, .infinity] {
      #expect(JSONValue.number(value).bytes() == Array("null\n".utf8))
    }
  }

  @Test func `a suppressed estimate shows no figure in any file`() throws {
    var run = TinyRun.result()
    // A value found nowhere else, so that a leak is seen as text.
    for index in run.estimates.estimates.indices
    where run.estimates.estimates[index].flag == .suppressed {
      run.estimates.estimates[index].value = 77.1234567
      run.estimates.estimates[index].standardError = 71.1234567
      run.estimates.estimates[index].lower = 72.1234567
      run.estimates.estimates[index].upper = 73.1234567
      run.estimates.estimates[index].designEffect = 74.1234567
    }
    let outputs = [
      jsonReport(run), estimatesCSV(run, language: .vi), targetsCSV(run, language: .vi),
      try htmlReport(run, language: .en),
      Array(textReport(run, options: TextReportOptions(language: .en)).utf8),
    ].map { String(decoding: $0, as: UTF8.self) }
    for output in outputs.map(withoutDrawings) {
      for hidden in ["77.12", "71.12", "72.12", "73.12", "74.12", "± 0.50"] {
        #expect(!output.contains(hidden), "\(hidden)")
      }
    }
    #expect(outputs[0].contains("\"flag\": \"suppressed\""))
    #expect(outputs[1].contains("suppressed"))
  }

  @Test func `a figure too uncertain to publish stands in files for machines only`() throws {
    var run = TinyRun.result()
    for index in run.estimates.estimates.indices
    where run.estimates.estimates[index].flag == .suppressed {
      run.estimates.estimates[index].flagReason = .intervalWidth
      run.estimates.estimates[index].value = 77.1234567
      run.estimates.estimates[index].standardError = 71.1234567
    }
    let machines = [jsonReport(run), estimatesCSV(run, language: .vi)]
      .map { String(decoding: $0, as: UTF8.self) }
    for output in machines {
      #expect(output.contains("77.1234567") && output.contains("71.1234567"))
      #expect(output.contains("interval-width"))
    }
    let people = [
      try htmlReport(run, language: .en),
      Array(textReport(run, options: TextReportOptions(language: .en)).utf8),
    ].map { String(decoding: $0, as: UTF8.self) }
    for output in people.map(withoutDrawings) {
      #expect(!output.contains("77.12") && !output.contains("71.12"))
    }
  }
}
