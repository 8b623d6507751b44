package import SurveyModel

/// A survey's figures with the sampling errors of replicates.
///
/// Estimates, intervals, design effects and flags are made as for the linearised variance; only
/// standard errors, covariances and degrees of freedom come from the replicates.
package struct ReplicateAnalysis: Sendable {
  /// The whole sample, and its linearised variances.
  package let analysis: IndexAnalysis
  package let design: ReplicateDesign
  /// The estimates in the order of results, with the errors of the replicates.
  package let estimates: EstimateTable
  private let variances: ReplicateVariances
  private let setVariances: [SetVariances]

  /// Finds the errors of `analysis` by replicates.
  ///
  /// With fixed weights a jackknife or bootstrap needs only the sums of `analysis` by PSU and
  /// domain. With `reweighting` the weighting steps are run on the design weights of each replicate
  /// and the respondents read once per replicate; so they are where replicate weights were supplied.
  ///
  /// A figure has no standard error where it does not exist in some replicate, as when the only PSU
  /// with valid answers is left out. (R's survey 4.1-1 drops such replicates with a warning and
  /// keeps the scale, which makes the error too small.)
  ///
  /// - Parameters:
  ///   - analysis: The whole sample with the final weights.
  ///   - answers: The columns it was made from.
  ///   - weights: The weights it was made from.
  ///   - domainSets: The domain sets it was made from.
  ///   - replicates: The design of the replicates.
  ///   - reweighting: The survey's weighting steps after the design weights; `nil` keeps the final
  ///     weights and multiplies them. Supplied weights are never weighted again.
  /// - Throws: ``ReplicateError/reweighting(replicate:omittedPSU:_:)`` when the steps fail in a
  ///   replicate; the first one is told.
  /// - Precondition: `answers`, `weights` and `domainSets` are those of `analysis`.
  /// - Complexity: a jackknife with fixed weights O(items × cells) of PSUs crossed with domains; a
  ///   bootstrap that times its replicates; otherwise O(respondents × items) per replicate. All but
  ///   the first hold 16 bytes × replicates × domains × items.
  ///
  /// ## Method
  ///
  /// Wolter, *Introduction to Variance Estimation*, 2nd ed. (2007), chapters 3 to 5; weighting
  /// repeated within replicates: Valliant, *The effect of multiple weighting steps on variance
  /// estimation*, Journal of Official Statistics 20 (2004), 1–18. Checked:
  /// `Tests/Fixtures/published/sipas-small/replicates.md`.
  package init(
    _ analysis: IndexAnalysis, answers: [ColumnValues], weights: WeightSet,
    domainSets: [Grouping] = [], replicates: ReplicateDesign, reweighting: Reweighting? = nil
  ) throws(ReplicateError) {
    var stored: StoredReplicates?
    let isSupplied = if case .supplied = replicates.source { true } else { false }
    if isSupplied || reweighting != nil {
      let start = isSupplied ? weights.final : weights.design
      stored = try rowReplicates(
        replicates, analysis.design, Self.code(answers, analysis.questionnaire),
        sets: [DomainSet.whole(respondents: analysis.design.count)]
          + domainSets.map(DomainSet.init),
        weights: start.weights, reweighting: isSupplied ? nil : reweighting)
    }
    variances = ReplicateVariances(replicates, analysis, stored: stored)
    setVariances = variances.setVariances()
    self.analysis = analysis
    design = replicates
    var table = analysis.estimates
    table.estimates = analysis.assemble(setVariances)
    table.variance = replicates.name
    table.replicateCount = replicates.count
    estimates = table
  }

  private static func code(
    _ answers: [ColumnValues], _ questionnaire: Questionnaire
  ) throws(ReplicateError) -> ItemAnswers {
    do throws(EstimationError) {
      return try ItemAnswers(answers, questionnaire: questionnaire)
    } catch {
      throw .estimation(error)
    }
  }

  /// All figures of a domain, in the order of results, with their joint covariance.
  ///
  /// - Parameters:
  ///   - set: 0 for the whole population, then the domain sets in their order.
  ///   - domain: A level of the set; 0 for the whole population.
  /// - Returns: Covariances in the square of the estimates' unit; NaN in the rows and columns of
  ///   figures without a standard error.
  package func joint(set: Int, domain: Int) -> JointEstimates {
    let first = analysis.firstEstimate(ofSet: set, domain: domain)
    let unit = analysis.unit
    return JointEstimates(
      estimates: Array(estimates.estimates[first..<first + analysis.figureCount]),
      covariance: variances.covariance(set: set, domain: domain).map { $0 * unit * unit },
      degreesOfFreedom: setVariances[set].degreesOfFreedom(inDomain: domain))
  }

  /// One figure in every domain of a set and, as the last element, in the whole population.
  ///
  /// - Parameters:
  ///   - kind: The kind of the figure.
  ///   - id: The id of the item, factor or index.
  ///   - set: 1 for the first domain set.
  /// - Returns: `nil` when the questionnaire has no such figure.
  package func joint(of kind: MeasureKind, id: String, set: Int) -> JointEstimates? {
    let measures = analysis.measures.all
    guard let figure = measures.firstIndex(where: { $0.kind == kind && $0.id == id }) else {
      return nil
    }
    let places = (0..<analysis.domainCount(ofSet: set)).map { (set, $0) } + [(0, 0)]
    let deviations = places.map {
      variances.deviations(ofFigure: figure, set: $0.0, domain: $0.1)
    }
    var matrix = [Double](repeating: .nan, count: places.count * places.count)
    for row in places.indices {
      for column in row..<places.count {
        guard let first = deviations[row], let second = deviations[column] else { continue }
        var sum = 0.0
        for (replicate, scale) in design.replicateScales.enumerated() {
          sum += scale * first[replicate] * second[replicate]
        }
        let covariance = design.scale * sum * analysis.unit * analysis.unit
        matrix[row * places.count + column] = covariance
        matrix[column * places.count + row] = covariance
      }
    }
    return JointEstimates(
      estimates: places.map {
        estimates.estimates[analysis.firstEstimate(ofSet: $0.0, domain: $0.1) + figure]
      },
      covariance: matrix,
      degreesOfFreedom: setVariances[0].degreesOfFreedom(inDomain: 0))
  }
}
