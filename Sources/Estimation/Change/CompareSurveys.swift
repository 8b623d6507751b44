import Dispatch
package import SurveyModel

/// Compares the figures of two surveys.
///
/// Figures are the same when kind, id and domain are; the overall index is the same whatever its
/// id. Of independent samples the variances add and the degrees of freedom are those of Welch and
/// Satterthwaite. Where clusters are shared the covariance through them is taken off twice
/// (``SharedClusters``), and the degrees of freedom are those of the joint design. After steps that
/// met population totals the totals are those of the residuals, as for the variances themselves.
///
/// - Parameters:
///   - now: This survey.
///   - earlier: The survey to compare with.
///   - survey: Id of the earlier survey.
///   - year: Its year.
///   - sharesClusters: True when clusters of the same codes are the same sampled clusters.
/// - Returns: The changes in the order of this survey's estimates, for the figures that both have,
///   and the changes of the factors and the overall index by items and by domains. There is no
///   standard error where one of the surveys has none, or where the difference would have one of
///   0.
/// - Throws: ``ChangeError`` when the questionnaires measure differently or share no figure.
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), section 9.9. Checked:
/// `Tests/Fixtures/published/change/SOURCE.md`.
package func compareSurveys(
  now: IndexAnalysis, earlier: IndexAnalysis, survey: String, year: Int, sharesClusters: Bool
) throws(ChangeError) -> ChangeTable {
  try checkMethods(now.questionnaire.index, earlier.questionnaire.index)
  let comparison = SurveyComparison(
    now: now, earlier: earlier,
    clusters: sharesClusters ? SharedClusters(now: now.design, earlier: earlier.design) : nil)
  let changes = comparison.changes()
  guard !changes.isEmpty else { throw .nothingInCommon }
  return ChangeTable(
    survey: survey, year: year, sharesClusters: sharesClusters,
    commonPSUs: comparison.clusters?.count ?? 0, changes: changes,
    decompositions: comparison.decompositions(survey: survey))
}

private func checkMethods(_ now: IndexMethod, _ earlier: IndexMethod) throws(ChangeError) {
  for (element, new, old) in [
    ("item", now.item.rawValue, earlier.item.rawValue),
    ("factor", now.factor.rawValue, earlier.factor.rawValue),
    ("overall", now.overall.rawValue, earlier.overall.rawValue),
  ] where new != old {
    throw .methodsDiffer(element: element, now: new, earlier: old)
  }
}

/// Two surveys side by side.
struct SurveyComparison {
  let now: IndexAnalysis
  let earlier: IndexAnalysis
  /// `nil` when the samples are independent.
  let clusters: SharedClusters?

  /// A figure of one survey: its place among the estimates and in the analysis.
  struct Place: Hashable {
    var set: Int
    var domain: Int
    var figure: Int
  }

  private struct Key: Hashable {
    var kind: MeasureKind
    var id: String
    var domain: [DomainTerm]

    init(_ estimate: Estimate) {
      kind = estimate.kind
      id = estimate.kind == .overall ? "" : estimate.id
      domain = estimate.domain.inOrder
    }
  }

  func changes() -> [ChangeEstimate] {
    let (places, others) = (now.places, earlier.places)
    var numberOfKey: [Key: Int] = [:]
    for number in others.indices {
      let key = Key(earlier.estimates.estimates[number])
      if numberOfKey[key] == nil { numberOfKey[key] = number }
    }
    let pairs = places.indices.compactMap { number -> (Int, Int)? in
      let estimate = now.estimates.estimates[number]
      guard estimate.value != nil, let other = numberOfKey[Key(estimate)],
        earlier.estimates.estimates[other].value != nil
      else { return nil }
      return (number, other)
    }
    // NaN: independent, or not known.
    let covariances = DisjointArray<Double>(repeating: .nan, count: pairs.count)
    let freedoms = DisjointArray<Int>(repeating: 0, count: pairs.count)
    if let clusters {
      DispatchQueue.concurrentPerform(iterations: pairs.count) { index in
        let (place, other) = (places[pairs[index].0], others[pairs[index].1])
        freedoms.elements[index] = clusters.degreesOfFreedom(
          now: now.psus(ofSet: place.set, domain: place.domain),
          earlier: earlier.psus(ofSet: other.set, domain: other.domain))
        guard let form = now.form(place), let before = earlier.form(other) else { return }
        covariances.elements[index] =
          now.unit * earlier.unit
          * clusters.covariance(
            now: now.psuTotals(of: form), earlier: earlier.psuTotals(of: before))
      }
    }
    return pairs.indices.compactMap { index in
      change(
        now.estimates.estimates[pairs[index].0], earlier.estimates.estimates[pairs[index].1],
        covariance: covariances[index], degreesOfFreedom: freedoms[index])
    }
  }

  private func change(
    _ estimate: Estimate, _ before: Estimate, covariance: Double, degreesOfFreedom: Int
  ) -> ChangeEstimate? {
    guard let value = estimate.value, let old = before.value else { return nil }
    var change = ChangeEstimate(
      kind: estimate.kind, id: estimate.id, domain: estimate.domain, now: value, before: old,
      difference: value - old)
    let derived = DerivedFlag(estimate, before)
    change.flag = derived.flag
    change.flagReason = derived.reason
    guard let error = estimate.standardError, let oldError = before.standardError else {
      return change
    }
    let independent = error * error + oldError * oldError
    change.independentStandardError = knownError(ofVariance: independent, of: independent)
    var variance = independent
    var freedom = DifferenceTest.welchDegreesOfFreedom(
      (error * error, estimate.degreesOfFreedom), (oldError * oldError, before.degreesOfFreedom))
    if clusters != nil {
      variance -= 2 * covariance
      freedom = degreesOfFreedom > 0 ? Double(degreesOfFreedom) : nil
    }
    change.standardError = knownError(ofVariance: variance, of: independent)
    guard
      let test = DifferenceTest(
        difference: change.difference, standardError: change.standardError,
        degreesOfFreedom: freedom)
    else { return change }
    let interval = test.interval(level: now.settings.level)
    change.lower = interval.lower
    change.upper = interval.upper
    change.degreesOfFreedom = freedom
    change.pValueRaised = test.probability(ofNotRaisedBy: 0)
    change.pValueChanged = test.probabilityOfNoChange
    change.smallestDetectable = test.smallestDetectable
    return change
  }
}

/// The root of a variance of a difference; `nil` where nothing is left of it but rounding.
func knownError(ofVariance variance: Double, of whole: Double) -> Double? {
  guard variance.isFinite, variance > 1e-13 * whole, variance > 0 else { return nil }
  return variance.squareRoot()
}
