import Dispatch

/// The variances of all figures of one domain set.
final class SetVariances: Sendable {
  /// By domain and figure (overall, factors, items): the variance, NaN where it is unknown.
  private let values: DisjointArray<Double>
  private let degreesOfFreedom: DisjointArray<Int>
  private let figures: Int

  init(domains: Int, figures: Int) {
    values = DisjointArray(repeating: .nan, count: domains * figures)
    degreesOfFreedom = DisjointArray(repeating: 0, count: domains)
    self.figures = figures
  }

  func degreesOfFreedom(inDomain domain: Int) -> Int { degreesOfFreedom[domain] }

  func variance(ofFigure figure: Int, inDomain domain: Int) -> Double? {
    let value = values[domain * figures + figure]
    return value.isNaN ? nil : value
  }

  /// Sets the variance of a figure; each element by one thread only.
  func set(_ variance: Double?, ofFigure figure: Int, inDomain domain: Int) {
    values.elements[domain * figures + figure] = variance ?? .nan
  }

  func set(degreesOfFreedom count: Int, inDomain domain: Int) {
    degreesOfFreedom.elements[domain] = count
  }

  fileprivate func find(
    _ forms: [LinearForm], figures: [Int], domain: Int, set: Int, _ sums: AnswerSums,
    plan: VariancePlan
  ) {
    let variance = DomainVariance(domain: domain, sums: sums.sets[set], plan: plan)
    self.set(degreesOfFreedom: variance.degreesOfFreedom, inDomain: domain)
    guard variance.isKnown, let found = variance.variances(of: sums.totals(of: forms, plan)) else {
      return
    }
    for (place, figure) in figures.enumerated() {
      self.set(found[place], ofFigure: figure, inDomain: domain)
    }
  }
}

extension IndexLinearisations {
  /// In the order of ``IndexMeasures/all``.
  var all: [Linearisation?] { [overall] + factors + items }
}

/// The variances of all figures of all domains; domains are shared out over the processors.
func estimateVariances(
  _ measures: IndexMeasures, _ sums: AnswerSums, _ linearisations: [[IndexLinearisations]],
  plan: VariancePlan
) -> [SetVariances] {
  let all = measures.all
  let variances = sums.sets.map { SetVariances(domains: $0.domains, figures: all.count) }
  let work = sums.sets.indices.flatMap { set in
    (0..<sums.sets[set].domains).map { (set, $0) }
  }
  DispatchQueue.concurrentPerform(iterations: work.count) { index in
    let (set, domain) = work[index]
    let found = linearisations[set][domain].all
    let figures = all.indices.filter { found[$0] != nil }
    let forms = figures.compactMap { figure in
      found[figure].map { LinearForm($0, of: all[figure], set: set, domain: domain) }
    }
    variances[set].find(
      forms, figures: figures, domain: domain, set: set, sums, plan: plan)
  }
  return variances
}
