import SurveyModel

/// What all variances of a survey share: the stages of the sample and the steps to undo.
struct VariancePlan: Sendable {
  let design: SampleDesign
  let history: CalibrationHistory?
  /// Per respondent: the sampling unit of the last stage.
  let unitOfRow: [Int32]
  let psuOfUnit: [Int32]
  /// From the PSUs down.
  let stages: [VarianceStage]
  /// The strata that hold a PSU.
  let allStrata: [Int32]

  init(_ design: SampleDesign, weights: WeightSet) {
    self.design = design
    let stages = VarianceStage.all(of: design)
    self.stages = stages
    unitOfRow = stages.count > 1 ? design.laterStages[stages.count - 2].unitOfRow : design.psuOfRow
    var psuOfUnit = (0..<Int32(stages[stages.count - 1].elements)).map { $0 }
    for stage in stages.dropFirst().reversed() {
      psuOfUnit = psuOfUnit.map { stage.groupOfElement[Int($0)] }
    }
    self.psuOfUnit = psuOfUnit
    history = CalibrationHistory(weights, unitOfRow: unitOfRow, psuOfUnit: psuOfUnit)
    allStrata = design.strata.indices.filter { design.strata[$0].samplePSUs > 0 }.map(Int32.init)
  }

  var unitCount: Int { psuOfUnit.count }

  /// True where units below the PSUs add to the variance.
  var hasLaterStages: Bool { stages.count > 1 }

  func strata(of psus: some Sequence<Int32>) -> [Int32] {
    var isPresent = [Bool](repeating: false, count: design.strata.count)
    for psu in psus { isPresent[Int(design.stratumOfPSU[Int(psu)])] = true }
    return isPresent.indices.filter { isPresent[$0] }.map(Int32.init)
  }
}

/// One stage of a sample: elements drawn within groups (PSUs within strata, then units within the
/// unit above).
struct VarianceStage: Sendable {
  let groupOfElement: [Int32]
  /// Per group: elements in the sample.
  let sampled: [Double]
  /// Per group: the share of its elements that is not in the sample; 1 without a population.
  let unsampledShare: [Double]
  /// Per group: the product of the sampling fractions of the stages above; 0 where one of them has
  /// no population.
  let fractionAbove: [Double]

  var elements: Int { groupOfElement.count }
  var groups: Int { sampled.count }

  /// The stages that add to the variance: those below the PSUs only where a stratum has a
  /// population, because without one the PSUs' share of it counts as nothing.
  static func all(of design: SampleDesign) -> [VarianceStage] {
    var stages = [
      VarianceStage(
        groupOfElement: design.stratumOfPSU, sampled: design.strata.map { Double($0.samplePSUs) },
        unsampledShare: design.strata.map(\.unsampledShare),
        fractionAbove: design.strata.map { _ in 1 })
    ]
    for later in design.laterStages {
      let above = stages[stages.count - 1]
      let fraction = above.groupOfElement.map { group in
        above.fractionAbove[Int(group)] * (1 - above.unsampledShare[Int(group)])
      }
      guard fraction.contains(where: { $0 > 0 }) else { break }
      stages.append(
        VarianceStage(
          groupOfElement: later.parentOfUnit, sampled: later.sampledOfParent.map(Double.init),
          unsampledShare: zip(later.populationOfParent, later.sampledOfParent).map {
            $0 > 0 ? ($0 - Double($1)) / $0 : 0
          },
          fractionAbove: fraction))
    }
    return stages
  }

  /// What products of centred totals are multiplied by, per group.
  ///
  /// Where a group holds one element of several, `adjust` takes the deviation of its total from 0,
  /// `certainty` and `remove` add nothing, and `average` gives it the mean of the other groups.
  ///
  /// - Parameters:
  ///   - present: The groups with a respondent in the domain.
  ///   - rule: The design's rule.
  /// - Returns: `nil` where `average` has no other group to take the mean of.
  func scales(present: [Int32], _ rule: SinglePSURule) -> [Double]? {
    var scales = [Double](repeating: 0, count: groups)
    var left = 0
    for group in present.lazy.map(Int.init)
    where unsampledShare[group] >= selfRepresentingShare && fractionAbove[group] > 0 {
      let factor = fractionAbove[group] * unsampledShare[group]
      if sampled[group] > 1 {
        scales[group] = factor * sampled[group] / (sampled[group] - 1)
      } else if rule == .adjust {
        scales[group] = factor
      } else if rule == .average {
        left += 1
      }
    }
    guard left > 0 else { return scales }
    guard left < present.count else { return nil }
    let factor = Double(present.count) / Double(present.count - left)
    return scales.map { $0 * factor }
  }
}

/// Below this unsampled share all elements of a group count as sampled.
let selfRepresentingShare = 1e-7

extension Stratum {
  /// 1 − f; 1 without a finite population correction.
  var unsampledShare: Double {
    populationPSUs.map { ($0 - Double(samplePSUs)) / $0 } ?? 1
  }

  /// One sampled PSU of several in the population: its variance cannot be estimated.
  var holdsSinglePSU: Bool { samplePSUs == 1 && unsampledShare >= selfRepresentingShare }
}
