import SurveyModel

/// Puts values, variances and counts together as ``Estimate``s, in the order of results.
struct EstimateAssembly {
  private var added: [Estimate] = []
  private let measures: IndexMeasures
  private let all: [Measure]
  private let unit: Double
  private let minimumRespondents: Int
  private var interval: IntervalRule
  private var fitToPublish: FitToPublish

  init(
    measures: IndexMeasures, unit: Double, settings: EstimationSettings
  ) {
    self.measures = measures
    all = measures.all
    self.unit = unit
    minimumRespondents = settings.minimumRespondents
    interval = IntervalRule(settings.interval, level: settings.level)
    fitToPublish = FitToPublish(minimumRespondents: settings.minimumRespondents)
  }

  /// All that was added, with the figures suppressed that could be worked out from the others.
  ///
  /// - Complexity: O(estimates) and more only where a figure has too few respondents.
  var estimates: [Estimate] {
    suppressComplements(
      added, figures: all.count, sums: measures.figureSums,
      minimumRespondents: minimumRespondents)
  }

  mutating func add(
    _ terms: [DomainTerm], domain: Int, set: Int, sums: DomainSums, spread: RespondentSpread,
    _ linearisations: IndexLinearisations, _ variances: SetVariances
  ) {
    let df = variances.degreesOfFreedom(inDomain: domain)
    for (figure, (measure, linearisation)) in zip(all, linearisations.all).enumerated() {
      let sample = sample(of: figure, measure, domain, set, sums, spread, linearisation)
      var estimate = Estimate(
        kind: measure.kind, id: measure.id, domain: terms, value: nil, standardError: nil,
        intervalMethod: measure.isShare ? interval.method : .waldT, degreesOfFreedom: df,
        respondents: sample.respondents, flag: .noData, flagReason: .noAnswers, isComplete: false)
      if let linearisation {
        let error = variances.variance(ofFigure: figure, inDomain: domain)
          .map { standardError(ofVariance: $0, measure.range) }
        let measured = MeasuredValue(
          value: linearisation.value, standardError: error, degreesOfFreedom: df,
          respondents: sample.respondents, isShare: measure.isShare, range: measure.range)
        fill(&estimate, measured, sample)
        estimate.isComplete = linearisation.isComplete
      }
      added.append(estimate)
    }
  }

  private mutating func fill(
    _ estimate: inout Estimate, _ measured: MeasuredValue, _ sample: ComparableSample
  ) {
    let interval = interval.interval(of: measured)
    estimate.value = measured.value * unit
    estimate.standardError = measured.standardError.map { $0 * unit }
    estimate.lower = interval.lower.map { $0 * unit }
    estimate.upper = interval.upper.map { $0 * unit }
    estimate.intervalMethod = interval.method
    if let error = measured.standardError {
      estimate.designEffect = sample.designEffect(error)
      estimate.designEffectWithoutReplacement = sample.designEffectWithoutReplacement(error)
      estimate.effectiveRespondents = sample.effectiveRespondents(error)
    }
    let judged = fitToPublish.judge(
      measured, effectiveRespondents: estimate.effectiveRespondents)
    estimate.flag = judged?.flag
    estimate.flagReason = judged?.reason
  }

  /// The root of a variance; what is left of a variance of 0 after rounding becomes 0.
  private func standardError(ofVariance variance: Double, _ range: ClosedRange<Double>) -> Double {
    let error = max(variance, 0).squareRoot()
    return error < 1e-11 * max(range.upperBound - range.lowerBound, 1e-300) ? 0 : error
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
      respondents: Int(found[1]), interviews: size[1], weight: size[0], squares: found[0],
      width: measure.range.upperBound - measure.range.lowerBound)
  }
}
