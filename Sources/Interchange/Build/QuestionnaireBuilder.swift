import SurveyModel

/// Makes a questionnaire of a form.
///
/// Lists become scales or answers, groups become factors, rules become conditions and limits. What
/// had to be assumed is a finding and a comment.
struct QuestionnaireBuilder {
  let form: ForeignForm
  private let requestedID: String?
  private(set) var findings: [Finding] = []
  private(set) var comments = QuestionnaireComments()
  private var names = FieldNames()

  init(_ form: ForeignForm, id: String?) {
    self.form = form
    requestedID = id
  }

  mutating func build() -> Questionnaire? {
    var lists = CodeListBuilder(form)
    let choice = chooseItems(form, lists: lists.lists)
    let items = choice.lists
    guard form.questions.contains(where: { items.isItem($0) }) else {
      findings += lists.findings
      findings.append(.noItems(form))
      return nil
    }
    lists.markSatisfied(choice)
    findings += lists.findings + choice.findings
    var scaleNames = FieldNames()
    var scales: [Scale] = []
    for list in form.lists where items.contains(list.name) {
      guard let codes = lists.lists[list.name] else { continue }
      let id = scaleNames.identifier(for: list.name, otherwise: "scale")
      scales.append(Scale(id: id, codeList: codes))
      comments.scales[id] = lists.comments[list.name] ?? []
    }
    let ids = assignIdentifiers()
    var fields = form.questions.enumerated().compactMap { index, question in
      ids[index].map { field(question, id: $0, isItem: items.isItem(question), lists: lists.lists) }
    }
    let kept = form.questions.indices.filter { ids[$0] != nil }.map { form.questions[$0] }
    addLimits(to: &fields, of: kept)
    addConditions(to: &fields, of: kept)
    var factors = FactorBuilder(form)
    factors.build(kept, fields: fields, names: &names)
    findings += factors.findings
    comments.factors = factors.comments
    let fieldOfID = Dictionary(
      fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let measure: ItemMeasure = choice.strength == nil ? .meanScore100 : .satisfiedShare
    let index = indexMethod(measure)
    let name = form.file.split(separator: "/").last.map(String.init) ?? form.file
    let base = name.split(separator: ".").first.map(String.init) ?? "questionnaire"
    comments.head = [
      LocalizedText(
        vi: "Chuyển từ \(form.program.rawValue); xem lại mọi chú thích trong tệp trước khi dùng",
        en: "Carried over from \(form.program.rawValue); look at every comment before use")
    ]
    return Questionnaire(
      id: requestedID ?? FieldNames.valid(form.id ?? base, otherwise: "questionnaire"),
      version: form.version.map { shortened($0, to: 60) } ?? "1",
      title: form.title.isEmpty ? LocalizedText(vi: base) : form.title,
      notes: [
        LocalizedText(
          vi: "Chuyển từ biểu mẫu \(form.program.rawValue) “\(name)”.",
          en: "Carried over from the \(form.program.rawValue) form “\(name)”.")
      ],
      scales: scales, areas: factors.areas,
      fields: fields.filter { !$0.isItem }
        + factors.factors.flatMap(\.items).compactMap { fieldOfID[$0] },
      factors: factors.factors, index: index)
  }

  /// A valid identifier for each question; `nil` for one whose name was there before.
  private mutating func assignIdentifiers() -> [String?] {
    var first: [String: FormPlace] = [:]
    return form.questions.map { question in
      if let earlier = first[question.name] {
        findings.append(.repeatedName(question, earlier: earlier))
        return nil
      }
      first[question.name] = question.place
      let id = names.identifier(for: question.name, otherwise: "q")
      if id != question.name { findings.append(.changedName(question, to: id)) }
      return id
    }
  }

  private mutating func field(
    _ question: FormQuestion, id: String, isItem: Bool, lists: [String: CodeList]
  ) -> Field {
    var field = Field(id: id, label: question.label, kind: .text)
    switch question.answer {
    case .choice(let list):
      field.kind = .coded(lists[list] ?? CodeList(answers: []))
      field.awaitsCodeList = (lists[list]?.answerCount ?? 0) == 0
    case .choiceFromElsewhere:
      field.kind = .coded(CodeList(answers: []))
      field.awaitsCodeList = true
    case .integer: field.kind = .integer(minimum: question.minimum, maximum: question.maximum)
    case .number: field.kind = .number(minimum: question.minimum, maximum: question.maximum)
    case .date: field.kind = .date
    case .datetime: field.kind = .datetime
    case .text: field.kind = .text
    }
    if field.label.isEmpty {
      field.label = LocalizedText(vi: question.name)
      findings.append(.missingLabel(question.name, at: question.place))
    }
    field.isItem = isItem
    field.isRequired = question.isRequired
    if field.codeList == nil, PersonalWords.isPersonal(name: question.name, label: field.label) {
      field.isPersonal = true
      findings.append(.assumedPersonal(id, at: question.place))
      comments.fields[id] = [
        LocalizedText(
          vi: "Coi là dữ liệu cá nhân theo tên và nhãn: hãy xác nhận",
          en: "Taken for personal data by its name and label: please confirm")
      ]
    }
    return field
  }

  private mutating func addLimits(to fields: inout [Field], of questions: [FormQuestion]) {
    for (index, question) in questions.enumerated() {
      guard let rule = question.constraint else { continue }
      do throws(ForeignFault) {
        switch fields[index].kind {
        case .integer(let minimum, let maximum):
          let found = try limits(of: rule, isInteger: true)
          fields[index].kind = .integer(
            minimum: found.minimum ?? minimum, maximum: found.maximum ?? maximum)
        case .number(let minimum, let maximum):
          let found = try limits(of: rule, isInteger: false)
          fields[index].kind = .number(
            minimum: found.minimum ?? minimum, maximum: found.maximum ?? maximum)
        default:
          throw ForeignFault(
            vi: "giới hạn chỉ dùng được cho số", en: "limits are for numbers only")
        }
      } catch {
        findings.append(.leftOutConstraint(rule, of: fields[index].id, error))
      }
    }
    for index in fields.indices { dropLimitsInWrongOrder(&fields[index], questions[index]) }
  }

  private mutating func dropLimitsInWrongOrder(_ field: inout Field, _ question: FormQuestion) {
    switch field.kind {
    case .integer(let minimum?, let maximum?) where minimum > maximum:
      field.kind = .integer(minimum: nil, maximum: nil)
    case .number(let minimum?, let maximum?) where minimum > maximum:
      field.kind = .number(minimum: nil, maximum: nil)
    default: return
    }
    let rule =
      question.constraint
      ?? ForeignRule(text: "", dialect: .xpath, place: question.place)
    findings.append(
      .leftOutConstraint(
        rule, of: field.id,
        ForeignFault(
          vi: "giới hạn thấp nhất lớn hơn giới hạn cao nhất",
          en: "its lowest value is above its highest")))
  }

  private mutating func addConditions(to fields: inout [Field], of questions: [FormQuestion]) {
    var byName: [String: Field] = [:]
    for (question, field) in zip(questions, fields) { byName[question.name] = field }
    for (alias, name) in form.aliases where byName[alias] == nil { byName[alias] = byName[name] }
    let translator = ConditionTranslator(fields: byName)
    var ofGroups: [Condition?] = []
    for group in form.groups {
      // A group stands after the groups around it, so theirs is known.
      let outer = group.parent.flatMap { ofGroups[$0] }
      let own = translate(group.relevance, of: group.name, translator)
      ofGroups.append(joined(outer, own, group.relevance ?? group.rule, of: group.name, translator))
    }
    for (index, question) in questions.enumerated() {
      let own = translate(question.relevance, of: fields[index].id, translator)
      let outer = question.group.flatMap { ofGroups[$0] }
      let rule = question.relevance ?? question.rule
      fields[index].askedWhen = joined(outer, own, rule, of: fields[index].id, translator)
    }
    for index in fieldsClosingCircles(fields) {
      let question = questions[index]
      let rule =
        question.relevance ?? question.group.flatMap { form.groups[$0].relevance } ?? question.rule
      findings.append(
        .leftOutCondition(
          rule, of: fields[index].id,
          ForeignFault(
            vi: "nó phụ thuộc vào chính câu này hoặc câu phải hỏi sau câu này",
            en: "it waits for this question itself, or for one that waits for it")))
      fields[index].askedWhen = nil
    }
  }

  private mutating func translate(
    _ rule: ForeignRule?, of name: String, _ translator: ConditionTranslator
  ) -> Condition? {
    guard let rule else { return nil }
    do throws(ForeignFault) { return try translator.condition(rule) } catch {
      findings.append(.leftOutCondition(rule, of: name, error))
      return nil
    }
  }

  private mutating func joined(
    _ outer: Condition?, _ own: Condition?, _ rule: ForeignRule, of name: String,
    _ translator: ConditionTranslator
  ) -> Condition? {
    guard let outer, let own else { return outer ?? own }
    let condition = Condition.and(outer, own)
    guard translator.isWritable(condition) else {
      findings.append(.leftOutCondition(rule, of: name, .tooDeep))
      return outer
    }
    return condition
  }

  private mutating func indexMethod(_ measure: ItemMeasure) -> IndexMethod {
    let id = names.identifier(for: "satisfaction", otherwise: "index")
    findings.append(.assumedIndex(measure, file: form.file))
    comments.index = [
      LocalizedText(
        vi: "Biểu mẫu không nêu cách tính: hãy xác nhận hoặc sửa ba dòng dưới đây",
        en: "The form does not say how the index is computed: confirm or change the lines below")
    ]
    return IndexMethod(
      id: id, label: LocalizedText(vi: "Chỉ số hài lòng chung", en: "Overall satisfaction"),
      item: measure, factor: .meanOfItems, overall: .meanOfFactors)
  }
}

extension FormQuestion {
  /// Where to point when a question has no rule of its own.
  var rule: ForeignRule { ForeignRule(text: "", dialect: .xpath, place: place) }
}

extension FormGroup {
  var rule: ForeignRule { ForeignRule(text: "", dialect: .xpath, place: place) }
}
