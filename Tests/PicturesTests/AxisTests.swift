import Testing

@testable import Pictures

struct AxisTests {
  @Test func `a share spans 5 points at least and stays within 0 and 100`() {
    let narrow = Axis(values: [84.1, 84.3], isShare: true, mostSteps: 6)
    #expect(narrow.high - narrow.low >= 5)
    #expect(narrow.low <= 84.1 && narrow.high >= 84.3)
    let high = Axis(values: [99.9], isShare: true, mostSteps: 6)
    #expect(high.high == 100 && high.low <= 95)
    let beyond = Axis(values: [-7, 104], isShare: true, mostSteps: 6)
    #expect(beyond.low == 0 && beyond.high == 100)
  }

  @Test func `ticks are decimals of one length, evenly apart`() {
    let axis = Axis(values: [0.13, 0.87], isShare: false, mostSteps: 5)
    #expect(axis.ticks == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(axis.decimals == 1)
    let tight = Axis(values: [-2.15, 1.43], isShare: false, isTight: true, mostSteps: 7)
    #expect(tight.low == -2.15 && tight.high == 1.43)
    #expect(tight.ticks == [-2, -1.5, -1, -0.5, 0, 0.5, 1])
  }

  @Test(arguments: [
    [], [.nan], [.infinity, -.infinity], [1e300], [5], [-1e12, 1e12], [1e-300, 2e-300],
    [1e11, 1e11 + 1e-6], [0, 0, 0],
  ])
  func `any values give an axis with few ticks that holds them`(values: [Double]) {
    for isShare in [true, false] {
      for isTight in [true, false] {
        for steps in [0, 1, 5, 10] {
          let axis = Axis(values: values, isShare: isShare, isTight: isTight, mostSteps: steps)
          #expect(axis.low < axis.high)
          #expect(axis.ticks.count <= max(steps, 1) + 2)
          #expect(axis.ticks.allSatisfy { axis.low <= $0 && $0 <= axis.high })
          for value in values where value.magnitude <= (isShare ? 100 : 1e12) {
            #expect(axis.low <= value && value <= axis.high)
          }
        }
      }
    }
  }

  @Test func `numbers along an axis are written as the reader writes them`() {
    #expect(axisNumber(-0.25, decimals: 2, mark: ",") == "−0,25")
    #expect(axisNumber(1_234_567, decimals: 0, mark: ",") == "1.234.567")
    #expect(axisNumber(12_345.5, decimals: 1, mark: ".") == "12,345.5")
    #expect(axisNumber(-0.0000001, decimals: 1, mark: ".") == "0.0")
    #expect(axisNumber(0.05, decimals: 2, mark: ".") == "0.05")
    #expect(axisNumber(.nan, decimals: 2, mark: ".") == "")
  }
}
