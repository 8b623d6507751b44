/// What each pattern of answers adds to the influence of each figure, by domain of one set; slot 0
/// is outside all domains.
struct SpreadTable: Sendable {
  let slots: Int
  let levelOfRow: [Int32]
  /// Another set whose levels say the level here, and the slot here of each slot there.
  let finer: FinerSet?
  /// Per figure: by slot and pattern, the influence over the figure's largest.
  let values: [[Double]]
  /// By slot and figure: the largest influence.
  let sizes: [Double]

  init(
    _ figures: SpreadFigures, _ measures: IndexMeasures, set: DomainSet, finer: FinerSet?,
    _ linearisations: [IndexLinearisations]
  ) {
    let slots = set.count + 1
    let measured = measures.factors + [measures.overall]
    var values = figures.figures.map {
      [Double](repeating: 0, count: slots * $0.patterns.count)
    }
    var sizes = [Double](repeating: 0, count: slots * figures.count)
    for (domain, found) in linearisations.enumerated() {
      for (figure, part) in (found.factors + [found.overall]).enumerated() {
        guard let part else { continue }
        let influences = figures.influences(figure, measured[figure], part)
        let largest = figures.largest(figure, influences)
        guard largest > 0, largest.isFinite, (1 / largest).isFinite else { continue }
        sizes[(domain + 1) * figures.count + figure] = largest
        let base = (domain + 1) * influences.count
        for place in influences.indices {
          values[figure][base + place] = influences[place] / largest
        }
      }
    }
    self.slots = slots
    self.finer = finer
    levelOfRow = set.levelOfRow
    self.values = values
    self.sizes = sizes
  }
}
