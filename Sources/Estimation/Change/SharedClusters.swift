import SurveyModel

/// The sampled clusters that two surveys have in common, and the covariance through them.
///
/// A cluster is the same when its codes and those of its stratum are the same. With totals z of two
/// figures per PSU, one of each survey,
///
///     c = Σₕ √((1 − fₕ)(1 − fₕ′)) · n_c/(n_c − 1) · Σ (z − z̄)(z′ − z̄′)
///
/// over the n_c common PSUs of stratum h; a stratum with one common PSU adds nothing. Interviews of
/// two years are different people, so all of the covariance comes through the clusters. Where all
/// PSUs are common, v + v′ − 2c is the variance of one design that stacks both surveys.
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), section 9.9; Kish,
/// *Survey Sampling* (1965), section 12.4. Checked: `Tests/Fixtures/published/change/SOURCE.md`.
struct SharedClusters {
  /// Per stratum with common PSUs: their numbers in both surveys, and the scale of the products.
  private struct CommonStratum {
    var now: [Int] = []
    var earlier: [Int] = []
    var scale = 0.0
    /// A single PSU in both samples under `adjust`: its total is taken around 0.
    var isAroundZero = false
  }

  private let strata: [CommonStratum]
  /// Per PSU of the earlier survey: the same PSU of this one, −1 where it is not in it.
  private let nowOfEarlier: [Int]
  /// Per stratum of the earlier survey: the same stratum of this one, or a number after them.
  private let jointOfEarlier: [Int]
  private let jointStrata: Int
  private let now: SampleDesign
  private let earlier: SampleDesign
  /// PSUs in both.
  let count: Int

  init(now: SampleDesign, earlier: SampleDesign) {
    self.now = now
    self.earlier = earlier
    var stratumOfTerms: [[DomainTerm]: Int] = [:]
    for (number, stratum) in now.strata.enumerated() {
      stratumOfTerms[stratum.level.terms.inOrder] = number
    }
    let joint = earlier.strata.enumerated().map { number, stratum in
      stratumOfTerms[stratum.level.terms.inOrder] ?? now.strata.count + number
    }
    var psuOfCode: [Cluster: Int] = [:]
    for (psu, code) in now.psuCodes.enumerated() {
      psuOfCode[Cluster(stratum: Int(now.stratumOfPSU[psu]), code: code)] = psu
    }
    var found = now.strata.map { _ in CommonStratum() }
    var counterpart = [Int](repeating: -1, count: earlier.psuCount)
    var stratumOfEarlier = [Int](repeating: -1, count: now.strata.count)
    for (psu, code) in earlier.psuCodes.enumerated() {
      let own = Int(earlier.stratumOfPSU[psu])
      let stratum = joint[own]
      guard let same = psuOfCode[Cluster(stratum: stratum, code: code)] else { continue }
      counterpart[psu] = same
      found[stratum].now.append(same)
      found[stratum].earlier.append(psu)
      stratumOfEarlier[stratum] = own
    }
    for stratum in found.indices where !found[stratum].now.isEmpty {
      let (first, second) = (now.strata[stratum], earlier.strata[stratumOfEarlier[stratum]])
      let (own, other) = (first.unsampledShare, second.unsampledShare)
      let common = Double(found[stratum].now.count)
      let isSingle = first.samplePSUs == 1 && second.samplePSUs == 1
      let isAdjusted = now.singlePSU == .adjust && earlier.singlePSU == .adjust
      found[stratum].isAroundZero = isSingle && isAdjusted
      guard min(own, other) >= selfRepresentingShare, common > 1 || isSingle && isAdjusted else {
        continue
      }
      found[stratum].scale =
        (own * other).squareRoot() * (common > 1 ? common / (common - 1) : 1)
    }
    let factor = (Self.averageFactor(now) * Self.averageFactor(earlier)).squareRoot()
    strata = found.filter { $0.scale > 0 }.map {
      var stratum = $0
      stratum.scale *= factor
      return stratum
    }
    nowOfEarlier = counterpart
    jointOfEarlier = joint
    jointStrata = now.strata.count + earlier.strata.count
    count = counterpart.filter { $0 >= 0 }.count
  }

  private struct Cluster: Hashable {
    var stratum: Int
    var code: String
  }

  /// What the rule `average` multiplies variances by.
  private static func averageFactor(_ design: SampleDesign) -> Double {
    let sampled = design.strata.filter { $0.samplePSUs > 0 }
    let single = sampled.filter(\.holdsSinglePSU).count
    guard design.singlePSU == .average, single > 0, single < sampled.count else { return 1 }
    return Double(sampled.count) / Double(sampled.count - single)
  }

  /// The covariance of two sums of totals, one per PSU of this and of the earlier survey.
  func covariance(now totals: [Double], earlier others: [Double]) -> Double {
    var covariance = 0.0
    for stratum in strata {
      var (mean, other) = (0.0, 0.0)
      if !stratum.isAroundZero {
        for psu in stratum.now { mean += totals[psu] }
        for psu in stratum.earlier { other += others[psu] }
        mean /= Double(stratum.now.count)
        other /= Double(stratum.earlier.count)
      }
      var products = 0.0
      for (psu, same) in zip(stratum.now, stratum.earlier) {
        products += (totals[psu] - mean) * (others[same] - other)
      }
      covariance += stratum.scale * products
    }
    return covariance
  }

  /// PSUs minus strata of the joint design, among PSUs present in a domain of either survey.
  func degreesOfFreedom(now psus: some Sequence<Int>, earlier others: some Sequence<Int>) -> Int {
    var clusters = 0
    var isPresent = [Bool](repeating: false, count: now.psuCount)
    var holds = [Bool](repeating: false, count: jointStrata)
    for psu in psus {
      isPresent[psu] = true
      clusters += 1
      holds[Int(now.stratumOfPSU[psu])] = true
    }
    for psu in others {
      holds[jointOfEarlier[Int(earlier.stratumOfPSU[psu])]] = true
      if nowOfEarlier[psu] < 0 || !isPresent[nowOfEarlier[psu]] { clusters += 1 }
    }
    return clusters - holds.filter { $0 }.count
  }
}

extension [DomainTerm] {
  /// Terms mean the same in any order.
  var inOrder: [DomainTerm] { sorted { ($0.variable, $0.code) < ($1.variable, $1.code) } }
}
