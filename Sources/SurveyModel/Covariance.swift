/// Estimates with their joint covariance.
package struct JointEstimates: Sendable, Hashable {
  /// Full precision, in the unit of the estimates; `nil` where there is no figure.
  package var estimates: [Estimate]
  /// By rows, one row and column per estimate, in the square of their unit; NaN where it cannot be
  /// estimated.
  package var covariance: [Double]
  /// PSUs minus strata of the domain (of the whole sample for several domains).
  package var degreesOfFreedom: Int

  package init(estimates: [Estimate], covariance: [Double], degreesOfFreedom: Int) {
    precondition(
      covariance.count == estimates.count * estimates.count, "one row and column per estimate")
    self.estimates = estimates
    self.covariance = covariance
    self.degreesOfFreedom = degreesOfFreedom
  }

  package func covariance(_ row: Int, _ column: Int) -> Double {
    covariance[row * estimates.count + column]
  }
}
