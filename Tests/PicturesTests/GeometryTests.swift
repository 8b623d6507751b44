import Testing

@testable import Pictures

/// Where marks stand, recomputed from the numbers written along the axis.
struct GeometryTests {
  /// The coordinate of a value on the line through two numbers of the axis.
  private func expected(
    _ value: Double, _ axis: [(value: Double, place: Double)]
  ) throws -> Double {
    let first = try #require(axis.first)
    let last = try #require(axis.last)
    try #require(first.value != last.value)
    let unit = (last.place - first.place) / (last.value - first.value)
    return first.place + (value - first.value) * unit
  }

  private let numbers = Dictionary(
    uniqueKeysWithValues: stride(from: -100, through: 100, by: 1).map { number in
      ((number < 0 ? "−" : "") + String(number.magnitude), Double(number))
    })

  private func close(_ first: Double, _ second: Double) -> Bool {
    (first - second).magnitude < 0.02
  }

  @Test(arguments: [340.0, 760])
  func `estimates, ends of intervals and targets stand at their figures`(width: Double) throws {
    let estimate = ChartFigure(value: 71.3, lower: 66.25, upper: 76.4, text: "71,30 %")
    let target = ChartFigure(value: 88.875, text: "88,88 %")
    let chart = SampleCharts.chart(
      "a",
      .attainment([
        AttainmentMark(
          label: "Chung", baseline: nil, target: target, estimate: estimate, standing: .notMet)
      ]), true)
    let picture = drawing(of: chart, width: width)
    let axis = picture.axisPlaces(numbers).map { (value: $0.value, place: $0.place.x) }
    let disc = try #require(picture.discs().first)
    let places = try [66.25, 71.3, 76.4, 88.875].map { try expected($0, axis) }
    #expect(close(disc.x, places[1]))
    var ends: [Double] = []
    var dashed: [Double] = []
    for case .line(let from, let to, let stroke) in picture.shapes {
      if !stroke.dashes.isEmpty { dashed.append(from.x) }
      if stroke.colour == Palette.estimate, from.y == to.y { ends += [from.x, to.x] }
    }
    #expect(dashed.count == 1 && close(dashed[0], places[3]))
    #expect(ends.count == 2)
    #expect(close(ends[0], places[0]) && close(ends[1], places[2]))
  }

  @Test func `an interval beyond 0 to 100 is cut at the axis with an arrow`() throws {
    let chart = SampleCharts.chart(
      "a",
      .intervals(
        IntervalPlot(
          rows: [
            .init(
              label: "A", figure: ChartFigure(value: 97, lower: 91, upper: 103, text: "97"),
              group: ""),
            .init(
              label: "B", figure: ChartFigure(value: 95, lower: 91, upper: 99, text: "95"),
              group: ""),
          ], groupTitle: "")), true)
    let picture = drawing(of: chart, width: 700)
    let hundred = try #require(picture.axisPlaces(["100": 100]).first).place.x
    let arrows = picture.shapes.compactMap { shape -> [Place]? in
      if case .path(let places, true, let fill?, nil) = shape, fill.colour == Palette.estimate {
        return places
      }
      return nil
    }
    #expect(arrows.count == 1)
    #expect(close(arrows[0][0].x, hundred))
    #expect(arrows[0][1].x < hundred && arrows[0][2].x < hundred)
  }

  @Test func `a trend rises by its figures and by its years`() throws {
    let values: [(Int, Double)] = [(2017, 61.5), (2018, 73.25), (2019, 70), (2022, 80.5)]
    let chart = SampleCharts.chart(
      "t",
      .trend(
        TrendPlot(lines: [
          TrendPlot.Line(
            label: "Chung",
            points: values.map {
              TrendPlot.Point(year: $0.0, figure: ChartFigure(value: $0.1, text: "x"))
            })
        ])), true)
    let picture = drawing(of: chart, width: 700)
    let vertical = picture.axisPlaces(numbers).map { (value: $0.value, place: $0.place.y) }
    let years = Dictionary(uniqueKeysWithValues: values.map { (String($0.0), Double($0.0)) })
    let horizontal = picture.axisPlaces(years).sorted { $0.value < $1.value }
      .map { (value: $0.value, place: $0.place.x) }
    let points = picture.discs(LineStyle(0).colour)
    #expect(points.count == 4)
    // Letters are centred on their line, 0.36 of their size above the base line.
    for (point, (year, value)) in zip(points, values) {
      let height = try expected(value, vertical) - 12 * 0.36
      let side = try expected(Double(year), horizontal)
      #expect(close(point.y, height))
      #expect(close(point.x, side))
    }
    // 2020 and 2021 are missing: three points are joined, the last stands alone.
    let ways = picture.shapes.compactMap { shape -> Int? in
      if case .path(let places, false, nil, _) = shape { return places.count }
      return nil
    }
    #expect(ways == [3])
  }

  @Test func `figures stand over the points of the only line, and at the end of several`() {
    func line(_ label: String, _ first: Double) -> TrendPlot.Line {
      TrendPlot.Line(
        label: label,
        points: (0..<3).map {
          let value = first + Double($0)
          let figure = ChartFigure(value: value, lower: value - 1, upper: value + 1, text: "=\(value)")
          return TrendPlot.Point(year: 2020 + $0, figure: figure)
        })
    }
    func texts(_ lines: [TrendPlot.Line]) -> [String] {
      let chart = SampleCharts.chart("t", .trend(TrendPlot(lines: lines)), true)
      return drawing(of: chart, width: 700).letterings.map(\.text).filter { $0.hasPrefix("=") }
    }
    #expect(Set(texts([line("A", 60)])) == ["=60.0", "=61.0", "=62.0"])
    #expect(texts([line("A", 60), line("B", 70)]) == ["=62.0", "=72.0"])
  }

  @Test func `nothing joins the years before and after a change of the method`() {
    let points = (2019...2024).map {
      TrendPlot.Point(year: $0, figure: ChartFigure(value: Double($0) - 1950, text: "x"))
    }
    let trend = TrendLines(
      TrendPlot(
        lines: [TrendPlot.Line(label: "A", points: points)],
        breaks: [
          TrendPlot.Break(year: 2023, text: "b"), TrendPlot.Break(year: 2019, text: "before all"),
          TrendPlot.Break(year: 2030, text: "after all"),
        ]))
    #expect(
      trend.lines[0].pieces.map { $0.map(\.year) } == [[2019, 2020, 2021, 2022], [2023, 2024]])
    #expect(trend.breaks.map(\.year) == [2023])
  }

  @Test func `surveys every second year are joined`() {
    let points = [2018, 2020, 2022].map {
      TrendPlot.Point(year: $0, figure: ChartFigure(value: 80, text: "x"))
    }
    let trend = TrendLines(TrendPlot(lines: [TrendPlot.Line(label: "A", points: points)]))
    #expect(trend.lines[0].pieces.count == 1)
  }

  @Test func `answers are as long as their shares and stand around the middle`() throws {
    let shares = [10.0, 15, 20, 25, 30]
    let chart = SampleCharts.chart(
      "b",
      .answers(
        AnswerBars(
          answers: ["1", "2", "3", "4", "5"].map { "Mức \($0)" }, dissatisfiedCount: 2,
          hasMiddle: true,
          rows: [.init(label: "Câu", shares: shares, texts: ["", "", "", "", ""])])), true)
    let picture = drawing(of: chart, width: 700)
    let axis = picture.axisPlaces(numbers).map { (value: $0.value, place: $0.place.x) }
    let bars = picture.rectangles.filter { $0.box.bottom - $0.box.top == 24 }.map(\.box)
    #expect(bars.count == 5)
    // 10 and 15 to the left, half of 20 on either side: from −35 on.
    var place = -35.0
    let zero = try #require(axis.first { $0.value == 0 }).place
    let positive = axis.filter { $0.value > 0 && $0.place > zero }
    let unit = try #require(positive.last).place - zero
    let length = unit / positive[positive.count - 1].value
    for (bar, share) in zip(bars, shares) {
      #expect(close(bar.left, zero + place * length))
      #expect(close(bar.right - bar.left, share * length))
      place += share
    }
  }

  @Test func `columns of a histogram have the area of their counts`() {
    let chart = SampleCharts.chart(
      "h",
      .histograms([
        Histogram(label: "Trước", edges: [0, 1, 2, 4], counts: [100, 300, 200]),
        Histogram(label: "Sau", edges: [0, 2, 3, 4], counts: [300, 150, 150]),
      ]), true, isShare: false)
    let columns = drawing(of: chart, width: 700).rectangles.map(\.box)
    #expect(columns.count == 6)
    let areas = columns.map { ($0.right - $0.left) * ($0.bottom - $0.top) }
    for (area, count) in zip(areas, [100.0, 300, 200, 300, 150, 150]) {
      #expect((area / areas[0] - count / 100).magnitude < 1e-6)
    }
  }

  @Test func `bars begin at zero, rightwards where positive, and noise is open`() throws {
    let rows = [(2.0, 0.5), (-1.5, 0.5), (0.25, 1)]
    let chart = SampleCharts.chart(
      "s",
      .bars(
        rows.map { value, error in
          SignedBar(
            label: "Yếu tố",
            figure: ChartFigure(
              value: value, lower: value - error, upper: value + error, text: "t"),
            isUncertain: error > value.magnitude)
        }), true, isShare: false)
    let picture = drawing(of: chart, width: 700)
    let bars = picture.rectangles
    #expect(bars.count == 3)
    let zero = bars[0].box.left
    let unit = (bars[0].box.right - zero) / 2
    #expect(unit > 0)
    #expect(close(bars[1].box.right, zero) && close(bars[1].box.left, zero - 1.5 * unit))
    #expect(close(bars[2].box.left, zero) && close(bars[2].box.right, zero + 0.25 * unit))
    #expect(bars.map { $0.fill?.colour == Palette.paper } == [false, false, true])
  }
}
