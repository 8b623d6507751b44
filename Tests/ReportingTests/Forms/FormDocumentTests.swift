import Documents
import SurveyModel
import Testing

@testable import Reporting

/// Forms filled in from a run built by hand; every row and figure is made up.
struct FormDocumentTests {
  private static let rows: [FormRow] = [
    FormRow(id: "1", code: "I", kind: .heading, area: "a", label: LocalizedText(vi: "Đề mục")),
    FormRow(
      id: "1-1", kind: .count, area: "a", label: LocalizedText(vi: "Số văn bản"),
      unit: LocalizedText(vi: "Văn bản")),
    FormRow(id: "1-2", kind: .countPercent, area: "a", label: LocalizedText(vi: "Đúng hẹn")),
    FormRow(id: "1-3", kind: .ratioPercent, area: "a", label: LocalizedText(vi: "Cuộc họp")),
    FormRow(id: "1-4", kind: .pair, label: LocalizedText(vi: "Đối thoại")),
    FormRow(
      id: "1-5", kind: .percent, area: "b", label: LocalizedText(vi: "Hài lòng"),
      measure: .estimate("overall")),
    FormRow(id: "1-6", kind: .yesNo, area: "b", label: LocalizedText(vi: "Có hay không")),
    FormRow(
      id: "1-7", kind: .countPercent, area: "b", label: LocalizedText(vi: "Hai chỉ tiêu"),
      parts: [
        FormRow(id: "1-7.1", kind: .count, unit: LocalizedText(vi: "hồ sơ")),
        FormRow(id: "1-7.2", kind: .percent, unit: LocalizedText(vi: "%")),
      ]),
    FormRow(id: "1-8", code: "…", kind: .blank),
  ]

  private static let forms = ReportingForms(
    id: "made-up", title: LocalizedText(vi: "Biểu mẫu"),
    sources: [SourceDocument(document: "00/QĐ-THỬ", date: "2021-02-03", issuer: "Cơ quan thử")],
    areas: [
      PlanArea(id: "a", label: LocalizedText(vi: "Thể chế")),
      PlanArea(id: "b", label: LocalizedText(vi: "Chuyển đổi số")),
    ],
    outline: ReportOutline(
      id: "o", label: LocalizedText(vi: "Đề cương"), abstract: LocalizedText(vi: "Kết quả thử"),
      items: [
        OutlineItem(
          id: "I", code: "Phần I", label: LocalizedText(vi: "KẾT QUẢ"),
          items: [
            OutlineItem(
              id: "I.1", code: "1.", label: LocalizedText(vi: "Chỉ đạo"),
              items: [
                OutlineItem(
                  id: "I.1-1", code: "-", label: LocalizedText(vi: "Khắc phục"),
                  fills: OutlineFill.allCases),
                OutlineItem(
                  id: "I.1-2", code: "-", label: LocalizedText(vi: "Chỉ số"),
                  measure: .estimate("sipas")),
                OutlineItem(id: "I.1-3", code: "-", label: LocalizedText(vi: "Sáng kiến")),
              ])
          ]),
        OutlineItem(id: "end", label: LocalizedText(vi: "Lưu ý: gửi đúng hạn.")),
      ]),
    forms: [
      StatisticalForm(
        id: "II", section: "Phụ lục II", label: LocalizedText(vi: "THỐNG KÊ"),
        subtitle: LocalizedText(vi: "(kèm theo Báo cáo)"),
        columns: [
          FormColumn(id: "c", content: .code, label: LocalizedText(vi: "STT")),
          FormColumn(id: "l", content: .label, label: LocalizedText(vi: "Chỉ tiêu")),
          FormColumn(
            id: "u", content: .unit, label: LocalizedText(vi: "Đơn vị"),
            group: LocalizedText(vi: "Kết quả")),
          FormColumn(
            id: "p", content: .value, label: LocalizedText(vi: "Năm 2020"), year: 2020),
          FormColumn(
            id: "n", content: .value, label: LocalizedText(vi: "Năm 2021"), year: 2021),
          FormColumn(id: "w", content: .words, label: LocalizedText(vi: "Văn bản")),
          FormColumn(id: "s", content: .note, label: LocalizedText(vi: "Ghi chú")),
        ], rows: rows)
    ])

  /// The run with figures on record for the rows.
  private static func run(
    _ values: [String: [(year: Int, value: Double, source: String)]] = [:]
  ) -> RunResult {
    var run = TinyRun.result()
    run.plan?.figures += forms.figures.map { figure in
      var figure = figure
      figure.values = values[figure.id] ?? []
      return figure
    }
    return run
  }

  private static func document(_ run: RunResult, _ language: Language = .vi) -> Document {
    formDocument(forms, run, template: .standard, language: language)
  }

  private static func cells(_ document: Document, row: Int) -> [String] {
    document.table("form-table-1")?.rows[row].map(\.text) ?? []
  }

  @Test func `what is not known is dotted room, never 0`() throws {
    let document = Self.document(Self.run())
    let table = try #require(document.table("form-table-1"))
    #expect(table.columns.map(\.head).first == "STT" && table.columns[2].subhead == "Kết quả")
    #expect(table.rows.count == Self.rows.count)
    #expect(Self.cells(document, row: 0) == ["I", "Đề mục", "", "", "", "", ""])
    #expect(
      Self.cells(document, row: 1) == ["", "Số văn bản", "Văn bản", "……", "……", "", ""])
    #expect(Self.cells(document, row: 2)[4] == "…… = ……\u{A0}%")
    #expect(Self.cells(document, row: 3)[4] == "……/…… = ……\u{A0}%")
    #expect(Self.cells(document, row: 4)[4] == "……/……")
    #expect(Self.cells(document, row: 7)[2...4] == ["hồ sơ; %", "……; ……\u{A0}%", "……; ……\u{A0}%"])
    #expect(Self.cells(document, row: 8) == ["…", "……", "", "……", "……", "……", ""])
    for row in [1, 2, 3, 4, 6, 7] {
      for text in Self.cells(document, row: row)[3...4] { #expect(!text.contains("0")) }
    }
  }

  /// 87.82686 and, 1.5 less, 86.32686 are the overall figures of the run and of the earlier survey.
  @Test func `figures on record and estimates of both years fill their cells, with the source`() {
    let report = "Báo cáo 12/BC-SNV"
    let document = Self.document(
      Self.run([
        "form:1-1": [(2020, 0, "Báo cáo 7/BC-SNV"), (2021, 1234, report)],
        "form:1-2": [(2021, 1200, report)], "form:1-2:percent": [(2021, 98.5, report)],
        "form:1-3": [(2021, 2, report)], "form:1-3:total": [(2020, 5, report), (2021, 3, report)],
        "form:1-4": [(2021, 7, report)], "form:1-6": [(2020, 0, report), (2021, 1, report)],
        "form:1-7.2": [(2021, 33.25, report)],
      ]))
    #expect(
      Self.cells(document, row: 1)[3...]
        == ["0", "1.234", "", "2020: Báo cáo 7/BC-SNV; 2021: \(report)"])
    #expect(
      Self.cells(document, row: 2)[3...]
        == ["…… = ……\u{A0}%", "1.200 = 98,5\u{A0}%", "", "2021: \(report)"])
    #expect(Self.cells(document, row: 3)[3...4] == ["……/5 = ……\u{A0}%", "2/3 = 66,67\u{A0}%"])
    #expect(Self.cells(document, row: 4)[4] == "7/……")
    #expect(Self.cells(document, row: 5)[3...4] == ["86,33\u{A0}%", "87,83\u{A0}%"])
    #expect(Self.cells(document, row: 5)[6].contains("gia-lai-2020"))
    #expect(Self.cells(document, row: 6)[3...] == ["0", "1", "", report])
    #expect(Self.cells(document, row: 7)[4] == "……; 33,25\u{A0}%")
    let number = document.table("form-table-1")?.rows[5][4].number
    #expect(number?.unit == .percent && number?.source?.hasSuffix("/estimate") == true)
    #expect(number.map { roundedHalfUp($0.value, places: 5) } == 87.82686)
  }

  @Test func `a total of 0 gives no share`() {
    let document = Self.document(
      Self.run(["form:1-3": [(2021, 0, "x")], "form:1-3:total": [(2021, 0, "x")]]))
    #expect(Self.cells(document, row: 3)[4] == "0/0 = ……\u{A0}%")
  }

  @Test func `the first section counts what is filled and who fills the rest`() throws {
    let all: [(year: Int, value: Double, source: String)] = [(2020, 1, "x"), (2021, 2, "x")]
    var run = Self.run(["form:1-1": all, "form:1-4": [(2021, 7, "x")]])
    let document = Self.document(run)
    #expect(document.sections.first?.id == "standing")
    let table = try #require(document.table("standing-table"))
    // Indicators, filled in, in part, to fill.
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["Thể chế", "3", "1", "0", "2", "Cơ quan, đơn vị báo cáo"],
        ["Chuyển đổi số", "4", "1", "0", "3", "Cơ quan, đơn vị báo cáo"],
        ["Không thuộc lĩnh vực nào", "1", "0", "1", "0", "Cơ quan, đơn vị báo cáo"],
      ])
    let text = document.plainText
    #expect(text.contains("8 chỉ tiêu, đã điền đủ 2, điền một phần 1, còn phải điền 5"))
    #expect(text.contains("3 nội dung phải viết, 2 có phần viết sẵn từ kết quả, 1 để trống"))
    #expect(text.contains("00/QĐ-THỬ ngày 03/02/2021 của Cơ quan thử"))
    // A suppressed figure is not known.
    for index in run.estimates.estimates.indices {
      run.estimates.estimates[index].flag = .suppressed
      run.estimates.estimates[index].flagReason = .fewRespondents
    }
    #expect(Self.cells(Self.document(run), row: 5)[4] == "……\u{A0}%")
    #expect(!Self.document(run).plainText.contains("87,83"))
  }

  @Test func `the outline keeps its numbers and order, answers first, then room`() throws {
    let document = Self.document(Self.run())
    #expect(document.hasOwnNumbers)
    #expect(document.sections.map(\.title)[1...2] == ["Phần I KẾT QUẢ", "Lưu ý: gửi đúng hạn."])
    let texts = document.sections[1].blocks.map { block in
      switch block {
      case .heading(let text, _): "# \(text)"
      case .paragraph(let paragraph): paragraph.text
      default: "?"
      }
    }
    let room = FormContent.line
    #expect(texts.first == "# 1. Chỉ đạo" && texts.last == room)
    let points = ["- Khắc phục", "- Chỉ số", "- Sáng kiến"].map { texts.firstIndex(of: $0) }
    let (first, second, third) = (
      try #require(points[0]), try #require(points[1]), try #require(points[2])
    )
    #expect(first < second && second < third && texts[(third + 1)...] == [room])
    #expect(texts[second + 1].contains("Năm 2020: 86,33\u{A0}%"))
    #expect(texts[second + 1].contains("Năm 2021: 87,83\u{A0}%"))
    #expect(texts[second + 2] == room && texts[second - 1] == room)
    // A remark at the end asks for nothing.
    #expect(document.sections[2].blocks.isEmpty)
    let written = texts[(first + 1)..<second].joined(separator: "\n")
    for words in [
      "đạt 3/6 mục tiêu", "8.1.1. ", "Toàn bộ kế hoạch: 8 mục tiêu", "1 mục tiêu đã quá hạn",
      "R. Xếp hạng SIPAS", "Sở Nội vụ", "Phiếu: đã đọc 1.250",
    ] {
      #expect(written.contains(words), "\(words)")
    }
  }

  @Test func `nothing is written where the results say nothing`() {
    var run = Self.run()
    run.targets = []
    run.register = nil
    run.decompositions = []
    let fills = FormFills(content: ReportContent(run, texts: Texts(.vi)))
    for fill in [OutlineFill.attainment, .areas, .contributions, .lostPoints, .overdue] {
      #expect(fills.paragraphs(fill).isEmpty, "\(fill)")
    }
    #expect(!fills.paragraphs(.quality).isEmpty && !fills.paragraphs(.indices).isEmpty)
  }

  @Test func `the head has room for the agency, or its name`() {
    let document = Self.document(Self.run())
    #expect(document.letterhead.issuer == "TÊN CƠ QUAN, ĐƠN VỊ")
    #expect(document.letterhead.symbol == "/BC-……" && document.letterhead.kind == "BÁO CÁO")
    #expect(document.letterhead.abstract == "Kết quả thử" && document.letterhead.place.isEmpty)
    var settings = ReportSettings()
    settings.issuer = LocalizedText(vi: "SỞ Y TẾ")
    settings.symbol = LocalizedText(vi: "/BC-SYT")
    let named = formDocument(
      Self.forms, Self.run(), template: ReportTemplate(settings), language: .vi)
    #expect(named.letterhead.issuer == "SỞ Y TẾ" && named.letterhead.symbol == "/BC-SYT")
    #expect(named.table("standing-table")?.rows[0].last?.text == "SỞ Y TẾ")
    #expect(document.banners == Self.document(Self.run()).banners && !document.banners.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `hostile texts stay texts`(language: Language) throws {
    let script = "<script>alert('x')</script>\"&{{language}}\u{0}=1+1"
    let text = LocalizedText(vi: script, en: script)
    var forms = Self.forms
    forms.title = text
    forms.sources = [SourceDocument(document: script, date: script, issuer: script)]
    for index in forms.areas.indices { forms.areas[index].label = text }
    forms.outline?.label = text
    forms.outline?.abstract = text
    forms.outline?.items[0].label = text
    forms.outline?.items[0].code = script
    for index in forms.forms[0].rows.indices {
      forms.forms[0].rows[index].label = text
      forms.forms[0].rows[index].code = script
      forms.forms[0].rows[index].unit = text
    }
    forms.forms[0].section = script
    for index in forms.forms[0].columns.indices { forms.forms[0].columns[index].label = text }
    var run = TinyRun.result()
    run.plan?.figures += forms.figures.map { figure in
      var figure = figure
      figure.values = [(2021, .infinity, script), (2020, 5, script)]
      return figure
    }
    let document = formDocument(forms, run, template: .standard, language: language)
    let page = String(
      decoding: try htmlPage(of: document, template: .standard), as: UTF8.self)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    // A number that is none is not known.
    let cell = try #require(document.table("form-table-1")?.rows[1][4])
    #expect(cell.text == FormValues.room && cell.number == nil)
  }

  @Test func `an empty outline and a form without figures are documents too`() {
    let bare = ReportingForms(
      id: "bare", title: LocalizedText(),
      forms: [
        StatisticalForm(
          id: "I", label: LocalizedText(),
          columns: [FormColumn(id: "l", content: .label, label: LocalizedText())],
          rows: [FormRow(id: "1", kind: .blank)])
      ])
    let document = formDocument(bare, Self.run(), template: .standard, language: .en)
    #expect(document.title == "bare" && document.sections.map(\.title).last == "I")
    #expect(document.table("standing-table") == nil)
  }
}
