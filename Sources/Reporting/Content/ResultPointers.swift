internal import SurveyModel

/// Where the estimates stand in `results.json`, as JSON pointers (RFC 6901).
struct ResultPointers {
  private struct Figure: Hashable {
    let kind: MeasureKind
    let id: String
    let domain: [DomainTerm]
  }

  private let positions: [Figure: Int]

  init(_ estimates: [Estimate]) {
    var positions: [Figure: Int] = [:]
    positions.reserveCapacity(estimates.count)
    for (position, estimate) in estimates.enumerated() {
      let figure = Figure(kind: estimate.kind, id: estimate.id, domain: estimate.domain)
      positions[figure] = positions[figure] ?? position
    }
    self.positions = positions
  }

  /// `/estimates/17`; `nil` for an estimate that is not among those of the run.
  subscript(estimate: Estimate) -> String? {
    let figure = Figure(kind: estimate.kind, id: estimate.id, domain: estimate.domain)
    return positions[figure].map { "/estimates/\($0)" }
  }
}
