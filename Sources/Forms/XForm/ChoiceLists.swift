import SurveyModel

/// The lists of choices of an XForm: equal lists stand in the form once.
struct ChoiceLists {
  struct List {
    /// Id of the secondary instance.
    var id: String
    var choices: [AnswerCode]
    var hasParents: Bool
  }

  private(set) var lists: [List] = []
  private var numbers: [[AnswerCode]: Int] = [:]
  private var numberOfField: [String: Int] = [:]

  init(_ fields: [Field]) {
    for field in fields {
      let choices = field.choices
      guard !choices.isEmpty else { continue }
      if let number = numbers[choices] {
        numberOfField[field.id] = number
        continue
      }
      numbers[choices] = lists.count
      numberOfField[field.id] = lists.count
      lists.append(
        List(
          id: "list_\(field.id)", choices: choices,
          hasParents: choices.contains { $0.parent != nil }))
    }
  }

  /// The choices of a field; `nil` where its answer is typed.
  func list(of field: Field) -> List? { numberOfField[field.id].map { lists[$0] } }
}

extension FormSource {
  /// The variable whose answer narrows the choices of `field`: the nearest one before it in the file
  /// whose codes hold every parent of the list (the district of communes).
  func parentField(of field: Field) -> Field? {
    let parents = Set(field.choices.compactMap(\.parent))
    guard !parents.isEmpty, let end = questionnaire.fieldIndex(field.id) else { return nil }
    return questionnaire.fields[..<end].last { candidate in
      parents.isSubset(of: Set(candidate.choices.map(\.code)))
    }
  }
}
