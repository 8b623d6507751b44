import SurveyModel

/// The stratified variance of a total from the totals of its PSUs (ultimate cluster).
///
///     v = Σₕ (1 − fₕ) · nₕ/(nₕ − 1) · Σⱼ (zₕⱼ − z̄ₕ)²
///
/// nₕ counts every PSU sampled in the stratum: PSUs without a respondent in the domain have
/// z = 0 and stay. A stratum with one sampled PSU contributes by the design's rule, unless it is
/// the only PSU the population has there: then it was not drawn by chance and adds nothing.
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), sections 5.5 to 5.7;
/// Wolter, *Introduction to Variance Estimation*, 2nd ed. (2007), chapter 6; rules for single PSUs
/// as in T. Lumley, R package survey 4.1-1. Checked:
/// `Tests/Fixtures/published/sipas-province/SOURCE.md`.
struct TaylorVariance {
  private let stratumOfPSU: [Int32]
  /// nₕ.
  private let sampled: [Double]
  /// 1 − fₕ.
  private let unsampledShare: [Double]
  private let rule: SinglePSURule

  init(_ design: SampleDesign) {
    stratumOfPSU = design.stratumOfPSU
    sampled = design.strata.map { Double($0.samplePSUs) }
    unsampledShare = design.strata.map { $0.unsampledShare }
    rule = design.singlePSU
  }

  /// The variance of the sum of `totals`.
  ///
  /// - Parameters:
  ///   - totals: One per PSU of `psus`.
  ///   - psus: The PSUs that may differ from 0, each once.
  ///   - strata: The strata of those PSUs, each once.
  ///   - scratch: Room for all strata, all zero; left all zero.
  /// - Returns: `nil` where `average` has no other stratum to take the mean of.
  func variance(
    of totals: [Double], psus: ArraySlice<Int32>, strata: [Int32], scratch: inout [StratumSums]
  ) -> Double? {
    let first = psus.startIndex
    for index in totals.indices {
      let stratum = Int(stratumOfPSU[Int(psus[first + index])])
      scratch[stratum].sum += totals[index]
      scratch[stratum].present += 1
    }
    for index in totals.indices {
      let stratum = Int(stratumOfPSU[Int(psus[first + index])])
      let deviation = totals[index] - scratch[stratum].sum / sampled[stratum]
      scratch[stratum].squares += deviation * deviation
    }
    var variance = 0.0
    var left = 0
    for stratum in strata.lazy.map(Int.init) {
      let sums = scratch[stratum]
      scratch[stratum] = StratumSums()
      guard unsampledShare[stratum] >= selfRepresentingShare else { continue }
      if sampled[stratum] > 1 {
        let mean = sums.sum / sampled[stratum]
        let squares = sums.squares + (sampled[stratum] - sums.present) * mean * mean
        variance += unsampledShare[stratum] * sampled[stratum] / (sampled[stratum] - 1) * squares
      } else if rule == .adjust {
        variance += unsampledShare[stratum] * sums.sum * sums.sum
      } else if rule == .average {
        left += 1
      }
    }
    guard left > 0 else { return variance }
    guard left < strata.count else { return nil }
    return variance * Double(strata.count) / Double(strata.count - left)
  }
}

/// Sums over the PSUs of one stratum.
struct StratumSums {
  var sum = 0.0
  var present = 0.0
  var squares = 0.0
}

/// Below this unsampled share all PSUs of a stratum count as sampled.
let selfRepresentingShare = 1e-7

extension Stratum {
  /// 1 − f; 1 without a finite population correction.
  var unsampledShare: Double {
    populationPSUs.map { ($0 - Double(samplePSUs)) / $0 } ?? 1
  }

  /// One sampled PSU of several in the population: its variance cannot be estimated.
  var holdsSinglePSU: Bool { samplePSUs == 1 && unsampledShare >= selfRepresentingShare }
}
