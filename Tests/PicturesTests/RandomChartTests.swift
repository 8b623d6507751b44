import Pictures
import Testing

/// Charts put together at random, the same in every run.
struct RandomChartTests {
  /// Linear congruences with the constants of Knuth's MMIX.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }

    mutating func share() -> Double { Double(roll(1_000_001)) / 1_000_000 }

    mutating func label() -> String {
      let words = ["Ủy", "ban", "nhân", "dân", "xã", "Ia", "Grai", "Nghiệm", "và", "12", "QUYẾT"]
      return (0..<roll(14)).map { _ in words[roll(words.count)] }.joined(separator: " ")
    }

    mutating func figure(isSigned: Bool = false) -> ChartFigure {
      let scales = [1.0, 5, 100, 100, 100, 40_000]
      let scale = isSigned ? scales[roll(6)] : 100
      let value = (share() - (isSigned ? 0.5 : 0)) * scale
      let error = share() * scale / 6
      let hasInterval = roll(4) > 0
      return ChartFigure(
        value: value, lower: hasInterval ? value - error : nil,
        upper: hasInterval ? value + error : nil,
        text: "\((value * 100).rounded() / 100) ± \((error * 100).rounded() / 100)")
    }

    mutating func content() -> ChartContent {
      let count = roll(20)
      switch roll(6) {
      case 0:
        return .attainment(
          (0..<count).map { _ in
            AttainmentMark(
              label: label(), baseline: roll(3) > 0 ? figure() : nil,
              target: roll(3) > 0 ? figure() : nil, estimate: roll(5) > 0 ? figure() : nil,
              standing: ChartStanding.allCases[roll(3)])
          })
      case 1:
        return .intervals(
          IntervalPlot(
            rows: (0..<count).map { _ in
              IntervalPlot.Row(label: label(), figure: figure(), group: "\(roll(4))–\(roll(9))")
            }, line: roll(2) > 0 ? figure() : nil, groupTitle: label()))
      case 2:
        return .trend(
          TrendPlot(
            lines: (0...roll(7)).map { _ in
              TrendPlot.Line(
                label: label(),
                points: (0..<roll(12)).compactMap { year in
                  roll(5) > 0 ? TrendPlot.Point(year: 2012 + year, figure: figure()) : nil
                })
            },
            breaks: (0..<roll(3)).map { _ in
              TrendPlot.Break(year: 2012 + roll(12), text: label())
            }))
      case 3:
        let answers = 1 + roll(7)
        return .answers(
          AnswerBars(
            answers: (0..<answers).map { _ in label() }, dissatisfiedCount: roll(answers + 1),
            hasMiddle: roll(2) > 0,
            rows: (0..<count).map { _ in
              let parts = (0..<answers).map { _ in share() }
              let sum = max(parts.reduce(0, +), 0.1)
              let shares = parts.map { $0 / sum * 100 }
              return AnswerBars.Row(
                label: label(), shares: roll(6) > 0 ? shares : nil,
                texts: shares.map { "\(($0 * 10).rounded() / 10)" })
            }))
      case 4:
        return .histograms(
          (0..<min(count, 4)).map { _ in
            let bins = 1 + roll(30)
            return Histogram(
              label: label(), edges: (0...bins).map { Double($0) * 1.5 },
              counts: (0..<bins).map { _ in roll(4000) })
          })
      default:
        return .bars(
          (0..<count).map { _ in
            SignedBar(
              label: label(), figure: figure(isSigned: true), isUncertain: roll(2) > 0)
          })
      }
    }
  }

  @Test func `random charts keep their texts apart and inside`() {
    var dice = Dice(state: 2026)
    for number in 0..<400 {
      let width = 240 + Double(dice.roll(900))
      let chart = SampleCharts.chart(
        "c\(number)", dice.content(), true, isShare: dice.roll(2) > 0,
        names: SampleCharts.names(true))
      let picture = drawing(of: chart, width: width)
      #expect(picture.overlaps == [], "chart \(number), width \(width)")
      #expect(picture.strays == [], "chart \(number), width \(width)")
    }
  }
}
