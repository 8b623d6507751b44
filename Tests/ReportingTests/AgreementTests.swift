import Documents
import Foundation
import SurveyModel
import Testing

@testable import Reporting

/// Two ways must agree: what people read is what `results.json` holds, rounded.
struct AgreementTests {
  /// Rounds half up by decimal arithmetic: another way than the program's.
  private static func rounded(_ value: Double, places: Int = 2) throws -> String {
    var decimal = try #require(Decimal(string: "\(value)"))
    var result = Decimal()
    NSDecimalRound(&result, &decimal, places, .plain)
    let parts = "\(result)".split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts[0]).\(fraction)\(String(repeating: "0", count: places - fraction.count))"
  }

  @Test func `each row of the terminal and the report shows the figures of the results`() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let targets = try #require(json["targets"] as? [[String: Any]])
    let text = textReport(run, options: TextReportOptions(language: .en, width: 200))
    let report = reportDocument(run, template: .standard, language: .en)
    let rows = try #require(report.table("attainment-table")).rows.map(\.shownText)
    var compared = 0
    for target in targets {
      let id = try #require(target["id"] as? String)
      guard id.hasPrefix("8."), let estimate = target["estimate"] as? Double,
        let difference = target["difference"] as? Double,
        let interval = target["ci"] as? [Double], let baseline = target["baseline"] as? Double,
        let threshold = target["threshold"] as? Double
      else { continue }
      let line = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("\(id) ") }.map(String.init))
      let row = try #require(rows.first { $0.hasPrefix("\(id). ") })
      let halfWidth = try Self.rounded((interval[1] - interval[0]) / 2)
      for shown in [line, row] {
        #expect(shown.contains("\(try Self.rounded(estimate))%"))
        #expect(shown.contains("\(try Self.rounded(baseline))%"))
        #expect(shown.contains("≥ \(try Self.rounded(threshold))%"))
        #expect(shown.contains(try Self.rounded(difference.magnitude)))
      }
      #expect(line.contains("± \(halfWidth)"))
      #expect(row.contains("\(try Self.rounded(interval[0])) – \(try Self.rounded(interval[1]))"))
      let probability = try #require(target["probability_met"] as? Double)
      #expect(row.contains("|\(Texts(.en).probability(probability))|"))
      #expect(target["published"] as? Double == Double(try Self.rounded(estimate)))
      compared += 1
    }
    #expect(compared == 5)
  }

  @Test func `estimates csv holds the very numbers of the results`() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let estimates = try #require(json["estimates"] as? [[String: Any]])
    let csv = String(decoding: estimatesCSV(run, language: .en), as: UTF8.self)
    let lines = csv.split(separator: "\n").dropFirst()
    #expect(lines.count == estimates.count)
    for (line, estimate) in zip(lines, estimates) {
      // The last thirteen columns hold no quotes.
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).suffix(13)
        .map(String.init)
      let interval = estimate["ci"] as? [Double]
      #expect(Double(cells[0]) == estimate["estimate"] as? Double)
      #expect(Double(cells[1]) == estimate["se"] as? Double)
      #expect(Double(cells[2]) == interval?[0])
      #expect(Double(cells[3]) == interval?[1])
      #expect(Int(cells[5]) == estimate["df"] as? Int)
      #expect(Double(cells[6]) == estimate["deff"] as? Double)
      #expect(Int(cells[7]) == estimate["n"] as? Int)
      #expect(cells[8] == estimate["flag"] as? String ?? "")
      #expect(Double(cells[10]) == estimate["deff_wor"] as? Double)
      #expect(Double(cells[11]) == estimate["effective_n"] as? Double)
      #expect(cells[12] == estimate["flag_reason"] as? String ?? "")
    }
  }

  @Test func `the report shows every district with the figures of the results`() throws {
    let run = TinyRun.result()
    let report = reportDocument(run, template: .standard, language: .en)
    let table = try #require(report.table("domains-1"))
    for district in TinyRun.districts {
      let cells = try #require(table.rows.first { $0[0].text == district.1 })
      let row = cells.shownText
      let domain = [DomainTerm(variable: "district", code: district.0)]
      let shown = run.estimates.estimates.filter { $0.domain == domain && $0.flag == nil }
      for estimate in shown {
        #expect(row.contains(try Self.rounded(try #require(estimate.value))))
      }
      if shown.isEmpty { #expect(cells[1...6].allSatisfy { ["a", "b"].contains($0.footnote) }) }
    }
  }
}
