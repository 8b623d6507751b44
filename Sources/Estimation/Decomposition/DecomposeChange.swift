import Dispatch
import SurveyModel

/// Splits the change of a figure between two surveys into parts that add up to it.
///
/// A figure is Σ h p over cells (an item, or an item within a domain), with shares h that sum to 1
/// (``WeightedItem``). With ½ of both surveys for "mid", a cell adds
///
///     satisfaction   mid h · (p − p′)            its people have become more or less satisfied
///     composition    (mid p − mid F) · (h − h′)  its part of the answers has grown or shrunk
///
/// and the sum over all cells is F − F′ exactly. A cell in one survey only has no satisfaction
/// effect. A domain's effects are the sums over its items. Items of a mean of items have fixed
/// shares, so that all of the change is satisfaction.
///
/// ## Method
///
/// Kitagawa, *Journal of the American Statistical Association* 50 (1955), 1168–1194; Das Gupta, "A
/// general method of decomposing a difference between two rates into several components",
/// *Demography* 15 (1978), 99–112. Checked: `Tests/Fixtures/published/change/SOURCE.md`.
extension SurveyComparison {
  /// The changes of the overall index and the factors, by items and by the domain sets of both.
  func decompositions(survey: String) -> [Decomposition] {
    let figures = [now.measures.overall] + now.measures.factors
    let sets = now.domains.indices.dropFirst().compactMap { set -> (Int, Int)? in
      guard let variables = now.variables(ofSet: set) else { return nil }
      let other = earlier.domains.indices.dropFirst().first {
        earlier.variables(ofSet: $0) == variables
      }
      return other.map { (set, $0) }
    }
    var found: [Decomposition] = []
    for (figure, measure) in figures.enumerated() {
      let other =
        figure == 0
        ? 0 : earlier.measures.all.firstIndex { $0.kind == measure.kind && $0.id == measure.id }
      guard let other, let new = FigureCells(now, Place(set: 0, domain: 0, figure: figure)),
        let old = FigureCells(earlier, Place(set: 0, domain: 0, figure: other))
      else { continue }
      let change = ChangeDecomposition(comparison: self, now: new, earlier: old, survey: survey)
      if new.hasItems, old.hasItems { found.append(change.byItems) }
      found += sets.map { change.byDomains(ofSet: $0, earlierSet: $1) }
    }
    return found
  }
}

extension IndexAnalysis {
  /// `nil` for a set without levels.
  fileprivate func variables(ofSet set: Int) -> [String]? {
    domains[set].first?.map(\.variable)
  }
}
