import Numerics
package import SurveyModel

extension IndexAnalysis {
  /// All figures of a domain, in the order of results, with their joint covariance.
  ///
  /// - Parameters:
  ///   - set: 0 for the whole population, then the domain sets in their order.
  ///   - domain: A level of the set; 0 for the whole population.
  /// - Returns: Covariances in the square of the estimates' unit; NaN in the rows and columns of
  ///   figures without a value, and everywhere where the domain's error cannot be estimated.
  package func joint(set: Int, domain: Int) -> JointEstimates {
    let first = firstEstimate(ofSet: set, domain: domain)
    let found = Array(estimates.estimates[first..<first + figureCount])
    let forms = (0..<figureCount).map { form(ofFigure: $0, set: set, domain: domain) }
    let known = found.indices.filter { found[$0].standardError != nil }
    let totals = answerSums.totals(of: known.map { forms[$0] ?? LinearForm() }, plan)
    let matrix = DomainVariance(domain: domain, sums: sums[set], plan: plan)
      .covariance(of: totals)
    return JointEstimates(
      estimates: found, covariance: spread(matrix, known, over: found.count),
      degreesOfFreedom: variances[set].degreesOfFreedom(inDomain: domain))
  }

  /// ``joint(set:domain:)`` of every domain of every set, in the order of results.
  package func allJoint() -> [JointEstimates] {
    let places = domains.indices.flatMap { set in domains[set].indices.map { (set, $0) } }
    return concurrentMap(places.count) { joint(set: places[$0].0, domain: places[$0].1) }
  }

  /// One figure in every domain of a set and, as the last element, in the whole population.
  ///
  /// The covariances are those of the whole design: where the rule for single PSUs is `average`,
  /// every stratum counts for every domain.
  ///
  /// - Parameters:
  ///   - kind: The kind of the figure.
  ///   - id: The id of the item, factor or index.
  ///   - set: 1 for the first domain set.
  /// - Returns: `nil` when the questionnaire has no such figure.
  package func joint(of kind: MeasureKind, id: String, set: Int) -> JointEstimates? {
    guard let figure = measures.all.firstIndex(where: { $0.kind == kind && $0.id == id }) else {
      return nil
    }
    let places = (0..<domains[set].count).map { (set, $0) } + [(0, 0)]
    let found = places.map {
      estimates.estimates[firstEstimate(ofSet: $0.0, domain: $0.1) + figure]
    }
    let forms = places.map { form(ofFigure: figure, set: $0.0, domain: $0.1) }
    let known = found.indices.filter { found[$0].standardError != nil }
    let totals = answerSums.totals(of: known.map { forms[$0] ?? LinearForm() }, plan)
    let matrix = plan.covariance(of: totals, strata: plan.allStrata, isDiagonal: false)
    return JointEstimates(
      estimates: found, covariance: spread(matrix, known, over: found.count),
      degreesOfFreedom: variances[0].degreesOfFreedom(inDomain: 0))
  }

  /// A matrix of the figures that are `known` as one of all figures, in the square of their unit.
  private func spread(_ matrix: [Double]?, _ known: [Int], over count: Int) -> [Double] {
    var full = [Double](repeating: .nan, count: count * count)
    guard let matrix else { return full }
    for (row, place) in known.enumerated() {
      for (column, other) in known.enumerated() {
        full[place * count + other] = matrix[row * known.count + column] * unit * unit
      }
    }
    return full
  }

  /// Per sampling unit, in the order of the design: Σ w e, where e is the form's influence or, after
  /// steps that met population totals, its residual.
  ///
  /// The units are PSUs; where the stages below them add to the variance they are those of the last
  /// stage (``VariancePlan/psuOfUnit`` leads back).
  func totals(of form: LinearForm) -> [Double] {
    let found = answerSums.totals(of: [form], plan)
    guard let units = found.units else { return found.values }
    var totals = [Double](repeating: 0, count: plan.unitCount)
    for (place, unit) in units.enumerated() { totals[Int(unit)] = found.values[place] }
    return totals
  }

  /// The covariance matrix, by rows, of the sums of several lists of ``totals(of:)``; NaN where the
  /// rule `average` has no stratum to take the mean of.
  func covariance(of totals: [[Double]]) -> [Double] {
    let figures = totals.count
    var values = [Double](repeating: 0, count: figures * plan.unitCount)
    for (figure, list) in totals.enumerated() {
      for unit in list.indices { values[unit * figures + figure] = list[unit] }
    }
    return plan.covariance(
      of: UnitTotals(units: nil, figures: figures, values: values), strata: plan.allStrata,
      isDiagonal: false) ?? [Double](repeating: .nan, count: figures * figures)
  }
}
