import SurveyModel
import Testing

@testable import Reporting

struct PictureTests {
  @Test(
    arguments: [
      [84.78, 86.78, 87.1, 85.9, 88.3], [50], [99.2, 100, 98.1], [0, 0.4, 1.2], [20, 95],
      [66.6, 66.6, 66.6],
    ])
  func `every value of a share stands on the axis between 0 and 100`(values: [Double]) throws {
    let axis = PictureAxis(values: values, isShare: true)
    #expect(axis.low >= 0 && axis.high <= 100 && axis.low < axis.high)
    for value in values {
      #expect(axis.low <= value && value <= axis.high)
      let place = try #require(Double(axis.place(value)))
      #expect(place >= PictureAxis.margin && place <= PictureAxis.width - PictureAxis.margin)
    }
    let places = values.sorted().compactMap { Double(axis.place($0)) }
    #expect(places == places.sorted())
    let ticks = axis.ticks(style: NumberStyle(.vi))
    #expect((2...12).contains(ticks.count))
    #expect(Set(ticks.map { $0.tickLabel }).count == ticks.count)
  }

  @Test func `labels at the ends stay inside the picture`() {
    let axis = PictureAxis(values: [80, 90], isShare: true)
    #expect(axis.mark(axis.low, label: "Năm gốc 2020: 80,00 %").anchor == "start")
    #expect(axis.mark(axis.high, label: "Mục tiêu ≥ 90,00 %").anchor == "end")
    #expect(axis.mark((axis.low + axis.high) / 2, label: "85,00 %").anchor == "middle")
  }

  @Test func `the text alternative tells the figures of the picture`() throws {
    let run = TinyRun.result()
    let texts = Texts(.vi)
    let row = try #require(Attainment(run, texts: texts).rows.first)
    let picture = try #require(HTMLPicture(row, number: 1, level: 0.95, texts: texts))
    for figure in ["84,78", "86,78", "87,10", "85,90 – 88,30", "+0,32", "Đạt, chưa chắc chắn"] {
      #expect(picture.description.contains(figure), "\(figure)")
    }
  }
}
