import Ingestion
import SurveyModel
import Testing

/// Headers as survey programs and typists write them.
struct HeaderPatternTests {
  private static let fields: [Field] =
    TinySurvey.fields + [
      Field(
        id: "A_SQ001", label: LocalizedText(vi: "Lối đi cho người khuyết tật"),
        kind: .coded(TinySurvey.scale), isItem: true),
      Field(
        id: "wait", label: LocalizedText(vi: "Thời gian chờ", en: "Waiting time"),
        kind: .integer(minimum: 0, maximum: nil)),
    ]

  private func column(_ header: String) throws -> HeaderMapping.Column {
    let imported = try importText(
      "interview_id,\"\(header.replacing("\"", with: "\"\""))\"\nR-1,\n", fields: Self.fields)
    return try #require(imported.header?.columns.last)
  }

  @Test(arguments: [
    // Group paths: KoboToolbox, ODK Central (`A-A1.1` as in its exports), others.
    ("access/A1", "A1", HeaderMapping.Match.groupPath),
    ("g1/access/A1", "A1", .groupPath), ("access-A1", "A1", .groupPath),
    ("access:A1", "A1", .groupPath), ("access.A1", "A1", .groupPath),
    ("Tiếp cận dịch vụ/Nơi ngồi chờ có đủ chỗ ngồi", "A1", .groupPath),
    ("Tiếp cận dịch vụ/Noi ngoi cho co du cho ngoi", "A1", .groupPath),
    // LimeSurvey: code and text, arrays, full texts.
    ("A1. Nơi ngồi chờ có đủ chỗ ngồi", "A1", .codeAndText),
    ("A1. Nơi ngồi chờ có đủ…", "A1", .codeAndText), ("A1.", "A1", .codeAndText),
    ("\"A1\" Nơi ngồi chờ có đủ chỗ ngồi", "A1", .codeAndText),
    ("[A1] Nơi ngồi chờ có đủ chỗ ngồi", "A1", .codeAndText),
    ("A1 - Nơi ngồi chờ có đủ chỗ ngồi", "A1", .codeAndText),
    ("A1 Nơi ngồi chờ có đủ chỗ ngồi", "A1", .codeAndText),
    ("A1: Nơi ngồi chờ có đủ chỗ ngồi", "A1", .groupPath),
    ("G1[A1]", "A1", .subquestion), ("A[SQ001]", "A_SQ001", .subquestion),
    ("Ông bà thấy thế nào? [Nơi ngồi chờ có đủ chỗ ngồi]", "A1", .subquestion),
    ("G02Q17[SQ002]. Ông bà thấy thế nào? [Trang thiết bị]", "A2", .subquestion),
    // Question numbers, stars, units.
    ("Câu 1. Nơi ngồi chờ có đủ chỗ ngồi", "A1", .numbered),
    ("1. Nơi ngồi chờ có đủ chỗ ngồi", "A1", .numbered),
    ("1.2) Nơi ngồi chờ có đủ chỗ ngồi", "A1", .numbered),
    ("Q1 - Nơi ngồi chờ có đủ chỗ ngồi", "A1", .numbered),
    ("Nơi ngồi chờ có đủ chỗ ngồi *", "A1", .numbered),
    ("Đã từng góp ý", "FB", .numbered), ("Thời gian chờ (phút)", "wait", .numbered),
    ("Thời gian chờ [phút]", "wait", .numbered), ("Waiting time (min)", "wait", .numbered),
  ])
  func `a header that holds the id or label of a field`(
    header: String, field: String, match: HeaderMapping.Match
  ) throws {
    let column = try column(header)
    #expect(column.field == field)
    #expect(column.match == match)
  }

  @Test(arguments: [
    "A1[other]", "A1[comment]", "A1_other", "Ghi chú - A1", "A1. Ghi chú của điều tra viên",
    "5 năm qua", "Trang", "A11", "A1A2", "access/", "/", "[A1", "A1]", "[]", "Câu 1.", "1.", "*",
    "…", "-", "A1 và A2", "Nơi ngồi chờ có đủ chỗ ngồi [Trang thiết bị]",
  ])
  func `a header that names a field beside something else is not matched`(header: String) throws {
    let column = try column(header)
    #expect(column.field == nil)
    #expect(column.match == .none)
  }

  @Test func `two columns that may be one field are both left out and offered`() throws {
    let imported = try importText("interview_id,district,g1/A1,g2/A1,A2,E1,FB\n")
    let columns = try #require(imported.header).columns
    #expect(columns[2].match == .none && columns[2].offers == ["A1"])
    #expect(columns[3].match == .none && columns[3].offers == ["A1"])
  }

  @Test func `a plain id beside a longer header of the same field wins`() throws {
    let imported = try importText("interview_id,district,g1/A1,A1,A2,E1\nR-1,PLK,5,1,2,3\n")
    #expect(imported.isUsable)
    #expect(
      imported.header?.columns.map(\.field) == ["interview_id", "district", nil, "A1", "A2", "E1"])
    #expect(imported.table.columns[9] == .coded8([1]))
  }

  @Test(arguments: [
    ("A-01", ["A1"]), ("Nơi ngồi chờ đủ chỗ", ["A1"]), ("Nơi ngồi chờ có đầy đủ chỗ", ["A1"]),
    ("A1. Ghi chú của điều tra viên", ["A1"]), ("Interview dat", ["interview_date"]),
    ("Ngay phong van thu", ["interview_date"]), ("design_wieght", ["design_weight"]),
    ("Ghi chú", []), ("Tuổi", []), ("xyz", []),
  ])
  func `an unknown header is offered the fields it is like, and none is taken`(
    header: String, offers: [String]
  ) throws {
    let column = try column(header)
    #expect(column.offers == offers)
    #expect(column.field == nil)
  }

  @Test func `offers stand in the findings as questions`() throws {
    let imported = try importText("interview_id,Quận huyện,A01,A2,E1\nR-1,PLK,5,4,3\n")
    #expect(!imported.isUsable)
    let missing = try #require(
      imported.findings.first { $0.code.id == "ingest.header.required-missing" })
    #expect(
      missing.remedy.vi
        == "thêm cột, hoặc khai báo tên cột của tệp bằng <column> trong tệp khảo sát")
    let items = try #require(
      imported.findings.first { $0.code.id == "ingest.header.items-missing" })
    #expect(items.remedy.vi?.hasPrefix("có phải là: “A01” → A1? Nếu phải") == true)
    #expect(items.remedy.en?.hasPrefix("is it: “A01” → A1? If so") == true)
  }

  @Test func `a column the survey leaves out gives no notice`() throws {
    let imported = try importText(
      TinySurvey.clean.replacing("interview_id,", with: "GHI CHÚ,interview_id,")
        .replacing("\nR-", with: "\nx,R-"),
      mapping: ResponseMapping(ignored: ["Ghi chú"]))
    #expect(imported.findings == [])
    #expect(imported.counts.accepted == 3)
    #expect(imported.header?.columns.first?.match == .ignored)
  }
}
