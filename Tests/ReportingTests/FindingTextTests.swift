import SurveyModel
import Testing

@testable import Reporting

struct FindingTextTests {
  @Test func `each code is capped and the rest are counted`() {
    let findings = (1...45).map { TinyRun.notInListFinding(line: 46 - $0) } + TinyRun.findings
    let text = findingsReport(findings, language: .en)
    let heads = text.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(heads.count == 20)
    #expect(heads.first?.hasPrefix("responses/pleiku.csv:1:14: error: ") == true)
    #expect(heads.last?.hasPrefix("responses/pleiku.csv:20:14: error: ") == true)
    #expect(text.contains("… and 25 more [ingest.value.not-in-code-list]"))
    #expect(text.contains("[ingest.scale.reversed]"))
  }

  @Test func `counts are told by severity`() {
    let findings = [TinyRun.notInListFinding(line: 1)] + TinyRun.findings
    #expect(findingCounts(findings, language: .en) == "1 error, 1 warning")
    #expect(findingCounts(findings, language: .vi) == "1 lỗi, 1 cảnh báo")
    #expect(findingCounts([], language: .vi).isEmpty)
    #expect(findingsReport([], language: .vi).isEmpty)
  }

  @Test func `a file name or value cannot steer the terminal`() {
    var finding = TinyRun.notInListFinding(line: 3)
    finding.place?.file = "a\u{1B}]0;owned\u{7}.csv"
    finding.found = LocalizedText(en: "\u{1B}[2J\u{9B}31m")
    let text = findingsReport([finding], language: .en)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }
}
