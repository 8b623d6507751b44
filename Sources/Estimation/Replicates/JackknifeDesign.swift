package import SurveyModel

extension ReplicateDesign {
  /// The stratified jackknife (JKn): each PSU left out in turn.
  ///
  /// The other PSUs of its stratum are raised by nₕ/(nₕ − 1); rscale = (1 − fₕ)(nₕ − 1)/nₕ, with
  /// fₕ = 0 where the stratum has no population. A stratum with all its PSUs in the sample makes
  /// no replicate. Neither does one with a single sampled PSU, but by the design's rule:
  ///
  /// - `adjust`: one replicate leaves its PSU out and raises all other strata by H/(H − 1) of H
  ///   strata; rscale = (H − 1)/H.
  /// - `average`: scale = PSUs / replicates in place of 1. That is not the factor of the linearised
  ///   variance under `average`.
  /// - `certainty`, `remove`: nothing.
  ///
  /// Populations of the stages below the PSUs are not used.
  ///
  /// - Parameters:
  ///   - design: Strata, their PSUs and populations, and the rule for single PSUs.
  ///   - centre: What the squares are taken around.
  /// - Returns: The replicates, named `jkn`, in the order of the PSUs they leave out.
  /// - Throws: ``EstimationError/singlePSU(_:)`` under the rule `fail`.
  /// - Complexity: O(PSUs).
  ///
  /// ## Method
  ///
  /// Wolter, *Introduction to Variance Estimation*, 2nd ed. (2007), section 4.5; scales as
  /// `jknweights` of T. Lumley's R package survey 4.1-1.
  package static func jkn(
    _ design: SampleDesign, centre: ReplicateCentre
  ) throws(ReplicateError) -> ReplicateDesign {
    try checkSinglePSUs(of: design)
    let strata = design.strata.filter { $0.samplePSUs > 0 }.count
    var replicates: [PSUOmissions.Omission] = []
    var scales: [Double] = []
    for (psu, stratumOfPSU) in design.stratumOfPSU.enumerated() {
      let stratum = design.strata[Int(stratumOfPSU)]
      let unsampled = stratum.unsampledShare
      guard unsampled >= selfRepresentingShare else { continue }
      let sampled = Double(stratum.samplePSUs)
      if sampled > 1 {
        replicates.append(
          PSUOmissions.Omission(
            psu: Int32(psu), raisesWholeSample: false, factor: sampled / (sampled - 1)))
        scales.append(unsampled * (sampled - 1) / sampled)
      } else if design.singlePSU == .adjust, strata > 1 {
        let count = Double(strata)
        replicates.append(
          PSUOmissions.Omission(
            psu: Int32(psu), raisesWholeSample: true, factor: count / (count - 1)))
        scales.append((count - 1) / count)
      }
    }
    let isAveraged =
      design.singlePSU == .average && !replicates.isEmpty && replicates.count < design.psuCount
    return ReplicateDesign(
      name: VarianceMethod.jkn(centre: centre).name,
      scale: isAveraged ? Double(design.psuCount) / Double(replicates.count) : 1,
      replicateScales: scales, centre: centre, degreesOfFreedom: nil,
      source: .omissions(PSUOmissions(replicates, stratumOfPSU: design.stratumOfPSU)))
  }

  /// The unstratified jackknife (JK1): each PSU left out in turn, all others raised by n/(n − 1).
  ///
  /// Scale (1 − f)(n − 1)/n. Strata are ignored, so what differs between them counts as error. The
  /// sampled share f is that of the one stratum; it is 0 without a population, and in a stratified
  /// sample, where no one share is that of the whole.
  ///
  /// - Parameters:
  ///   - design: The PSUs and the population of the stratum.
  ///   - centre: What the squares are taken around.
  /// - Returns: The replicates, named `jk1`, in the order of the PSUs they leave out.
  /// - Complexity: O(PSUs).
  ///
  /// ## Method
  ///
  /// Wolter (2007), section 4.2; `jk1weights` of T. Lumley's R package survey 4.1-1, which refuses
  /// stratified samples.
  package static func jk1(_ design: SampleDesign, centre: ReplicateCentre) -> ReplicateDesign {
    let count = Double(design.psuCount)
    let sampled = design.strata.filter { $0.samplePSUs > 0 }
    let unsampled = sampled.count == 1 ? sampled[0].unsampledShare : 1
    let isDrawn = design.psuCount > 1 && unsampled >= selfRepresentingShare
    let replicates = isDrawn ? design.psuCount : 0
    return ReplicateDesign(
      name: VarianceMethod.jk1(centre: centre).name, scale: unsampled * (count - 1) / max(count, 1),
      replicateScales: [Double](repeating: 1, count: replicates), centre: centre,
      degreesOfFreedom: nil,
      source: .omissions(
        PSUOmissions(
          (0..<replicates).map {
            PSUOmissions.Omission(
              psu: Int32($0), raisesWholeSample: true, factor: count / (count - 1))
          },
          stratumOfPSU: design.stratumOfPSU)))
  }

  /// Refuses strata with a single PSU under the rule `fail`.
  static func checkSinglePSUs(of design: SampleDesign) throws(ReplicateError) {
    guard design.singlePSU == .fail else { return }
    let single = singlePSUStrata(design)
    if !single.isEmpty { throw .estimation(.singlePSU(single)) }
  }
}
