import Dispatch
import SurveyModel

/// The change of one figure between two surveys.
struct ChangeDecomposition {
  let comparison: SurveyComparison
  let now: FigureCells
  let earlier: FigureCells
  let survey: String

  /// One part with its linear forms: of this survey's sums, and of the earlier one's.
  struct Effect {
    var part: DecompositionPart
    /// By how much the part's share has grown.
    var growth = 0.0
    var now: LinearForm
    var earlier: LinearForm
  }

  /// An item of both surveys, or of one.
  private struct Pair {
    var now: WeightedItem?
    var earlier: WeightedItem?
  }

  /// The items by id, in the order of this survey and then those that only the earlier one has.
  private var pairs: [(key: String, items: [Pair])] {
    var found: [(key: String, items: [Pair])] = []
    for (cells, isNow) in [(now, true), (earlier, false)] {
      var places: [String: Int] = [:]
      for weighted in cells.items {
        let key = cells.key(ofItem: weighted.item)
        // An item that counts twice in a figure is matched with its own place in the other.
        let place = places[key, default: 0]
        places[key] = place + 1
        let index = found.firstIndex { $0.key == key } ?? found.count
        if index == found.count { found.append((key, [])) }
        if place == found[index].items.count { found[index].items.append(Pair()) }
        if isNow {
          found[index].items[place].now = weighted
        } else {
          found[index].items[place].earlier = weighted
        }
      }
    }
    return found
  }

  var byItems: Decomposition {
    var parts: [Effect] = []
    for (key, items) in pairs {
      var effects = self.effects(
        items, in: now.whole, earlier: earlier.whole, as: .item(key))
      let estimates = [now, earlier].map { cells in
        cells.items.first { cells.key(ofItem: $0.item) == key }.map {
          cells.analysis.itemEstimate($0.item, cells.place)
        }
      }
      for index in effects.indices {
        effects[index].part.figure = estimates[0]?.value
        effects[index].part.set(DerivedFlag(estimates[0], estimates[1]))
      }
      // Fixed shares: there is no second effect.
      if effects[1].growth.magnitude < 1e-14 { effects.removeLast() }
      parts += effects
    }
    return decomposition([], parts)
  }

  func byDomains(ofSet set: Int, earlierSet other: Int) -> Decomposition {
    let domains = now.analysis.domains[set]
    let others = earlier.analysis.domains[other]
    let items = pairs.flatMap(\.items)
    var parts: [Effect] = []
    let numbers = Self.numbers(of: domains)
    let numbersBefore = Self.numbers(of: others)
    for level in domains + others.filter({ numbers[$0] == nil }) {
      let (domain, before) = (numbers[level], numbersBefore[level])
      let part = domain.map { PartPlace.domain($0, ofSet: set) }
      let partBefore = before.map { PartPlace.domain($0, ofSet: other) }
      var found = effects(
        items, in: part ?? PartPlace(terms: []), earlier: partBefore ?? PartPlace(terms: []),
        as: .domain(level))
      let new = domain.map { estimate(now, set, $0) }
      let old = before.map { estimate(earlier, other, $0) }
      for index in found.indices {
        found[index].part.figure = new?.value
        found[index].part.set(DerivedFlag(new, old))
      }
      parts += found
    }
    let outside = PartPlace.outside(set: set, domains: domains.count)
    let before = PartPlace.outside(set: other, domains: others.count)
    if now.analysis.respondents(in: outside) > 0 || earlier.analysis.respondents(in: before) > 0 {
      let isHidden =
        now.analysis.isHidden(outside: outside) || earlier.analysis.isHidden(outside: before)
      parts += effects(items, in: outside, earlier: before, as: .outsideDomains).map {
        var effect = $0
        effect.part.set(DerivedFlag(suppressed: isHidden))
        return effect
      }
    }
    return decomposition(domains[0].map(\.variable), parts)
  }

  private static func numbers(of levels: [[DomainTerm]]) -> [[DomainTerm]: Int] {
    Dictionary(levels.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private func estimate(_ cells: FigureCells, _ set: Int, _ domain: Int) -> Estimate {
    cells.analysis.estimate(
      at: SurveyComparison.Place(set: set, domain: domain, figure: cells.place.figure))
  }

  /// The two effects of a part of the respondents, summed over items.
  private func effects(
    _ items: [Pair], in part: PartPlace, earlier before: PartPlace,
    as name: DecompositionPart.Place
  ) -> [Effect] {
    let middle = (now.value + earlier.value) / 2
    var (satisfaction, composition, shareNow, growth) = (0.0, 0.0, 0.0, 0.0)
    var forms = (0..<4).map { FigureCells.Influence($0 < 2 ? now : earlier) }
    for pair in items {
      let new = pair.now.map { now.cell($0, in: part) }.flatMap { $0.valid > 0 ? $0 : nil }
      let old = pair.earlier.map { earlier.cell($0, in: before) }
        .flatMap { $0.valid > 0 ? $0 : nil }
      guard let figure = new?.figure ?? old?.figure else { continue }
      // In one survey only: its figure counts for both.
      let (p, q) = (new?.figure ?? figure, old?.figure ?? figure)
      let (h, g) = (new?.share ?? 0, old?.share ?? 0)
      let isBoth = new != nil && old != nil
      satisfaction += (h + g) / 2 * (p - q)
      composition += ((p + q) / 2 - middle) * (h - g)
      shareNow += h
      growth += h - g
      // A figure of one survey only stands for both halves of the mean.
      let weight = isBoth ? (h - g) / 2 : h - g
      if let new {
        forms[0].add(
          new, in: part, share: (p - q) / 2, figure: isBoth ? (h + g) / 2 : 0)
        forms[1].add(new, in: part, share: (p + q) / 2 - middle, figure: weight)
      }
      if let old {
        forms[2].add(
          old, in: before, share: (p - q) / 2, figure: isBoth ? -(h + g) / 2 : 0)
        forms[3].add(old, in: before, share: middle - (p + q) / 2, figure: weight)
      }
    }
    let unit = now.analysis.unit
    return [
      Effect(
        part: DecompositionPart(
          place: name, effect: .satisfaction, share: shareNow, contribution: satisfaction * unit),
        now: forms[0].linearForm, earlier: forms[2].linearForm),
      // The middle of the figures moves too.
      Effect(
        part: DecompositionPart(
          place: name, effect: .composition, share: shareNow, contribution: composition * unit),
        growth: growth, now: forms[1].linearForm + (-growth / 2) * now.form,
        earlier: forms[3].linearForm + (-growth / 2) * earlier.form),
    ]
  }

  private func decomposition(_ variables: [String], _ effects: [Effect]) -> Decomposition {
    let estimates = [now, earlier].map { $0.analysis.estimate(at: $0.place) }
    let isKnown = estimates.allSatisfy { $0.standardError != nil }
    let whole = Effect(
      part: DecompositionPart(place: .outsideDomains, effect: .satisfaction, contribution: 0),
      now: now.form, earlier: -1 * earlier.form)
    let errors = comparison.standardErrors(of: effects + [whole], isKnown: isKnown)
    return Decomposition(
      kind: estimates[0].kind, id: estimates[0].id, subject: .change(survey: survey),
      variables: variables, whole: (now.value - earlier.value) * now.analysis.unit,
      standardError: errors[effects.count],
      parts: zip(effects, errors).map {
        var part = $0.part
        part.set(
          error: $1, degreesOfFreedom: estimates.map(\.degreesOfFreedom).min() ?? 0,
          level: now.analysis.settings.level)
        return part
      })
  }
}

extension SurveyComparison {
  /// The standard errors of effects, with the covariance through shared clusters.
  fileprivate func standardErrors(
    of effects: [ChangeDecomposition.Effect], isKnown: Bool
  ) -> [Double?] {
    guard isKnown else { return effects.map { _ in nil } }
    let variances = DisjointArray<Double>(repeating: .nan, count: effects.count)
    DispatchQueue.concurrentPerform(iterations: effects.count) { index in
      let (form, before) = (effects[index].now, effects[index].earlier)
      var variance = now.covariance(of: [now.totals(of: form)])[0]
      variance += earlier.covariance(of: [earlier.totals(of: before)])[0]
      if let clusters {
        variance +=
          2
          * clusters.covariance(
            now: now.psuTotals(of: form), earlier: earlier.psuTotals(of: before))
      }
      variances.elements[index] = variance
    }
    return effects.indices.map { partError(ofVariance: variances[$0], unit: now.unit) }
  }
}
