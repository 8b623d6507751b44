import Documents
import Pictures
import SurveyModel

/// A report with every kind of block; all figures and offices are made up.
enum SampleReport {
  static let vietnamese = Document(
    language: .vi,
    title: "Khảo sát sự hài lòng của người dân tỉnh Mẫu năm 2024",
    subtitle: "Tám xã, phường; 1.204 phiếu hợp lệ; số liệu mô phỏng",
    banners: ["Số liệu mô phỏng: không phải kết quả khảo sát thật."],
    letterhead: letterhead, sections: [attainment, answers, units, method],
    imprint: ["sipas 0.0 · Tệp kết quả: results.json", "Lập lúc 08:00 ngày 02/01/2025"])

  static let letterhead = Letterhead(
    superior: "UBND tỉnh Mẫu", issuer: "Sở Nội vụ", symbol: "/BC-SNV", place: "Mẫu",
    kind: "Báo cáo",
    abstract: "Kết quả đo lường sự hài lòng của người dân đối với sự phục vụ hành chính năm 2024",
    addressees: ["Ủy ban nhân dân tỉnh Mẫu", "Ban Chỉ đạo cải cách hành chính tỉnh"],
    recipients: ["Như trên", "Các sở, ban, ngành", "Lưu: VT, CCHC"],
    authority: "KT. Giám đốc", position: "Phó Giám đốc", signer: "Nguyễn Văn Mẫu")

  private static let attainment = DocumentSection(
    id: "attainment", title: "Kết quả thực hiện chỉ tiêu",
    blocks: [
      .paragraph(
        Paragraph("Một trong ba chỉ tiêu đạt, một chỉ tiêu chưa đạt.", role: .lead)),
      .table(
        DocumentTable(
          id: "targets", title: "Chỉ tiêu và kết quả", showsTitle: false, kind: .leading,
          columns: [
            .init("Chỉ số thành phần", width: 3),
            .init("Năm 2023", subhead: "%", alignment: .end),
            .init("Chỉ tiêu", subhead: "%", alignment: .end),
            .init("Kết quả", subhead: "% (KTC 95 %)", alignment: .end, width: 1.6),
            .init("Chênh lệch", subhead: "điểm", alignment: .end, width: 1.2),
            .init("Đánh giá", alignment: .centre, width: 1.4),
            .init("Cơ quan chủ trì", width: 2),
            .init("Thời hạn", alignment: .centre, width: 1.2),
          ],
          rows: [
            [
              Cell("Tiếp cận dịch vụ", isStrong: true), Cell("81,20"), Cell("84,00"),
              Cell(
                "84,78", detail: "82,91 – 86,65",
                number: .init(84.7812, places: 2, unit: .percent)),
              Cell("+0,78"), Cell("Đạt", detail: "chưa chắc chắn", mark: "✓", standing: .met),
              Cell("Sở Nội vụ"), Cell("31/12/2024"),
            ],
            [
              Cell("Thủ tục hành chính", isStrong: true), Cell("83,05"), Cell("86,00"),
              Cell("82,40", detail: "80,13 – 84,67"), Cell("−3,60"),
              Cell("Chưa đạt", detail: "chắc chắn", standing: .notMet),
              Cell("Văn phòng Ủy ban nhân dân tỉnh"), Cell("31/12/2024"),
            ],
            [
              Cell("Tiếp nhận phản ánh, kiến nghị", isStrong: true), Cell("–"), Cell("80,00"),
              Cell("–", footnote: "a"), Cell("–"), Cell("Không có số liệu", standing: .noData),
              Cell("Thanh tra tỉnh"), Cell("31/12/2024"),
            ],
          ],
          footnotes: [.init(letter: "a", text: "Ít hơn 30 người trả lời: không công bố.")])),
      .heading("Những việc cần làm", id: "actions"),
      .list([
        Paragraph([
          .init("Rà soát "), .init("thời gian chờ", .strong), .init(" tại bộ phận một cửa;"),
        ]),
        Paragraph([.init("Công khai kết quả theo "), .init("từng xã, phường", .emphasis)]),
      ]),
    ])

  private static let answers = DocumentSection(
    id: "answers", title: "Phân bố câu trả lời",
    blocks: [
      .picture(
        DocumentPicture(
          chart: Chart(
            id: "chart-answers", title: "Mức hài lòng theo câu hỏi",
            description: "Đa số hài lòng ở cả hai câu hỏi; câu 2 thấp hơn câu 1 bốn điểm.",
            axisTitle: "%", isShare: true, decimalMark: ",",
            content: .answers(
              AnswerBars(
                answers: ["Không hài lòng", "Hài lòng"], dissatisfiedCount: 1, hasMiddle: false,
                rows: [
                  .init(label: "Câu 1", shares: [20, 80], texts: ["20", "80"]),
                  .init(label: "Câu 2", shares: [24, 76], texts: ["24", "76"]),
                ]))),
          table: DocumentTable(
            id: "answers-table", title: "Tỷ lệ trả lời theo câu hỏi",
            columns: [
              .init("Câu hỏi", width: 4), .init("Không hài lòng", alignment: .end),
              .init("Hài lòng", alignment: .end),
            ],
            rows: [
              [Cell("Câu 1. Thời gian chờ"), Cell("20,0"), Cell("80,0")],
              [Cell("Câu 2. Thái độ phục vụ"), Cell("24,0"), Cell("76,0")],
            ]))),
      .paragraph(Paragraph("Tỷ lệ tính trên số người có trả lời.", role: .note)),
      .more(
        summary: "Chi tiết từng câu",
        [
          .paragraph(Paragraph("Câu 1 hỏi về thời gian chờ tại bộ phận một cửa.")),
          .heading("Câu hỏi thêm", id: "more-questions"),
          .paragraph(Paragraph("Câu 2 hỏi về thái độ phục vụ.")),
        ]),
    ])

  private static let units = DocumentSection(
    id: "units", title: "Theo xã, phường",
    blocks: [
      .paragraph(Paragraph("Bảng sau xếp các xã, phường theo chỉ số chung.")),
      .table(
        DocumentTable(
          id: "ranks", title: "Xếp hạng các xã, phường",
          columns: [
            .init("Xã, phường", width: 3), .init("Hạng", alignment: .centre),
            .init("Chỉ số", subhead: "%", alignment: .end),
          ],
          rows: (1...40).map { number in
            [Cell("Xã số \(number)"), Cell("\(number)"), Cell("\(90 - number),50")]
          }, printedRows: 30)),
      .table(
        DocumentTable(
          id: "factors", title: "Chỉ số theo yếu tố và xã, phường",
          columns: [.init("Xã, phường", width: 2)]
            + (1...14).map { .init("Yếu tố \($0)", subhead: "%", alignment: .end) },
          rows: (1...4).map { row in
            [Cell("Phường \(row)")]
              + (1...14).map { Cell("\(70 + row + $0),25", detail: "±1,\($0)0") }
          })),
    ])

  private static let method = DocumentSection(
    id: "method", title: "Cách làm",
    blocks: [
      .facts([
        Fact(
          term: "Chọn mẫu",
          texts: [
            Paragraph("Hai bước: chọn xã, rồi chọn người đã giao dịch trong năm."),
            Paragraph("Mỗi xã 150 người."),
          ]),
        Fact(
          term: "Khoảng tin cậy",
          texts: [Paragraph("Chứa giá trị thật trong 95 trên 100 lần khảo sát.")]),
      ])
    ])

  static let english = Document(
    language: .en, title: "Citizen satisfaction in Sample Province, 2024", subtitle: "",
    banners: [], letterhead: Letterhead(),
    sections: [
      DocumentSection(
        id: "first", title: "Results",
        blocks: [.paragraph(Paragraph("One of three targets is met (synthetic data)."))])
    ],
    imprint: [])

  /// One grey pixel, stretched to the size of a chart.
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
    0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x38, 0x00, 0x00, 0x00,
    0xC2, 0x00, 0xC1, 0xFF, 0xD6, 0x2D, 0xDC, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
    0x42, 0x60, 0x82,
  ]

  static func picture(_ chart: Chart) -> (png: [UInt8], width: Double, height: Double)? {
    (png, 640, 240)
  }
}
