import SurveyModel
import XML

/// Reads a LimeSurvey structure file (`.lss`), of either layout.
///
/// ## Method
///
/// LimeSurvey manual, "Exporting a survey structure" and "ExpressionScript"; the layouts were read
/// off files of versions 1.90 to 6.
func readLimeSurvey(
  _ root: XMLElement, file: String, findings: inout [Finding]
) -> ForeignForm? {
  let tables = LimeTables(root)
  var reader = LimeReader(
    tables, languages: LimeLanguages(tables, file: file, findings: &findings), file: file)
  reader.read()
  findings += reader.findings
  return reader.form
}

/// Goes through groups and questions in the order people see them.
private struct LimeReader {
  private let tables: LimeTables
  private let languages: LimeLanguages
  private(set) var form: ForeignForm
  private(set) var findings: [Finding] = []
  private let subquestions: [String: [LimeRow]]
  private let answers: [String: [LimeRow]]
  private let attributes: [String: [String: String]]
  /// Lists by their content, so that questions with the same answers share a scale.
  private var listOfContent: [[FormChoiceContent]: String] = [:]
  private var listNames: Set<String> = []

  private struct FormChoiceContent: Hashable {
    var code: String
    var label: LocalizedText
  }

  init(_ tables: LimeTables, languages: LimeLanguages, file: String) {
    self.tables = tables
    self.languages = languages
    form = ForeignForm(program: .limeSurvey, file: file)
    var subquestions: [String: [LimeRow]] = [:]
    var seen: Set<String> = []
    for row in tables.rows("subquestions") + tables.rows("questions") {
      guard let parent = row["parent_qid"], parent != "0", let id = row["qid"],
        seen.insert(id).inserted
      else { continue }
      subquestions[parent, default: []].append(row)
    }
    self.subquestions = subquestions.mapValues { Self.inOrder($0, "question_order") }
    var answers: [String: [LimeRow]] = [:]
    var seenAnswers: Set<String> = []
    for row in tables.rows("answers") where seenAnswers.insert(LimeTables.answerKey(row)).inserted {
      answers[row["qid"] ?? "", default: []].append(row)
    }
    self.answers = answers.mapValues { Self.inOrder($0, "sortorder") }
    var attributes: [String: [String: String]] = [:]
    for row in tables.rows("question_attributes") {
      guard let id = row["qid"], let name = row["attribute"] else { continue }
      attributes[id, default: [:]][name] = row["value"]
    }
    self.attributes = attributes
  }

  /// By a number, rows with the same number in the order of the file.
  private static func inOrder(_ rows: [LimeRow], _ field: String) -> [LimeRow] {
    rows.enumerated().sorted {
      ($0.element.number(field), $0.offset) < ($1.element.number(field), $1.offset)
    }.map(\.element)
  }

  mutating func read() {
    let survey = tables.rows("surveys").first
    form.id = survey?["sid"].map { "limesurvey_\($0)" }
    for row in tables.rows("surveys_languagesettings") {
      let title = languages.text([row["surveyls_language"] ?? "": row["surveyls_title"] ?? ""])
      form.title.vi = form.title.vi ?? title.vi
      form.title.en = form.title.en ?? title.en
    }
    var indexOfGroup: [String: Int] = [:]
    for row in Self.inOrder(tables.rows("groups"), "group_order") {
      guard let id = row["gid"], indexOfGroup[id] == nil else { continue }
      indexOfGroup[id] = form.groups.count
      form.groups.append(
        FormGroup(
          name: "G\(id)", label: languages.text(tables.groupTexts[id]),
          relevance: rule("grelevance", row), parent: nil, place: row.place("gid")))
    }
    var seen: Set<String> = []
    let questions = tables.rows("questions").filter { row in
      (row["parent_qid"] ?? "0") == "0" && row["qid"].map { seen.insert($0).inserted } == true
    }
    let sorted = questions.enumerated().sorted { left, right in
      func key(_ entry: (offset: Int, element: LimeRow)) -> (Int, Int, Int) {
        let group = entry.element["gid"].flatMap { indexOfGroup[$0] } ?? Int.max
        return (group, entry.element.number("question_order"), entry.offset)
      }
      return key(left) < key(right)
    }
    for (_, row) in sorted { read(row, group: row["gid"].flatMap { indexOfGroup[$0] }) }
    reportOldConditions(questions)
  }

  private mutating func read(_ row: LimeRow, group: Int?) {
    guard let id = row["qid"], let title = row["title"] else {
      findings.append(.unnamed(at: row.place()))
      return
    }
    let letter = row["type"] ?? ""
    switch LimeQuestionType(letter) {
    case .note: findings.append(.leftOutNote(title, letter, at: row.place("title")))
    case .unsupported: findings.append(.leftOutQuestion(title, letter, at: row.place("title")))
    case .single(let answer):
      add(question(row, name: title, text: id, answer: numberKind(answer, id), group: group), row)
    case .choice(let builtIn):
      let list = builtIn.map { self.list($0, row) } ?? self.list(of: row, name: title)
      add(
        question(
          row, name: title, text: id,
          answer: list.map { .choice(list: $0) } ?? .choiceFromElsewhere, group: group), row)
      addTextsBeside(row, title, letter: letter, group: group)
    case .grid(let builtIn):
      let list = builtIn.map { self.list($0, row) } ?? self.list(of: row, name: title)
      addRows(
        row, title, answer: list.map { .choice(list: $0) } ?? .choiceFromElsewhere, group: group)
    case .several(let answer): addRows(row, title, answer: numberKind(answer, id), group: group)
    }
  }

  private mutating func add(_ question: FormQuestion, _ row: LimeRow) {
    form.questions.append(question)
    if let survey = row["sid"], let group = row["gid"], let id = row["qid"] {
      form.aliases["\(survey)X\(group)X\(id)"] = question.name
    }
  }

  /// "Other" and comments are texts of their own in the data.
  private mutating func addTextsBeside(
    _ row: LimeRow, _ title: String, letter: String, group: Int?
  ) {
    guard let main = form.questions.last else { return }
    func beside(_ suffix: String, vi: String, en: String) -> FormQuestion {
      FormQuestion(
        name: "\(title)_\(suffix)",
        label: LocalizedText(
          vi: main.label.vi.map { "\($0) (\(vi))" }, en: main.label.en.map { "\($0) (\(en))" }),
        answer: .text, relevance: main.relevance, group: group, place: main.place)
    }
    if row["other"] == "Y" { form.questions.append(beside("other", vi: "ghi rõ", en: "specify")) }
    if letter == "O" {
      form.questions.append(beside("comment", vi: "nhận xét", en: "comment"))
    }
  }

  /// The rows of a grid are a group of their own: its items make a factor.
  private mutating func addRows(
    _ row: LimeRow, _ title: String, answer: FormAnswer, group: Int?
  ) {
    guard let id = row["qid"] else { return }
    form.groups.append(
      FormGroup(
        name: title, label: languages.text(tables.questionTexts[id]),
        relevance: rule("relevance", row), parent: group, place: row.place("title")))
    let index = form.groups.count - 1
    for sub in subquestions[id] ?? [] where sub.number("scale_id") == 0 {
      guard let code = sub["title"], let subID = sub["qid"] else {
        findings.append(.unnamed(at: sub.place()))
        continue
      }
      let name = "\(title)_\(code)"
      var item = question(sub, name: name, text: subID, answer: answer, group: index)
      item.isRequired = row["mandatory"] == "Y"
      item.minimum = limit("min_num_value_n", id)
      item.maximum = limit("max_num_value_n", id)
      form.questions.append(item)
      form.aliases["\(title)_\(code)"] = name
      if let survey = row["sid"], let groupID = row["gid"] {
        form.aliases["\(survey)X\(groupID)X\(id)\(code)"] = name
      }
    }
  }

  private mutating func question(
    _ row: LimeRow, name: String, text: String, answer: FormAnswer, group: Int?
  ) -> FormQuestion {
    let label = languages.text(tables.questionTexts[text])
    if label.all.contains(where: { $0.contains("{") }) {
      findings.append(.labelWithPieces(name, label, at: row.place("title")))
    }
    return FormQuestion(
      name: name, label: label, answer: answer, isRequired: row["mandatory"] == "Y",
      relevance: rule("relevance", row), minimum: limit("min_num_value_n", text),
      maximum: limit("max_num_value_n", text), group: group, place: row.place("title"))
  }

  private func limit(_ name: String, _ id: String) -> Double? {
    attributes[id]?[name].flatMap(decimal)
  }

  private func numberKind(_ answer: FormAnswer, _ id: String) -> FormAnswer {
    answer == .number && attributes[id]?["num_value_int_only"] == "1" ? .integer : answer
  }

  private func rule(_ name: String, _ row: LimeRow) -> ForeignRule? {
    guard let text = row[name], text != "1" else { return nil }
    return ForeignRule(text: text, dialect: .expressionScript, place: row.place(name))
  }

  // MARK: Lists

  private mutating func list(_ builtIn: BuiltInList, _ row: LimeRow) -> String {
    if listNames.insert(builtIn.rawValue).inserted {
      form.lists.append(
        ChoiceList(
          name: builtIn.rawValue,
          choices: builtIn.choices.map {
            FormChoice(code: $0.code, label: $0.label, place: row.place("type"))
          }))
    }
    return builtIn.rawValue
  }

  /// The list of a question's own answers; one with the same codes and labels is used again.
  private mutating func list(of row: LimeRow, name title: String) -> String? {
    let rows = (answers[row["qid"] ?? ""] ?? []).filter { $0.number("scale_id") == 0 }
    guard !rows.isEmpty else {
      findings.append(.unknownList(title, at: row.place("title")))
      return nil
    }
    var choices = rows.map { answer in
      FormChoice(
        code: answer["code"] ?? "",
        label: languages.text(tables.answerTexts[LimeTables.answerKey(answer)]),
        place: answer.place("code"))
    }
    if row["other"] == "Y" {
      choices.append(
        FormChoice(
          code: "-oth-", label: LocalizedText(vi: "Khác", en: "Other"), place: row.place("other")))
    }
    let content = choices.map { FormChoiceContent(code: $0.code, label: $0.label) }
    if let known = listOfContent[content] { return known }
    let name = "\(title)_answers"
    guard listNames.insert(name).inserted else { return nil }
    listOfContent[content] = name
    form.lists.append(ChoiceList(name: name, choices: choices))
    return name
  }

  /// Conditions of the oldest layout, which has no `relevance`.
  private mutating func reportOldConditions(_ questions: [LimeRow]) {
    var withRelevance: Set<String> = []
    for row in questions where row["relevance"] != nil { withRelevance.insert(row["qid"] ?? "") }
    var titles: [String: String] = [:]
    for row in questions { titles[row["qid"] ?? ""] = row["title"] }
    var reported: Set<String> = []
    for row in tables.rows("conditions") {
      guard let id = row["qid"], !withRelevance.contains(id), reported.insert(id).inserted,
        let title = titles[id]
      else { continue }
      findings.append(
        .leftOutCondition(
          ForeignRule(text: "", dialect: .expressionScript, place: row.place()), of: title,
          ForeignFault(
            vi: "kiểu điều kiện của LimeSurvey trước 1.92",
            en: "it is of the kind LimeSurvey had before 1.92")))
    }
  }
}
