import SurveyModel

/// What one visit recorded for a question, as far as two visits are compared.
enum VisitAnswer: Sendable, Hashable {
  /// Blank or not asked.
  case blank
  /// A declared missing code, such as "don't know".
  case missing
  /// Index among the valid answers of the code list.
  case category(Int)
  /// A number, a day, or seconds.
  case value(Double)

  var isValid: Bool {
    switch self {
    case .blank, .missing: false
    case .category, .value: true
    }
  }
}

extension ColumnValues {
  /// - Returns: ``VisitAnswer/blank`` for texts and personal fields, which are not compared.
  func visitAnswer(_ row: Int, of field: Field) -> VisitAnswer {
    switch self {
    case .coded8(let values):
      values[row] == CodeList.notAsked8 ? .blank : Self.category(Int(values[row]), of: field)
    case .coded16(let values):
      values[row] == CodeList.notAsked16 ? .blank : Self.category(Int(values[row]), of: field)
    case .integers(let values):
      values[row] == Self.blankInteger ? .blank : .value(Double(values[row]))
    case .numbers(let values): values[row].isNaN ? .blank : .value(values[row])
    case .days(let values): values[row] == Self.blankDay ? .blank : .value(Double(values[row]))
    case .texts, .dropped: .blank
    }
  }

  private static func category(_ position: Int, of field: Field) -> VisitAnswer {
    guard let list = field.codeList, position >= 1, position <= list.codes.count else {
      return .blank
    }
    return position <= list.answerCount ? .category(position - 1) : .missing
  }
}
