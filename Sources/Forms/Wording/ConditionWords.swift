import SurveyModel

/// Says in words when a question is asked.
///
/// `FB = 1` becomes “câu 17 là “Có””; a comparison of codes names the answers it holds for, so that
/// nobody who fills in a form has to know codes.
struct ConditionWords {
  let fields: [String: Field]
  /// What a question is called in a sentence: its number, or its label between quotes.
  let name: (Field, Language) -> String

  init(fields: [Field], name: @escaping (Field, Language) -> String) {
    self.fields = Dictionary(fields.map { ($0.id, $0) }) { first, _ in first }
    self.name = name
  }

  func text(_ condition: Condition) -> LocalizedText {
    LocalizedText(vi: words(condition, .vi), en: words(condition, .en))
  }

  private func words(_ condition: Condition, _ language: Language) -> String {
    switch condition {
    case .and(let left, let right):
      return [left, right].map { side in
        if case .or = side { return "(\(words(side, language)))" }
        return words(side, language)
      }.joined(separator: language == .vi ? " và " : " and ")
    case .or(let left, let right):
      return [left, right].map { side in
        if case .and = side { return "(\(words(side, language)))" }
        return words(side, language)
      }.joined(separator: language == .vi ? " hoặc " : " or ")
    case .not(let inner): return negation(of: inner, language)
    case .answered(let id):
      return name(of: id, language) + (language == .vi ? " có câu trả lời" : " is answered")
    case .compare(let id, let comparison, let literal):
      return name(of: id, language) + " "
        + comparisonWords(id, comparison, literal, condition, language)
    case .isIn(let id, let literals):
      let shown =
        fields[id]?.codeList == nil
        ? literals.map { value($0, of: id, language) }
        : answers(of: id, where: condition, otherwise: literals, language)
      return name(of: id, language) + " " + isOneOf(shown, language)
    }
  }

  private func negation(of inner: Condition, _ language: Language) -> String {
    switch inner {
    case .answered(let id):
      return name(of: id, language)
        + (language == .vi ? " không có câu trả lời" : " is not answered")
    case .not(let twice): return words(twice, language)
    case .compare(let id, .equal, let literal) where fields[id]?.codeList != nil:
      return isNot(id, answers(of: id, where: inner, otherwise: [literal], language), language)
    case .isIn(let id, let literals) where fields[id]?.codeList != nil:
      return isNot(id, answers(of: id, where: inner, otherwise: literals, language), language)
    default:
      let inside = words(inner, language)
      return language == .vi ? "không phải là (\(inside))" : "it is not so that (\(inside))"
    }
  }

  /// A blank answer is not the one named either.
  private func isNot(_ id: String, _ answers: [String], _ language: Language) -> String {
    let list = either(answers, language)
    return language == .vi
      ? "\(name(of: id, language)) không phải \(list) (kể cả khi không trả lời)"
      : "\(name(of: id, language)) is not \(list) (or is not answered)"
  }

  private func comparisonWords(
    _ id: String, _ comparison: Condition.Comparison, _ literal: String, _ condition: Condition,
    _ language: Language
  ) -> String {
    guard let field = fields[id] else { return "\(comparison.rawValue) \(literal)" }
    let shown = value(literal, of: id, language)
    switch field.kind {
    case .coded:
      if comparison == .notEqual {
        let not = answers(
          of: id, where: .compare(field: id, .equal, literal: literal), otherwise: [literal],
          language)
        let list = either(not, language)
        return language == .vi
          ? "có câu trả lời khác \(list)" : "has an answer other than \(list)"
      }
      return isOneOf(answers(of: id, where: condition, otherwise: [literal], language), language)
    case .date, .datetime:
      return language == .vi
        ? Self.inVietnamese(comparison, ofTime: shown) : Self.inEnglish(comparison, ofTime: shown)
    case .integer, .number, .text:
      return language == .vi
        ? Self.inVietnamese(comparison, shown) : Self.inEnglish(comparison, shown)
    }
  }

  private static func inVietnamese(_ comparison: Condition.Comparison, _ value: String) -> String {
    switch comparison {
    case .equal: "là \(value)"
    case .notEqual: "có ghi và khác \(value)"
    case .less: "nhỏ hơn \(value)"
    case .lessOrEqual: "không quá \(value)"
    case .greater: "lớn hơn \(value)"
    case .greaterOrEqual: "từ \(value) trở lên"
    }
  }

  private static func inEnglish(_ comparison: Condition.Comparison, _ value: String) -> String {
    switch comparison {
    case .equal: "is \(value)"
    case .notEqual: "is given and is not \(value)"
    case .less: "is less than \(value)"
    case .lessOrEqual: "is at most \(value)"
    case .greater: "is more than \(value)"
    case .greaterOrEqual: "is at least \(value)"
    }
  }

  private static func inVietnamese(
    _ comparison: Condition.Comparison, ofTime time: String
  ) -> String {
    switch comparison {
    case .equal: "là \(time)"
    case .notEqual: "có ghi và khác \(time)"
    case .less: "trước \(time)"
    case .lessOrEqual: "không muộn hơn \(time)"
    case .greater: "sau \(time)"
    case .greaterOrEqual: "từ \(time) trở đi"
    }
  }

  private static func inEnglish(_ comparison: Condition.Comparison, ofTime time: String) -> String {
    switch comparison {
    case .equal: "is \(time)"
    case .notEqual: "is given and is not \(time)"
    case .less: "is before \(time)"
    case .lessOrEqual: "is not later than \(time)"
    case .greater: "is after \(time)"
    case .greaterOrEqual: "is \(time) or later"
    }
  }

  private func name(of id: String, _ language: Language) -> String {
    fields[id].map { name($0, language) } ?? id
  }

  /// The labels of the answers a condition on one coded field holds for, in the order of the list.
  ///
  /// Codes that only a survey would supply are named as they stand.
  private func answers(
    of id: String, where condition: Condition, otherwise literals: [String], _ language: Language
  ) -> [String] {
    guard let field = fields[id], !field.awaitsCodeList, let list = field.codeList else {
      return literals.map { "“\($0)”" }
    }
    return list.answers.filter { answer in condition.holds { _ in answer.code } }
      .map { "“\($0.label.text(in: language, or: $0.code))”" }
  }

  private func isOneOf(_ answers: [String], _ language: Language) -> String {
    if answers.isEmpty { return language == .vi ? "(không bao giờ)" : "(never)" }
    return (language == .vi ? "là " : "is ") + either(answers, language)
  }

  private func either(_ texts: [String], _ language: Language) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + (language == .vi ? " hoặc " : " or ") + last
  }

  /// A literal that is no code: numbers with the decimal sign of the language, dates as people write
  /// them.
  private func value(_ literal: String, of id: String, _ language: Language) -> String {
    switch fields[id]?.kind {
    case .integer, .number:
      return language == .vi ? String(literal.map { $0 == "." ? "," : $0 }) : literal
    case .date:
      return Int(literal).map { day($0, language) } ?? literal
    case .datetime:
      guard let seconds = Int(literal) else { return literal }
      let date = day(seconds / 86_400, language)
      return language == .vi ? "0 giờ \(date)" : "\(date) 00:00"
    default: return "“\(literal)”"
    }
  }

  private func day(_ number: Int, _ language: Language) -> String {
    let text = CivilDate(day: number).text
    let parts = text.split(separator: "-")
    return language == .vi ? "ngày \(parts[2])/\(parts[1])/\(parts[0])" : text
  }
}
