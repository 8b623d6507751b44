import Dispatch
import Numerics

/// PSU × weighting cell × domain of some sets, for weights that differ within PSUs.
struct FineCells {
  private let cells: RowCells
  private let psus: Int
  /// The number of weighting cells; 0 when there is nothing to undo.
  private let weightingCells: Int
  private let domains: [Int]

  private var count: Int { cells.count }

  private init(
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
    cells = RowCells(of: classifications, levelCounts: levelCounts, rows: psuOfRow.count)
    self.psus = psus
    self.weightingCells = weightingCells?.count ?? 0
    domains = sets.map(\.count)
  }

  /// Sums the answers of some sets with the weights of the respondents.
  ///
  /// The respondents are sorted once into fine cells of all sets, and the sums of the sets are made
  /// from these. Where they would be nearly as many as respondents each set makes its own.
  static func sums(
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

  private func sum(_ answers: ItemAnswers, weights: [Double]) -> [DomainSums] {
    let sums = emptySums(items: answers.count)
    let domainOfFine = domainOfFine
    let counts = AnswerCounts(answers, weights: weights, cells: cells)
    // One run per item, and one for the respondents.
    DispatchQueue.concurrentPerform(iterations: answers.count + 1) { run in
      guard run > 0 else {
        let sizes = counts.sizes()
        for (set, domains) in zip(sums, domainOfFine) {
          set.addSizes(fine: sizes.elements, domainOfFine: domains)
        }
        return
      }
      let fine = counts.sums(ofItem: run - 1)
      for (set, domains) in zip(sums, domainOfFine) {
        set.add(item: run - 1, fine: fine.elements, domainOfFine: domains)
      }
    }
    return sums
  }
}
