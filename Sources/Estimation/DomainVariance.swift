import Numerics
import SurveyModel

/// Variances of the figures of one domain.
struct DomainVariance {
  /// PSUs minus strata, counted among those with a respondent in the domain.
  let degreesOfFreedom: Int
  private let domain: Int
  private let sums: DomainSums
  private let plan: VariancePlan
  private let strata: [Int32]
  /// True when every PSU of the domain's strata is in the sample: what error there is comes from
  /// within PSUs, which the ultimate-cluster formula does not see.
  private let isCensusOfClusters: Bool
  private var scratch: [StratumSums]

  init(domain: Int, sums: DomainSums, plan: VariancePlan) {
    self.domain = domain
    self.sums = sums
    self.plan = plan
    scratch = [StratumSums](repeating: StratumSums(), count: plan.design.strata.count)
    let psus = sums.psus.others[sums.psus.range(ofDomain: domain)]
    strata = plan.strata(of: psus)
    degreesOfFreedom = psus.count - strata.count
    isCensusOfClusters =
      plan.design.psuCount < plan.design.count
      && strata.allSatisfy {
        plan.design.strata[Int($0)].unsampledShare < selfRepresentingShare
      }
  }

  /// The variance of a figure, in the square of its unit; `nil` where it cannot be estimated.
  mutating func variance(of measure: Measure, _ linearisation: Linearisation) -> Double? {
    guard degreesOfFreedom > 0, !isCensusOfClusters else { return nil }
    let cells = sums.psus.range(ofDomain: domain)
    var totals = [Double](repeating: 0, count: cells.count)
    for (term, item) in measure.items.enumerated() {
      let (c, d) = (linearisation.c[term], linearisation.d[term])
      if c == 0 { continue }
      let base = item * sums.psus.count
      for (index, cell) in cells.enumerated() {
        let pair = sums.psuSums[base + cell]
        totals[index] += c * pair[1] - d * pair[0]
      }
    }
    guard let history = plan.history, let weighting = sums.weighting else {
      return plan.variance.variance(
        of: totals, psus: sums.psus.others[cells], strata: strata, scratch: &scratch)
    }
    var influence = [Double](repeating: 0, count: history.cells.count)
    for (term, item) in measure.items.enumerated() {
      let (c, d) = (linearisation.c[term], linearisation.d[term])
      if c == 0 { continue }
      let base = item * weighting.count
      for cell in weighting.range(ofDomain: domain) {
        let pair = sums.weightingSums[base + cell]
        influence[Int(weighting.others[cell])] += c * pair[1] - d * pair[0]
      }
    }
    // The residual differs from 0 outside the domain too, so every PSU counts.
    var residuals = [Double](repeating: 0, count: plan.design.psuCount)
    for (index, cell) in cells.enumerated() {
      residuals[Int(sums.psus.others[cell])] = totals[index]
    }
    plan.subtract(history.explained(influence), from: &residuals)
    return plan.variance.variance(
      of: residuals, psus: plan.allPSUs[...], strata: plan.allStrata, scratch: &scratch)
  }
}

/// What all variances of a survey share.
struct VariancePlan {
  let design: SampleDesign
  let variance: TaylorVariance
  let history: CalibrationHistory?
  let allPSUs: [Int32]
  let allStrata: [Int32]
  /// PSU × weighting cell: Σ of the final weights.
  private let crossed: CrossedWeights

  init(_ design: SampleDesign, weights: WeightSet, history: CalibrationHistory?) {
    self.design = design
    self.history = history
    variance = TaylorVariance(design)
    allPSUs = (0..<Int32(design.psuCount)).map { $0 }
    crossed = CrossedWeights(design, weights, history)
    allStrata = design.strata.indices.filter { design.strata[$0].samplePSUs > 0 }.map(Int32.init)
  }

  func strata(of psus: ArraySlice<Int32>) -> [Int32] {
    var isPresent = [Bool](repeating: false, count: design.strata.count)
    for psu in psus { isPresent[Int(design.stratumOfPSU[Int(psu)])] = true }
    return isPresent.indices.filter { isPresent[$0] }.map(Int32.init)
  }

  func subtract(_ explained: [Double], from residuals: inout [Double]) {
    residuals.withUnsafeMutableBufferPointer { residuals in
      explained.withUnsafeBufferPointer { explained in
        crossed.psus.withUnsafeBufferPointer { psus in
          crossed.cells.withUnsafeBufferPointer { cells in
            crossed.weights.withUnsafeBufferPointer { weights in
              for pair in weights.indices {
                residuals[Int(psus[pair])] -= weights[pair] * explained[Int(cells[pair])]
              }
            }
          }
        }
      }
    }
  }
}

/// Σ of the final weights by PSU and weighting cell; nothing without post-stratification or raking.
private struct CrossedWeights {
  /// Per combination that occurs.
  var psus: [Int32] = []
  var cells: [Int32] = []
  var weights: [Double] = []

  init(_ design: SampleDesign, _ set: WeightSet, _ history: CalibrationHistory?) {
    guard let history else { return }
    let crossed = CrossClassification(
      of: [design.psuOfRow, history.cells.cellOfRow],
      levelCounts: [design.psuCount, history.cells.count], rows: design.count)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: crossed.count)
    let final = set.final.weights
    for row in final.indices { sums[Int(crossed.cellOfRow[row])].add(final[row]) }
    psus = crossed.levels[0]
    cells = crossed.levels[1]
    weights = sums.map(\.value)
  }
}
