import SurveyModel

/// One column of a Triple-S data file: what it is, and its cell in each row.
struct TripleSVariable {
  enum Kind: String {
    case single, quantity, character, date, time
  }

  enum Use: String { case serial, weight }

  var name: String
  var kind: Kind
  var use: Use?
  var label: LocalizedText
  /// Of a single: its codes, and whether they are texts and not numbers.
  var codes: [AnswerCode] = []
  var areLiteral = false
  /// Of a quantity, date or time: the smallest and largest value, as the data write them.
  var range: (from: String, to: String)?
  /// Of a character: the length of the longest text.
  var size = 0
  /// The text of a row; empty where there is no answer.
  var cell: (Int) -> String
}

/// The variables of a description, in the order of the data file.
///
/// Texts leave only where the design, the weighting or the domains use them: free text may name a
/// person. In place of the interview id stands a number.
func tripleSVariables(_ description: DataDescription) -> [TripleSVariable] {
  let survey = description.survey
  let count = description.responses.count
  var needed = Set(survey.design.strata + survey.design.clusters)
  needed.formUnion(survey.design.laterStages.flatMap(\.clusters))
  needed.formUnion(survey.weighting.flatMap(\.variables))
  needed.formUnion(survey.domains.flatMap { $0 })
  needed.remove(survey.interviewID)
  var variables = [
    TripleSVariable(
      name: "serial", kind: .quantity, use: .serial,
      label: LocalizedText(vi: "Số thứ tự của phiếu", en: "Number of the interview"),
      range: ("1", String(max(count, 1)))
    ) { String($0 + 1) }
  ]
  for (field, values) in description.columns {
    switch values {
    case .texts where !needed.contains(field.id): continue
    default: variables += tripleSVariables(of: field, values)
    }
  }
  if !description.weights.isEmpty {
    variables.append(
      quantity(
        weightColumn, LocalizedText(vi: "Quyền số cuối cùng", en: "Final weight"),
        description.finalWeights, decimals: 6, minimum: 0, maximum: nil, use: .weight))
  }
  return uniquelyNamed(variables)
}

private func tripleSVariables(of field: Field, _ values: ColumnValues) -> [TripleSVariable] {
  switch values {
  case .coded8(let positions): [single(field) { Int(positions[$0]) }]
  case .coded16(let positions): [single(field) { Int(positions[$0]) }]
  case .integers(let numbers):
    field.kind == .datetime
      ? moment(field, numbers)
      : [
        quantity(
          field.id, field.label,
          numbers.map { $0 == ColumnValues.blankInteger ? .nan : Double($0) }, decimals: 0,
          minimum: field.limits.minimum, maximum: field.limits.maximum)
      ]
  case .numbers(let numbers):
    [
      quantity(
        field.id, field.label, numbers, decimals: decimals(of: numbers),
        minimum: field.limits.minimum, maximum: field.limits.maximum)
    ]
  case .days(let days):
    [
      date(field.id, field.label, days.map { $0 == ColumnValues.blankDay ? nil : Int($0) })
    ]
  case .texts(let column):
    [
      TripleSVariable(
        name: field.id, kind: .character, label: field.label,
        size: max(1, column.texts.map(\.unicodeScalars.count).max() ?? 1)
      ) { column.text(at: $0) ?? "" }
    ]
  case .dropped: []
  }
}

private func single(_ field: Field, position: @escaping (Int) -> Int) -> TripleSVariable {
  let codes = field.codeList?.codes ?? []
  let texts = codes.map(\.code)
  return TripleSVariable(
    name: field.id, kind: .single, label: field.label, codes: codes,
    areLiteral: !texts.allSatisfy(isWholeNumber)
  ) { row in
    let position = position(row)
    return position >= 1 && position <= texts.count ? texts[position - 1] : ""
  }
}

/// A code that Triple-S takes as a number: digits, no zero in front.
private func isWholeNumber(_ code: String) -> Bool {
  let digits = code.utf8
  guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (0x30...0x39).contains($0) })
  else { return false }
  return digits.count == 1 || digits.first != 0x30
}

private func quantity(
  _ name: String, _ label: LocalizedText, _ values: [Double], decimals: Int, minimum: Double?,
  maximum: Double?, use: TripleSVariable.Use? = nil
) -> TripleSVariable {
  let known = values.filter(\.isFinite)
  // The limits of the questionnaire, widened where a declared missing code or a weight lies outside.
  let lowest = min(minimum ?? .infinity, known.min() ?? .infinity)
  let highest = max(maximum ?? -.infinity, known.max() ?? -.infinity)
  let from = lowest.isFinite ? lowest : min(0, highest.isFinite ? highest : 0)
  let to = highest.isFinite ? highest : max(0, from)
  return TripleSVariable(
    name: name, kind: .quantity, use: use, label: label,
    range: (fixed(from, decimals), fixed(to, decimals))
  ) { values[$0].isFinite ? fixed(values[$0], decimals) : "" }
}

private func date(_ name: String, _ label: LocalizedText, _ days: [Int?]) -> TripleSVariable {
  let known = days.compactMap { $0 }
  func compact(_ day: Int) -> String { CivilDate(day: day).text.replacing("-", with: "") }
  return TripleSVariable(
    name: name, kind: .date, label: label,
    range: (compact(known.min() ?? 0), compact(known.max() ?? 0))
  ) { days[$0].map(compact) ?? "" }
}

/// A date with a time of day is two variables.
private func moment(_ field: Field, _ seconds: [Int64]) -> [TripleSVariable] {
  let days = seconds.map { second -> Int? in
    second == ColumnValues.blankInteger ? nil : Int((Double(second) / 86_400).rounded(.down))
  }
  func clock(_ row: Int) -> String {
    guard let day = days[row] else { return "" }
    let rest = Int(seconds[row]) - day * 86_400
    return [rest / 3_600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      .joined()
  }
  return [
    date("\(field.id)_date", field.label, days),
    TripleSVariable(
      name: "\(field.id)_time", kind: .time, label: field.label, range: ("000000", "235959"),
      cell: clock),
  ]
}

/// The fewest decimals, at most six, that keep every number.
private func decimals(of values: [Double]) -> Int {
  var decimals = 0
  for value in values where value.isFinite {
    while decimals < 6 {
      let scaled = value * power(decimals)
      if abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled)) { break }
      decimals += 1
    }
  }
  return decimals
}

private func power(_ decimals: Int) -> Double {
  [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
}

/// A number with so many decimals; rounded half away from zero.
private func fixed(_ value: Double, _ decimals: Int) -> String {
  let scaled = (value * power(decimals)).rounded()
  guard scaled.magnitude < 9e15 else { return String(value) }
  let whole = Int64(scaled)
  let sign = whole < 0 ? "-" : ""
  let digits = String(whole.magnitude)
  guard decimals > 0 else { return sign + digits }
  let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
}

/// Triple-S names hold letters, digits, `_` and `.`, and differ in more than letter case.
private func uniquelyNamed(_ variables: [TripleSVariable]) -> [TripleSVariable] {
  var taken: Set<String> = []
  return variables.map { variable in
    var variable = variable
    let base = variable.name.replacing("-", with: "_")
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    variable.name = name
    return variable
  }
}

extension Field {
  fileprivate var limits: (minimum: Double?, maximum: Double?) {
    switch kind {
    case .integer(let minimum, let maximum), .number(let minimum, let maximum): (minimum, maximum)
    default: (nil, nil)
    }
  }
}
