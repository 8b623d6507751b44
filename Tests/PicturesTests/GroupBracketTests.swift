import Testing

@testable import Pictures

struct GroupBracketTests {
  private func runs(_ groups: [String]) -> [[Int]]? {
    GroupBrackets(groups)?.runs.map { [$0.first, $0.last, $0.lane] }
  }

  @Test func `numbers, ranges and letters are groups`() {
    let expected = [[0, 1, 0], [1, 2, 1], [3, 3, 0]]
    #expect(runs(["1", "1, 2", "2", "3"]) == expected)
    #expect(runs(["1", "1–2", "2", "3"]) == expected)
    #expect(runs(["a", "ab", "b", "c"]) == expected)
  }

  @Test func `groups over the same rows are one bar, and none gives none`() {
    #expect(runs(["1–3", "1–3"]) == [[0, 1, 0]])
    #expect(runs(["", "–", " "]) == nil)
    #expect(runs([]) == nil)
  }

  @Test func `more bars side by side than can be read become texts`() {
    let groups = (0..<12).map { row in
      (0..<12).filter { $0 >= row }.map(String.init).joined(separator: ", ")
    }
    #expect(runs(groups) == nil)
    let chart = SampleCharts.chart(
      "g",
      .intervals(
        IntervalPlot(
          rows: groups.map {
            .init(label: "Xã", figure: ChartFigure(value: 50, text: "50"), group: $0)
          }, groupTitle: "Nhóm")), true)
    #expect(drawing(of: chart, width: 760).letterings.contains { $0.text == "11" })
  }
}
