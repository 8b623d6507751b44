/// What each pattern of answers adds to the influence of each figure, by domain of one set; slot 0
/// is outside all domains.
struct SpreadTable: Sendable {
  let domains: Int
  let levelOfRow: [Int32]
  /// Per figure and group: by slot and pattern, the influence over the figure's largest.
  let values: [[[Double]]]
  /// By slot and figure (the overall index last): the largest influence.
  let sizes: [Double]
  /// By slot and factor: what the factor's influence (over its largest) adds to the overall index's.
  let shares: [Double]

  init(
    _ figures: SpreadFigures, _ answers: ItemAnswers, set: DomainSet,
    _ linearisations: [IndexLinearisations]
  ) {
    let slots = set.count + 1
    var values = figures.figures.map { figure in
      figure.groups.map { [Double](repeating: 0, count: slots * $0.patterns) }
    }
    var sizes = [Double](repeating: 0, count: slots * figures.count)
    var shares = [Double](repeating: 0, count: slots * figures.factors)
    for (domain, found) in linearisations.enumerated() {
      let slot = domain + 1
      for (number, figure) in figures.figures.enumerated() {
        let part = number < figures.factors ? found.factors[number] : found.overall
        guard let part else { continue }
        var largest = 0.0
        for (place, group) in figure.groups.enumerated() {
          let base = slot * group.patterns
          values[number][place].withUnsafeMutableBufferPointer { values in
            let entries = values.extracting(base..<base + group.patterns)
            group.fill(entries, answers, part)
            largest += entries.reduce(0) { max($0, $1.magnitude) }
          }
        }
        let isUsable = largest > 0 && largest.isFinite && (1 / largest).isFinite
        sizes[slot * figures.count + number] = isUsable ? largest : 0
        for (place, group) in figure.groups.enumerated() {
          for entry in slot * group.patterns..<(slot + 1) * group.patterns {
            values[number][place][entry] = isUsable ? values[number][place][entry] / largest : 0
          }
        }
      }
      if figures.overallIsMeanOfFactors, let overall = found.overall {
        let parts = overall.shares.indices.map {
          overall.shares[$0] * sizes[slot * figures.count + $0]
        }
        let largest = parts.reduce(0, +)
        guard largest > 0, largest.isFinite else { continue }
        sizes[slot * figures.count + figures.factors] = largest
        for (factor, part) in parts.enumerated() {
          shares[slot * figures.factors + factor] = part / largest
        }
      }
    }
    domains = set.count
    levelOfRow = set.levelOfRow
    self.values = values
    self.sizes = sizes
    self.shares = shares
  }
}

extension AnswerGroup {
  /// The influence of each pattern.
  fileprivate func fill(
    _ entries: UnsafeMutableBufferPointer<Double>, _ answers: ItemAnswers, _ part: Linearisation
  ) {
    for pattern in 0..<patterns {
      var sum = 0.0
      for (place, item) in items.enumerated() {
        let answer = answers.terms[item][bytes[pattern * items.count + place]]
        let term = terms.lowerBound + place
        sum += part.c[term] * answer[1] - part.d[term] * answer[0]
      }
      entries[pattern] = sum.isFinite ? sum : 0
    }
  }
}
