import Numerics
import SurveyModel

/// Relative difference of grand totals up to which margins are taken as the same population
/// printed with different rounding.
let grandTotalTolerance = 1e-6

/// Every reason why margins cannot be met by these respondents.
func marginFaults(
  _ margins: [MarginTotals], cells: CrossClassification, respondents: [Int]
) -> [WeightingFault] {
  if cells.count == 0 { return [.noRespondents] }
  var faults: [WeightingFault] = []
  for (index, margin) in margins.enumerated() {
    var counts = [Int](repeating: 0, count: margin.grouping.levels.count)
    for cell in 0..<cells.count where cells.levels[index][cell] >= 0 {
      counts[Int(cells.levels[index][cell])] += respondents[cell]
    }
    faults += rowsWithoutLevel(margin)
    for level in counts.indices {
      let category = {
        margin.grouping.category(level, source: margin.source, respondents: counts)
      }
      let total = level < margin.totals.count ? margin.totals[level] : .nan
      if total.isNaN && counts[level] > 0 {
        faults.append(.missingPopulation(category(), respondents: counts[level]))
      } else if !(total > 0 && total <= SumGrid.largestTerm) {
        faults.append(.badTotal(category(), total: total))
      } else if counts[level] == 0 {
        faults.append(.emptyLevel(category(), population: total))
      }
    }
  }
  if faults.isEmpty { faults += differingTotals(margins) }
  return faults
}

/// The respondents that fall in no category of a margin.
func rowsWithoutLevel(_ margin: MarginTotals) -> [WeightingFault] {
  let levels = margin.grouping.levelOfRow
  let count = RowStretches(rows: levels.count).collect { rows in
    levels[rows].reduce(0) { $1 < 0 ? $0 + 1 : $0 }
  }.reduce(0, +)
  guard count > 0 else { return [] }
  let rows = levels.indices.lazy.filter { levels[$0] < 0 }.prefix(WeightingFault.shownCount)
  return [
    .rowsWithoutLevel(
      variables: margin.grouping.variables, rows: Array(rows), count: count, source: margin.source)
  ]
}

/// Margins whose grand total is not that of the first margin.
private func differingTotals(_ margins: [MarginTotals]) -> [WeightingFault] {
  let totals = margins.map { $0.totals.compensatedSum() }
  return margins.indices.dropFirst().compactMap { index in
    guard (totals[index] / totals[0] - 1).magnitude > grandTotalTolerance else { return nil }
    return .totalsDiffer(
      first: margins[0].grouping.variables, firstTotal: totals[0],
      second: margins[index].grouping.variables, secondTotal: totals[index],
      source: margins[index].source)
  }
}
