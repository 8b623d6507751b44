import Dispatch
import SurveyModel

/// Variances and covariances from replicates, in the shape of the linearised ones.
///
/// A variance is unknown where a figure does not exist in some replicate, where the domain has no
/// degrees of freedom, and, for a jackknife, where all PSUs of its strata are in the sample (no
/// replicate tells of them).
struct ReplicateVariances: Sendable {
  let design: ReplicateDesign
  private let sample: SampleDesign
  private let measures: [Measure]
  private let sums: [DomainSums]
  private let linearisations: [[IndexLinearisations]]
  /// `nil` for a jackknife with fixed weights, whose replicates follow from the sums themselves.
  private let stored: StoredReplicates?

  /// Prepares the replicates of a sample that was analysed with its final weights; without sums in
  /// every replicate they are made from those of the whole sample.
  init(_ design: ReplicateDesign, _ analysis: IndexAnalysis, stored: StoredReplicates?) {
    self.design = design
    sample = analysis.design
    measures = analysis.measures.all
    sums = analysis.sums
    linearisations = analysis.linearisations
    if let stored {
      self.stored = stored
    } else if case .draws = design.source {
      self.stored = multipliedSums(analysis.sums, design)
    } else {
      self.stored = nil
    }
  }

  /// The variances of all figures of all domains; domains are shared out over the processors.
  func setVariances() -> [SetVariances] {
    let found = sums.map { SetVariances(domains: $0.domains, figures: measures.count) }
    let work = sums.indices.flatMap { set in (0..<sums[set].domains).map { (set, $0) } }
    DispatchQueue.concurrentPerform(iterations: work.count) { index in
      let (set, domain) = work[index]
      let support = ReplicateSupport(sums[set], domain: domain, sample, design)
      found[set].set(degreesOfFreedom: support.degreesOfFreedom, inDomain: domain)
      guard support.isEstimable else { return }
      let replicates = replicates(set: set, domain: domain)
      for figure in measures.indices {
        let variance = replicates.covariance(figure, figure)
        found[set].set(variance.isNaN ? nil : variance, ofFigure: figure, inDomain: domain)
      }
    }
    return found
  }

  /// The covariance matrix of all figures of a domain, by rows, in the square of the figures'
  /// unit; NaN where it cannot be estimated.
  func covariance(set: Int, domain: Int) -> [Double] {
    let count = measures.count
    var matrix = [Double](repeating: .nan, count: count * count)
    guard ReplicateSupport(sums[set], domain: domain, sample, design).isEstimable else {
      return matrix
    }
    let replicates = replicates(set: set, domain: domain)
    for row in 0..<count {
      for column in row..<count {
        let value = replicates.covariance(row, column)
        matrix[row * count + column] = value
        matrix[column * count + row] = value
      }
    }
    return matrix
  }

  /// The centred estimates of one figure, one per replicate; `nil` where its variance is unknown.
  func deviations(ofFigure figure: Int, set: Int, domain: Int) -> [Double]? {
    guard ReplicateSupport(sums[set], domain: domain, sample, design).isEstimable else {
      return nil
    }
    return replicates(set: set, domain: domain).deviations(ofFigure: figure)
  }

  /// The centred replicate estimates of a domain.
  private func replicates(set: Int, domain: Int) -> DomainReplicates {
    var totals: ReplicateTotals
    var columnOfReplicate: [Int32]?
    if let stored {
      totals = stored.totals(set: set, domain: domain, scales: design.replicateScales)
    } else if case .omissions(let omissions) = design.source {
      let psus = sums[set].psus.others[sums[set].psus.range(ofDomain: domain)]
      let jackknife = JackknifeTotals(omissions, psus: psus, strata: sample.strata.count)
      totals = jackknife.totals(sums[set], domain: domain, scales: design.replicateScales)
      columnOfReplicate = jackknife.columnOfReplicate
    } else {
      preconditionFailure("weights per respondent are summed before their variances are asked for")
    }
    let answered = (0..<sums[set].items).map { item in
      let sums = sums[set].sums(ofItem: item, inDomain: domain)
      return sums[3] > 0 && sums[0] > 0
    }
    var figures = ReplicateFigures(
      measures, totals, answered: answered,
      values: linearisations[set][domain].all.map { $0?.value })
    if design.centre == .mean { figures.centre(replicates: totals.replicates) }
    return DomainReplicates(
      figures, scales: totals.scales, scale: design.scale, columnOfReplicate: columnOfReplicate)
  }
}
