import Pictures

/// Charts as a report of a province has them; all figures are synthetic.
enum SampleCharts {
  static func all(_ isVietnamese: Bool) -> [Chart] {
    [
      attainment(isVietnamese), intervals(isVietnamese), trend(isVietnamese),
      trendOfFactors(isVietnamese), answers(isVietnamese), histograms(isVietnamese),
      bars(isVietnamese),
    ]
  }

  static func chart(
    _ id: String, _ content: ChartContent, _ vi: Bool, axisTitle: String = "%",
    isShare: Bool = true, names: MarkNames = MarkNames()
  ) -> Chart {
    Chart(
      id: id, title: vi ? "Hình tổng hợp \(id)" : "Picture \(id)",
      description: vi ? "Số liệu giả lập." : "Synthetic figures.", axisTitle: axisTitle,
      isShare: isShare, decimalMark: vi ? "," : ".", content: content, markNames: names)
  }

  /// A number with two decimals in the language of the reader.
  static func text(_ value: Double, _ vi: Bool, places: Int = 2, signed: Bool = false) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = Int((value.magnitude * scale).rounded())
    let rest = String(units % Int(scale))
    let fraction = String(repeating: "0", count: places - rest.count) + rest
    let sign = value < 0 ? "−" : signed ? "+" : ""
    return sign + "\(units / Int(scale))" + (places > 0 ? (vi ? "," : ".") + fraction : "")
  }

  static func figure(
    _ value: Double, _ error: Double? = nil, _ vi: Bool, unit: String = "\u{A0}%",
    signed: Bool = false
  ) -> ChartFigure {
    ChartFigure(
      value: value, lower: error.map { value - $0 }, upper: error.map { value + $0 },
      text: text(value, vi, signed: signed) + unit)
  }

  static func names(_ vi: Bool) -> MarkNames {
    vi
      ? MarkNames(
        baseline: "Mức gốc", target: "Chỉ tiêu", estimate: "Kết quả",
        interval: "Khoảng tin cậy 95%", uncertain: "Không phân biệt được với 0")
      : MarkNames(
        baseline: "Baseline", target: "Target", estimate: "Result", interval: "95% interval",
        uncertain: "Not told apart from 0")
  }

  private static func attainment(_ vi: Bool) -> Chart {
    let rows: [(String, String, Double?, Double?, Double?, Double, ChartStanding)] = [
      (
        "Sự phục vụ hành chính nói chung", "Administrative service as a whole", 78.35, 85, 84.12,
        1.31, .notMet
      ),
      ("Tiếp cận dịch vụ", "Access to services", 80.2, 85, 88.46, 1.12, .met),
      ("Thủ tục hành chính", "Administrative procedures", 82.51, 90, 90.02, 1.5, .met),
      (
        "Công chức trực tiếp giải quyết công việc", "Officials who settle the matter", nil, 90,
        86.9, 1.4, .notMet
      ),
      ("Kết quả cung ứng dịch vụ", "Results of the service", 85, nil, 91.7, 1.05, .open),
      (
        "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị",
        "Receiving and settling opinions, reports and petitions", 61.4, 80, nil, 0, .open
      ),
    ]
    return chart(
      "attainment",
      .attainment(
        rows.map { vietnamese, english, baseline, target, estimate, error, standing in
          AttainmentMark(
            label: vi ? vietnamese : english,
            baseline: baseline.map { figure($0, nil, vi) },
            target: target.map { figure($0, nil, vi) },
            estimate: estimate.map { figure($0, error, vi) }, standing: standing)
        }), vi, names: names(vi))
  }

  static let districts: [(String, Double, Double, String)] = [
    ("Thành phố Pleiku", 91.2, 1.4, "1"), ("Thị xã An Khê", 89.9, 1.9, "1, 2"),
    ("Thị xã Ayun Pa", 89.4, 2.3, "1, 2"), ("Huyện Đak Đoa", 88.1, 2.2, "1, 2, 3"),
    ("Huyện Chư Păh", 87.6, 2.0, "2, 3"), ("Huyện Ia Grai", 87.0, 2.6, "2, 3"),
    ("Huyện Mang Yang", 86.2, 2.4, "2, 3, 4"), ("Huyện Đak Pơ", 85.7, 2.9, "3, 4"),
    ("Huyện Chư Sê", 85.1, 1.8, "3, 4"), ("Huyện Chư Prông", 84.0, 2.1, "4, 5"),
    ("Huyện Kbang", 83.3, 2.7, "4, 5"), ("Huyện Chư Pưh", 82.6, 2.5, "4, 5"),
    ("Huyện Đức Cơ", 81.9, 2.2, "5"), ("Huyện Phú Thiện", 81.2, 2.4, "5"),
    ("Huyện Ia Pa", 79.0, 3.1, "5, 6"), ("Huyện Kông Chro", 76.4, 3.4, "6"),
    ("Huyện Krông Pa", 75.8, 2.8, "6"),
  ]

  private static func intervals(_ vi: Bool) -> Chart {
    chart(
      "districts",
      .intervals(
        IntervalPlot(
          rows: districts.map {
            IntervalPlot.Row(label: $0.0, figure: figure($0.1, $0.2, vi), group: $0.3)
          },
          line: ChartFigure(
            value: 84.12, text: vi ? "Toàn tỉnh 84,12 %" : "Whole province 84.12 %"),
          groupTitle: vi ? "Nhóm không phân biệt được" : "Not told apart")), vi)
  }

  private static func trend(_ vi: Bool) -> Chart {
    let values: [(Int, Double, Double)] = [
      (2017, 76.1, 1.8), (2018, 77.9, 1.6), (2019, 80.4, 1.7), (2021, 81.2, 1.5), (2022, 83.9, 1.2),
      (2023, 80.3, 1.3), (2024, 82.6, 1.1), (2025, 84.12, 1.3),
    ]
    return chart(
      "trend",
      .trend(
        TrendPlot(
          lines: [
            TrendPlot.Line(
              label: vi ? "Mức độ hài lòng chung" : "Overall satisfaction",
              points: values.map {
                TrendPlot.Point(
                  year: $0.0,
                  figure: ChartFigure(
                    value: $0.1, lower: $0.1 - $0.2, upper: $0.1 + $0.2,
                    text: text($0.1, vi, places: 1)))
              })
          ],
          breaks: [
            TrendPlot.Break(
              year: 2023,
              text: vi
                ? "Từ 2023: bộ câu hỏi mới, không so sánh với các năm trước"
                : "From 2023: new questionnaire, not comparable with earlier years")
          ])), vi)
  }

  private static func trendOfFactors(_ vi: Bool) -> Chart {
    let lines: [(String, String, [Double?])] = [
      ("Tiếp cận dịch vụ", "Access to services", [79.2, 81.4, 84.0, nil, 86.1, 88.46]),
      ("Thủ tục hành chính", "Administrative procedures", [81.3, 83.0, 85.2, nil, 88.0, 88.1]),
      ("Công chức", "Officials", [80.1, 80.2, 82.7, nil, 85.4, 86.9]),
      ("Kết quả dịch vụ", "Results of the service", [84.0, 85.5, 86.3, nil, 89.5, 91.7]),
      (
        "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị", "Opinions, reports and petitions",
        [60.0, nil, 68.2, nil, 72.8, 75.3]
      ),
    ]
    return chart(
      "factors",
      .trend(
        TrendPlot(
          lines: lines.map { vietnamese, english, values in
            TrendPlot.Line(
              label: vi ? vietnamese : english,
              points: zip(2020..., values).compactMap { year, value in
                value.map { TrendPlot.Point(year: year, figure: figure($0, 1.4, vi)) }
              })
          })), vi)
  }

  private static func answers(_ vi: Bool) -> Chart {
    let rows: [(String, String, [Double]?)] = [
      (
        "Nơi ngồi chờ tại Bộ phận một cửa có đủ chỗ ngồi",
        "Enough seats where citizens wait at the one-stop shop", [1.2, 4.1, 13.5, 52.6, 28.6]
      ),
      (
        "Trang thiết bị phục vụ người dân đầy đủ, hiện đại",
        "Equipment for citizens is complete and modern", [2.4, 7.9, 20.2, 48.3, 21.2]
      ),
      (
        "Thủ tục hành chính được niêm yết công khai, đầy đủ",
        "Procedures are posted publicly and in full", [0.4, 1.9, 9.3, 49.8, 38.6]
      ),
      (
        "Công chức có thái độ giao tiếp lịch sự, đúng mực",
        "Officials are polite and correct", [3.1, 6.2, 11.0, 44.2, 35.5]
      ),
      ("Phí, lệ phí phải nộp đúng quy định", "Fees are as the rules say", nil),
      (
        "Cơ quan trả lời góp ý, phản ánh, kiến nghị đúng hẹn",
        "Opinions and petitions are answered in time", [11.7, 18.4, 27.5, 29.2, 13.2]
      ),
    ]
    return chart(
      "answers",
      .answers(
        AnswerBars(
          answers: vi
            ? ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
            : ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
          dissatisfiedCount: 2, hasMiddle: true,
          rows: rows.map { vietnamese, english, shares in
            AnswerBars.Row(
              label: vi ? vietnamese : english, shares: shares,
              texts: shares?.map { text($0, vi, places: 1) }
                ?? [vi ? "Dưới 30 phiếu" : "Fewer than 30 forms"])
          })), vi)
  }

  private static func histograms(_ vi: Bool) -> Chart {
    let edges = (0...20).map { Double($0) * 2.5 }
    return chart(
      "weights",
      .histograms([
        Histogram(
          label: vi ? "Trọng số thiết kế" : "Design weights", edges: edges,
          counts: [0, 0, 120, 310, 420, 260, 140, 60, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        Histogram(
          label: vi ? "Sau hiệu chỉnh không trả lời" : "After nonresponse adjustment",
          edges: edges,
          counts: [0, 10, 90, 220, 330, 290, 190, 100, 55, 25, 10, 6, 2, 1, 1, 0, 0, 0, 0, 0]),
        Histogram(
          label: vi ? "Sau phân tầng và cắt ngọn" : "After raking and trimming", edges: edges,
          counts: [3, 40, 130, 230, 250, 240, 170, 110, 70, 40, 25, 12, 5, 3, 1, 1, 0, 0, 0, 0]),
      ]), vi, axisTitle: vi ? "Trọng số" : "Weight", isShare: false)
  }

  private static func bars(_ vi: Bool) -> Chart {
    let rows: [(String, String, Double, Double)] = [
      ("Tiếp cận dịch vụ", "Access to services", 1.12, 0.31),
      ("Thủ tục hành chính", "Administrative procedures", 0.42, 0.38),
      ("Công chức", "Officials", -0.18, 0.36),
      ("Kết quả cung ứng dịch vụ", "Results of the service", 0.94, 0.27),
      (
        "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị", "Opinions, reports and petitions",
        -1.63,
        0.52
      ),
    ]
    return chart(
      "contributions",
      .bars(
        rows.map { vietnamese, english, value, error in
          SignedBar(
            label: vi ? vietnamese : english,
            figure: figure(value, error, vi, unit: "", signed: true),
            isUncertain: error > value.magnitude)
        }), vi, axisTitle: vi ? "điểm phần trăm" : "percentage points", isShare: false,
      names: names(vi))
  }
}
