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

  fileprivate func find(
    _ measures: [Measure], domain: Int, sums: DomainSums, _ found: IndexLinearisations,
    plan: VariancePlan
  ) {
    var variance = DomainVariance(domain: domain, sums: sums, plan: plan)
    degreesOfFreedom.elements[domain] = variance.degreesOfFreedom
    for (figure, (measure, linearisation)) in zip(measures, found.all).enumerated() {
      guard let linearisation else { continue }
      values.elements[domain * figures + figure] =
        variance.variance(of: measure, linearisation) ?? .nan
    }
  }
}

extension IndexLinearisations {
  /// In the order of ``IndexMeasures/all``.
  var all: [Linearisation?] { [overall] + factors + items }
}

/// The variances of all figures of all domains; domains are shared out over the processors.
func estimateVariances(
  _ measures: IndexMeasures, sums: [DomainSums], linearisations: [[IndexLinearisations]],
  plan: VariancePlan
) -> [SetVariances] {
  let all = measures.all
  let variances = sums.map { SetVariances(domains: $0.domains, figures: all.count) }
  let work = sums.indices.flatMap { set in (0..<sums[set].domains).map { (set, $0) } }
  DispatchQueue.concurrentPerform(iterations: work.count) { index in
    let (set, domain) = work[index]
    variances[set].find(
      all, domain: domain, sums: sums[set], linearisations[set][domain], plan: plan)
  }
  return variances
}
