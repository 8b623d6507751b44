internal import SurveyModel

/// One index now and in the earlier survey.
struct ChangeRow {
  let changeLabel: String
  let changeBefore: String
  let changeNow: String
  let changeDifference: String
  let changeInterval: String
  let changeReading: String
  let changeDetectable: String
}

/// Overall index and sub-indices of the whole population against the earlier survey.
func changeRows(_ run: RunResult, texts: Texts, names: MeasureNames) -> [ChangeRow] {
  guard let change = run.change else { return [] }
  let places = run.questionnaire.index.places
  let isShare = run.questionnaire.index.item != .meanScore
  func figure(_ value: Double) -> String {
    let number = texts.numbers.decimal(value, places: places)
    return isShare ? texts.numbers.percent(number) : number
  }
  return change.changes.filter { $0.domain.isEmpty && $0.kind != .item }.map { row in
    let label = names.name(of: row.kind, id: row.id)
    guard !row.isHidden else {
      let missing = NumberStyle.missing
      return ChangeRow(
        changeLabel: label, changeBefore: missing, changeNow: missing, changeDifference: missing,
        changeInterval: "", changeReading: texts.hiddenPart, changeDetectable: missing)
    }
    var interval = ""
    if let lower = row.lower, let upper = row.upper {
      interval =
        texts.numbers.signed(lower, places: places) + " – "
        + texts.numbers.signed(upper, places: places)
    }
    return ChangeRow(
      changeLabel: label, changeBefore: figure(row.before), changeNow: figure(row.now),
      changeDifference: texts.numbers.signed(row.difference, places: places),
      changeInterval: interval,
      changeReading: texts.reading(ofChange: row.difference, pValue: row.pValueChanged)
        + texts.warning(row.flag),
      changeDetectable: texts.numbers.decimal(row.smallestDetectable, places: places))
  }
}
