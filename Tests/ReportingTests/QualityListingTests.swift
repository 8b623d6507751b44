import Reporting
import SurveyModel
import Testing

struct QualityListingTests {
  private static let items = FindingCode(
    "quality.item.missing", .warning, vi: "Câu hỏi có nhiều người không trả lời.",
    en: "Many people do not answer this item.")
  private static let night = FindingCode(
    "quality.start.night", .warning, vi: "Phỏng vấn ban đêm.", en: "Interviews at night.")

  private func flag(_ item: String, found: String) -> QualityFlag {
    QualityFlag(
      code: Self.items, subject: .item, id: item, found: LocalizedText(vi: found, en: found),
      expected: LocalizedText(vi: "dưới 30 %", en: "under 30%"),
      remedy: LocalizedText(vi: "xem lại câu hỏi", en: "look at the wording"))
  }

  private var report: QualityReport {
    QualityReport(
      interviews: 10,
      checks: [
        QualityCheck(
          code: Self.items, subject: .item, status: .checked,
          note: LocalizedText(vi: "Từ 30 % số người.", en: "From 30% of people."), flagged: 2),
        QualityCheck(
          code: Self.night, subject: .interview, status: .notChecked,
          note: LocalizedText(vi: "Không kiểm tra: thiếu giờ.", en: "Not checked: no times.")),
      ],
      flags: [flag("A1", found: "36,5 %"), flag("A2", found: "40,0 %")])
  }

  @Test func `items with one flag share its meaning and what to do`() throws {
    let listing = qualityListing(report, language: .vi)
    let lines = listing.split(separator: "\n").map(String.init)
    let head = try #require(
      lines.firstIndex { $0.hasPrefix("Câu hỏi có nhiều người") && $0.contains("Nên:") })
    #expect(
      Array(lines[(head + 1)...(head + 2)]) == [
        "  câu hỏi A1: 36,5 %; so với: dưới 30 %", "  câu hỏi A2: 40,0 %; so với: dưới 30 %",
      ])
    #expect(listing.components(of: "xem lại câu hỏi") == 1)
  }

  @Test(arguments: [
    (Language.vi, "Không kiểm tra: thiếu giờ. [quality.start.night]"),
    (Language.en, "Not checked: no times. [quality.start.night]"),
  ])
  func `a rule that could not be applied says why`(language: Language, line: String) {
    #expect(qualityListing(report, language: language).contains("\n\(line)"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
