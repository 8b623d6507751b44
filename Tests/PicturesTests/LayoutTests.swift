import Pictures
import Testing

/// What holds of every picture: nothing leaves it and no text covers another.
struct LayoutTests {
  static let widths: [Double] = [0, 240, 340, 479, 480, 760, 1200, 5000, .nan, -.infinity]

  @Test(arguments: widths) func `sample pictures keep their texts apart and inside`(
    width: Double
  ) {
    for chart in SampleCharts.all(true) + SampleCharts.all(false) {
      let picture = drawing(of: chart, width: width)
      #expect(picture.overlaps == [], "\(chart.id)")
      #expect(picture.strays == [], "\(chart.id)")
    }
  }

  @Test(arguments: widths) func `hostile labels and figures keep apart and inside`(
    width: Double
  ) {
    for isShare in [true, false] {
      for rows in [0, 1, 2, 13, 40] {
        for chart in HostileCharts.charts(rows: rows, isNasty: true, isShare: isShare) {
          let picture = drawing(of: chart, width: width)
          #expect(picture.overlaps == [], "\(chart.id), \(rows) rows")
          #expect(picture.strays == [], "\(chart.id), \(rows) rows")
          #expect(picture.width.isFinite && picture.height.isFinite && picture.height > 0)
        }
      }
    }
  }

  @Test func `700 rows make a higher picture, row by row`() {
    for chart in HostileCharts.charts(rows: 700, isNasty: false) {
      let picture = drawing(of: chart, width: 760)
      #expect(picture.overlaps == [], "\(chart.id)")
      #expect(picture.strays == [], "\(chart.id)")
    }
    let heights = [350, 700].map { rows in
      HostileCharts.charts(rows: rows, isNasty: false).filter { $0.id == "intervals" }
        .map { drawing(of: $0, width: 760).height }[0]
    }
    #expect(heights[1] - heights[0] > 350 * 20)
  }

  @Test func `every label of a row stands in the picture or is cut with an ellipsis`() {
    for chart in HostileCharts.charts(rows: 30, isNasty: false) where chart.id != "trend" {
      let texts = Set(drawing(of: chart, width: 760).letterings.map(\.text))
      let count = chart.id == "histograms" ? 20 : 30
      for index in 0..<count { #expect(texts.contains("Xã thứ \(index + 1)"), "\(chart.id)") }
    }
    let long = HostileCharts.charts(rows: 3, isNasty: true)[0]
    let texts = drawing(of: long, width: 760).letterings.map(\.text)
    #expect(texts.contains { $0.hasPrefix("WmWm") && $0.hasSuffix("…") })
  }

  @Test func `the same chart gives the same drawing`() {
    for chart in HostileCharts.charts(rows: 40, isNasty: true) {
      let first = drawing(of: chart, width: 640)
      for _ in 0..<3 { #expect(drawing(of: chart, width: 640) == first, "\(chart.id)") }
    }
  }
}
