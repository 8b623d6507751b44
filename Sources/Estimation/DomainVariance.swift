import SurveyModel

/// The variances and covariances of the figures of one domain.
struct DomainVariance {
  /// PSUs minus strata, counted among those with a respondent in the domain.
  let degreesOfFreedom: Int
  private let plan: VariancePlan
  private let strata: [Int32]
  /// True when every PSU of the domain's strata is in the sample and nothing is known of the units
  /// within: what error there is comes from within PSUs, which the formula then does not see.
  private let isCensusOfClusters: Bool

  init(domain: Int, sums: DomainSums, plan: VariancePlan) {
    self.plan = plan
    let psus = sums.psus.others[sums.psus.range(ofDomain: domain)]
    let strata = plan.strata(of: psus)
    degreesOfFreedom = psus.count - strata.count
    isCensusOfClusters =
      plan.design.psuCount < plan.design.count && !plan.hasLaterStages
      && strata.allSatisfy {
        plan.design.strata[Int($0)].unsampledShare < selfRepresentingShare
      }
    // Residuals differ from 0 outside the domain too, so every stratum counts then.
    self.strata = plan.history == nil ? strata : plan.allStrata
  }

  /// Whether the design tells anything of the domain's error.
  var isKnown: Bool { degreesOfFreedom > 0 && !isCensusOfClusters }

  /// Per figure the variance, in the square of its unit; `nil` where none can be estimated.
  func variances(of totals: UnitTotals) -> [Double]? {
    guard isKnown else { return nil }
    return plan.covariance(of: totals, strata: strata, isDiagonal: true)
  }

  /// The covariance matrix by rows; `nil` where none can be estimated.
  func covariance(of totals: UnitTotals) -> [Double]? {
    guard isKnown else { return nil }
    return plan.covariance(of: totals, strata: strata, isDiagonal: false)
  }
}
