package import SurveyModel

/// Replicates of a sample: how each one changes the weights, and how their estimates make a
/// variance.
///
///     v = scale · Σᵣ rscaleᵣ (θᵣ − centre)²
///
/// The centre is the mean of the θᵣ with a positive rscale, or the estimate of the whole sample.
/// Multipliers are kept in a compact form: a jackknife is the PSU each replicate leaves out, a
/// bootstrap the seed of each replicate's draws.
///
/// ## Method
///
/// Wolter, *Introduction to Variance Estimation*, 2nd ed. (2007), chapters 3 to 5. Checked:
/// `Tests/Fixtures/published/sipas-province/replicates.md`.
package struct ReplicateDesign: Sendable {
  /// `jkn`, `jk1`, `bootstrap` or `replicate-weights`.
  package let name: String
  package let scale: Double
  /// One per replicate.
  package let replicateScales: [Double]
  package let centre: ReplicateCentre
  /// For every domain; `nil` means PSUs minus strata, counted among those in the domain.
  package let degreesOfFreedom: Int?
  let source: ReplicateSource

  package var count: Int { replicateScales.count }

  /// The factor of each PSU's weights in a replicate.
  ///
  /// - Parameter replicate: From 0.
  /// - Returns: One per PSU of the sample design; `nil` where weights were supplied by respondent.
  /// - Complexity: O(PSUs).
  package func multipliers(ofReplicate replicate: Int) -> [Double]? {
    switch source {
    case .omissions(let omissions): omissions.multipliers(ofReplicate: replicate)
    case .draws(let draws): draws.multipliers(ofReplicate: replicate)
    case .supplied: nil
    }
  }

  /// The weights of the respondents in a replicate.
  ///
  /// - Parameters:
  ///   - replicate: From 0.
  ///   - weights: The weights of the whole sample, one per respondent.
  ///   - psuOfRow: The PSU of each respondent.
  /// - Returns: One per respondent; 0 for those the replicate leaves out.
  /// - Complexity: O(respondents).
  package func weights(
    ofReplicate replicate: Int, from weights: [Double], psuOfRow: [Int32]
  ) -> [Double] {
    if case .supplied(let supplied) = source {
      let column = supplied.columns[replicate]
      return supplied.areMultipliers ? zip(weights, column).map { $0 * $1 } : column
    }
    guard let multipliers = multipliers(ofReplicate: replicate) else { return weights }
    return weights.indices.map { weights[$0] * multipliers[Int(psuOfRow[$0])] }
  }

  /// By replicate: the numbers per respondent that came with the data; empty for other methods.
  package var suppliedColumns: [[Double]] {
    guard case .supplied(let supplied) = source else { return [] }
    return supplied.columns
  }

  /// The PSU that a jackknife replicate leaves out; `nil` for other methods.
  package func omittedPSU(ofReplicate replicate: Int) -> Int? {
    guard case .omissions(let omissions) = source else { return nil }
    return Int(omissions.replicates[replicate].psu)
  }
}

/// Where the weights of replicates come from.
enum ReplicateSource: Sendable {
  case omissions(PSUOmissions)
  case draws(PSUDraws)
  case supplied(SuppliedWeights)
}

/// Replicate weights that came with the data.
struct SuppliedWeights: Sendable {
  /// By replicate: one per respondent.
  let columns: [[Double]]
  /// True when they multiply the weights of the whole sample.
  let areMultipliers: Bool
}
