import Dispatch

/// Sums over respondents of what the cells cannot give: squares of influences, and who answered
/// anything at all.
struct RespondentSpread {
  /// Figures per domain: the factors, then the overall index.
  let measures: Int
  /// Per set: by domain and figure, Σ w u² and the respondents with a valid answer to any item.
  let sums: [DisjointArray<SIMD2<Double>>]

  func sums(ofMeasure measure: Int, inDomain domain: Int, ofSet set: Int) -> SIMD2<Double> {
    sums[set][domain * measures + measure]
  }
}

/// Runs over the respondents once, with the influence of each answer looked up in a table per
/// domain.
///
/// The respondents are cut into a number of stretches that depends on their number alone; the sums
/// of the stretches are added in order, so the number of threads changes no bit.
func sumSpread(
  _ answers: ItemAnswers, weights: [Double], measures: IndexMeasures, sets: [DomainSet],
  linearisations: [[IndexLinearisations]]
) -> RespondentSpread {
  let tables = zip(sets, linearisations).map {
    InfluenceTable(answers, measures: measures, set: $0, linearisations: $1)
  }
  let stretch = max(4096, (weights.count + 63) / 64)
  let stretches = (weights.count + stretch - 1) / stretch
  let measureCount = measures.factors.count + 1
  let widths = tables.map { ($0.domains + 1) * measureCount }
  let width = widths.reduce(0, +)
  let parts = DisjointArray<SIMD2<Double>>(repeating: .zero, count: stretches * width)
  DispatchQueue.concurrentPerform(iterations: stretches) { index in
    let run = SpreadRun(answers, weights: weights, measures: measures, tables: tables)
    let rows = index * stretch..<min(weights.count, (index + 1) * stretch)
    run.add(rows, to: parts.elements, at: index * width)
  }
  var base = 0
  let sums = widths.map { setWidth in
    let sums = DisjointArray<SIMD2<Double>>(repeating: .zero, count: setWidth - measureCount)
    for index in 0..<stretches {
      // The first row of figures is of respondents outside every domain.
      for element in 0..<setWidth - measureCount {
        sums.elements[element] += parts[index * width + base + measureCount + element]
      }
    }
    base += setWidth
    return sums
  }
  return RespondentSpread(measures: measureCount, sums: sums)
}

/// The influences of one domain's factors and overall index, `nil` where nobody answered.
struct IndexLinearisations {
  var overall: Linearisation?
  var factors: [Linearisation?]
  var items: [Linearisation?]
}

/// What each answer adds to the influence of each figure, by domain; slot 0 is outside all.
struct InfluenceTable {
  let domains: Int
  let levelOfRow: [Int32]
  /// By slot, term and answer byte.
  ///
  /// The terms are the items of the factors one after the other,
  /// then those of the overall index unless it is a mean of the factors.
  let values: [Double]
  /// Entries per slot.
  let width: Int
  /// By slot and factor: the share of the factor in the overall index.
  let shares: [Double]

  init(
    _ answers: ItemAnswers, measures: IndexMeasures, set: DomainSet,
    linearisations: [IndexLinearisations]
  ) {
    domains = set.count
    levelOfRow = set.levelOfRow
    var figures = measures.factors
    if !measures.overallIsMeanOfFactors { figures.append(measures.overall) }
    let terms = figures.reduce(0) { $0 + $1.items.count }
    width = terms * answers.stride
    var values = [Double](repeating: 0, count: (set.count + 1) * terms * answers.stride)
    var shares = [Double](repeating: 0, count: (set.count + 1) * measures.factors.count)
    for (domain, found) in linearisations.enumerated() {
      var entry = (domain + 1) * width
      let parts = measures.overallIsMeanOfFactors ? found.factors : found.factors + [found.overall]
      for (figure, part) in zip(figures, parts) {
        for (term, item) in figure.items.enumerated() {
          for byte in 0..<answers.stride {
            let answer = answers.terms[item][byte]
            values[entry] = part.map { $0.c[term] * answer[1] - $0.d[term] * answer[0] } ?? 0
            entry += 1
          }
        }
      }
      for (factor, share) in (found.overall?.shares ?? []).enumerated() {
        shares[(domain + 1) * measures.factors.count + factor] = share
      }
    }
    self.values = values
    self.shares = shares
  }
}
