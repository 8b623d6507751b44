import Numerics
import SurveyModel

/// Puts values, variances and counts together as ``Estimate``s, in the order of results.
struct EstimateAssembly {
  private(set) var estimates: [Estimate] = []
  private let measures: IndexMeasures
  private let all: [Measure]
  private let isShare: Bool
  private let unit: Double
  private let settings: EstimationSettings
  private var quantiles: [Int: Double] = [:]

  init(
    measures: IndexMeasures, measure: ItemMeasure, unit: Double, settings: EstimationSettings
  ) {
    self.measures = measures
    all = measures.all
    isShare = measure == .satisfiedShare
    self.unit = unit
    self.settings = settings
  }

  mutating func add(
    _ terms: [DomainTerm], domain: Int, set: Int, sums: DomainSums, spread: RespondentSpread,
    _ linearisations: IndexLinearisations, _ variances: SetVariances
  ) {
    let df = variances.degreesOfFreedom(inDomain: domain)
    let quantile = quantile(df)
    for (figure, (measure, linearisation)) in zip(all, linearisations.all).enumerated() {
      let sample = sample(of: figure, measure, domain, set, sums, spread, linearisation)
      var estimate = Estimate(
        kind: measure.kind, id: measure.id, domain: terms, value: nil, standardError: nil,
        intervalMethod: isShare ? settings.interval : .waldT, degreesOfFreedom: df,
        respondents: sample.respondents, flag: .noData, isComplete: false)
      if let linearisation {
        let error = variances.variance(ofFigure: figure, inDomain: domain)
          .map { standardError(ofVariance: $0, measure.range) }
        let interval = confidenceInterval(
          settings.interval, value: linearisation.value, standardError: error,
          quantile: quantile, isShare: isShare, range: measure.range)
        estimate.value = linearisation.value * unit
        estimate.standardError = error.map { $0 * unit }
        estimate.lower = interval.lower.map { $0 * unit }
        estimate.upper = interval.upper.map { $0 * unit }
        estimate.intervalMethod = interval.method
        estimate.designEffect = error.flatMap { sample.designEffect($0) }
        estimate.isComplete = linearisation.isComplete
        estimate.flag = flag(error: error, respondents: sample.respondents)
      }
      estimates.append(estimate)
    }
  }

  private mutating func quantile(_ degreesOfFreedom: Int) -> Double? {
    guard degreesOfFreedom > 0 else { return nil }
    if let known = quantiles[degreesOfFreedom] { return known }
    let t = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
      .quantile(1 - (1 - settings.level) / 2)
    quantiles[degreesOfFreedom] = t
    return t
  }

  /// The root of a variance; what is left of a variance of 0 after rounding becomes 0.
  private func standardError(ofVariance variance: Double, _ range: ClosedRange<Double>) -> Double {
    let error = max(variance, 0).squareRoot()
    return error < 1e-11 * max(range.upperBound - range.lowerBound, 1e-300) ? 0 : error
  }

  private func flag(error: Double?, respondents: Int) -> EstimateFlag? {
    if respondents < settings.minimumRespondents { return .suppressed }
    guard let error, error > 0 else { return .unreliable }
    return nil
  }

  /// The simple random sample that a figure is compared with.
  private func sample(
    of figure: Int, _ measure: Measure, _ domain: Int, _ set: Int, _ sums: DomainSums,
    _ spread: RespondentSpread, _ linearisation: Linearisation?
  ) -> ComparableSample {
    if measure.items.count == 1 {
      let item = sums.sums(ofItem: measure.items[0], inDomain: domain)
      return ComparableSample(item)
    }
    // The spread has the factors first, then the overall index.
    let place = figure == 0 ? measures.factors.count : figure - 1
    let found = spread.sums(ofMeasure: place, inDomain: domain, ofSet: set)
    let size = sums.sizes[domain]
    return ComparableSample(
      respondents: Int(found[1]), interviews: size[1], weight: size[0], squares: found[0])
  }
}

/// What the design effect needs: the variance of a simple random sample, with replacement, of the
/// same size.
///
/// For an item the sample is its valid answers, S²/n with S² = n/(n − 1) · Σ w (y − p)² / Σ w. For
/// an index it is all interviews of the domain, with the influence W u in place of y.
private struct ComparableSample {
  let respondents: Int
  private let variance: Double

  /// An item's sample.
  init(_ item: ItemSums) {
    let n = item[3]
    respondents = Int(n)
    let mean = item[1] / item[0]
    variance = (item[2] / item[0] - mean * mean) / (n - 1)
  }

  /// An index's sample; `squares` is Σ w u².
  init(respondents: Int, interviews: Double, weight: Double, squares: Double) {
    self.respondents = respondents
    variance = weight * squares / (interviews - 1)
  }

  func designEffect(_ standardError: Double) -> Double? {
    guard variance > 1e-300, variance.isFinite else { return nil }
    return standardError * standardError / variance
  }
}
