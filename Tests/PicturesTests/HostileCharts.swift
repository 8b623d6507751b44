import Pictures

/// Charts with labels and figures that break a careless layout.
enum HostileCharts {
  static let labels = [
    "", " ", String(repeating: "Wm", count: 100), String(repeating: "ốẾ ", count: 80),
    // Decomposed: letters with two combining marks each.
    String(repeating: "e\u{302}\u{323}n g\u{300}u\u{31B}\u{301} ", count: 30),
    "a" + String(repeating: "\u{301}", count: 5000),
    "tab\tline\nreturn\r\u{0}\u{1B}[31m\u{7F}\u{85}",
    "\u{202E}reversed\u{2066}", "<b>&\"'</b>", "行政服务满意度调查表" + String(repeating: "满", count: 60),
    "👩‍👩‍👧‍👦 🏴 🇻🇳", "Huyện Ia Grai",
  ]

  static let values = [
    0.0, 100, 50, -5, 104, .nan, .infinity, -.infinity, 1e300, -1e18, 99.999, 1e-300, 50,
  ]

  static func figure(_ index: Int) -> ChartFigure {
    let value = values[index % values.count]
    let errors: [Double?] = [nil, 3, 0, .nan, .infinity, 200, -4]
    let error = errors[index % errors.count]
    return ChartFigure(
      value: value, lower: error.map { value - $0 }, upper: error.map { value + $0 },
      text: index % 5 == 0 ? labels[index % labels.count] : "\(index),25\u{A0}%")
  }

  static func contents(rows count: Int, isNasty: Bool) -> [(String, ChartContent)] {
    func label(_ index: Int) -> String {
      isNasty ? labels[index % labels.count] : "Xã thứ \(index + 1)"
    }
    func figure(_ index: Int) -> ChartFigure {
      if isNasty { return Self.figure(index) }
      let value = 60 + Double(index % 37)
      return ChartFigure(value: value, lower: value - 2, upper: value + 2, text: "\(value)")
    }
    let rows = Array(0..<count)
    return [
      (
        "attainment",
        .attainment(
          rows.map {
            AttainmentMark(
              label: label($0), baseline: $0 % 3 == 0 ? nil : figure($0 + 1),
              target: $0 % 4 == 0 ? nil : figure($0 + 2), estimate: figure($0),
              standing: ChartStanding.allCases[$0 % 3])
          })
      ),
      (
        "intervals",
        .intervals(
          IntervalPlot(
            rows: rows.map {
              IntervalPlot.Row(
                label: label($0), figure: figure($0),
                group: isNasty
                  ? ["1–999999999999", "a,b", "", "-", "9-1"][$0 % 5] : "\($0 / 9 + 1)")
            },
            line: figure(2), groupTitle: label(2)))
      ),
      (
        "trend",
        .trend(
          TrendPlot(
            lines: rows.prefix(60).map { row in
              TrendPlot.Line(
                label: label(row),
                points: (0..<7).map {
                  TrendPlot.Point(
                    year: isNasty ? [2020, 2020, .min, .max, 2019, 2030, 99_999][$0] : 2018 + $0,
                    figure: figure(row + $0))
                })
            },
            breaks: rows.prefix(6).map {
              TrendPlot.Break(year: 2019 + $0, text: label($0 + 2))
            }))
      ),
      (
        "answers",
        .answers(
          AnswerBars(
            answers: isNasty ? labels : ["Kém", "Được", "Tốt"],
            dissatisfiedCount: isNasty ? 40 : 1, hasMiddle: true,
            rows: rows.map {
              AnswerBars.Row(
                label: label($0),
                shares: $0 % 4 == 3
                  ? nil : isNasty ? Array(values.prefix($0 % 14)) : [20.5, 30, 49.5],
                texts: isNasty ? labels : ["20,5", "30,0", "49,5"])
            }))
      ),
      (
        "histograms",
        .histograms(
          rows.prefix(20).map {
            Histogram(
              label: label($0), edges: isNasty ? values : [0, 1, 2, 4],
              counts: isNasty ? [5, -1, .max, 0, 7] : [2, 5, $0])
          })
      ),
      (
        "bars",
        .bars(
          rows.map {
            SignedBar(label: label($0), figure: figure($0), isUncertain: $0 % 2 == 0)
          })
      ),
    ]
  }

  static func charts(rows: Int, isNasty: Bool, isShare: Bool = true) -> [Chart] {
    contents(rows: rows, isNasty: isNasty).map { name, content in
      Chart(
        id: name, title: name, description: "", axisTitle: isNasty ? labels[2] : "%",
        isShare: isShare, decimalMark: ",", content: content,
        markNames: MarkNames(
          baseline: isNasty ? labels[3] : "Mức gốc", target: isNasty ? labels[2] : "Chỉ tiêu",
          estimate: isNasty ? labels[4] : "Kết quả", interval: isNasty ? "\u{0}" : "95%",
          uncertain: isNasty ? labels[9] : "Chưa rõ"))
    }
  }
}
