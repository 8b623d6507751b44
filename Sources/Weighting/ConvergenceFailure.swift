import Numerics
import SurveyModel

/// How a raking or calibration that did not reach its margins stood when it was stopped.
package struct ConvergenceFailure: Sendable, Hashable {
  /// `rake` or `calibrate`.
  package var step: String
  /// The category farthest from its population.
  package var category: MarginCategory
  package var respondents: Int
  package var population: Double
  package var weightedTotal: Double
  package var relativeError: Double
  package var tolerance: Double
  package var iterations: Int
  /// Combinations with categories of other margins that hold no respondent, the first 20.
  package var emptyCells: [String]
  package var emptyCellCount: Int
}

extension MarginCells {
  /// What to tell about a step that did not reach its margins.
  ///
  /// `values` are the weighted totals by cell when it was stopped.
  func notConverged(
    _ step: String, _ values: [Double], rounds: Int, _ tolerance: Double
  ) -> WeightingError {
    let worst = worstCategory(values)
    let empty = emptyCombinations(margin: worst.margin, level: worst.level)
    return WeightingError([
      .notConverged(
        ConvergenceFailure(
          step: step, category: category(margin: worst.margin, level: worst.level),
          respondents: respondents(margin: worst.margin, level: worst.level),
          population: targets[worst.margin][worst.level], weightedTotal: worst.total,
          relativeError: worst.error, tolerance: tolerance, iterations: rounds,
          emptyCells: Array(empty.prefix(WeightingFault.shownCount)), emptyCellCount: empty.count))
    ])
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
        let names = [margins[first].grouping.levels[level], margins[second].grouping.levels[$0]]
        return names.map(\.name).joined(separator: " × ")
      }
    }
  }
}
