import Dispatch
import Numerics

/// Sums the answers of every domain in replicates that have a weight per respondent: one pass over
/// the respondents per replicate.
///
/// The order of respondents changes no bit.
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
    let sums = DisjointArray<AnswerSum>(repeating: AnswerSum(), count: cells.count)
    // A power of two for all weights changes no figure, and keeps sums of huge weights finite.
    let largest = weights.max() ?? 0
    let factor = largest > 0x1p900 ? 0x1p-200 : 1
    for item in 0..<answers.count {
      sums.elements.update(repeating: AnswerSum())
      add(item: item, weights, factor, largest: largest * factor, to: sums.elements)
      for (set, domainOfCell) in cells.levels.enumerated() {
        for cell in 0..<cells.count where domainOfCell[cell] >= 0 {
          let place = stored.place(domain: Int(domainOfCell[cell]), item: item) + replicate
          stored.valid[set].elements[place] += sums[cell].valid.value
          stored.worth[set].elements[place] += sums[cell].worth.value
        }
      }
    }
  }

  private func add(
    item: Int, _ weights: [Double], _ factor: Double, largest: Double,
    to sums: UnsafeMutableBufferPointer<AnswerSum>
  ) {
    let terms = answers.terms[item].map(\.lowHalf)
    let worth = terms.map { $0.y.magnitude }.max() ?? 0
    let validGrid = SumGrid(largest: largest, count: weights.count)
    let worthGrid = SumGrid(largest: largest * worth, count: weights.count)
    let mask = answers.mask
    cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
      answers.columns[item].withUnsafeBufferPointer { column in
        terms.withUnsafeBufferPointer { terms in
          weights.withUnsafeBufferPointer { weights in
            for row in weights.indices {
              let term = terms[Int(column[row] & mask)] * (weights[row] * factor)
              let cell = Int(cellOfRow[row])
              sums[cell].valid.add(term.x, on: validGrid)
              sums[cell].worth.add(term.y, on: worthGrid)
            }
          }
        }
      }
    }
  }
}

/// Σ w and Σ w · worth of the valid answers.
private struct AnswerSum: BitwiseCopyable {
  var valid = OrderFreeSum()
  var worth = OrderFreeSum()
}
