package import SurveyModel

extension ReplicateDesign {
  /// The rescaled bootstrap of Rao and Wu with nₕ − 1 draws.
  ///
  /// In each replicate nₕ − 1 of the nₕ PSUs of every stratum are drawn with replacement; a PSU's
  /// weights are multiplied by its draws · nₕ/(nₕ − 1). The only PSU of a stratum keeps its
  /// weights. Scale 1/(R − 1) for R replicates; populations of PSUs are not used.
  ///
  /// The seed gives the same replicates on every machine, and the first of many replicates are
  /// those of a run with fewer.
  ///
  /// - Parameters:
  ///   - design: Strata and their PSUs.
  ///   - replicates: R, at least 2.
  ///   - seed: Of ``SplitMix64``.
  ///   - centre: What the squares are taken around.
  /// - Returns: The replicates, named `bootstrap`.
  /// - Throws: ``ReplicateError/tooFewReplicates(_:)`` below two; ``EstimationError/singlePSU(_:)``
  ///   under the rule `fail`.
  /// - Complexity: O(replicates); the draws are made where they are used.
  ///
  /// ## Method
  ///
  /// Rao and Wu, *Resampling inference with complex survey data*, JASA 83 (1988), 231–241, with
  /// mₕ = nₕ − 1; Rao, Wu and Yue, Survey Methodology 18 (1992), 209–217. The scale is that of
  /// `subbootweights` of T. Lumley's R package survey 4.1-1.
  package static func bootstrap(
    _ design: SampleDesign, replicates: Int, seed: UInt64, centre: ReplicateCentre
  ) throws(ReplicateError) -> ReplicateDesign {
    guard replicates > 1 else { throw .tooFewReplicates(replicates) }
    try checkSinglePSUs(of: design)
    return ReplicateDesign(
      name: VarianceMethod.bootstrap(replicates: replicates, seed: seed, centre: centre).name,
      scale: 1 / Double(replicates - 1),
      replicateScales: [Double](repeating: 1, count: replicates), centre: centre,
      degreesOfFreedom: nil,
      source: .draws(PSUDraws(design, replicates: replicates, seed: seed)))
  }
}
