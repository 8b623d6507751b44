internal import SurveyModel

/// What people call the measures and domains of a run.
struct MeasureNames {
  let language: Language
  private let questionnaire: Questionnaire
  private let plan: Plan?
  private let fields: [String: Field]

  init(_ result: RunResult, language: Language) {
    self.init(questionnaire: result.questionnaire, plan: result.plan, language: language)
  }

  init(questionnaire: Questionnaire, plan: Plan? = nil, language: Language) {
    self.language = language
    self.questionnaire = questionnaire
    self.plan = plan
    fields = Dictionary(
      questionnaire.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The label of an estimate's measure, or its id where it has none.
  func name(of kind: MeasureKind, id: String) -> String {
    switch kind {
    case .overall:
      orID(questionnaire.index.label, Texts(language).overallIndex)
    case .factor: orID(questionnaire.factor(id)?.label, id)
    case .item: orID(fields[id]?.label, id)
    }
  }

  /// The label of a target: its own, else that of what it measures, with its domain.
  ///
  /// A full stop that ends it in the plan is dropped, since reports put it into sentences.
  func name(of target: Target) -> String {
    if !target.label.isEmpty {
      let label = target.label.text(in: language)
      return label.hasSuffix(".") && !label.hasSuffix("..") ? String(label.dropLast()) : label
    }
    let measure =
      switch target.measure {
      case .overall: name(of: .overall, id: questionnaire.index.id)
      case .factor(let id): name(of: .factor, id: id)
      case .item(let id): name(of: .item, id: id)
      case .figure(let id): orID(plan?.figures.first { $0.id == id }?.label, id)
      case nil: target.id
      }
    return target.domain.isEmpty ? measure : "\(measure) (\(name(of: target.domain)))"
  }

  /// The unit of an entered figure; `nil` for an estimate, and for a unit the plan does not state.
  func unit(of measure: MeasureReference?) -> FigureUnit? {
    guard case .figure(let id) = measure else { return nil }
    return (plan?.figures.first { $0.id == id }?.unit).flatMap(FigureUnit.init)
  }

  /// The codes of a domain in words: `Thành phố Pleiku, Nam`.
  func name(of domain: [DomainTerm]) -> String {
    domain.map { name(of: $0) }.joined(separator: ", ")
  }

  func name(of term: DomainTerm) -> String {
    guard let list = fields[term.variable]?.codeList, let position = list.position(of: term.code)
    else { return term.code }
    return orID(list.code(at: position)?.label, term.code)
  }

  /// The label of a variable: `Huyện`.
  func name(ofVariable id: String) -> String { orID(fields[id]?.label, id) }

  private func orID(_ label: LocalizedText?, _ id: String) -> String {
    guard let text = label?.text(in: language), !text.isEmpty else { return id }
    return text
  }
}
