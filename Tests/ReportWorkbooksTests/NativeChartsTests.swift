import Documents
import Foundation
import Pictures
import ReportReaders
import SurveyModel
import Testing
import XML

private let written = Result { try WrittenWorkbook(ProvinceReport.document) }

@Suite struct NativeChartsTests {
  private let workbook: WrittenWorkbook

  init() throws { workbook = try written.get() }

  @Test func `every figure of every chart stands in a cell, and the chart remembers the same`()
    throws
  {
    // Attainment, intervals, trend, answers, bars, two histograms.
    #expect(workbook.charts.count == 7)
    for chart in workbook.charts {
      let references = chart.all("numRef")
      #expect(!references.isEmpty)
      for reference in references {
        let cells = try workbook.numbers(try #require(reference.child("f")).text)
        #expect(reference.cachedNumbers == cells)
      }
      for reference in chart.all("strRef") {
        let texts = try workbook.texts(try #require(reference.child("f")).text)
        #expect(texts.allSatisfy { $0?.isEmpty == false })
      }
      #expect(chart.all("dispBlanksAs").first?[attribute: "val"] == "gap")
      #expect(chart.all("lang").first?[attribute: "val"] == "vi-VN")
    }
  }

  /// The figures of each series of a chart.
  private func series(_ chart: XMLElement) -> [[Double?]] {
    chart.all("ser").map { $0.child("val")?.cachedNumbers ?? [] }
  }

  @Test func `attainment shows baseline, target and result of the table with its interval`() throws
  {
    let chart = try workbook.chart("Từng chỉ số: năm gốc, mục tiêu và kết quả")
    #expect(
      series(chart) == [
        ProvinceReport.baselines, ProvinceReport.targets, ProvinceReport.results,
      ])
    // Targets and results stand in the table; the baselines have a gap where it has a dash.
    let values = chart.all("val").compactMap { $0.at("numRef", "f")?.text }
    #expect(values[1] == "'1. Kết quả thực hiện mục tiêu…'!$C$6:$C$10")
    #expect(values[2] == "'1. Kết quả thực hiện mục tiêu…'!$D$6:$D$10")
    // ECMA-376-1:2016, 21.2.2.55: plus and minus follow errValType "cust" and replace val.
    let bars = try #require(chart.all("errBars").first)
    #expect(bars.child("errValType")?[attribute: "val"] == "cust")
    #expect(bars.child("val") == nil)
    let plus = try #require(bars.child("plus")).cachedNumbers.compactMap { $0 }
    let expected = [1.3, 1.9, 2.25, 0.987654321, 3.0]
    #expect(zip(plus, expected).allSatisfy { abs($0 - $1) < 1e-12 } && plus.count == 5)
    let minus = try #require(bars.child("minus")).cachedNumbers.compactMap { $0 }
    #expect(zip(minus, expected).allSatisfy { abs($0 - $1) < 1e-12 } && minus.count == 5)
    // Only the part of the axis that is needed, and not above 100.
    #expect(chart.all("min").first?[attribute: "val"] == "60")
    #expect(chart.all("max").first?[attribute: "val"] == "100")
  }

  @Test func `a trend has gaps for missing years and a series of its own on each side of a break`()
    throws
  {
    let chart = try workbook.chart("Xu hướng 2019–2023")
    #expect(series(chart) == [[78.2, 79.9, nil, nil, nil], [nil, nil, nil, 83, 84.25]])
    let names = try chart.all("tx").compactMap { $0.at("strRef", "f")?.text }
      .flatMap { try workbook.texts($0) }
    #expect(names == ["Chung (trước 2022)", "Chung (từ 2022)"])
    let sheet = try workbook.sheet("Chỉ số chung qua các năm")
    #expect(sheet.texts.values.contains("Từ năm 2022: đổi bộ câu hỏi và cách chọn mẫu."))
  }

  @Test
  func `answers go left and right of zero, the middle half to each side, none without shares`()
    throws
  {
    let chart = try workbook.chart("Người dân trả lời thế nào")
    #expect(
      series(chart) == [
        [-7.875, -10, nil, -12.5], [-6.25, -9.875, nil, -11], [-2.5, -1.125, nil, -4],
        [7.875, 10, nil, 12.5], [50.5, 44, nil, 40], [25, 25, nil, 20],
      ])
    // Formulas of the table's cells: a figure that is changed changes the chart.
    let sheet = try workbook.sheet("Tỷ lệ từng câu trả lời")
    #expect(sheet.formulas[Place(5, 7)] == "-D6/2")
    #expect(sheet.formulas[Place(5, 8)] == "-C6")
    #expect(sheet.formulas[Place(7, 8)] == nil)
    // The sign only tells the side.
    #expect(chart.all("numFmt").contains { $0[attribute: "formatCode"] == "0;0" })
  }

  @Test func `bars smaller than their error are hatched, and labels stand at the edge`() throws {
    let chart = try workbook.chart("Nhóm nào kéo lên, nhóm nào kéo xuống")
    #expect(series(chart) == [[-0.75, nil, 1.25, -2], [nil, 0.5, nil, nil]])
    #expect(chart.all("ser").map { !$0.all("pattFill").isEmpty } == [false, true])
    #expect(chart.all("tickLblPos").contains { $0[attribute: "val"] == "low" })
  }

  @Test func `each histogram is a chart with its edges as names`() throws {
    let chart = try workbook.chart("Quyền số: thiết kế")
    #expect(series(chart) == [[10, 1_520, 990, 40]])
    let names = try chart.all("cat").compactMap { $0.at("strRef", "f")?.text }
      .flatMap { try workbook.texts($0) }
    #expect(names == ["0–0,5", "0,5–1", "1–1,5", "1,5–2,25"])
  }

  @Test func `charts have a text for those who cannot see them`() throws {
    let drawing = try #require(workbook.parts["xl/drawings/drawing1.xml"])
    #expect(drawing.contains("descr=\"Hai chỉ số đạt mục tiêu; ba chỉ số thấp hơn.\""))
  }

  @Test func `many units lie as bars from zero, with their intervals`() throws {
    let names = (1...120).map { "Xã số \($0)" }
    let table = DocumentTable(
      id: "communes", title: "Các xã", columns: [.init("Xã"), .init("Chỉ số")],
      rows: names.enumerated().map {
        [Cell($0.element), Cell("x", number: .init(90 - Double($0.offset) / 7, places: 1))]
      })
    let rows = names.enumerated().map {
      let value = 90 - Double($0.offset) / 7
      return IntervalPlot.Row(
        label: $0.element,
        figure: ChartFigure(value: value, lower: value - 1, upper: value + 1, text: "x"),
        group: "")
    }
    let chart = Chart(
      id: "c", title: "Các xã", description: "d", axisTitle: "%", isShare: true,
      decimalMark: ",",
      content: .intervals(
        IntervalPlot(
          rows: rows, line: ChartFigure(value: 80, text: "80,0 %"), groupTitle: "Nhóm")))
    let document = Document(
      language: .vi, title: "t", subtitle: "", banners: [], letterhead: Letterhead(),
      sections: [
        DocumentSection(
          id: "s", title: "s",
          blocks: [.picture(DocumentPicture(chart: chart, table: table))])
      ], imprint: [])
    let written = try WrittenWorkbook(document)
    let made = try written.chart("Các xã (Chung: 80,0 %)")
    #expect(made.all("barDir").first?[attribute: "val"] == "bar")
    #expect(series(made)[0].compactMap { $0 } == rows.map(\.figure.value))
    #expect(made.all("plus").first?.cachedNumbers.count == 120)
    #expect(made.all("min").first?[attribute: "val"] == "0")
  }

  @Test func `a chart uses the limits in its table, and rows whose names are longer there`() throws
  {
    let values = [80.5, 70.25]
    let table = DocumentTable(
      id: "t", title: "Số liệu",
      columns: [.init("Chỉ số"), .init("Kết quả"), .init("Cận dưới"), .init("Cận trên")],
      rows: values.enumerated().map { index, value in
        [Cell("\(index + 1). Chỉ số \(index)")]
          + [value, value - 2, value + 3].map { Cell("x", number: .init($0, places: 2)) }
      })
    let marks = values.enumerated().map { index, value in
      AttainmentMark(
        label: "Chỉ số \(index)", baseline: nil, target: nil,
        estimate: ChartFigure(value: value, lower: value - 2, upper: value + 3, text: "x"),
        standing: .open)
    }
    let chart = Chart(
      id: "c", title: "Hình", description: "d", axisTitle: "%", isShare: true, decimalMark: ",",
      content: .attainment(marks))
    let document = Document(
      language: .vi, title: "Báo cáo", subtitle: "", banners: [], letterhead: Letterhead(),
      sections: [
        DocumentSection(
          id: "s", title: "s", blocks: [.picture(DocumentPicture(chart: chart, table: table))])
      ], imprint: [])
    let written = try WrittenWorkbook(document)
    let made = try written.chart("Hình")
    #expect(made.all("val").compactMap { $0.at("numRef", "f")?.text } == ["'1. Hình'!$B$5:$B$6"])
    let sheet = try written.sheet("Số liệu")
    #expect(sheet.formulas[Place(4, 4)] == "D5-B5")
    #expect(sheet.formulas[Place(5, 5)] == "B6-C6")
    #expect(sheet.numbers[Place(4, 4)] == 3 && sheet.numbers[Place(5, 5)] == 2)
  }

  @Test func `figures that do not stand in the rows of the table stand beside the chart`() throws {
    let chart = Chart(
      id: "c", title: "Khác", description: "d", axisTitle: "", isShare: false, decimalMark: ",",
      content: .bars([
        SignedBar(
          label: "Không có trong bảng",
          figure: ChartFigure(value: 1.0 / 3, lower: 0.25, upper: .nan, text: "0,33"),
          isUncertain: false)
      ]))
    let document = Document(
      language: .en, title: "t", subtitle: "", banners: [], letterhead: Letterhead(),
      sections: [
        DocumentSection(
          id: "s", title: "s",
          blocks: [
            .picture(DocumentPicture(chart: chart, table: ProvinceReport.yearTable))
          ])
      ], imprint: [])
    let written = try WrittenWorkbook(document)
    #expect(series(try written.chart("Khác")) == [[1.0 / 3]])
    #expect(try written.chart("Khác").all("errBars").isEmpty)
    let sheet = try written.sheet(ProvinceReport.yearTable.title)
    #expect(sheet.texts.values.contains("Figures of the chart: Khác"))
  }
}
