/// Sums of several figures' influences over weighting cells.
struct CellInfluences {
  /// The cells with a respondent in a domain of the figures, each once.
  private(set) var cells: [Int32] = []
  /// By listed cell and figure: with the final weights.
  private(set) var weighted: [Double]
  /// By step undone by sweeps, listed cell and figure: with the later fixed ratios alone.
  private(set) var unweighted: [[Double]]

  init(_ forms: [LinearForm], _ places: [DomainPlace], _ sums: AnswerSums, cells count: Int) {
    var place = [Int32](repeating: -1, count: count)
    for domain in places {
      guard let weighting = sums.sets[domain.set].weighting else { continue }
      for cell in weighting.range(ofDomain: domain.domain) {
        let other = Int(weighting.others[cell])
        if place[other] >= 0 { continue }
        place[other] = Int32(cells.count)
        cells.append(Int32(other))
      }
    }
    let listed = cells.count
    func add(_ sums: [DomainSums]) -> [Double] {
      let figures = forms.count
      var values = [Double](repeating: 0, count: listed * figures)
      for (figure, form) in forms.enumerated() {
        for term in form.terms {
          let sums = sums[term.set]
          guard let weighting = sums.weighting else { continue }
          let base = term.item * weighting.count
          for cell in weighting.range(ofDomain: term.domain) {
            let pair = sums.weightingSums.elements[base &+ cell]
            let row = Int(place[Int(weighting.others[cell])])
            values[row &* figures &+ figure] += term.c * pair[1] - term.d * pair[0]
          }
        }
      }
      return values
    }
    weighted = add(sums.sets)
    unweighted = sums.unweighted.map(add)
  }
}

extension CalibrationHistory {
  /// Takes from totals by unit and figure what the steps' margins explain, the last step first: its
  /// residual is what the step before it has to explain.
  func subtractFits(of influences: CellInfluences, figures: Int, from totals: inout [Double]) {
    // Per step already undone, the earliest first, as `coefficients(of:explained:…)` has them.
    var explained: [[Double]] = []
    var sweep = influences.unweighted.count
    for (number, step) in steps.enumerated().reversed() {
      if step.isSweeps { sweep -= 1 }
      let coefficients = step.coefficients(
        of: influences, sweep: sweep, explained: explained, figures: figures)
      step.unitLoadings.subtract(coefficients, figures: figures, from: &totals)
      if number > 0 {
        explained.insert(step.explained(by: coefficients, figures: figures), at: 0)
      }
    }
  }
}
