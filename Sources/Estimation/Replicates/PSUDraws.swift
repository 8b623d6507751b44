import Numerics
import SurveyModel

/// The draws of a rescaled bootstrap: nₕ − 1 PSUs of each stratum, with replacement.
///
/// Only a seed is kept of each replicate, from which its draws are made again at any time; so the
/// first replicates are the same however many follow.
struct PSUDraws: Sendable {
  /// Per stratum with two sampled PSUs or more: its PSUs.
  private let drawn: [[Int32]]
  private let seeds: [UInt64]
  private let psuCount: Int

  init(_ design: SampleDesign, replicates: Int, seed: UInt64) {
    var psusOfStratum = [[Int32]](repeating: [], count: design.strata.count)
    for (psu, stratum) in design.stratumOfPSU.enumerated() {
      psusOfStratum[Int(stratum)].append(Int32(psu))
    }
    drawn = psusOfStratum.filter { $0.count > 1 }
    var random = SplitMix64(seed: seed)
    seeds = (0..<replicates).map { _ in random.next() }
    psuCount = design.psuCount
  }

  /// Draws · nₕ/(nₕ − 1) per PSU; 1 where the stratum has one PSU.
  func multipliers(ofReplicate replicate: Int) -> [Double] {
    var random = SplitMix64(seed: seeds[replicate])
    var multipliers = [Double](repeating: 1, count: psuCount)
    for psus in drawn {
      for psu in psus { multipliers[Int(psu)] = 0 }
      for _ in 1..<psus.count {
        multipliers[Int(psus[random.uniform(below: psus.count)])] += 1
      }
      let factor = Double(psus.count) / Double(psus.count - 1)
      for psu in psus { multipliers[Int(psu)] *= factor }
    }
    return multipliers
  }
}
