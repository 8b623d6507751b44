import SurveyModel
import Testing
import Weighting

@Suite struct MarginCheckTests {
  private func faults(_ margins: [MarginTotals], rows: Int = 4) throws -> [WeightingFault] {
    let base = try designWeights([Double](repeating: 1, count: rows))
    let error = #expect(throws: WeightingError.self) {
      try rake(base, to: margins, tolerance: 1e-9, maximumIterations: 50, place: 1)
    }
    for finding in error?.findings() ?? [] {
      #expect(finding.message.vi?.isEmpty == false && finding.message.en?.isEmpty == false)
      #expect(finding.remedy.vi?.isEmpty == false && finding.remedy.en?.isEmpty == false)
      #expect(WeightingFindingCode.all.contains(finding.code))
    }
    return error?.faults ?? []
  }

  @Test func `a category with population but no respondents is refused by name`() throws {
    let found = try faults([Tiny.margin("sex", [0, 0, 0, 0], totals: [30, 20])])
    guard case .emptyLevel(let category, let population) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1)
    #expect(category.name == "sex=1")
    #expect(population == 20)
  }

  @Test func `respondents in a category without population are refused by name`() throws {
    let found = try faults([Tiny.margin("sex", [0, 0, 1, 1], totals: [30, .nan])])
    guard case .missingPopulation(let category, let respondents) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(category.name == "sex=1")
    #expect(respondents == 2)
  }

  @Test(arguments: [0, -5, Double.infinity])
  func `a total that is not a positive number is refused`(_ total: Double) throws {
    let found = try faults([Tiny.margin("sex", [0, 0, 1, 1], totals: [30, total])])
    guard case .badTotal(let category, let shown) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(category.name == "sex=1")
    #expect(shown == total)
  }

  @Test func `respondents without a level are counted and the first are named`() throws {
    let found = try faults([Tiny.margin("sex", [0, -1, 1, -1], totals: [30, 20])])
    guard case .rowsWithoutLevel(let variables, let rows, let count, let source) = found.first
    else {
      Issue.record("\(found)")
      return
    }
    #expect(variables == ["sex"])
    #expect(rows == [1, 3])
    #expect(count == 2)
    #expect(source?.file == "sex.csv")
  }

  @Test func `margins with different grand totals are refused with both totals`() throws {
    let found = try faults([
      Tiny.margin("sex", [0, 0, 1, 1], totals: [30, 20]),
      Tiny.margin("age", [0, 1, 0, 1], totals: [30, 21]),
    ])
    #expect(
      found == [
        .totalsDiffer(
          first: ["sex"], firstTotal: 50, second: ["age"], secondTotal: 51,
          source: SourceLocation(file: "age.csv"))
      ])
  }

  @Test func `all faults of all margins are told at once`() throws {
    let found = try faults([
      Tiny.margin("sex", [0, -1, 0, 0], totals: [30, 20]),
      Tiny.margin("age", [0, 1, 0, 1], totals: [-1, .nan]),
    ])
    #expect(found.count == 4)
  }

  @Test func `nobody cannot be weighted`() throws {
    #expect(try faults([Tiny.margin("sex", [], totals: [1])], rows: 0) == [.noRespondents])
  }
}
