import Foundation
import SurveyModel
import Testing

@testable import Reporting

struct TextReportTests {
  private static func report(_ run: RunResult, width: Int = 110, colour: Bool = false) -> String {
    textReport(run, options: TextReportOptions(language: .vi, width: width, usesColour: colour))
  }

  @Test(arguments: [90, 100, 110, 120, 160], [false, true])
  func `lines keep within the width, also with decomposed labels`(width: Int, decomposed: Bool) {
    var run = TinyRun.result()
    if decomposed {
      for index in run.questionnaire.factors.indices {
        let label = run.questionnaire.factors[index].label
        run.questionnaire.factors[index].label = LocalizedText(
          vi: label.vi?.decomposedStringWithCanonicalMapping)
      }
    }
    for line in Self.report(run, width: width).split(separator: "\n") {
      #expect(displayWidth(String(line)) <= width, "\(line)")
    }
  }

  @Test func `the verdict column begins at one display column in every row`() throws {
    var run = TinyRun.result()
    let label = run.questionnaire.factors[0].label
    run.questionnaire.factors[0].label = LocalizedText(
      vi: label.vi?.decomposedStringWithCanonicalMapping)
    let lines = Self.report(run, width: 160).split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.hasPrefix("8.1.") }
    #expect(rows.count == 5)
    let columns = Set(
      rows.compactMap { line in
        ["  Đạt", "  Không đạt"].compactMap { line.range(of: $0) }.first.map {
          displayWidth(String(line[..<$0.lowerBound]))
        }
      })
    #expect(columns.count == 1)
  }

  @Test func `a figure that is not shown says why`() throws {
    var run = TinyRun.result()
    let index = try #require(
      run.estimates.estimates.firstIndex { $0.kind == .overall && $0.domain.isEmpty })
    let why = "cỡ mẫu hiệu dụng dưới 30"
    #expect(!Self.report(run).contains(why))
    run.estimates.estimates[index].flag = .suppressed
    run.estimates.estimates[index].flagReason = .effectiveNumber
    for hasTargets in [true, false] {
      if !hasTargets { run.targets = [] }
      let lines = Self.report(run, width: 160).split(separator: "\n")
      let note = try #require(lines.first { $0.contains(why) })
      #expect(note == "— Chỉ số hài lòng chung: không công bố vì \(why).")
    }
  }

  @Test func `colour is used only when asked and changes no width`() {
    let plain = Self.report(TinyRun.result())
    let coloured = Self.report(TinyRun.result(), colour: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[32m") && coloured.contains("\u{1B}[31m"))
    var stripped = coloured
    for code in ["31", "32", "33", "90", "0"] {
      stripped = stripped.replacingOccurrences(of: "\u{1B}[\(code)m", with: "")
    }
    let withoutTrailingSpace = stripped.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    #expect(withoutTrailingSpace.joined(separator: "\n") == plain)
  }

  @Test func `simulated data are marked, real data are not`() {
    var run = TinyRun.result()
    #expect(Self.report(run).contains("DỮ LIỆU MÔ PHỎNG (synthetic)"))
    run.survey.sources = []
    #expect(!Self.report(run).contains("synthetic"))
    run.targets[0].baselineStatus = "synthetic"
    #expect(Self.report(run).contains("SỐ LIỆU NĂM GỐC MÔ PHỎNG (synthetic)"))
  }

  @Test func `the other reading is told only where it changes a verdict`() {
    var run = TinyRun.result()
    #expect(Self.report(run).contains("86,5674"))
    run.targets.removeAll { $0.alternative?.verdict != $0.verdict && $0.alternative != nil }
    let text = Self.report(run, width: 400)
    #expect(!text.contains("86,5674"))
    #expect(text.contains("không làm thay đổi kết luận nào"))
  }

  @Test func `a survey without targets shows its indices`() {
    var run = TinyRun.result()
    run.targets = []
    run.plan = nil
    let text = Self.report(run)
    #expect(text.contains("Cuộc khảo sát này không kèm kế hoạch có mục tiêu."))
    #expect(text.contains("88,25\u{A0}%"))
  }
}
