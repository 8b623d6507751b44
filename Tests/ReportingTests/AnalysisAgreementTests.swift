import Documents
import Foundation
import SurveyModel
import Testing

@testable import Reporting

/// Change, ranks, contributions and covariances: every format tells what `results.json` holds.
struct AnalysisAgreementTests {
  static func rows(_ bytes: [UInt8]?) throws -> [[String: String]] {
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    var lines = text.split(separator: "\n").map { split(String($0)) }
    let head = lines.removeFirst()
    return lines.map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// Cells of a line; quotation marks keep commas inside.
  private static func split(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Foundation's JSON reader loses the last digits.
  private static func isSame(_ cell: String?, _ value: Any?) -> Bool {
    switch (Double(cell ?? ""), value as? Double) {
    case (nil, nil): true
    case (let left?, let right?): (left - right).magnitude <= 1e-14 * max(1, left.magnitude)
    default: false
    }
  }

  private static func list(_ json: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(json[key] as? [[String: Any]])
  }

  @Test func changeCSVHoldsTheNumbersOfTheResults() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let change = try #require(json["change"] as? [String: Any])
    #expect(change["survey"] as? String == "gia-lai-2020")
    #expect(change["common_psus"] as? Int == 42)
    let changes = try Self.list(change, "changes")
    let rows = try Self.rows(changeCSV(run, language: .en))
    #expect(rows.count == changes.count && rows.count == 7)
    for (row, change) in zip(rows, changes) {
      #expect(row["id"] == change["id"] as? String)
      for (column, key) in [
        ("before", "before"), ("now", "now"), ("difference", "difference"), ("se", "se"),
        ("df", "df"), ("p_raised", "p_raised"), ("p_changed", "p_changed"),
        ("independent_se", "independent_se"), ("smallest_detectable", "smallest_detectable"),
      ] {
        #expect(Self.isSame(row[column], change[key]), "\(column)")
      }
      #expect(Self.isSame(row["ci_lower"], (change["ci"] as? [Double])?[0]))
    }
  }

  @Test func rankingsCSVHoldsTheNumbersOfTheResults() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let rows = try Self.rows(rankingsCSV(run, language: .en))
    var place = 0
    for ranking in try Self.list(json, "rankings") {
      for unit in try Self.list(ranking, "units") {
        #expect(rows[place]["id"] == ranking["id"] as? String)
        #expect(Int(rows[place]["rank"] ?? "") == unit["rank"] as? Int)
        #expect(Int(rows[place]["rank_best"] ?? "") == (unit["rank_set"] as? [Int])?[0])
        #expect(Int(rows[place]["rank_worst"] ?? "") == (unit["rank_set"] as? [Int])?[1])
        #expect(Self.isSame(rows[place]["difference"], unit["difference"]))
        #expect(Self.isSame(rows[place]["adjusted_p_value"], unit["adjusted_p_value"]))
        place += 1
      }
      let left = try Self.list(ranking, "left_out")
      #expect(left.count == 1)
      #expect(rows[place]["rank"] == "" && rows[place]["flag"] == "suppressed")
      place += left.count
    }
    #expect(place == rows.count && place == 16)
  }

  @Test func contributionsAddUpToTheDistanceOfTheTarget() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let targets = try Self.list(json, "targets")
    let rows = try Self.rows(contributionsCSV(run, language: .en))
    var place = 0
    for decomposition in try Self.list(json, "decompositions") {
      let target = try #require(
        targets.first { $0["id"] as? String == decomposition["target"] as? String })
      let whole = try #require(decomposition["whole"] as? Double)
      let difference = try #require(target["difference"] as? Double)
      #expect((whole - difference).magnitude < 1e-12)
      var sum = 0.0
      var hidden = 0
      for part in try Self.list(decomposition, "parts") {
        let contribution = part["contribution"] as? Double
        #expect(Self.isSame(rows[place]["contribution"], contribution))
        #expect(Self.isSame(rows[place]["se"], part["se"]))
        sum += contribution ?? 0
        hidden += contribution == nil ? 1 : 0
        place += 1
      }
      if hidden == 0 { #expect((sum - whole).magnitude < 1e-12) } else { #expect(hidden == 2) }
    }
    #expect(rows.dropFirst(place).allSatisfy { $0["subject"] == "change" })
  }

  @Test func covarianceIsThatOfTheRunInBothFormats() throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let covariance = try #require(json["covariance"] as? [String: Any])
    let matrix = try #require(covariance["matrix"] as? [[Double]])
    let rows = try Self.rows(covarianceCSV(run))
    let joint = try #require(run.joint)
    #expect(try Self.list(covariance, "measures").count == joint.estimates.count)
    for (row, estimate) in joint.estimates.enumerated() {
      for (column, other) in joint.estimates.enumerated() {
        #expect((matrix[row][column] - joint.covariance(row, column)).magnitude < 1e-15)
        #expect(rows[row][other.id].flatMap(Double.init) == joint.covariance(row, column))
      }
      #expect(rows[row]["measure"] == estimate.kind.rawValue)
    }
  }

  @Test func theReportTellsChangeRanksAndContributionsOfTheResults() throws {
    let report = reportDocument(TinyRun.result(), template: .standard, language: .en)
    func row(_ label: String, of table: String) throws -> String {
      let rows = try #require(report.table(table)).rows
      return try #require(rows.first { $0[0].text == label }).shownText
    }
    // 88.00 − 90.40 over two questions, its half interval of 0.5.
    let item = try row("R1. Question R1", of: "parts-4-1")
    #expect(item.contains("|88.00|−1.20 ±\u{A0}0.50|pulls down|"))
    let doubtful = try row("R2. Question R2", of: "parts-4-1")
    #expect(doubtful.contains("−0.95") && doubtful.contains("not distinguishable from 0"))
    let change = try row("Access to services", of: "change-table")
    #expect(change.contains("|84.85%|87.10%|+2.25 +0.75 – +3.75|clearly up|"))
    let rank = try row("Huyện Chư Prông", of: "ranks-1-table")
    #expect(rank.contains("|1|89.25%|1–3|1|+1.42 not distinguishable|"))
    let text = report.plainText
    #expect(text.contains("Group 2, cannot be told apart: "))
    #expect(text.contains("Not ranked: Huyện Krông Pa."))
  }

  @Test func onlyQuestionsAndTheFirstDomainsAreShownUnfolded() throws {
    var run = TinyRun.result()
    func folded() throws -> [String] {
      let report = reportDocument(run, template: .standard, language: .en)
      let section = try #require(report.sections.first { $0.id == "contributions" })
      return section.blocks.flatMap { block -> [String] in
        guard case .more(_, let blocks) = block else { return [] }
        return blocks.flatMap(\.tables).map { "\($0.id) \($0.title)" }
      }
    }
    #expect(try folded().isEmpty)
    run.decompositions.append(run.decompositions[1])
    run.decompositions[2].variables = ["gender"]
    #expect(try folded() == ["parts-4-3 Results: by gender"])
  }

  @Test func probabilitiesAreNeverCertain() {
    let texts = Texts(.en)
    #expect(texts.probability(0.703999) == "70%")
    #expect(texts.probability(0.99999) == "> 99%")
    #expect(texts.probability(0) == "< 1%")
    #expect(texts.probability(nil) == NumberStyle.missing)
    #expect(texts.probability(.nan) == NumberStyle.missing)
  }

  @Test func theTerminalNamesWhatPullsATargetDownMost() {
    func report(_ run: RunResult) -> String {
      textReport(run, options: TextReportOptions(language: .vi, width: 300))
    }
    let text = report(TinyRun.result())
    #expect(
      text.contains(
        "Kéo 8.1.4 xuống nhiều nhất: R1. Câu hỏi R1 về Kết quả cung ứng dịch vụ (−1,20 điểm); "
          + "Thành phố Pleiku (−1,04 điểm)."))
    #expect(!text.contains("Kéo 8.1.1"))
    // What is not clearly below 0 is left out, and so is the line when nothing is left.
    var run = TinyRun.result()
    run.decompositions[1].parts[0].halfWidth = 1.0375002
    #expect(report(run).contains("Thị xã An Khê (−0,88 điểm)."))
    run.decompositions[0].parts[0].halfWidth = nil
    #expect(report(run).contains("nhiều nhất: Thị xã An Khê (−0,88 điểm)."))
    run.decompositions.removeLast()
    #expect(!report(run).contains("xuống nhiều nhất"))
    run = TinyRun.result()
    for index in run.targets.indices {
      run.targets[index].verdict = .met
      run.targets[index].confidence = .certain
    }
    #expect(!report(run).contains("xuống nhiều nhất"))
  }
}
