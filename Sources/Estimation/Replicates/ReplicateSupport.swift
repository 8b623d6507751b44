import SurveyModel

/// What is known of a domain's variance before its replicates are looked at.
struct ReplicateSupport {
  /// The design's own, or PSUs minus strata among those with a respondent in the domain.
  let degreesOfFreedom: Int
  /// False without degrees of freedom, and where a jackknife cannot see the error because all PSUs
  /// of the domain's strata are in the sample.
  let isEstimable: Bool

  init(_ sums: DomainSums, domain: Int, _ sample: SampleDesign, _ design: ReplicateDesign) {
    if let given = design.degreesOfFreedom {
      degreesOfFreedom = given
      isEstimable = given > 0
      return
    }
    let psus = sums.psus.others[sums.psus.range(ofDomain: domain)]
    var isPresent = [Bool](repeating: false, count: sample.strata.count)
    for psu in psus { isPresent[Int(sample.stratumOfPSU[Int(psu)])] = true }
    let strata = isPresent.indices.filter { isPresent[$0] }
    degreesOfFreedom = psus.count - strata.count
    let isJackknife = if case .omissions = design.source { true } else { false }
    let isCensusOfClusters =
      isJackknife && sample.psuCount < sample.count
      && strata.allSatisfy { sample.strata[$0].unsampledShare < selfRepresentingShare }
    isEstimable = degreesOfFreedom > 0 && !isCensusOfClusters
  }
}
