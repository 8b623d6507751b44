import Documents
import ReportReaders
import Testing

/// Nghị định 30/2020/NĐ-CP, appendix I, part I: numbers in comments are its sections and numbers.
@Suite struct DecreeLayoutTests {
  private let parts: Parts
  private let body: Node
  private let styles: [String: Node]

  init() throws {
    parts = try Parts(SampleReport.vietnamese)
    body = try parts.body
    styles = Dictionary(
      try parts.part("word/styles.xml").all("style").map { ($0.attributes["styleId"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func paragraphs(_ style: String) -> [String] {
    body.all("p").filter { $0.all("pStyle").first?.value == style }.map(\.shown)
  }

  private func number(_ node: Node?, _ attribute: String) throws -> Int {
    try #require(Int(node?.attributes[attribute] ?? ""))
  }

  /// Half points, following styles down to the default of 14 points.
  private func size(_ style: String) throws -> Int {
    var name: String? = style
    while let current = name {
      let node = try #require(styles[current])
      if let size = node.all("sz").first { return try number(size, "val") }
      name = node.child("basedOn")?.value
    }
    return try number(parts.part("word/styles.xml").all("rPrDefault")[0].all("sz")[0], "val")
  }

  /// I.1 to I.3: A4, 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right.
  @Test func `pages are A4 with the margins of the decree`() throws {
    let sections = body.all("sectPr")
    #expect(sections.count == 3)
    for section in sections {
      let size = try #require(section.child("pgSz"))
      let isWide = size.attributes["orient"] == "landscape"
      #expect(try number(size, "w") == (isWide ? 16838 : 11906))
      #expect(try number(size, "h") == (isWide ? 11906 : 16838))
      let margins = section.child("pgMar")
      let bounds = [
        ("top", 20.0...25.0), ("bottom", 20...25), ("left", 30...35), ("right", 15...20),
      ]
      for (side, range) in bounds {
        #expect(range.contains(Double(try number(margins, side)) * 25.4 / 1440), "\(side)")
      }
    }
    #expect(sections.map { $0.child("pgSz")?.attributes["orient"] } == [nil, "landscape", nil])
  }

  /// I.7: in the middle of the upper margin, Arabic, 13 to 14, upright, none on the first page.
  @Test func `pages are numbered above but for the first`() throws {
    let header = try parts.part("word/header1.xml")
    #expect(header.all("fldSimple").map { $0.attributes["instr"] } == [" PAGE "])
    #expect(styles["Header"]?.all("jc").first?.value == "center")
    #expect((26...28).contains(try size("Header")))
    let sections = body.all("sectPr")
    #expect(sections.map { $0.child("titlePg") != nil } == [true, false, false])
    // Room for a line of 14 points between the edge and the text.
    let margins = sections[0].child("pgMar")
    #expect(try number(margins, "header") + 330 <= number(margins, "top"))
  }

  /// II.1 to II.5, II.7, II.9 and the examples of V.
  @Test(arguments: [
    ("StateName", 24...26, true, false, true), ("StateMotto", 26...28, true, false, false),
    ("SuperiorBody", 24...26, false, false, true), ("IssuingBody", 24...26, true, false, true),
    ("DocumentNumber", 26...26, false, false, false),
    ("PlaceAndDate", 26...28, false, true, false), ("Title", 26...28, true, false, true),
    ("Subtitle", 26...28, true, false, false), ("BodyText", 26...28, false, false, false),
    ("Addressee", 26...28, false, false, false), ("Heading1", 26...28, true, false, true),
    ("Heading2", 26...28, true, false, false), ("RecipientsHead", 24...24, true, true, false),
    ("Recipient", 22...22, false, false, false), ("SignerOffice", 26...28, true, false, true),
    ("SignerName", 26...28, true, false, false),
  ])
  func `letters are those of the decree`(
    _ name: String, _ sizes: ClosedRange<Int>, isBold: Bool, isItalic: Bool, isCapital: Bool
  ) throws {
    let style = try #require(styles[name])
    #expect(sizes.contains(try size(name)))
    #expect(!style.all("b").isEmpty == isBold)
    #expect(!style.all("i").isEmpty == isItalic)
    #expect(!style.all("caps").isEmpty == isCapital)
  }

  /// II.6 e: justified, first line 1 or 1.27 cm in, 6 points between paragraphs, 1 to 1.5 lines.
  @Test func `running text is set as the decree wants it`() throws {
    let body = try #require(styles["BodyText"])
    #expect(body.all("jc").first?.value == "both")
    #expect(try number(body.all("ind").first, "firstLine") == 720)
    let spacing = body.all("spacing").first
    #expect(try number(spacing, "before") + number(spacing, "after") >= 120)
    #expect((240...360).contains(try number(spacing, "line")))
    #expect(spacing?.attributes["lineRule"] == "auto")
  }

  @Test func `the frame says what the letterhead says`() {
    #expect(paragraphs("StateName") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    #expect(paragraphs("StateMotto") == ["Độc lập - Tự do - Hạnh phúc"])
    #expect(paragraphs("SuperiorBody") == ["UBND tỉnh Mẫu"])
    #expect(paragraphs("IssuingBody") == ["Sở Nội vụ"])
    #expect(paragraphs("DocumentNumber") == ["Số: ………/BC-SNV"])
    #expect(paragraphs("PlaceAndDate") == ["Mẫu, ngày …… tháng …… năm ……"])
    #expect(paragraphs("Title") == ["Báo cáo"])
    #expect(
      paragraphs("Addressee") == [
        "Kính gửi:", "- Ủy ban nhân dân tỉnh Mẫu;", "- Ban Chỉ đạo cải cách hành chính tỉnh.",
      ])
    #expect(paragraphs("RecipientsHead") == ["Nơi nhận:"])
    #expect(
      paragraphs("Recipient") == ["- Như trên;", "- Các sở, ban, ngành;", "- Lưu: VT, CCHC."])
    #expect(paragraphs("SignerOffice") == ["KT. Giám đốc", "Phó Giám đốc"])
    #expect(paragraphs("SignerName") == ["Nguyễn Văn Mẫu"])
    #expect(paragraphs("Banner") == ["Số liệu mô phỏng: không phải kết quả khảo sát thật."])
  }

  @Test func `what the letterhead leaves empty is dotted room`() throws {
    let body = try Parts(SampleReport.english).body
    func shown(_ style: String) -> [String] {
      body.all("p").filter { $0.all("pStyle").first?.value == style }.map(\.shown)
    }
    #expect(shown("SuperiorBody") == [])
    #expect(shown("IssuingBody") == ["……………………"])
    #expect(shown("DocumentNumber") == ["No.: ………/…………"])
    #expect(shown("PlaceAndDate") == ["…………, date …………………"])
    #expect(shown("Title") == ["……………………"])
    #expect(shown("Subtitle") == ["Citizen satisfaction in Sample Province, 2024"])
    #expect(shown("SurveyTitle") == [])
    #expect(shown("Addressee") == [])
    #expect(shown("SignerOffice") == ["……………………"])
    #expect(shown("SignerName") == ["……………………"])
  }

  /// II.1 b: as long as the motto; II.2 b and II.5 b: a third to a half of the text above.
  ///
  /// `Độc lập - Tự do - Hạnh phúc` is 12.242 and `SỞ NỘI VỤ` 5.167 times as long as its letters are
  /// high: sums of the advance widths in Liberation Serif Bold 2.1 (as wide as Times New Roman), read
  /// with fontTools 4.68.
  @Test func `lines below are as long as the decree wants them`() throws {
    let rules = body.all("p").filter { $0.all("pStyle").first?.value == "Rule" }
    #expect(rules.count == 3)
    let rooms = [3950, 9354 - 3950, 9354]
    let lengths = try zip(rules, rooms).map { rule, room in
      let indent = rule.all("ind").first
      #expect(try number(indent, "left") == number(indent, "right"))
      return Double(room - 2 * (try number(indent, "left")))
    }
    let issuer = 5.167 * 12 * 20
    #expect(lengths[0] >= issuer / 3 && lengths[0] <= issuer / 2)
    #expect(abs(lengths[1] - 12.242 * 13 * 20) < 4)
    // The abstract goes over two lines of the full width.
    #expect(lengths[2] >= 9354 / 3 && lengths[2] <= 9354 / 2)
  }
}
