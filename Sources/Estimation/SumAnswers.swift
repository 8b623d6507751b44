import Dispatch
import Numerics

/// Sums the answers of every item within PSU, weighting cell and domain: the one pass over the
/// respondents that estimates and variances need.
///
/// The respondents are sorted once into *fine cells* (PSU × weighting cell × domain of every set);
/// each item is then one run down its column, and the sums of the sets are made from the fine
/// cells. Where fine cells would be nearly as many as respondents (many sets, or every respondent
/// a PSU), each set makes its own. Items are shared out over the processors; each item's sums are
/// taken in one order.
///
/// - Returns: One per set.
func sumAnswers(
  _ answers: ItemAnswers, weights: [Double], psuOfRow: [Int32], psus: Int,
  weightingCells: CrossClassification?, sets: [DomainSet]
) -> [DomainSums] {
  let fine = FineCells(
    psuOfRow: psuOfRow, psus: psus, weightingCells: weightingCells, sets: sets)
  if sets.count == 1 || fine.count <= max(1 << 16, weights.count / 8) {
    return fine.sum(answers, weights: weights)
  }
  return sets.flatMap {
    FineCells(psuOfRow: psuOfRow, psus: psus, weightingCells: weightingCells, sets: [$0])
      .sum(answers, weights: weights)
  }
}

/// PSU × weighting cell × domain of some sets.
private struct FineCells {
  private let cells: CrossClassification
  private let psus: Int
  /// The number of weighting cells; 0 when no step followed the design weights.
  private let weightingCells: Int
  private let domains: [Int]

  var count: Int { cells.count }

  init(
    psuOfRow: [Int32], psus: Int, weightingCells: CrossClassification?, sets: [DomainSet]
  ) {
    var classifications = [psuOfRow]
    var levelCounts = [psus]
    if let weightingCells {
      classifications.append(weightingCells.cellOfRow)
      levelCounts.append(weightingCells.count)
    }
    classifications += sets.map(\.levelOfRow)
    levelCounts += sets.map(\.count)
    cells = CrossClassification(
      of: classifications, levelCounts: levelCounts, rows: psuOfRow.count)
    self.psus = psus
    self.weightingCells = weightingCells?.count ?? 0
    domains = sets.map(\.count)
  }

  /// Per set: the domain of each fine cell.
  private var domainOfFine: [[Int32]] { cells.levels.suffix(domains.count) }

  private func emptySums(items: Int) -> [DomainSums] {
    zip(domains, domainOfFine).map { count, domainOfFine in
      DomainSums(
        domains: count, items: items,
        psus: DomainCells(
          domainOfFine: domainOfFine, domains: count, otherOfFine: cells.levels[0], others: psus),
        weighting: weightingCells == 0
          ? nil
          : DomainCells(
            domainOfFine: domainOfFine, domains: count, otherOfFine: cells.levels[1],
            others: weightingCells))
    }
  }

  func sum(_ answers: ItemAnswers, weights: [Double]) -> [DomainSums] {
    let sums = emptySums(items: answers.count)
    let domainOfFine = domainOfFine
    // One run per item, and one for the number of respondents.
    DispatchQueue.concurrentPerform(iterations: answers.count + 1) { item in
      guard item < answers.count else {
        let fine = DisjointArray<SIMD2<Double>>(repeating: .zero, count: cells.count)
        for row in weights.indices {
          fine.elements[Int(cells.cellOfRow[row])] += SIMD2(weights[row], 1)
        }
        for (set, domains) in zip(sums, domainOfFine) {
          set.addSizes(fine: fine.elements, domainOfFine: domains)
        }
        return
      }
      let fine = DisjointArray<ItemSums>(repeating: .zero, count: cells.count)
      addAnswers(
        answers.columns[item], terms: answers.terms[item], mask: answers.mask, weights,
        to: fine.elements)
      for (set, domains) in zip(sums, domainOfFine) {
        set.add(item: item, fine: fine.elements, domainOfFine: domains)
      }
    }
    return sums
  }

  private func addAnswers(
    _ column: [UInt8], terms: [AnswerTerms], mask: UInt8, _ weights: [Double],
    to fine: UnsafeMutableBufferPointer<ItemSums>
  ) {
    let fine = UnsafeMutablePointer(fine.baseAddress)
    guard let fine else { return }
    cells.cellOfRow.withUnsafeBufferPointer { cellOfRow in
      column.withUnsafeBufferPointer { column in
        terms.withUnsafeBufferPointer { terms in
          weights.withUnsafeBufferPointer { weights in
            for row in weights.indices {
              let weight = weights[row]
              fine[Int(cellOfRow[row])] +=
                SIMD4(weight, weight, weight, 1) * terms[Int(column[row] & mask)]
            }
          }
        }
      }
    }
  }
}
