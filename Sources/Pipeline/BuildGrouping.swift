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
    return grouping(
      values, blank: { $0 == ColumnValues.blankDay }, code: { CivilDate(day: Int($0)).text })
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
