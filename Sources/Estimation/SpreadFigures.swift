/// One figure whose squares are summed.
struct SpreadFigure: Sendable {
  /// The groups of its items.
  let groups: [Int]
  /// From the first to the last of its groups.
  let range: Range<Int>
  /// The patterns of these groups.
  let patterns: Range<Int>
  /// Where one group is all, the squares follow from the weights by pattern.
  var isByPattern: Bool { groups.count == 1 }
}

/// The factors, then the overall index, as groups of items.
struct SpreadFigures: Sendable {
  let patterns: AnswerPatterns
  let figures: [SpreadFigure]
  /// The groups that are a figure of their own.
  let byPattern: [Int]
  /// The figures of several groups.
  let direct: [Int]

  var count: Int { figures.count }
  /// Groups of eight figures: one bit of a byte for each.
  var eights: Int { (figures.count + 7) / 8 }

  init(_ patterns: AnswerPatterns, measures: IndexMeasures) {
    self.patterns = patterns
    figures = (measures.factors + [measures.overall]).map { measure in
      let groups = patterns.groups(of: measure.items)
      guard let first = groups.first, let last = groups.last else {
        return SpreadFigure(groups: [], range: 0..<0, patterns: 0..<0)
      }
      let end = patterns.groups[last].first + patterns.groups[last].patterns
      return SpreadFigure(
        groups: groups, range: first..<last + 1, patterns: patterns.groups[first].first..<end)
    }
    byPattern = Set(figures.filter(\.isByPattern).map { $0.groups[0] }).sorted()
    direct = figures.indices.filter { [figures] in !figures[$0].isByPattern }
  }

  /// The influence of each pattern on a figure, in the order of the figure's ``SpreadFigure/patterns``.
  func influences(_ figure: Int, _ measure: Measure, _ part: Linearisation) -> [Double] {
    let range = figures[figure].patterns
    var found = [Double](repeating: 0, count: range.count)
    for (term, item) in measure.items.enumerated() {
      for group in figures[figure].groups.map({ patterns.groups[$0] }) {
        guard let place = group.items.firstIndex(of: item) else { continue }
        let worth = group.states[place].terms.map { part.c[term] * $0[1] - part.d[term] * $0[0] }
        let states = group.states(ofPlace: place)
        let first = group.first - range.lowerBound
        for pattern in states.indices { found[first + pattern] += worth[Int(states[pattern])] }
      }
    }
    return found
  }

  /// The largest sum of influences that answers can have.
  func largest(_ figure: Int, _ influences: [Double]) -> Double {
    let start = figures[figure].patterns.lowerBound
    return figures[figure].groups.reduce(0) { sum, group in
      let group = patterns.groups[group]
      let mine = influences[group.first - start..<group.first - start + group.patterns]
      return sum + mine.reduce(0) { max($0, $1.magnitude) }
    }
  }
}
