import Numerics
import SurveyModel

/// The respondents crossed by all margins of one step, with the population they must meet.
///
/// It holds nothing that depends on weights, so that a step repeated on other weights (those of a
/// replicate) does not read the margins again.
struct MarginCells: Sendable {
  let cells: CrossClassification
  let margins: [MarginTotals]
  /// Per margin and level: the population, on the scale of the first margin.
  let targets: [[Double]]
  /// Per cell.
  let respondents: [Int]

  var count: Int { cells.count }

  /// Crosses the margins and checks that they can be met.
  init(_ margins: [MarginTotals], respondents rows: Int) throws(WeightingError) {
    for margin in margins {
      precondition(margin.grouping.count == rows, "one level per respondent")
    }
    self.margins = margins
    cells = CrossClassification(
      of: margins.map(\.grouping.levelOfRow), levelCounts: margins.map(\.grouping.levels.count),
      rows: rows)
    respondents = respondentsByCell(cells)
    let faults = marginFaults(margins, cells: cells, respondents: respondents)
    guard faults.isEmpty else { throw WeightingError(faults) }
    let grandTotals = margins.map { $0.totals.compensatedSum() }
    targets = margins.enumerated().map { index, margin in
      grandTotals[index] == grandTotals[0]
        ? margin.totals : margin.totals.map { $0 * grandTotals[0] / grandTotals[index] }
    }
  }

  /// Totals of the levels of a margin, of one value per cell.
  func totals(ofMargin margin: Int, of values: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: targets[margin].count)
    let levels = cells.levels[margin]
    for cell in values.indices { sums[Int(levels[cell])].add(values[cell]) }
    return sums.map(\.value)
  }

  /// Weights of respondents: those they had, times the factor of their cell.
  func weights(_ weights: [Double], times factors: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: weights.count) { buffer, initialized in
      let buffer = buffer
      factors.withUnsafeBufferPointer { factors in
        RowStretches(rows: weights.count).forEach { _, rows in
          weights.withUnsafeBufferPointer { weights in
            cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
              for row in rows {
                buffer.initializeElement(at: row, to: weights[row] * factors[Int(cellOfRow[row])])
              }
            }
          }
        }
      }
      initialized = weights.count
    }
  }

  /// The category farthest from its population when cells weigh `values`; the first of equals.
  func worstCategory(_ values: [Double]) -> CategoryError {
    var worst = CategoryError(margin: 0, level: 0, error: -1, total: 0)
    for margin in targets.indices {
      for (level, total) in totals(ofMargin: margin, of: values).enumerated() {
        let error = (total / targets[margin][level] - 1).magnitude
        if !error.isFinite {
          return CategoryError(margin: margin, level: level, error: .infinity, total: total)
        }
        if error > worst.error {
          worst = CategoryError(margin: margin, level: level, error: error, total: total)
        }
      }
    }
    return worst
  }

  /// Respondents of a category.
  func respondents(margin: Int, level: Int) -> Int {
    respondentsByLevel(margin)[level]
  }

  private func respondentsByLevel(_ margin: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: targets[margin].count)
    for cell in 0..<count { counts[Int(cells.levels[margin][cell])] += respondents[cell] }
    return counts
  }

  /// A category as messages name it, with the one to merge it with.
  func category(margin: Int, level: Int) -> MarginCategory {
    margins[margin].grouping.category(
      level, source: margins[margin].source, respondents: respondentsByLevel(margin))
  }
}

/// How far a category's weighted total is from its population.
struct CategoryError {
  let margin: Int
  let level: Int
  /// |total / population − 1|.
  let error: Double
  let total: Double
}

/// The respondents of each cell.
func respondentsByCell(_ cells: CrossClassification) -> [Int] {
  let stretches = RowStretches(
    rows: cells.cellOfRow.count, smallest: max(1 << 14, cells.count))
  var counts = [Int](repeating: 0, count: stretches.count * cells.count)
  counts.withUnsafeMutableBufferPointer { counts in
    let counts = counts
    stretches.forEach { index, rows in
      let first = index * cells.count
      cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
        for row in rows { counts[first + Int(cellOfRow[row])] += 1 }
      }
    }
  }
  return (0..<cells.count).map { cell in
    (0..<stretches.count).reduce(0) { $0 + counts[$1 * cells.count + cell] }
  }
}
