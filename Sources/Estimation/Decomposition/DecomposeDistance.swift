import Dispatch
package import SurveyModel

/// Splits the distance between a figure and a threshold into parts that add up to it.
///
/// A figure is Σ h p over its items, with shares h that sum to 1 (``WeightedItem``): 1/K each for a
/// mean of K items, the item's part of all valid answers for pooled answers, and the factor's
/// weight times that for an overall index. An item adds
///
///     h · (p − T)
///
/// points to the distance F − T. A domain adds the sum over the items of h · X_d/X · (p_d − T),
/// where X_d/X is the domain's part of the item's valid answers; respondents outside all domains
/// are a part of their own. Each part is a smooth function of totals, so its standard error is by
/// linearisation like that of the figure.
///
/// - Parameters:
///   - analysis: The survey.
///   - target: Id of the target.
///   - kind: The kind of the figure.
///   - id: Its id.
///   - domain: The domain of the target; empty for the whole population.
///   - threshold: T, in the unit of the estimates.
/// - Returns: By items (of a figure of several) and, for the whole population, by each domain
///   set; nothing when the figure was not estimated. A part's own figure is the estimate of the
///   item, or of the figure in the domain, with its flag.
/// - Complexity: O(parts × items × PSUs).
///
/// ## Method
///
/// Standardisation as in Kitagawa, "Components of a difference between two rates", *Journal of the
/// American Statistical Association* 50 (1955), 1168–1194; errors: Särndal, Swensson and Wretman
/// (1992), section 5.5. Checked: `Tests/Fixtures/published/change/SOURCE.md`.
package func decomposeDistance(
  _ analysis: IndexAnalysis, target: String, kind: MeasureKind, id: String,
  domain: [DomainTerm] = [], threshold: Double
) -> [Decomposition] {
  guard let place = analysis.place(of: kind, id: id, domain: domain),
    let cells = FigureCells(analysis, place)
  else { return [] }
  let distance = DistanceDecomposition(cells: cells, target: target, threshold: threshold)
  var found: [Decomposition] = []
  if cells.hasItems { found.append(distance.byItems) }
  guard place.set == 0 else { return found }
  for set in analysis.domains.indices.dropFirst() where !analysis.domains[set].isEmpty {
    found.append(distance.byDomains(ofSet: set))
  }
  return found
}

/// The distance of one figure to one threshold.
private struct DistanceDecomposition {
  let cells: FigureCells
  let target: String
  let threshold: Double

  private var analysis: IndexAnalysis { cells.analysis }

  private var estimate: Estimate { analysis.estimate(at: cells.place) }

  private func decomposition(
    _ variables: [String], _ parts: [(part: DecompositionPart, form: LinearForm)]
  ) -> Decomposition {
    let errors = analysis.standardErrors(
      of: parts.map(\.form), isKnown: estimate.standardError != nil)
    return Decomposition(
      kind: estimate.kind, id: estimate.id,
      subject: .distance(target: target, threshold: threshold), variables: variables,
      whole: cells.value * analysis.unit - threshold, standardError: estimate.standardError,
      parts: zip(parts, errors).map {
        var part = $0.part
        part.set(
          error: $1, degreesOfFreedom: estimate.degreesOfFreedom, level: analysis.settings.level)
        return part
      })
  }

  /// The part of some weighted items in some part of the respondents; `nil` where nobody answered.
  private func part(
    _ items: [WeightedItem], in part: PartPlace, as name: DecompositionPart.Place
  ) -> (part: DecompositionPart, form: LinearForm)? {
    let limit = threshold / analysis.unit
    var found = DecompositionPart(place: name, effect: .distance, share: 0, contribution: 0)
    var influence = FigureCells.Influence(cells)
    var share = 0.0
    for weighted in items {
      let cell = cells.cell(weighted, in: part)
      guard cell.valid > 0 else { continue }
      share += cell.share
      found.contribution += cell.share * (cell.figure - limit) * analysis.unit
      influence.add(cell, in: part, share: cell.figure - limit, figure: cell.share)
    }
    guard share > 0 else { return nil }
    found.share = share
    return (found, influence.linearForm)
  }

  var byItems: Decomposition {
    let numbers = Set(cells.items.map(\.item)).sorted()
    return decomposition(
      [],
      numbers.compactMap { item in
        let estimate = analysis.itemEstimate(item, cells.place)
        var found = part(
          cells.items.filter { $0.item == item }, in: cells.whole, as: .item(estimate.id))
        found?.part.figure = estimate.value
        found?.part.set(DerivedFlag(estimate))
        return found
      })
  }

  func byDomains(ofSet set: Int) -> Decomposition {
    let domains = analysis.domains[set]
    var parts = domains.indices.compactMap { domain in
      var found = part(
        cells.items, in: .domain(domain, ofSet: set), as: .domain(domains[domain]))
      let estimate = analysis.estimate(
        at: SurveyComparison.Place(set: set, domain: domain, figure: cells.place.figure))
      found?.part.figure = estimate.value
      found?.part.set(DerivedFlag(estimate))
      return found
    }
    let outside = PartPlace.outside(set: set, domains: domains.count)
    if let found = part(cells.items, in: outside, as: .outsideDomains) {
      parts.append(found)
      parts[parts.count - 1].part.set(
        DerivedFlag(suppressed: analysis.isHidden(outside: outside)))
    }
    return decomposition(domains[0].map(\.variable), parts)
  }
}
