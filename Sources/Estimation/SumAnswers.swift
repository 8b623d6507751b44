import Numerics

/// Sums the answers of every item within PSU, weighting cell and domain: the one pass over the
/// respondents that estimates and variances need.
///
/// Where all respondents of a PSU (after steps that are undone, of a PSU and weighting cell) have
/// one weight, answers are counted, many at once (``CountedSums``). Where weights differ, or a set
/// has nearly as many cells as respondents, they are added by cell and answer (``FineCells``).
/// Neither the order of the respondents nor the number of threads changes a bit.
///
/// - Returns: One per set.
func sumAnswers(
  _ answers: ItemAnswers, _ patterns: AnswerPatterns, weights: [Double], psuOfRow: [Int32],
  psus: Int, weightingCells: CrossClassification?, sets: [DomainSet]
) -> [DomainSums] {
  let counted = CountedCells(
    weights: weights, psuOfRow: psuOfRow, psus: psus, weightingCells: weightingCells)
  let cells = counted?.cells(of: sets) ?? sets.map { _ in nil }
  var found = zip(sets, cells).map { set, cells in
    cells.map {
      DomainSums($0, domains: set.count, items: answers.count, psus: psus, weightingCells?.count)
    }
  }
  let few = cells.compactMap { $0 }
  if !few.isEmpty {
    CountedSums(patterns, items: answers.count, sets: few, rows: weights.count)
      .fill(found.compactMap { $0 })
  }
  let left = sets.indices.filter { cells[$0] == nil }
  if !left.isEmpty {
    let added = FineCells.sums(
      answers, weights: weights, psuOfRow: psuOfRow, psus: psus, weightingCells: weightingCells,
      sets: left.map { sets[$0] })
    for (set, sums) in zip(left, added) { found[set] = sums }
  }
  return found.compactMap { $0 }
}
