/// The figures of one domain in every column of its replicates, less their value in the whole
/// sample.
///
/// A figure whose items are not answered by anyone of the whole sample, or that cannot be computed
/// in some replicate, is unknown: no replicate is left out in silence. An item without an answer
/// in the whole sample leaves a mean, as in the estimate itself; one that loses all its answers in
/// a replicate makes the mean another figure, which does not exist then.
struct ReplicateFigures {
  let columns: Int
  /// Per figure (overall, factors, items).
  let isKnown: [Bool]
  /// By figure and column.
  private(set) var deviations: [Double]

  /// Evaluates the figures in every column.
  ///
  /// - Parameters:
  ///   - measures: The figures.
  ///   - totals: The sums of the items in every column.
  ///   - answered: Per item: true when the whole sample has a valid answer in the domain.
  ///   - values: Per figure: its value in the whole sample.
  init(
    _ measures: [Measure], _ totals: ReplicateTotals, answered: [Bool], values: [Double?]
  ) {
    columns = totals.columns
    let columns = columns
    deviations = [Double](repeating: 0, count: measures.count * columns)
    var isKnown = [Bool](repeating: false, count: measures.count)
    let evaluation = FormulaEvaluation(totals, answered: answered)
    for (figure, measure) in measures.enumerated() {
      guard let value = values[figure], let found = evaluation.values(of: measure.formula)
      else { continue }
      var isFinite = true
      for column in 0..<columns {
        let deviation = found[column] - value
        deviations[figure * columns + column] = deviation
        isFinite = isFinite && deviation.isFinite
      }
      isKnown[figure] = isFinite
    }
    self.isKnown = isKnown
  }

  /// Takes the mean over the replicates out of the deviations.
  mutating func centre(replicates: [Double]) {
    let count = replicates.reduce(0, +)
    guard count > 0 else { return }
    for figure in isKnown.indices where isKnown[figure] {
      let own = figure * columns..<(figure + 1) * columns
      let mean = zip(deviations[own], replicates).reduce(0) { $0 + $1.0 * $1.1 } / count
      for place in own { deviations[place] -= mean }
    }
  }
}

/// Formulas evaluated in all columns of a domain's replicates at once.
private struct FormulaEvaluation {
  private let totals: ReplicateTotals
  private let answered: [Bool]
  /// By item and column: Σ w y / Σ w x.
  private let ratios: [Double]

  init(_ totals: ReplicateTotals, answered: [Bool]) {
    self.totals = totals
    self.answered = answered
    ratios = totals.valid.indices.map { totals.worth[$0] / totals.valid[$0] }
  }

  /// One per column; not finite where the figure does not exist; `nil` when nobody answered.
  func values(of formula: Formula) -> [Double]? {
    switch formula {
    case .meanOfItems(let items):
      let items = items.filter { answered[$0] }
      return items.isEmpty ? nil : mean(of: items)
    case .pooledAnswers(let items):
      let items = items.filter { answered[$0] }
      return items.isEmpty ? nil : pooled(items)
    case .meanOfFactors(let factors, let weights):
      var sums = [Double](repeating: 0, count: totals.columns)
      var total = 0.0
      for (factor, weight) in zip(factors, weights) {
        guard let values = values(of: factor) else { continue }
        total += weight
        for column in sums.indices { sums[column] += weight * values[column] }
      }
      return total > 0 ? sums.map { $0 / total } : nil
    }
  }

  private func mean(of items: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: totals.columns)
    for item in items {
      for column in sums.indices { sums[column] += ratios[item * totals.columns + column] }
    }
    return sums.map { $0 / Double(items.count) }
  }

  private func pooled(_ items: [Int]) -> [Double] {
    var valid = [Double](repeating: 0, count: totals.columns)
    var worth = valid
    for item in items {
      for column in valid.indices {
        valid[column] += totals.valid[item * totals.columns + column]
        worth[column] += totals.worth[item * totals.columns + column]
      }
    }
    return zip(worth, valid).map { $0 / $1 }
  }
}
