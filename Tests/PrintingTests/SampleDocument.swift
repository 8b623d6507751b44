import Documents
import Pictures
import SurveyModel

/// A report as a province would file it; every figure is synthetic.
enum SampleDocument {
  static let letterhead = Letterhead(
    superior: "UBND TỈNH GIA LAI", issuer: "SỞ NỘI VỤ", symbol: "/BC-SNV", place: "Gia Lai",
    kind: "BÁO CÁO",
    abstract:
      "Kết quả đo lường sự hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước năm 2026",
    addressees: ["Ủy ban nhân dân tỉnh Gia Lai", "Bộ Nội vụ"],
    recipients: ["Như trên", "Các sở, ban, ngành", "UBND các xã, phường", "Lưu: VT, CCHC"],
    authority: "KT. GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC", signer: "Nguyễn Văn Mẫu")

  /// The report with so many `rows` in the table of communes and so many `pictures`.
  static func document(
    language: Language = .vi, rows: Int = 40, printedRows: Int? = nil, pictures: Int = 2
  ) -> Document {
    Document(
      language: language,
      title: "Mức độ hài lòng của người dân tỉnh Gia Lai năm 2026",
      subtitle: "Khảo sát từ ngày 01/8 đến ngày 30/9/2026",
      banners: ["DỮ LIỆU TỔNG HỢP ĐỂ MINH HỌA: không dùng để kết luận về bất kỳ đơn vị nào."],
      letterhead: letterhead,
      sections: [
        DocumentSection(
          id: "attainment", title: "I. MỨC ĐỘ HOÀN THÀNH MỤC TIÊU",
          blocks: [
            .paragraph(
              Paragraph("Có 3 trong 5 chỉ số đạt mục tiêu năm 2026 của kế hoạch.", role: .lead)),
            .table(attainment),
            .paragraph(Paragraph(longText)),
            .paragraph(
              Paragraph([
                .init("Chỉ số hài lòng chung đạt "), .init("84,78 %", .strong),
                .init(" (khoảng tin cậy 95 %: 83,1 – 86,4), "), .init("cao hơn", .emphasis),
                .init(" mục tiêu 84,00 %."),
              ])),
          ]),
        DocumentSection(
          id: "pictures", title: "II. CÁC CHỈ SỐ THÀNH PHẦN",
          blocks: (0..<pictures).flatMap { index -> [Block] in
            [
              .heading("\(index + 1). Tiếp cận dịch vụ hành chính công", id: "access\(index)"),
              .picture(DocumentPicture(chart: chart(index), table: small(index))),
              .paragraph(Paragraph(longText)),
            ]
          }),
        DocumentSection(
          id: "communes", title: "III. KẾT QUẢ THEO XÃ, PHƯỜNG",
          blocks: [.table(communes(rows, printedRows: printedRows))]),
        DocumentSection(
          id: "wide", title: "IV. CHI TIẾT THEO CÂU HỎI", blocks: [.table(wide(12, rows: 8))]),
        DocumentSection(
          id: "method", title: "V. PHƯƠNG PHÁP",
          blocks: [
            .list([
              Paragraph("Chọn mẫu hai giai đoạn: xã, phường rồi đến hộ gia đình."),
              Paragraph(longText),
            ]),
            .facts([
              Fact(term: "Trọng số", texts: [Paragraph(longText)]),
              Fact(
                term: "Sai số", texts: [Paragraph("Tuyến tính hóa Taylor."), Paragraph(longText)]),
            ]),
            .more(
              summary: "Chất lượng số liệu",
              [
                .paragraph(Paragraph("Đã phát 1.200 phiếu, thu về 1.148 phiếu hợp lệ.")),
                .paragraph(Paragraph("Nguồn: biên bản điều tra.", role: .note)),
              ]),
          ]),
      ],
      imprint: [
        "Lập bằng sipas 0.4.0 ngày 05/10/2026 09:15.",
        "Phiếu hỏi 2026-1 · Cuộc khảo sát gia-lai-2026 · Kế hoạch 2026.",
      ])
  }

  static let longText =
    "Kết quả cho thấy người dân đánh giá cao thái độ giao tiếp lịch sự, sự hướng dẫn dễ hiểu và việc trả kết quả đúng hẹn của công chức tại bộ phận một cửa; tuy vậy, tỷ lệ người phải đi lại từ hai lần trở lên vẫn còn đáng kể ở các xã vùng sâu, vùng xa, nơi đường truyền chưa ổn định và hồ sơ trực tuyến còn phải nộp lại bản giấy."

  static let attainment = DocumentTable(
    id: "attainment-table", title: "Chỉ số so với mục tiêu năm 2026",
    columns: [
      .init("Chỉ số", width: 3), .init("Năm gốc", alignment: .end),
      .init("Mục tiêu", alignment: .end),
      .init("Kết quả", subhead: "khoảng 95 %", alignment: .end, width: 1.4),
      .init("Chênh lệch", subhead: "điểm %", alignment: .end), .init("Đánh giá", width: 1.4),
      .init("Cơ quan chủ trì", width: 1.6),
    ],
    rows: [
      ["Hài lòng chung", "82,40", "84,00", "84,78", "+0,78"],
      ["Tiếp cận dịch vụ", "80,15", "82,00", "83,02", "+1,02"],
      ["Thủ tục hành chính", "83,90", "85,00", "85,61", "+0,61"],
      ["Công chức trực tiếp giải quyết công việc", "85,20", "87,00", "86,11", "−0,89"],
      ["Tiếp nhận, xử lý phản ánh, kiến nghị", "74,06", "80,00", "71,35", "−8,65"],
    ].enumerated().map { index, texts in
      [
        Cell(texts[0], isStrong: index == 0), Cell(texts[1]), Cell(texts[2]),
        Cell(texts[3], detail: "83,1 – 86,4", footnote: index == 4 ? "a" : ""), Cell(texts[4]),
        index < 3
          ? Cell("Đạt", mark: "✓", standing: .met)
          : Cell("Không đạt", mark: "✗", isStrong: true, standing: .notMet),
        Cell(index == 4 ? "Văn phòng UBND tỉnh" : "Sở Nội vụ"),
      ]
    },
    footnotes: [
      .init(letter: "a", text: "Dưới 30 người trả lời trong nhóm này; nên đọc cùng khoảng tin cậy.")
    ])

  static func communes(_ rows: Int, printedRows: Int?) -> DocumentTable {
    DocumentTable(
      id: "communes-table", title: "Chỉ số hài lòng theo xã, phường",
      columns: [
        .init("TT", alignment: .centre, width: 0.3), .init("Xã, phường", width: 2),
        .init("Phiếu", alignment: .end), .init("Tiếp cận", alignment: .end),
        .init("Thủ tục", alignment: .end), .init("Công chức", alignment: .end),
        .init("Kết quả", alignment: .end), .init("Phản ánh", alignment: .end),
        .init("Chung", subhead: "khoảng 95 %", alignment: .end, width: 1.6),
      ],
      rows: (0..<rows).map { row in
        let figures = (0..<5).map { "\(70 + (row * 7 + $0 * 3) % 25),\(10 + (row * 13 + $0) % 89)" }
        return [
          Cell("\(row + 1)"), Cell("Xã Ia Mơ Nông số \(row + 1)"), Cell("\(20 + row % 17)"),
        ] + figures.map { Cell($0) } + [
          Cell("\(figures[0])", detail: "7\(row % 10),2 – 8\(row % 10),4")
        ]
      }, hasRowHeads: false, printedRows: printedRows)
  }

  /// A table of more columns than an upright page can hold.
  static func wide(_ columns: Int, rows: Int) -> DocumentTable {
    DocumentTable(
      id: "wide-table", title: "Tỷ lệ trả lời theo câu hỏi",
      columns: [.init("Câu hỏi", width: 3)]
        + (1..<columns).map { .init("Rất hài lòng mức \($0)", alignment: .end) },
      rows: (0..<rows).map { row in
        [Cell("Câu \(row + 1): Nơi tiếp nhận hồ sơ có đủ chỗ ngồi cho người dân không?")]
          + (1..<columns).map { Cell("w\(row)c\($0)", detail: "±1,\(row)") }
      })
  }

  static func small(_ index: Int) -> DocumentTable {
    DocumentTable(
      id: "figures-\(index)", title: "Số liệu của nhóm \(index + 1)",
      columns: [.init("Năm"), .init("Chỉ số", alignment: .end)],
      rows: [2023, 2024, 2026].map { [Cell("\($0)"), Cell("8\($0 % 10),\(index)1 %")] })
  }

  static func chart(_ index: Int) -> Chart {
    Chart(
      id: "chart-\(index)", title: "Kết quả so với mục tiêu, nhóm \(index + 1)",
      description: "Kết quả cao hơn mục tiêu.", axisTitle: "%", isShare: true, decimalMark: ",",
      content: contents[index % contents.count])
  }

  private static let contents: [ChartContent] = [
    .attainment(
      [
        ("Hài lòng chung", 82.4, 84, 84.78, ChartStanding.met),
        ("Tiếp cận dịch vụ", 80.15, 82, 83.02, .met),
        ("Công chức trực tiếp giải quyết công việc", 85.2, 87, 86.11, .notMet),
      ].map { label, baseline, target, estimate, standing in
        AttainmentMark(
          label: label, baseline: ChartFigure(value: baseline, text: decimal(baseline)),
          target: ChartFigure(value: target, text: decimal(target)),
          estimate: ChartFigure(
            value: estimate, lower: estimate - 1.7, upper: estimate + 1.6, text: decimal(estimate)),
          standing: standing)
      }),
    .answers(
      AnswerBars(
        answers: [
          "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
        ], dissatisfiedCount: 2, hasMiddle: true,
        rows: [
          .init(
            label: "Nơi ngồi chờ có đủ chỗ", shares: [3, 7, 20, 45, 25],
            texts: ["3", "7", "20", "45", "25"]),
          .init(
            label: "Công chức lịch sự", shares: [1, 4, 15, 50, 30],
            texts: ["1", "4", "15", "50", "30"]),
        ])),
    .bars([
      SignedBar(
        label: "Tiếp cận", figure: ChartFigure(value: 1.2, text: "+1,2"), isUncertain: false),
      SignedBar(
        label: "Thủ tục", figure: ChartFigure(value: -0.4, text: "−0,4"), isUncertain: true),
    ]),
  ]

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// A picture with every kind of shape.
  static func drawing(_ chart: Chart) -> Drawing {
    var shapes: [Shape] = [
      .line(from: Place(150, 150), to: Place(600, 150), stroke: Stroke(0x555555)),
      .line(
        from: Place(400, 10), to: Place(400, 160),
        stroke: Stroke(0xB00020, width: 2, dashes: [6, 4])),
    ]
    for (row, hatch) in Fill.Hatch.allCases.enumerated() {
      let y = 14 + Double(row) * 27
      shapes.append(
        .text(Lettering("Chỉ tiêu \(row + 1)", at: Place(140, y + 14), anchor: .end, colour: 0)))
      shapes.append(
        .rectangle(
          corner: Place(150, y), width: 250 + Double(row) * 30, height: 20,
          fill: Fill(0x1F5FA8, hatch: hatch), stroke: Stroke(0x1F3A5F)))
      shapes.append(
        .text(
          Lettering(
            "8\(row),24 %", at: Place(410 + Double(row) * 30, y + 14), isBold: true,
            colour: 0x222222,
            hasRim: true)))
    }
    shapes.append(
      .circle(centre: Place(620, 40), radius: 9, fill: Fill(0xFFFFFF), stroke: Stroke(0, width: 2)))
    shapes.append(
      .path(
        [Place(610, 80), Place(630, 80), Place(620, 96)], isClosed: true, fill: Fill(0x222222),
        stroke: nil))
    return Drawing(width: 660, height: 165, shapes: shapes)
  }
}
