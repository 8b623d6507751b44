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
    let levelCount = margin.grouping.levels.count
    var respondentsOfLevel = [Int](repeating: 0, count: levelCount)
    var withoutLevel = 0
    for cell in 0..<cells.count {
      let level = Int(cells.levels[index][cell])
      if level < 0 {
        withoutLevel += respondents[cell]
      } else {
        respondentsOfLevel[level] += respondents[cell]
      }
    }
    if withoutLevel > 0 {
      let rows = margin.grouping.levelOfRow.indices.lazy.filter {
        margin.grouping.levelOfRow[$0] < 0
      }
      faults.append(
        .rowsWithoutLevel(
          variables: margin.grouping.variables, rows: Array(rows.prefix(WeightingFault.shownCount)),
          count: withoutLevel, source: margin.source))
    }
    for level in 0..<levelCount {
      let category = margin.category(level)
      let total = level < margin.totals.count ? margin.totals[level] : .nan
      if total.isNaN && respondentsOfLevel[level] > 0 {
        faults.append(.missingPopulation(category, respondents: respondentsOfLevel[level]))
      } else if !(total > 0 && total.isFinite) {
        faults.append(.badTotal(category, total: total))
      } else if respondentsOfLevel[level] == 0 {
        faults.append(.emptyLevel(category, population: total))
      }
    }
  }
  if faults.isEmpty { faults += differingTotals(margins) }
  return faults
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
