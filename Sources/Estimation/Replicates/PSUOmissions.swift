/// The PSU that each replicate of a jackknife leaves out, and who is raised in its place.
struct PSUOmissions: Sendable {
  struct Omission: Sendable {
    let psu: Int32
    /// True when all other PSUs of the sample are raised, false when those of its stratum are.
    let raisesWholeSample: Bool
    let factor: Double
  }

  let replicates: [Omission]
  let stratumOfPSU: [Int32]
  /// Per PSU: the replicate that leaves it out, −1 where none does.
  let replicateOfPSU: [Int32]

  init(_ replicates: [Omission], stratumOfPSU: [Int32]) {
    self.replicates = replicates
    self.stratumOfPSU = stratumOfPSU
    var replicateOfPSU = [Int32](repeating: -1, count: stratumOfPSU.count)
    for (index, omission) in replicates.enumerated() {
      replicateOfPSU[Int(omission.psu)] = Int32(index)
    }
    self.replicateOfPSU = replicateOfPSU
  }

  func multipliers(ofReplicate replicate: Int) -> [Double] {
    let omission = replicates[replicate]
    let stratum = stratumOfPSU[Int(omission.psu)]
    var multipliers = stratumOfPSU.map {
      omission.raisesWholeSample || $0 == stratum ? omission.factor : 1
    }
    multipliers[Int(omission.psu)] = 0
    return multipliers
  }
}
