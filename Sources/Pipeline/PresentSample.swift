import SurveyModel
import Weighting

extension WeightedSample {
  /// The sample in a domain of `grouping` (`nil`: in the whole population), as a sample plan needs
  /// it; `nil` when nobody is in the domain.
  func present(in terms: [DomainTerm], of grouping: Grouping?) -> PresentSample? {
    let level = grouping?.levels.firstIndex { $0.terms == terms }
    if grouping != nil && level == nil { return nil }
    var isPresent = [Bool](repeating: false, count: design.psuCount)
    var weights: [Double] = []
    for row in 0..<design.count {
      if let grouping, let level, Int(grouping.levelOfRow[row]) != level { continue }
      isPresent[Int(design.psuOfRow[row])] = true
      weights.append(self.weights.final.weights[row])
    }
    guard !weights.isEmpty else { return nil }
    let clusters = isPresent.indices.filter { isPresent[$0] }
    return PresentSample(
      clusters: clusters.count, strata: Set(clusters.map { design.stratumOfPSU[$0] }).count,
      weightingEffect: WeightDiagnostics(of: weights).kishDesignEffect)
  }
}
