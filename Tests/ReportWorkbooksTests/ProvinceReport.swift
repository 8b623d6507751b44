import Documents
import Pictures
import SurveyModel

/// A report of a province with every kind of cell and picture; all figures are made up.
enum ProvinceReport {
  static let banner = "DỮ LIỆU MÔ PHỎNG (synthetic): số liệu trong báo cáo này không có thật."

  static var document: Document {
    Document(
      language: .vi,
      title: "Báo cáo mức độ hài lòng của người dân năm 2024 & kế hoạch năm 2025",
      subtitle: "Tỉnh Sông Thương: 3.160 phiếu hợp lệ", banners: [banner],
      letterhead: Letterhead(issuer: "SỞ NỘI VỤ", place: "Sông Thương"),
      sections: [attainment, districts, years, answers, quality],
      imprint: ["sipas 0.9; results.json sha256 0f3c12e9", "Lập lúc 2024-11-30T08:00:00Z"])
  }

  static let indexNames = [
    "Tiếp cận dịch vụ", "Thủ tục hành chính", "Công chức giải quyết", "Kết quả dịch vụ",
    "Tiếp nhận, xử lý góp ý",
  ]
  /// Full precision, some with 17 digits.
  static let results = [
    84.780000000000015, 100.0 / 3 + 50, 0.1 + 0.2 + 79, 88.123456789012345, 71.5,
  ]
  static let baselines: [Double?] = [82.14, 84.0, nil, 87.5, 70.125]
  static let targets = [85.0, 85, 80, 88, 75]
  private static let halfWidths = [1.3, 1.9, 2.25, 0.987654321, 3.0]

  static func text(_ value: Double, _ places: Int = 2, sign: Bool = false) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value.magnitude * scale).rounded())
    let fraction = "\(whole % Int(scale))"
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    let body = "\(whole / Int(scale))" + (places > 0 ? "," + zeros + fraction : "")
    return (value < 0 ? "−" : sign && whole > 0 ? "+" : "") + body
  }

  static var attainmentTable: DocumentTable {
    var rows = indexNames.indices.map { index -> [Cell] in
      let result = results[index]
      let target = targets[index]
      let isMet = result >= target
      return [
        Cell(indexNames[index], isStrong: index == 0),
        baselines[index].map { Cell(text($0) + " %", number: .init($0, places: 2, unit: .percent)) }
          ?? Cell("—"),
        Cell(text(target, 0) + " %", number: .init(target, places: 0, unit: .percent)),
        Cell(
          text(result) + " %",
          detail: "\(text(result - halfWidths[index]))–\(text(result + halfWidths[index]))",
          footnote: index == 2 ? "a" : "",
          number: .init(
            result, places: 2, unit: .percent, source: "/targets/\(index)/estimate"),
          trace: "n = \(600 + index); sai số chuẩn tuyến tính hóa Taylor"),
        Cell(
          text(result - target, sign: true), mark: isMet ? "" : "▼",
          number: .init(
            result - target, places: 2, unit: .points,
            source: "/targets/\(index)/differenceFromTarget", formula: .difference(of: 3, less: 2))
        ),
        Cell(
          isMet ? "Đạt" : "Không đạt", mark: isMet ? "✓" : "✗",
          standing: isMet ? .met : .notMet),
      ]
    }
    rows.append([
      Cell("An ninh"), Cell("—"), Cell("—"), Cell("không công bố", standing: .noData),
      Cell(""), Cell("Không có số liệu", standing: .noData),
    ])
    return DocumentTable(
      id: "attainment", title: "Kết quả thực hiện mục tiêu năm 2024", kind: .leading,
      columns: [
        .init("Chỉ số", width: 3), .init("Năm gốc", subhead: "2022", alignment: .end),
        .init("Mục tiêu", alignment: .end), .init("Kết quả", subhead: "95 %", alignment: .end),
        .init("Chênh lệch", subhead: "điểm", alignment: .end),
        .init("Kết luận", alignment: .centre),
      ],
      rows: rows, footnotes: [.init(letter: "a", text: "Dưới 100 người trả lời câu này.")])
  }

  static var attainment: DocumentSection {
    let marks = indexNames.indices.map { index in
      AttainmentMark(
        label: indexNames[index],
        baseline: baselines[index].map { ChartFigure(value: $0, text: text($0)) },
        target: ChartFigure(value: targets[index], text: text(targets[index], 0)),
        estimate: ChartFigure(
          value: results[index], lower: results[index] - halfWidths[index],
          upper: results[index] + halfWidths[index], text: text(results[index])),
        standing: results[index] >= targets[index] ? .met : .notMet)
    }
    return DocumentSection(
      id: "attainment-section", title: "Kết quả so với mục tiêu",
      blocks: [
        .paragraph(Paragraph("Tỉnh đạt 2/5 mục tiêu của năm 2024.", role: .lead)),
        .table(attainmentTable),
        .paragraph(Paragraph("Khoảng tin cậy 95 % theo thiết kế mẫu.", role: .note)),
        .picture(
          DocumentPicture(
            chart: Chart(
              id: "attainment-chart", title: "Từng chỉ số: năm gốc, mục tiêu và kết quả",
              description: "Hai chỉ số đạt mục tiêu; ba chỉ số thấp hơn.", axisTitle: "%",
              isShare: true, decimalMark: ",", content: .attainment(marks)),
            table: attainmentTable)),
      ])
  }

  static let districtNames = [
    "Thành phố Sông Thương", "Huyện Ayun Pa", "Huyện Đắk Đoa", "Huyện Chư Păh", "Huyện Ia Grai",
    "Huyện Mang Yang", "Huyện Kông Chro", "Huyện Krông Pa", "Thị xã An Khê", "Huyện Phú Thiện",
    "Huyện Đức Cơ", "Huyện Chư Prông", "Huyện Chư Sê", "Huyện Đak Pơ", "Huyện KBang",
    "Huyện Ia Pa", "Huyện Chư Pưh",
  ]
  static var districtFigures: [Double] { districtNames.indices.map { 91.3 - Double($0) * 1.1 / 3 } }
  static let interviews = [
    410, 120, 180, 175, 168, 152, 149, 201, 133, 142, 177, 240, 233, 118, 164, 1_205, 193,
  ]

  static var districtTable: DocumentTable {
    var rows = districtNames.indices.map { index -> [Cell] in
      let value = districtFigures[index]
      return [
        Cell(districtNames[index]),
        Cell(
          text(value, 1) + " %", detail: "\(text(value - 2, 1))–\(text(value + 2, 1))",
          number: .init(value, places: 1, unit: .percent, source: "/domains/\(index)/estimate")),
        Cell(
          interviews[index] >= 1_000 ? "1.205" : "\(interviews[index])",
          number: .init(Double(interviews[index]), places: 0)),
        Cell(index < 8 ? "1" : "1–2"),
      ]
    }
    let total = interviews.reduce(0, +)
    rows.append([
      Cell("Toàn tỉnh", isStrong: true), Cell("—"),
      Cell(
        "4.160", isStrong: true,
        number: .init(Double(total), places: 0, formula: .sum(rows: 0...(interviews.count - 1)))),
      Cell(""),
    ])
    return DocumentTable(
      id: "districts", title: "Huyện, thị xã, thành phố theo thứ tự [chỉ số chung/2024]",
      columns: [
        .init("Đơn vị"), .init("Chỉ số chung", subhead: "%", alignment: .end),
        .init("Số phiếu", alignment: .end), .init("Nhóm", alignment: .centre),
      ], rows: rows)
  }

  static var districts: DocumentSection {
    let rows = districtNames.indices.map { index in
      IntervalPlot.Row(
        label: districtNames[index],
        figure: ChartFigure(
          value: districtFigures[index], lower: districtFigures[index] - 2,
          upper: districtFigures[index] + 2, text: text(districtFigures[index], 1)),
        group: index < 8 ? "1" : "1–2")
    }
    return DocumentSection(
      id: "districts-section", title: "Các địa phương",
      blocks: [
        .heading("Thứ tự", id: "order"),
        .picture(
          DocumentPicture(
            chart: Chart(
              id: "districts-chart", title: "Chỉ số hài lòng chung của 17 địa phương",
              description: "Khoảng tin cậy của các địa phương phần lớn chồng lên nhau.",
              axisTitle: "%", isShare: true, decimalMark: ",",
              content: .intervals(
                IntervalPlot(
                  rows: rows, line: ChartFigure(value: 86.5, text: "86,5 %"), groupTitle: "Nhóm"))),
            table: districtTable)),
      ])
  }

  static var yearTable: DocumentTable {
    DocumentTable(
      id: "years", title: "Chỉ số chung qua các năm",
      columns: [.init("Chỉ số"), .init("2019"), .init("2020"), .init("2022"), .init("2023")],
      rows: [
        [Cell("Chung")]
          + [78.2, 79.9, 83.0, 84.25].map {
            Cell(text($0), number: .init($0, places: 2, unit: .percent))
          }
      ])
  }

  static var years: DocumentSection {
    func point(_ year: Int, _ value: Double) -> TrendPlot.Point {
      TrendPlot.Point(
        year: year,
        figure: ChartFigure(
          value: value, lower: value - 1.5, upper: value + 1.5, text: text(value)))
    }
    return DocumentSection(
      id: "years-section", title: "Qua các năm",
      blocks: [
        .more(
          summary: "Xem số liệu",
          [
            .paragraph(Paragraph("Không so sánh trước và sau năm 2022.", role: .lead)),
            .picture(
              DocumentPicture(
                chart: Chart(
                  id: "years-chart", title: "Xu hướng 2019–2023",
                  description: "Chỉ số chung tăng trong cả hai giai đoạn.", axisTitle: "%",
                  isShare: true, decimalMark: ",",
                  content: .trend(
                    TrendPlot(
                      lines: [
                        .init(
                          label: "Chung",
                          points: [
                            point(2019, 78.2), point(2020, 79.9), point(2022, 83),
                            point(2023, 84.25),
                          ])
                      ], breaks: [.init(year: 2022, text: "đổi bộ câu hỏi và cách chọn mẫu.")]))),
                table: yearTable)),
          ])
      ])
  }

  static let scale = [
    "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
  ]
  static let shares: [[Double]?] = [
    [2.5, 6.25, 15.75, 50.5, 25], [1.125, 9.875, 20, 44, 25], nil, [4, 11, 25, 40, 20],
  ]
  static let questions = [
    "Nơi ngồi chờ có đủ chỗ ngồi", "Thủ tục đơn giản, dễ thực hiện",
    "=HYPERLINK(\"http://example.invalid\";\"câu hỏi\")", "Công chức lắng nghe người dân",
  ]

  static var answerTable: DocumentTable {
    DocumentTable(
      id: "answers", title: "Tỷ lệ từng câu trả lời",
      columns: [.init("Câu hỏi", width: 4)] + scale.map { .init($0, alignment: .end) },
      rows: zip(questions, shares).map { question, shares in
        [Cell(question)]
          + scale.indices.map { answer in
            shares.map {
              Cell(
                text($0[answer], 1) + " %",
                number: .init($0[answer], places: 1, unit: .percent))
            } ?? Cell("ẩn", trace: "dưới 30 người trả lời")
          }
      })
  }

  static var contributionTable: DocumentTable {
    DocumentTable(
      id: "contributions", title: "Đóng góp vào khoảng cách đến mục tiêu",
      columns: [.init("Nhóm"), .init("Đóng góp", subhead: "± sai số", alignment: .end)],
      rows: [("Nam", -0.75), ("Nữ", 0.5), ("Dân tộc Kinh", 1.25), ("Dân tộc khác", -2.0)].map {
        [
          Cell($0.0),
          Cell(text($0.1, sign: true), number: .init($0.1, places: 2, unit: .points)),
        ]
      })
  }

  static var answers: DocumentSection {
    DocumentSection(
      id: "answers-section", title: "Câu trả lời",
      blocks: [
        .picture(
          DocumentPicture(
            chart: Chart(
              id: "answers-chart", title: "Người dân trả lời thế nào",
              description: "Phần lớn hài lòng với cả ba câu hỏi có số liệu.",
              axisTitle: "% số người trả lời", isShare: true, decimalMark: ",",
              content: .answers(
                AnswerBars(
                  answers: scale, dissatisfiedCount: 2, hasMiddle: true,
                  rows: zip(questions, shares).map { question, shares in
                    .init(
                      label: question, shares: shares,
                      texts: shares.map { $0.map { text($0, 1) } } ?? [])
                  }))),
            table: answerTable)),
        .picture(
          DocumentPicture(
            chart: Chart(
              id: "contributions-chart", title: "Nhóm nào kéo lên, nhóm nào kéo xuống",
              description: "Dân tộc khác kéo xuống 2 điểm.", axisTitle: "điểm", isShare: false,
              decimalMark: ",",
              content: .bars([
                bar("Nam", -0.75, 0.5), bar("Nữ", 0.5, 0.75), bar("Dân tộc Kinh", 1.25, 0.5),
                bar("Dân tộc khác", -2, 1),
              ])), table: contributionTable)),
      ])
  }

  private static func bar(_ label: String, _ value: Double, _ error: Double) -> SignedBar {
    SignedBar(
      label: label,
      figure: ChartFigure(
        value: value, lower: value - error, upper: value + error, text: text(value, sign: true)),
      isUncertain: error > value.magnitude)
  }

  static let hostile = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r\n=1+1", "_x0041_", "'=1",
    "https://example.invalid/?a=1&b=2", "<script>alert(1)</script>", "{=1}", "1e5", "TRUE",
    "mailto:a@example.invalid", "]]>", "\u{1}\u{8}",
  ]

  static var hostileTable: DocumentTable {
    DocumentTable(
      id: "hostile", title: "'*[Ghi chú]: của/điều tra viên?\\",
      columns: [.init("=HYPERLINK(\"x\")"), .init("Nội dung"), .init("Số")],
      rows: hostile.enumerated().map {
        [
          Cell($0.element), Cell($0.element, detail: $0.element, trace: $0.element),
          Cell($0.element, detail: ""),
        ]
      })
  }

  static var quality: DocumentSection {
    DocumentSection(
      id: "quality-section", title: "Chất lượng số liệu",
      blocks: [
        .facts([Fact(term: "Chọn mẫu", texts: [Paragraph("Hai giai đoạn.")])]),
        .table(hostileTable),
        .table(hostileTable),
        .picture(
          DocumentPicture(
            chart: Chart(
              id: "weights-chart", title: "Quyền số",
              description: "Quyền số sau điều chỉnh tập trung quanh 1.", axisTitle: "Quyền số",
              isShare: false, decimalMark: ",",
              content: .histograms([
                Histogram(
                  label: "thiết kế", edges: [0, 0.5, 1, 1.5, 2.25], counts: [10, 1_520, 990, 40]),
                Histogram(label: "điều chỉnh", edges: [0.25, 0.75, 1.25], counts: [1_300, 1_260]),
              ])),
            table: DocumentTable(
              id: "weights", title: "Quyền số trước và sau điều chỉnh",
              columns: [.init("Bước"), .init("Lớn nhất")],
              rows: [[Cell("Thiết kế"), Cell("2,25", number: .init(2.25, places: 2))]]))),
      ])
  }
}
