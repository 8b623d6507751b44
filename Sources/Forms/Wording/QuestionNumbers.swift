import SurveyModel

/// The numbers printed before the questions, the same on paper and in the entry template.
///
/// Variables come first, then the items; personal variables and those of the survey office have
/// none.
struct QuestionNumbers {
  private let numbers: [String: Int]

  init(_ source: FormSource) {
    let asked = source.aboutFields + source.sections.flatMap(\.items)
    numbers = Dictionary(zip(asked.map(\.id), 1...)) { first, _ in first }
  }

  func number(of id: String) -> Int? { numbers[id] }

  /// What a condition calls a question: `câu 17`, or its label where it has no number.
  func name(_ field: Field, _ language: Language) -> String {
    guard let number = number(of: field.id) else {
      return "“\(field.label.text(in: language, or: field.id))”"
    }
    return language == .vi ? "câu \(number)" : "question \(number)"
  }
}

extension FormSource {
  /// When a question is asked, as a sentence in both languages.
  ///
  /// For example “Chỉ hỏi nếu câu 17 là “Có”.”
  func askedWhenText(_ condition: Condition) -> LocalizedText {
    let numbers = QuestionNumbers(self)
    let words = ConditionWords(fields: questionnaire.fields) { numbers.name($0, $1) }
      .text(condition)
    return LocalizedText(
      vi: "Chỉ hỏi nếu \(words.text(in: .vi)).", en: "Ask only if \(words.text(in: .en)).")
  }

  /// The condition that all items of a factor share, which stands once above them.
  static func sharedCondition(_ section: Section) -> Condition? {
    guard let first = section.items.first?.askedWhen,
      section.items.allSatisfy({ $0.askedWhen == first })
    else { return nil }
    return first
  }
}
