import Numerics
import SurveyModel
import Testing

@testable import Estimation

@Suite struct ComplementarySuppressionTests {
  /// Estimates of one figure by the levels of domain sets; -1 is no level.
  private func tables(
    _ people: [[String: Int]], _ sets: [[String]], minimum: Int
  ) -> [Estimate] {
    var estimates = [estimate([], people.count, minimum)]
    for variables in sets {
      let keys = Set(
        people.map { person in variables.map { person[$0] ?? -1 } }.filter { !$0.contains(-1) })
      for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let count = people.filter { person in variables.map { person[$0] ?? -1 } == key }.count
        estimates.append(
          estimate(
            zip(variables, key).map { DomainTerm(variable: $0, code: "\($1)") }, count, minimum))
      }
    }
    return estimates
  }

  private func estimate(
    _ domain: [DomainTerm], _ respondents: Int, _ minimum: Int, id: String = "Q1"
  ) -> Estimate {
    let isFew = respondents < minimum
    return Estimate(
      kind: .item, id: id, domain: domain, value: 50, standardError: 1, intervalMethod: .waldT,
      degreesOfFreedom: 10, respondents: respondents,
      flag: respondents == 0 ? .noData : isFew ? .suppressed : nil,
      flagReason: respondents == 0 ? .noAnswers : isFew ? .fewRespondents : nil)
  }

  private func people(_ counts: [(Int, [String: Int])]) -> [[String: Int]] {
    counts.flatMap { Array(repeating: $1, count: $0) }
  }

  private func suppressed(_ estimates: [Estimate], minimum: Int) -> [String] {
    suppressComplements(estimates, figures: 1, sums: [], minimumRespondents: minimum)
      .filter { $0.flag == .suppressed }
      .map { $0.domain.map { "\($0.variable)\($0.code)" }.joined() }
  }

  @Test func aSingleSmallLevelTakesTheNextWithIt() {
    let people = people([(3, ["d": 0]), (40, ["d": 1]), (77, ["d": 2])])
    let estimates = tables(people, [["d"]], minimum: 5)
    #expect(suppressed(estimates, minimum: 5) == ["d0", "d1"])
    let result = suppressComplements(estimates, figures: 1, sums: [], minimumRespondents: 5)
    #expect(result.map(\.flagReason) == [nil, .fewRespondents, .complementary, nil])
  }

  @Test func hiddenLevelsHaveTheMinimumTogether() {
    // 1 and 2 are hidden anyway; together 3 people, so the 40 join them.
    let people = people([(1, ["d": 0]), (2, ["d": 1]), (40, ["d": 2]), (77, ["d": 3])])
    #expect(suppressed(tables(people, [["d"]], minimum: 5), minimum: 5) == ["d0", "d1", "d2"])
  }

  @Test func peopleWithoutALevelAreOneMoreLevel() {
    let enough = people([(3, ["d": 0]), (77, ["d": 1]), (4, [:])])
    #expect(suppressed(tables(enough, [["d"]], minimum: 5), minimum: 5) == ["d0"])
    let few = people([(3, ["d": 0]), (77, ["d": 1]), (1, [:])])
    #expect(suppressed(tables(few, [["d"]], minimum: 5), minimum: 5) == ["d0", "d1"])
  }

  @Test func crossedTablesHideARectangle() {
    let counts = [[3, 50, 60], [70, 40, 80], [90, 95, 99]]
    let people = people(
      counts.enumerated().flatMap { d, row in
        row.enumerated().map { ($1, ["d": d, "g": $0]) }
      })
    let all = tables(people, [["d"], ["g"], ["d", "g"]], minimum: 5)
    #expect(suppressed(all, minimum: 5) == ["d0g0", "d0g1", "d1g0", "d1g1"])
    // Without a margin over districts only the line over sexes can be completed.
    let one = tables(people, [["d"], ["d", "g"]], minimum: 5)
    #expect(suppressed(one, minimum: 5) == ["d0g0", "d0g1"])
  }

  @Test func aBridgeBetweenTwoRectanglesIsHiddenBetter() {
    // Hidden cells by row and column, two or more in every line:
    //   0 1 . .
    //   2 3 4 .
    //   . . 5 6
    //   . . 7 8
    // Rows 1 and 2 minus columns 1 and 2 leave cell 4.
    let equations = [
      SuppressionEquation(added: [0, 1], subtracted: []),
      SuppressionEquation(added: [2, 3, 4], subtracted: []),
      SuppressionEquation(added: [5, 6], subtracted: []),
      SuppressionEquation(added: [7, 8], subtracted: []),
      SuppressionEquation(added: [0, 2], subtracted: []),
      SuppressionEquation(added: [1, 3], subtracted: []),
      SuppressionEquation(added: [4, 5, 7], subtracted: []),
      SuppressionEquation(added: [6, 8], subtracted: []),
    ]
    #expect(derivableCells(equations) == [4])
    #expect(derivableCells([SuppressionEquation(added: [3], subtracted: [])]) == [3])
    #expect(derivableCells([SuppressionEquation(added: [3], subtracted: [8])]) == [])
    #expect(derivableCells([]) == [])
  }

  @Test func aTableWithSuchABridgeHidesMore() {
    let small: Set = [
      [0, 0], [0, 1], [1, 0], [1, 1], [1, 2], [2, 2], [2, 3], [3, 2], [3, 3],
    ]
    let people = people(
      (0..<16).map { (small.contains([$0 / 4, $0 % 4]) ? 3 : 50, ["a": $0 / 4, "b": $0 % 4]) })
    let estimates = tables(people, [["a"], ["b"], ["a", "b"]], minimum: 6)
    #expect(recovered(people, ["a": 4, "b": 4], estimates).count == 1)
    let result = suppressComplements(estimates, figures: 1, sums: [], minimumRespondents: 6)
    #expect(recovered(people, ["a": 4, "b": 4], result) == [])
    #expect(result.filter { $0.flag == .suppressed }.count > 9)
  }

  @Test func reliabilityHidesNothingElse() {
    var estimates = tables(people([(20, ["d": 0]), (77, ["d": 1])]), [["d"]], minimum: 5)
    estimates[1].flag = .suppressed
    estimates[1].flagReason = .effectiveNumber
    let result = suppressComplements(estimates, figures: 1, sums: [], minimumRespondents: 5)
    #expect(result == estimates)
  }

  @Test func aFigureThatIsHiddenAnywayIsTakenFirst() {
    let people = people([(3, ["d": 0]), (40, ["d": 1]), (77, ["d": 2])])
    var estimates = tables(people, [["d"]], minimum: 5)
    estimates[3].flag = .suppressed
    estimates[3].flagReason = .intervalWidth
    #expect(suppressed(estimates, minimum: 5) == ["d0", "d2"])
  }

  /// Tries to express each hidden count by the shown ones, as a reader would who knows which counts
  /// are zero.
  private func recovered(
    _ people: [[String: Int]], _ variables: [String: Int], _ estimates: [Estimate]
  ) -> [Int] {
    let names = variables.keys.sorted()
    var atoms: [[String: Int]] = [[:]]
    for name in names {
      atoms = atoms.flatMap { atom in
        (-1..<(variables[name] ?? 0)).map { atom.merging([name: $0]) { $1 } }
      }
    }
    func holds(_ atom: [String: Int], _ domain: [DomainTerm]) -> Bool {
      domain.allSatisfy { "\(atom[$0.variable] ?? -1)" == $0.code }
    }
    let lines = suppressionLines(estimates.map(\.domain))
    let possible = atoms.filter { atom in
      // Nobody is without a level where the parts make up the whole.
      lines.allSatisfy { line in
        let whole = line.wholes.reduce(0) { $0 + estimates[$1].respondents }
        let parts = line.parts.reduce(0) { $0 + estimates[$1].respondents }
        let inWhole = line.wholes.contains { holds(atom, estimates[$0].domain) }
        let inParts = line.parts.contains { holds(atom, estimates[$0].domain) }
        return whole != parts || inWhole == inParts
      }
    }
    var rows = estimates.filter { $0.flag != .suppressed }.map { estimate in
      possible.map { holds($0, estimate.domain) ? 1.0 : 0 }
    }
    let rank = rank(&rows)
    return estimates.indices.filter { place in
      guard estimates[place].flag == .suppressed else { return false }
      var more = Array(rows.prefix(rank))
      more.append(possible.map { holds($0, estimates[place].domain) ? 1.0 : 0 })
      return self.rank(&more) == rank
    }
  }

  /// Gaussian elimination with the largest pivot.
  private func rank(_ rows: inout [[Double]]) -> Int {
    var rank = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard rank < rows.count,
        let pivot = (rank..<rows.count).max(by: {
          rows[$0][column].magnitude < rows[$1][column].magnitude
        }), rows[pivot][column].magnitude > 1e-9
      else { continue }
      rows.swapAt(rank, pivot)
      for row in rank + 1..<max(rows.count, rank + 1) where rows[row][column] != 0 {
        let factor = rows[row][column] / rows[rank][column]
        for place in column..<rows[row].count { rows[row][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }

  @Test(arguments: 0..<120)
  func noHiddenCountFollowsFromTheShownOnes(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let variables = ["a": 4, "b": 3, "c": 2]
    let missing = seed % 3 == 0 ? 0.0 : 0.1
    let people = (0..<60 + random.uniform(below: 150)).map { _ in
      variables.keys.sorted().reduce(into: [String: Int]()) { person, name in
        let level = random.category(weights: Array([9, 4, 2, 1].prefix(variables[name] ?? 0)))
        person[name] = random.uniform() < missing ? -1 : level
      }
    }
    let families: [[[String]]] = [
      [["a"]], [["a"], ["b"], ["a", "b"]], [["a", "b"]], [["a"], ["a", "b"]],
      [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"], ["a", "c"]], [["a", "b"], ["b", "c"]],
      [["a"], ["b"], ["c"], ["b", "a"], ["a", "b", "c"]], [["a"], ["b"], ["a"], ["c", "a"]],
    ]
    let estimates = tables(people, families[seed % families.count], minimum: 6)
    let result = suppressComplements(estimates, figures: 1, sums: [], minimumRespondents: 6)
    #expect(recovered(people, variables, result) == [])
    // The hidden levels of a line whose total is shown have the minimum together, with those who
    // have no level.
    for line in suppressionLines(result.map(\.domain)) where line.wholes.count == 1 {
      let whole = result[line.wholes[0]]
      let shown = line.parts.filter { result[$0].flag != .suppressed }
      guard whole.flag != .suppressed, shown.count < line.parts.count else { continue }
      #expect(whole.respondents - shown.reduce(0) { $0 + result[$1].respondents } >= 6)
    }
    // Only more is hidden, and nothing where nothing was.
    for (before, after) in zip(estimates, result) {
      #expect(before.flag != .suppressed || after == before)
      #expect(after.respondents > 0 || after.flag == .noData)
    }
    if !estimates.contains(where: { $0.flag == .suppressed }) { #expect(result == estimates) }
  }

  @Test(arguments: 0..<40)
  func noHiddenFigureFollowsFromThoseItMakesUp(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 1000)
    // Overall, two factors, five items: the overall index of factors or of items.
    let factors = [FigureSum(parts: [3, 4], whole: 1), FigureSum(parts: [5, 6, 7], whole: 2)]
    let overall =
      seed % 2 == 0
      ? FigureSum(parts: [1, 2], whole: 0) : FigureSum(parts: [3, 4, 5, 6, 7], whole: 0)
    let items = (0..<5).map { _ in random.uniform() < 0.3 ? 2 : 20 + random.uniform(below: 40) }
    let counts = [80, items[0...1].max() ?? 0, items[2...4].max() ?? 0] + items
    let estimates = counts.enumerated().map { estimate([], $1, 6, id: "\($0)") }
    let result = suppressComplements(
      estimates, figures: 8, sums: factors + [overall], minimumRespondents: 6)
    // Values in terms of the five items.
    var values = [[Double]](repeating: [0, 0, 0, 0, 0], count: 8)
    for item in 0..<5 { values[3 + item][item] = 1 }
    values[1] = [0.5, 0.5, 0, 0, 0]
    values[2] = [0, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3]
    values[0] =
      seed % 2 == 0
      ? zip(values[1], values[2]).map { ($0 + $1) / 2 } : [0.2, 0.2, 0.2, 0.2, 0.2]
    var shown = result.indices.filter { result[$0].flag == nil }.map { values[$0] }
    let rank = rank(&shown)
    for place in result.indices where result[place].flag == .suppressed {
      var more = Array(shown.prefix(rank)) + [values[place]]
      #expect(self.rank(&more) > rank, "figure \(place)")
    }
  }
}
