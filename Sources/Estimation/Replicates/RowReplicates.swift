import Dispatch
import Numerics

/// Sums the answers of every domain in replicates that have a weight per respondent: one pass over
/// the respondents per replicate.
struct RowReplicates {
  private let answers: ItemAnswers
  /// Respondents by the domains of all sets.
  private let cells: CrossClassification

  init(_ answers: ItemAnswers, sets: [DomainSet], respondents: Int) {
    self.answers = answers
    cells = CrossClassification(
      of: sets.map(\.levelOfRow), levelCounts: sets.map(\.count), rows: respondents)
  }

  /// Fills one replicate.
  func add(_ weights: [Double], replicate: Int, to stored: StoredReplicates) {
    let sums = DisjointArray<SIMD2<Double>>(repeating: .zero, count: cells.count)
    for item in 0..<answers.count {
      sums.elements.update(repeating: .zero)
      add(item: item, weights, to: sums.elements)
      for (set, domainOfCell) in cells.levels.enumerated() {
        for cell in 0..<cells.count where domainOfCell[cell] >= 0 {
          let place = stored.place(domain: Int(domainOfCell[cell]), item: item) + replicate
          stored.valid[set].elements[place] += sums[cell].x
          stored.worth[set].elements[place] += sums[cell].y
        }
      }
    }
  }

  private func add(
    item: Int, _ weights: [Double], to sums: UnsafeMutableBufferPointer<SIMD2<Double>>
  ) {
    let terms = answers.terms[item].map(\.lowHalf)
    let mask = answers.mask
    cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
      answers.columns[item].withUnsafeBufferPointer { column in
        terms.withUnsafeBufferPointer { terms in
          weights.withUnsafeBufferPointer { weights in
            for row in weights.indices {
              sums[Int(cellOfRow[row])] += terms[Int(column[row] & mask)] * weights[row]
            }
          }
        }
      }
    }
  }
}
