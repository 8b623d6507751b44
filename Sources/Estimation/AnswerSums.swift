import Numerics
import SurveyModel

/// The sums of a survey's answers that its figures and errors are made of.
struct AnswerSums: Sendable {
  /// By set: in PSUs, weighting cells and domains, with the final weights.
  let sets: [DomainSums]
  /// By set: in the sampling units of the last stage; the same as `sets` where these are PSUs.
  let units: [DomainSums]
  /// By step undone by sweeps, and set: in weighting cells, with the later fixed ratios for weights.
  let unweighted: [[DomainSums]]

  init(
    _ answers: ItemAnswers, _ patterns: AnswerPatterns, weights: WeightSet, plan: VariancePlan,
    sets: [DomainSet]
  ) {
    let design = plan.design
    let final = weights.final.weights
    self.sets = sumAnswers(
      answers, patterns, weights: final, psuOfRow: design.psuOfRow, psus: design.psuCount,
      weightingCells: plan.history?.cells, sets: sets)
    units =
      plan.hasLaterStages
      ? sumAnswers(
        answers, patterns, weights: final, psuOfRow: plan.unitOfRow, psus: plan.unitCount,
        weightingCells: nil, sets: sets) : self.sets
    guard let history = plan.history, history.needsUnweightedSums else {
      unweighted = []
      return
    }
    let whole = [Int32](repeating: 0, count: final.count)
    unweighted = zip(history.steps, UndoneStep.list(weights)).filter(\.0.isSweeps).map {
      sumAnswers(
        answers, patterns, weights: $1.laterRatio ?? final.map { _ in 1 }, psuOfRow: whole, psus: 1,
        weightingCells: history.cells, sets: sets)
    }
  }

  /// The totals of several forms in the sampling units of the last stage, after the residuals of
  /// the steps that `plan` undoes.
  ///
  /// Where there is nothing to undo and all forms lie in one domain, only its units are listed.
  func totals(of forms: [LinearForm], _ plan: VariancePlan) -> UnitTotals {
    let figures = forms.count
    let places = DomainPlace.all(in: forms)
    var totals: UnitTotals
    if plan.history == nil, places.count == 1 {
      let cells = units[places[0].set].psus
      let range = cells.range(ofDomain: places[0].domain)
      totals = UnitTotals(
        units: Array(cells.others[range]), figures: figures,
        values: [Double](repeating: 0, count: range.count * figures))
    } else {
      totals = UnitTotals(
        units: nil, figures: figures,
        values: [Double](repeating: 0, count: plan.unitCount * figures))
    }
    let isSparse = totals.units != nil
    for (figure, form) in forms.enumerated() {
      for term in form.terms {
        let sums = units[term.set]
        let range = sums.psus.range(ofDomain: term.domain)
        let base = term.item * sums.psus.count
        for cell in range {
          let pair = sums.psuSums.elements[base &+ cell]
          let place = isSparse ? cell &- range.lowerBound : Int(sums.psus.others[cell])
          totals.values[place &* figures &+ figure] += term.c * pair[1] - term.d * pair[0]
        }
      }
    }
    guard let history = plan.history else { return totals }
    let influences = CellInfluences(forms, places, self, cells: history.cells.count)
    history.subtractFits(of: influences, figures: figures, from: &totals.values)
    return totals
  }
}

/// A domain of a set.
struct DomainPlace: Hashable {
  var set: Int
  var domain: Int

  /// The domains of forms, each once, in the order they come.
  static func all(in forms: [LinearForm]) -> [DomainPlace] {
    var found: [DomainPlace] = []
    var seen: Set<DomainPlace> = []
    var last: DomainPlace?
    for form in forms {
      for term in form.terms {
        let place = DomainPlace(set: term.set, domain: term.domain)
        if place == last { continue }
        last = place
        if seen.insert(place).inserted { found.append(place) }
      }
    }
    return found
  }
}
