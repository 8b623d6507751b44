package import SurveyModel

/// Sorts respondents into the levels of variables, from the stored columns.
///
/// A single coded variable keeps every answer of its code list as a level, in the list's order, so
/// that a district without respondents shows as one. Crossed variables, and variables without a
/// code list, have the levels that occur: in code-list order, or by value.
///
/// - Returns: `nil` when a variable is not a field, or is personal.
package func makeGrouping(
  _ variables: [String], questionnaire: Questionnaire, table: ResponseTable
) -> Grouping? {
  let parts = variables.compactMap { variable in
    questionnaire.fieldIndex(variable).flatMap { index in
      singleGrouping(questionnaire.fields[index], column: table.columns[index])
    }
  }
  guard parts.count == variables.count, let first = parts.first else { return nil }
  guard parts.count > 1 else { return first }

  // Number the combinations that occur, first variable slowest.
  var keys = first.levelOfRow.map(Int64.init)
  var combinations = Int64(max(first.levels.count, 1))
  for part in parts.dropFirst() {
    let width = Int64(max(part.levels.count, 1))
    combinations = combinations.multipliedReportingOverflow(by: width).partialValue
    for row in keys.indices {
      let level = Int64(part.levelOfRow[row])
      keys[row] = keys[row] < 0 || level < 0 ? -1 : keys[row] &* width &+ level
    }
  }
  let (occurring, levelOfRow) = numberKeys(keys, below: combinations)
  let levels = occurring.map { key in
    var rest = key
    var chosen: [GroupLevel] = []
    for part in parts.reversed() {
      let width = Int64(max(part.levels.count, 1))
      chosen.append(part.levels[Int(rest % width)])
      rest /= width
    }
    chosen.reverse()
    return GroupLevel(terms: chosen.flatMap(\.terms), labels: chosen.flatMap(\.labels))
  }
  return Grouping(variables: variables, levels: levels, levelOfRow: levelOfRow)
}

/// Numbers keys 0, 1, … in ascending order of those that occur; -1 stays -1.
private func numberKeys(_ keys: [Int64], below limit: Int64) -> ([Int64], [Int32]) {
  if limit > 0, limit <= 4_000_000 {
    var numbers = [Int32](repeating: -1, count: Int(limit))
    for key in keys where key >= 0 { numbers[Int(key)] = 0 }
    var occurring: [Int64] = []
    for key in numbers.indices where numbers[key] == 0 {
      numbers[key] = Int32(occurring.count)
      occurring.append(Int64(key))
    }
    return (occurring, keys.map { $0 < 0 ? -1 : numbers[Int($0)] })
  }
  let occurring = Set(keys).subtracting([-1]).sorted()
  var numberOfKey: [Int64: Int32] = [:]
  for (number, key) in occurring.enumerated() { numberOfKey[key] = Int32(number) }
  return (occurring, keys.map { numberOfKey[$0] ?? -1 })
}

/// The levels of one field and each respondent's.
private func singleGrouping(_ field: Field, column: ColumnValues) -> Grouping? {
  func grouping<Value: Hashable & Comparable>(
    _ values: [Value], blank: (Value) -> Bool, code: (Value) -> String
  ) -> Grouping {
    let distinct = Set(values).filter { !blank($0) }.sorted()
    var levelOfValue: [Value: Int32] = [:]
    for (level, value) in distinct.enumerated() { levelOfValue[value] = Int32(level) }
    return Grouping(
      variables: [field.id],
      levels: distinct.map { value in
        let code = code(value)
        return GroupLevel(
          terms: [DomainTerm(variable: field.id, code: code)], labels: [LocalizedText(vi: code)])
      },
      levelOfRow: values.map { levelOfValue[$0] ?? -1 })
  }
  switch column {
  case .coded8(let positions):
    guard let list = field.codeList else { return nil }
    let answers = list.answerCount
    return codedGrouping(field, list) {
      positions.map { $0 >= 1 && Int($0) <= answers ? Int32($0) - 1 : -1 }
    }
  case .coded16(let positions):
    guard let list = field.codeList else { return nil }
    let answers = list.answerCount
    return codedGrouping(field, list) {
      positions.map { $0 >= 1 && Int($0) <= answers ? Int32($0) - 1 : -1 }
    }
  case .integers(let values):
    return grouping(values, blank: { $0 == ColumnValues.blankInteger }, code: { "\($0)" })
  case .numbers(let values):
    return grouping(
      values, blank: \.isNaN,
      code: { $0 == $0.rounded() && $0.magnitude < 1e15 ? "\(Int64($0))" : "\($0)" })
  case .days(let values):
    return grouping(values, blank: { $0 == ColumnValues.blankDay }, code: isoDate)
  case .texts(let column):
    return textGrouping(field, column)
  case .dropped:
    return nil
  }
}

private func codedGrouping(
  _ field: Field, _ list: CodeList, rows: () -> [Int32]
) -> Grouping {
  Grouping(
    variables: [field.id],
    levels: list.answers.map { answer in
      GroupLevel(
        terms: [DomainTerm(variable: field.id, code: answer.code)],
        labels: [answer.label.isEmpty ? LocalizedText(vi: answer.code) : answer.label])
    },
    levelOfRow: rows())
}

private func textGrouping(_ field: Field, _ column: TextColumn) -> Grouping {
  // By UTF-8 bytes, so that the order is the same in every locale.
  let order = column.texts.indices.sorted {
    column.texts[$0].utf8.lexicographicallyPrecedes(column.texts[$1].utf8)
  }
  var levelOfPosition = [Int32](repeating: -1, count: column.texts.count + 1)
  var levels: [GroupLevel] = []
  for index in order {
    levelOfPosition[index + 1] = Int32(levels.count)
    levels.append(
      GroupLevel(
        terms: [DomainTerm(variable: field.id, code: column.texts[index])],
        labels: [LocalizedText(vi: column.texts[index])]))
  }
  return Grouping(
    variables: [field.id], levels: levels,
    levelOfRow: column.positions.map { levelOfPosition[Int($0)] })
}

/// Days since 1970-01-01 as YYYY-MM-DD (civil calendar, Howard Hinnant's days algorithm).
func isoDate(_ days: Int32) -> String {
  let shifted = Int(days) + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}
