import Documents
import Pictures
import SurveyModel

@testable import Reporting

/// A document with every block, picture and kind of cell; all figures are synthetic.
struct RichDocument {
  let language: Language

  private func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  /// A figure of two places in the language of the reader.
  private func number(_ vi: String) -> String {
    language == .vi ? vi : vi.replacing(",", with: ".")
  }

  var document: Document {
    Document(
      language: language,
      title: pick(
        "Đo lường sự hài lòng của người dân năm 2021", "Measuring the satisfaction of citizens 2021"
      ),
      subtitle: pick("Năm 2021 · 1.200 phiếu", "2021 · 1,200 interviews"),
      banners: [pick("DỮ LIỆU MÔ PHỎNG (synthetic).", "SYNTHETIC DATA.")],
      letterhead: ReportTemplate.standard.letterhead(language, abstract: "SIPAS"),
      sections: [attainment, pictures, districts, method, inputs],
      imprint: [pick("Phiên bản chương trình: sipas 0", "Program version: sipas 0")])
  }

  private var attainment: DocumentSection {
    DocumentSection(
      id: "attainment", title: pick("Kết quả thực hiện mục tiêu", "Attainment of the targets"),
      blocks: [
        .paragraph(
          Paragraph(
            pick(
              "Đạt 1/3 mục tiêu, 1 không đạt, 1 chưa có dữ liệu.",
              "1 of 3 targets met, 1 not met, 1 without data."), role: .lead)),
        .list([
          Paragraph([
            .init(pick("Chỉ số chung", "Overall index"), .strong),
            .init(pick(": cao hơn mục tiêu, ", ": above the target, ")),
            .init(pick("chưa chắc chắn", "uncertain"), .emphasis),
          ])
        ]),
        .table(leading),
        .paragraph(
          Paragraph(
            pick(
              "“Chưa chắc chắn”: có thể chỉ do chọn mẫu.", "“Uncertain”: may be sampling alone."),
            role: .note)),
      ])
  }

  var leading: DocumentTable {
    DocumentTable(
      id: "targets", title: pick("Mục tiêu và kết quả", "Targets and results"), showsTitle: false,
      kind: .leading,
      columns: [
        .init(pick("Chỉ số", "Index"), width: 3),
        .init(pick("Mục tiêu", "Target"), alignment: .end),
        .init(
          pick("Kết quả", "Result"), subhead: pick("Khoảng tin cậy 95 %", "95% interval"),
          alignment: .end),
        .init(pick("Đánh giá", "Verdict"), width: 2),
      ],
      rows: [
        [
          Cell(pick("1. Chỉ số hài lòng chung", "1. Overall index")),
          Cell("≥ " + number("86,78"), number: .init(86.78, places: 2, unit: .percent)),
          Cell(
            number("87,10"), detail: number("85,90") + " – " + number("88,30"), isStrong: true,
            number: .init(87.1, places: 2, unit: .percent, source: "/targets/0/estimate"),
            trace: pick("1.198 người trả lời; sai số Taylor", "1,198 respondents; Taylor errors")),
          Cell(pick("Đạt, chưa chắc chắn", "Met, uncertain"), mark: "✓", standing: .met),
        ],
        [
          Cell(pick("2. Tiếp cận dịch vụ", "2. Access to the service")),
          Cell("≥ " + number("90,00")),
          Cell(
            number("84,30"), detail: number("82,80") + " – " + number("85,80"), isStrong: true,
            footnote: "a",
            trace: pick("1.102 người trả lời; sai số Taylor", "1,102 respondents; Taylor errors")),
          Cell(pick("Không đạt, chắc chắn", "Not met, certain"), standing: .notMet),
        ],
        [
          Cell(pick("3. Thứ hạng PAR INDEX", "3. Rank in the PAR INDEX")), Cell("≤ 30"), Cell("—"),
          Cell(pick("Chưa có dữ liệu", "No data yet"), mark: "–", standing: .noData),
        ],
      ],
      footnotes: [.init(letter: "a", text: pick("độ tin cậy thấp.", "unreliable."))])
  }

  private func figure(_ value: Double, _ half: Double, _ text: String) -> ChartFigure {
    ChartFigure(value: value, lower: value - half, upper: value + half, text: number(text))
  }

  private func picture(
    _ id: String, _ vi: String, _ en: String, _ content: ChartContent
  ) -> Block {
    .picture(
      DocumentPicture(
        chart: Chart(
          id: id, title: pick(vi, en),
          description: pick("Số liệu giả lập của hình.", "Synthetic figures of the picture."),
          axisTitle: "%", isShare: true, decimalMark: number(","), content: content),
        table: DocumentTable(
          id: id + "-table", title: pick("Số liệu: \(vi)", "Figures: \(en)"), showsTitle: false,
          columns: [
            .init(pick("Phần", "Part")), .init(pick("Số liệu", "Figure"), alignment: .end),
          ],
          rows: [[Cell("A"), Cell(number("87,10"))]])))
  }

  private var pictures: DocumentSection {
    DocumentSection(
      id: "pictures", title: pick("Hình", "Pictures"),
      blocks: [
        .paragraph(Paragraph(pick("Số liệu giả lập.", "Synthetic figures."))),
        picture(
          "attainment-picture", "Từng chỉ số", "Each index",
          .attainment([
            AttainmentMark(
              label: pick("Chỉ số chung", "Overall index"),
              baseline: ChartFigure(value: 84.78, text: number("84,78")),
              target: ChartFigure(value: 86.78, text: number("86,78")),
              estimate: figure(87.1, 1.2, "87,10"), standing: .met)
          ])),
        picture(
          "contributions", "Điều gì kéo xuống", "What pulls down",
          .bars([
            SignedBar(label: "A", figure: figure(-1.2, 0.4, "−1,20"), isUncertain: false),
            SignedBar(label: "B", figure: figure(0.3, 0.5, "+0,30"), isUncertain: true),
          ])),
        .paragraph(Paragraph(pick("Qua các năm:", "Over the years:"))),
        picture(
          "trend", "Qua các năm", "Over the years",
          .trend(
            TrendPlot(lines: [
              TrendPlot.Line(
                label: "A",
                points: [
                  .init(year: 2020, figure: figure(84.8, 1.1, "84,80")),
                  .init(year: 2021, figure: figure(87.1, 1.2, "87,10")),
                ])
            ]))),
      ])
  }

  private var districts: DocumentSection {
    DocumentSection(
      id: "domains", title: pick("Kết quả theo nhóm", "Results by group"),
      blocks: [
        .heading(pick("Theo huyện", "By district"), id: "by-district"),
        .table(Self.units(count: 60, id: "districts", title: pick("Theo huyện", "By district"))),
        .more(
          summary: pick("Theo các nhóm khác", "By other groups"),
          [
            .paragraph(Paragraph(pick("Ít dùng hơn.", "Less used."))),
            .table(
              Self.units(count: 3, id: "groups", title: pick("Theo giới tính", "By gender"))),
          ]),
      ])
  }

  private var method: DocumentSection {
    DocumentSection(
      id: "method", title: pick("Cách tính", "Method"),
      blocks: [
        .facts([
          Fact(
            term: pick("Câu hỏi", "Questions"),
            texts: [Paragraph(pick("Hài lòng: 4 và 5.", "Satisfied: 4 and 5."))]),
          Fact(term: pick("Làm tròn", "Rounding"), texts: []),
        ])
      ])
  }

  private var inputs: DocumentSection {
    DocumentSection(
      id: "inputs", title: pick("Tệp đầu vào", "Inputs"),
      blocks: [
        .table(
          DocumentTable(
            id: "files", title: pick("Tệp", "Files"), columns: [.init("A"), .init("SHA-256")],
            rows: [[Cell("survey.xml"), Cell(String(repeating: "9f", count: 32))]],
            hasRowHeads: false))
      ])
  }

  /// A table of units; every seventh figure has a footnote, every figure a source.
  static func units(count: Int, id: String, title: String) -> DocumentTable {
    DocumentTable(
      id: id, title: title,
      columns: [
        .init("Đơn vị"), .init("Hạng", alignment: .end), .init("Kết quả", alignment: .end),
        .init("Khoảng hạng", alignment: .centre), .init("Nhóm", alignment: .end),
        .init("n", alignment: .end),
      ],
      rows: (0..<count).map { unit in
        [
          Cell("Xã số \(unit + 1), huyện Ia Grai"), Cell("\(unit + 1)"),
          Cell(
            "8\(unit % 10),4\(unit % 7) ± 2,31", mark: unit % 9 == 0 ? "▼" : "",
            footnote: unit % 7 == 0 ? "a" : "",
            trace: "\(100 + unit) người trả lời; khoảng tin cậy logit; sai số Taylor; 36 cụm"),
          Cell("\(unit + 1)–\(unit + 9)"), Cell("\(unit / 20 + 1)"), Cell("\(100 + unit)"),
        ]
      },
      footnotes: [.init(letter: "a", text: "độ tin cậy thấp.")],
      printedRows: count > 50 ? 40 : nil)
  }

  /// Seven tables of seven hundred units, as the report of a large province has them.
  static let large = Document(
    language: .vi, title: "Báo cáo của 700 đơn vị (giả lập)", subtitle: "", banners: [],
    letterhead: Letterhead(),
    sections: (1...7).map { number in
      DocumentSection(
        id: "ranks-\(number)", title: "Thứ hạng \(number)",
        blocks: [
          .table(units(count: 700, id: "ranks-table-\(number)", title: "Thứ hạng \(number)"))
        ])
    }, imprint: [])
}
