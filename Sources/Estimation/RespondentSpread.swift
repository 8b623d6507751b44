import Numerics

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
/// Squares and weights are added as whole numbers on a fixed scale (at least 2⁻⁴⁰ of the largest
/// for a million respondents), so neither the order of the respondents nor the number of threads
/// changes a bit.
func sumSpread(
  _ patterns: AnswerPatterns, weights: [Double], measures: IndexMeasures, sets: [DomainSet],
  linearisations: [[IndexLinearisations]]
) -> RespondentSpread {
  let scale = SpreadScale(largest: weights.max() ?? 0, count: weights.count)
  let figures = SpreadFigures(patterns, measures: measures)
  let finer = FinerSet.all(sets)
  let tables = concurrentMap(sets.count) {
    SpreadTable(figures, measures, set: sets[$0], finer: finer[$0], linearisations[$0])
  }
  let stretches = RowStretches(rows: weights.count, smallest: 4096, most: 4)
  let parts = concurrentMap(stretches.count) { index in
    SpreadRun(figures, weights: weights, unit: scale.unit)
      .sums(stretches[index], tables)
  }
  let whole = tables.map { SpreadSums(figures, slots: $0.slots, isDerived: false) }
  for part in parts { for (sum, part) in zip(whole, part) { sum.add(part) } }
  for (table, sum) in zip(tables, whole) {
    guard let finer = table.finer else { continue }
    sum.add(finer: whole[finer.set], slotOfFiner: finer.slotOfSlot)
  }
  let sums = zip(tables, whole).map { table, sum in
    let sums = DisjointArray<SIMD2<Double>>(
      repeating: .zero, count: (table.slots - 1) * figures.count)
    for slot in 1..<table.slots {
      for figure in figures.figures.indices {
        let place = slot * figures.count + figure
        let squares = sum.squares(figure, figures, slot: slot, table)
        let size = table.sizes[place]
        sums.elements[place - figures.count] = SIMD2(
          squares * scale.worth * size * size, Double(sum.answered(figure, inSlot: slot)))
      }
    }
    return sums
  }
  return RespondentSpread(measures: figures.count, sums: sums)
}

extension SpreadSums {
  /// Σ w u² of a figure in a slot, on the scale of the sums.
  fileprivate func squares(
    _ figure: Int, _ figures: SpreadFigures, slot: Int, _ table: SpreadTable
  ) -> Double {
    guard figures.figures[figure].isByPattern else {
      return Double(squares[slot * figures.count + figure])
    }
    let patterns = figures.figures[figure].patterns
    var sum = 0.0
    for pattern in patterns.indices {
      let weight = weights[slot * figures.patterns.count + pattern]
      let value = table.values[figure][slot * patterns.count + pattern - patterns.lowerBound]
      sum += Double(weight) * value * value
    }
    return sum
  }
}
