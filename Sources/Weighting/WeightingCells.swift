import Numerics
import SurveyModel

/// The respondents crossed by all margins of one step, with their starting weight.
struct WeightingCells {
  private let cells: CrossClassification
  private let margins: [MarginTotals]
  /// Per margin and level: the population, on the scale of the first margin.
  private let targets: [[Double]]
  /// Per cell: the sum of the starting weights.
  private let startWeight: [Double]

  var count: Int { cells.count }

  /// Crosses the margins and checks that they can be met.
  init(of weights: [Double], margins: [MarginTotals]) throws(WeightingError) {
    for margin in margins {
      precondition(margin.grouping.count == weights.count, "one level per respondent")
    }
    cells = CrossClassification(
      of: margins.map(\.grouping.levelOfRow), levelCounts: margins.map(\.grouping.levels.count),
      rows: weights.count)
    self.margins = margins
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: cells.count)
    var respondents = [Int](repeating: 0, count: cells.count)
    for row in weights.indices {
      let cell = Int(cells.cellOfRow[row])
      sums[cell].add(weights[row])
      respondents[cell] += 1
    }
    startWeight = sums.map(\.value)
    let faults = marginFaults(margins, cells: cells, respondents: respondents)
    guard faults.isEmpty else { throw WeightingError(faults) }
    let grandTotals = margins.map { $0.totals.compensatedSum() }
    targets = margins.enumerated().map { index, margin in
      grandTotals[index] == grandTotals[0]
        ? margin.totals : margin.totals.map { $0 * grandTotals[0] / grandTotals[index] }
    }
  }

  /// Weighted totals of the levels of a margin when cells are scaled by `factors`.
  private func totals(ofMargin margin: Int, _ factors: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: targets[margin].count)
    for cell in 0..<cells.count {
      sums[Int(cells.levels[margin][cell])].add(startWeight[cell] * factors[cell])
    }
    return sums.map(\.value)
  }

  func scale(_ factors: inout [Double], toMargin margin: Int) {
    let totals = totals(ofMargin: margin, factors)
    let steps = totals.indices.map { targets[margin][$0] / totals[$0] }
    for cell in 0..<cells.count { factors[cell] *= steps[Int(cells.levels[margin][cell])] }
  }

  func maximumRelativeError(_ factors: [Double]) -> Double {
    worstCategory(factors)?.error ?? 0
  }

  /// The category farthest from its population; the first one of equals.
  private func worstCategory(
    _ factors: [Double]
  ) -> (margin: Int, level: Int, error: Double, total: Double)? {
    var worst: (margin: Int, level: Int, error: Double, total: Double)?
    for margin in targets.indices {
      for (level, total) in totals(ofMargin: margin, factors).enumerated() {
        let error = (total / targets[margin][level] - 1).magnitude
        if !error.isFinite { return (margin, level, .infinity, total) }
        if error > worst?.error ?? -1 { worst = (margin, level, error, total) }
      }
    }
    return worst
  }

  func weights(_ weights: [Double], times factors: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: weights.count) { buffer, initialized in
      cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
        factors.withUnsafeBufferPointer { factors in
          weights.withUnsafeBufferPointer { weights in
            for row in weights.indices {
              buffer.initializeElement(at: row, to: weights[row] * factors[Int(cellOfRow[row])])
            }
          }
        }
      }
      initialized = weights.count
    }
  }

  /// What to tell about a raking that did not reach its margins.
  func failure(_ factors: [Double], rounds: Int, _ tolerance: Double) -> RakingFailure {
    let worst = worstCategory(factors) ?? (margin: 0, level: 0, error: 0, total: 0)
    let empty = emptyCombinations(margin: worst.margin, level: worst.level)
    return RakingFailure(
      category: margins[worst.margin].category(worst.level),
      population: targets[worst.margin][worst.level], weightedTotal: worst.total,
      relativeError: worst.error, tolerance: tolerance, iterations: rounds,
      emptyCells: Array(empty.prefix(WeightingFault.shownCount)), emptyCellCount: empty.count)
  }

  /// Pairs of this category with a category of another margin that no respondent falls in.
  ///
  /// A sampled combination that is missing altogether is what keeps raking from converging, most
  /// of the time; where the worst category has none, those of all categories are told.
  private func emptyCombinations(margin: Int, level: Int) -> [String] {
    let here = (margins.indices).filter { $0 != margin }.flatMap {
      emptyPairs(margin, levels: [level], with: $0)
    }
    if !here.isEmpty { return here }
    return margins.indices.flatMap { first in
      margins.indices.filter { $0 > first }.flatMap {
        emptyPairs(first, levels: Array(margins[first].grouping.levels.indices), with: $0)
      }
    }
  }

  private func emptyPairs(_ first: Int, levels: [Int], with second: Int) -> [String] {
    let width = margins[second].grouping.levels.count
    var isSeen = [Bool](repeating: false, count: margins[first].grouping.levels.count * width)
    for cell in 0..<cells.count {
      isSeen[Int(cells.levels[first][cell]) * width + Int(cells.levels[second][cell])] = true
    }
    return levels.flatMap { level in
      (0..<width).filter { !isSeen[level * width + $0] }.map {
        "\(margins[first].category(level).name) × \(margins[second].category($0).name)"
      }
    }
  }
}

extension MarginTotals {
  func category(_ level: Int) -> MarginCategory {
    MarginCategory(
      variables: grouping.variables, name: grouping.levels[level].name, source: source)
  }
}
