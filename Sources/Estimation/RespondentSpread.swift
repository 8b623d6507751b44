import Dispatch

/// Sums over respondents of what the cells cannot give: squares of influences, and who answered
/// anything at all.
struct RespondentSpread: Sendable {
  /// Figures per domain: the factors, then the overall index.
  let measures: Int
  /// Per set: by domain and figure, Σ w u² and the respondents with a valid answer to any item.
  let sums: [DisjointArray<SIMD2<Double>>]

  func sums(ofMeasure measure: Int, inDomain domain: Int, ofSet set: Int) -> SIMD2<Double> {
    sums[set][domain * measures + measure]
  }
}

/// The influences of one domain's factors and overall index, `nil` where nobody answered.
struct IndexLinearisations {
  var overall: Linearisation?
  var factors: [Linearisation?]
  var items: [Linearisation?]
}

/// Runs over the respondents once, with the influence of each pattern of answers looked up in a
/// table per domain.
///
/// Squares are added as whole numbers on a fixed scale (at least 2⁻⁴⁰ of the largest for a million
/// respondents), so neither the order of the respondents nor the number of threads changes a bit.
func sumSpread(
  _ answers: ItemAnswers, weights: [Double], measures: IndexMeasures, sets: [DomainSet],
  linearisations: [[IndexLinearisations]]
) -> RespondentSpread {
  let largest = weights.max() ?? 0
  let figures = SpreadFigures(
    answers, measures: measures, domains: sets.map(\.count).max() ?? 1)
  let tables = concurrentMap(sets.count) {
    SpreadTable(figures, answers, set: sets[$0], linearisations[$0])
  }
  // The sum of n squares of at most 1 stays below 2⁶².
  let bits = Int.bitWidth - weights.count.leadingZeroBitCount
  let scale = Double(sign: .plus, exponent: 61 - bits, significand: 1)
  let stretches = max(1, min(16, weights.count / 4096))
  let parts = concurrentMap(stretches) { index in
    var run = SpreadRun(
      answers, figures: figures, weights: weights, unit: largest > 0 ? scale / largest : 0)
    let rows = weights.count * index / stretches..<weights.count * (index + 1) / stretches
    return run.sums(rows, tables)
  }
  let count = figures.count
  let sums = tables.indices.map { set in
    let table = tables[set]
    let sums = DisjointArray<SIMD2<Double>>(repeating: .zero, count: table.domains * count)
    for element in 0..<table.domains * count {
      var squares: Int64 = 0
      var answered = 0
      for part in parts {
        squares += part[set].squares[element + count]
        answered += part[set].answered(element % count, inSlot: element / count + 1)
      }
      let size = table.sizes[element + count]
      sums.elements[element] = SIMD2(
        Double(squares) / scale * largest * size * size, Double(answered))
    }
    return sums
  }
  return RespondentSpread(measures: count, sums: sums)
}
