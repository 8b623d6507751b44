import Numerics

/// The counters of one lane in one set, weighted: by domain × PSU and domain × weighting cell; and
/// by domain, not weighted.
struct WeightedCounters {
  /// By domain × PSU cell and counter.
  private let psus: DisjointArray<Double>
  /// By domain × weighting cell and counter.
  private let weighting: DisjointArray<Double>
  /// By domain and counter: respondents.
  private let respondents: DisjointArray<Int32>

  init(_ sums: DomainSums) {
    let width = AnswerLanes.width
    psus = DisjointArray(repeating: 0, count: width * sums.psus.count)
    weighting = DisjointArray(repeating: 0, count: width * (sums.weighting?.count ?? 0))
    respondents = DisjointArray(repeating: 0, count: width * sums.domains)
  }

  /// Adds the counters of one lane of all cells.
  func add(lane: Int, _ counts: [CellCounts], _ cells: SetCells, _ sums: DomainSums) {
    let width = AnswerLanes.width
    let counters = DisjointArray<Int32>(repeating: 0, count: width)
    let weighted = DisjointArray<Double>(repeating: 0, count: width)
    let (count, product) = (counters.elements, weighted.elements)
    func add(_ place: Int32, to sums: UnsafeMutableBufferPointer<Double>) {
      let first = Int(place) &* width
      for counter in 0..<width { sums[first &+ counter] += product[counter] }
    }
    for cell in cells.domainOfCell.indices where cells.domainOfCell[cell] >= 0 {
      count.update(repeating: 0)
      for counts in counts where counts.respondents(inCell: cell) > 0 {
        counts.add(lane: lane, ofCell: cell, to: count)
      }
      let weight = cells.weightOfCell[cell]
      for counter in 0..<width { product[counter] = weight * Double(count[counter]) }
      add(sums.psus.cellOfFine[cell], to: psus.elements)
      if let weightingCells = sums.weighting {
        add(weightingCells.cellOfFine[cell], to: weighting.elements)
      }
      let domain = cells.domainOfCell[cell]
      let first = Int(domain) &* width
      let respondents = respondents.elements
      for counter in 0..<width { respondents[first &+ counter] &+= count[counter] }
    }
  }

  /// Adds the counters to the sums of their items.
  func fill(lane: Int, _ lanes: AnswerLanes, _ sums: DomainSums) {
    for item in lanes.terms.indices {
      for (state, terms) in lanes.terms[item].enumerated().dropFirst() {
        let counter = lanes.counters[item] + state - 1 - lane * AnswerLanes.width
        if (0..<AnswerLanes.width).contains(counter) { fill(item, counter, terms, sums) }
      }
    }
  }

  private func fill(_ item: Int, _ counter: Int, _ terms: AnswerTerms, _ sums: DomainSums) {
    let width = AnswerLanes.width
    let size = sums.psus.count
    let inPSUs = sums.psuSums.elements.extracting(item * size..<(item + 1) * size)
    for cell in 0..<size {
      inPSUs[cell] += psus.elements[cell &* width &+ counter] * terms.lowHalf
    }
    for domain in 0..<sums.domains {
      var weight = 0.0
      for cell in sums.psus.range(ofDomain: domain) {
        weight += psus.elements[cell &* width &+ counter]
      }
      let number = Double(respondents.elements[domain &* width &+ counter])
      sums.itemSums.elements[domain * sums.items + item] +=
        SIMD4(weight, weight, weight, number) * terms
    }
    guard let cells = sums.weighting else { return }
    let inCells = sums.weightingSums.elements.extracting(
      item * cells.count..<(item + 1) * cells.count)
    for cell in 0..<cells.count {
      inCells[cell] += weighting.elements[cell &* width &+ counter] * terms.lowHalf
    }
  }
}
