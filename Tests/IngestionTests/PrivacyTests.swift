import Ingestion
import SurveyModel
import Testing

/// Words of respondents and personal values never leave through findings or rejects.
struct PrivacyTests {
  private let secretName = "Nguyễn Văn Bí Mật"
  private let secretPhone = "0905123456"

  private func everything(_ imported: ImportedFile) -> String {
    String(describing: imported.findings) + String(describing: imported.rejects)
      + String(describing: imported.table)
  }

  @Test func `personal and unknown columns are masked in rejects and findings`() throws {
    let imported = try importText(
      """
      họ tên,\(TinySurvey.header)
      \(secretName),R-001,PLK,,,,,,\(secretPhone),thiếu ghế,0,4,7,
      \(secretName),R-002,PLK,,,,,,\(secretPhone)\u{2},thiếu ghế,0,4,5,
      \(secretName),R-003,PLK,,,\(secretPhone),thiếu ghế,0,4,5
      """)
    #expect(imported.counts.rejected == 3)
    #expect(!everything(imported).contains(secretName))
    #expect(!everything(imported).contains(secretPhone))
    #expect(imported.rejects.first?.rawText == "***,R-001,PLK,,,,,,***,thiếu ghế,0,4,7,")
  }

  @Test func `free text is described by its length`() throws {
    let imported = try importText("\(TinySurvey.header)\nR-001,PLK,,,,,,,a\u{7}bc,0,4,5,\n")
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.found == LocalizedText(vi: "«4 ký tự, đã ẩn»", en: "«4 characters, hidden»"))
  }

  @Test func `a coded cell that holds a long text is described, not shown`() throws {
    let long = String(repeating: "ghế ", count: 30)
    let imported = try importText("\(TinySurvey.header)\nR-001,PLK,,,,,,,,0,4,\(long),\n")
    #expect(imported.rejects.first?.findings.first?.found?.vi == "«119 ký tự, đã ẩn»")
  }

  @Test func `personal values are checked but never kept`() throws {
    let imported = try importText(
      "\(TinySurvey.header)\nR-001,PLK,,,,,,\(secretPhone),,0,4,5,\n")
    #expect(imported.counts.accepted == 1)
    #expect(imported.table.columns[6] == .dropped(count: 1))
    #expect(!everything(imported).contains(secretPhone))
  }
}
