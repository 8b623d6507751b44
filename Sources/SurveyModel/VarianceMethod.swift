/// Replicate weights that came with the data.
package struct SuppliedReplicates: Sendable, Hashable {
  /// Path of a CSV with the interview id and one column per replicate, resolved.
  package var weights: String
  /// What the sum of squares is multiplied by.
  package var scale: Double
  /// Path of a CSV with one row per replicate (`replicate`, `rscale`), resolved; `nil` means 1 for
  /// each.
  package var replicateScales: String?
  /// True when the columns multiply the survey's weights, false when they are whole weights.
  package var areMultipliers: Bool
  /// `nil`: one less than the number of replicates.
  package var degreesOfFreedom: Int?

  package init(
    weights: String, scale: Double, replicateScales: String? = nil, areMultipliers: Bool = false,
    degreesOfFreedom: Int? = nil
  ) {
    self.weights = weights
    self.scale = scale
    self.replicateScales = replicateScales
    self.areMultipliers = areMultipliers
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// What the squares of replicate estimates are taken around.
package enum ReplicateCentre: String, Sendable, Hashable, CaseIterable {
  /// The mean of the replicate estimates.
  case mean
  /// The estimate of the whole sample.
  case estimate
}

/// How the sampling error is found.
package enum VarianceMethod: Sendable, Hashable {
  /// Linearisation.
  case taylor
  /// Stratified jackknife: each PSU left out in turn.
  case jkn(centre: ReplicateCentre)
  /// Unstratified jackknife.
  case jk1(centre: ReplicateCentre)
  /// Rao and Wu's rescaled bootstrap with nₕ − 1 draws.
  case bootstrap(replicates: Int, seed: UInt64, centre: ReplicateCentre)
  case replicateWeights(SuppliedReplicates, centre: ReplicateCentre)

  package var name: String {
    switch self {
    case .taylor: "taylor"
    case .jkn: "jkn"
    case .jk1: "jk1"
    case .bootstrap: "bootstrap"
    case .replicateWeights: "replicate-weights"
    }
  }
}

/// An earlier survey that this one is compared with.
package struct EarlierSurvey: Sendable, Hashable {
  /// Path of its survey file, resolved.
  package var path: String
  /// True when clusters of the same code are the same sampled clusters in both years.
  package var sharesClusters: Bool
  package var place: SourceLocation?

  package init(path: String, sharesClusters: Bool, place: SourceLocation? = nil) {
    self.path = path
    self.sharesClusters = sharesClusters
    self.place = place
  }
}
