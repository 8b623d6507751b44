import Foundation
import SurveyModel
import Testing

@testable import Forms

@Suite struct PaperFormTests {
  private func text(_ source: FormSource, _ options: PaperOptions) -> String {
    String(decoding: paperForm(of: source, options), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test func `the page of a tiny questionnaire`() throws {
    let source = FormSource(questionnaire: try tinyQuestionnaire())
    try expectGolden(
      paperForm(of: source, PaperOptions(secondLanguage: .en, serials: 123...123)),
      "tiny-paper.html")
  }

  @Test func `the same options give the same bytes`() throws {
    let source = try everyFeatureInSurvey()
    let options = PaperOptions(serials: 1...3, isTwoSided: true)
    #expect(paperForm(of: source, options) == paperForm(of: source, options))
  }

  @Test func `each form bears its number on every sheet and on the part cut off`() throws {
    let source = try everyFeatureInSurvey()
    let one = text(source, PaperOptions(serials: 7...7))
    let sheets = count("<section class=\"sheet\">", in: one)
    #expect(count(FormNumber(serial: 7).text, in: one) == sheets + 1)
    let many = text(source, PaperOptions(serials: 7...9))
    for serial in 7...9 {
      #expect(count(FormNumber(serial: serial).text, in: many) == sheets + 1)
    }
    #expect(count("<section class=\"sheet\">", in: many) == 3 * sheets)
    #expect(many.contains("Trang \(sheets)/\(sheets)"))
  }

  @Test func `a form without a number has a line for it and no code to scan`() throws {
    let page = text(try everyFeatureInSurvey(), PaperOptions())
    #expect(!page.contains("<svg"))
    #expect(count("<span class=\"blank\"></span>", in: page) == 2)
  }

  @Test func `texts from the files are escaped, and nothing comes from outside`() throws {
    let page = text(
      FormSource(questionnaire: try everyFeature()), PaperOptions(secondLanguage: .en))
    #expect(page.contains("&lt;góc&gt; &amp; và"))
    #expect(!page.contains("<góc>"))
    for forbidden in ["<script", "http://", "https://", "url(", "@import"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test func `every question stands on the page, with its condition in words`() throws {
    let source = try everyFeatureInSurvey()
    let page = text(source, PaperOptions())
    for field in source.questionnaire.fields where field.id != "interview_id" {
      let label = field.label.text(in: .vi)
      #expect(page.contains(label), "\(field.id)")
    }
    #expect(page.contains("Chỉ hỏi nếu câu 5 lớn hơn 4 và câu 6 không quá 12,5."))
  }

  @Test func `personal variables stand only on the part that is cut off`() throws {
    let page = text(try everyFeatureInSurvey(), PaperOptions())
    let parts = page.components(separatedBy: "<div class=\"tear\">")
    #expect(parts.count == 2)
    for label in ["Họ và tên", "Điện thoại"] {
      #expect(!parts[0].contains(label))
      #expect(parts[1].contains(label))
    }
  }

  @Test func `codes only a keying person uses are not printed`() throws {
    #expect(!text(try everyFeatureInSurvey(), PaperOptions()).contains("Đánh dấu nhiều ô"))
  }

  @Test func `long lists have a line to fill in, shorter ones boxes`() throws {
    let page = text(try giaLai(), PaperOptions())
    #expect(page.contains("Huyện Chư Păh"))
    #expect(!page.contains("Phường Diên Hồng"))
  }

  private func pieces(_ heights: [Double]) -> [PaperPiece] {
    let options = PaperOptions()
    return heights.map {
      PaperPiece(content: .note(Wording(LocalizedText(vi: "n"), options)), height: $0)
    }
  }

  private func sheets(
    _ heights: [Double], head: Double = 0, tearOff: Double = 0, isTwoSided: Bool = false
  ) -> PaperSheets {
    PaperSheets(
      pieces(heights), grids: [], headHeight: head, tearOffHeight: tearOff, isTwoSided: isTwoSided)
  }

  @Test func `sheets are filled and never overfilled`() {
    let height = PaperMeasure.sheetHeight
    #expect(sheets([height / 2, height / 2]).sheets.count == 1)
    #expect(sheets([height / 2, height / 2, 1]).sheets.count == 2)
    #expect(sheets([height / 2, height / 2], head: 1).sheets.count == 2)
    // What is higher than a sheet stands alone and runs on.
    #expect(sheets([1, height * 2, 1]).sheets.map(\.pieces.count) == [1, 1, 1])
  }

  @Test func `a heading goes with what follows it`() {
    let height = PaperMeasure.sheetHeight
    var list = pieces([height - 10, 5, 20])
    list[1].staysWithNext = true
    let made = PaperSheets(
      list, grids: [], headHeight: 0, tearOffHeight: 0, isTwoSided: false)
    #expect(made.sheets.map(\.pieces.count) == [1, 2])
  }

  @Test func `a table that goes on says whose it is and when it is asked`() throws {
    let page = text(try giaLai(), PaperOptions())
    let sheets = page.components(separatedBy: "<section class=\"sheet\">").dropFirst(2)
    for sheet in sheets where sheet.components(separatedBy: "<table>")[0].contains("<h2>") == false
    {
      #expect(sheet.components(separatedBy: "<table>")[0].contains("(tiếp theo)."))
    }
    #expect(page.contains("(tiếp theo)."))
  }

  @Test func `printed on both sides, the back of the part cut off stays empty`() {
    let height = PaperMeasure.sheetHeight
    // One sheet: its back is empty by itself.
    #expect(sheets([10], tearOff: 50, isTwoSided: true).emptyFoot == nil)
    // Two sheets: the foot of the first is kept free, what stood there moves on.
    let two = sheets(
      Array(repeating: height / 8, count: 9), tearOff: 50, isTwoSided: true)
    #expect(two.sheets.count == 2)
    #expect(two.emptyFoot == 0)
    #expect(two.sheets[0].height + 50 <= height)
    #expect(sheets(Array(repeating: height / 8, count: 9), tearOff: 50).emptyFoot == nil)
  }

  @Test func `a form with an odd number of sheets is followed by an empty page`() throws {
    let source = FormSource(questionnaire: try tinyQuestionnaire())
    let page = text(source, PaperOptions(serials: 1...2, isTwoSided: true))
    #expect(count("<section class=\"sheet\">", in: page) == 4)
    #expect(count("Trang để trống.", in: page) == 2)
  }

  @Test func `a long text is measured in lines that hold it`() {
    #expect(TextMeasure.lines("", width: 50, points: 9.5) == 1)
    // 50 mm hold 26 letters of 9.5 points, each 0.56 of the size: 50 / (9.5 · 0.3528 · 0.56).
    #expect(TextMeasure.lines(String(repeating: "a", count: 26), width: 50, points: 9.5) == 1)
    #expect(TextMeasure.lines(String(repeating: "a", count: 27), width: 50, points: 9.5) == 2)
    #expect(TextMeasure.lines("một hai ba bốn năm sáu bảy tám", width: 50, points: 9.5) == 2)
  }

  @Test func `a QR code draws its three corners`() {
    let code = QRCode("000123-20")
    // Version 1 has 21 modules and a border of 4 on each side (ISO/IEC 18004, 6.3.1 and 9.1).
    #expect(code.size == 29)
    #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
    #expect(code.path.contains("M18 4h7v1h-7z"))
    #expect(code.path.contains("M4 24h7v1h-7z"))
  }
}
