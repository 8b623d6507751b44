import SurveyModel

/// Goes through the sheet `survey` row by row, with the groups that are open.
struct XLSFormRows {
  private let sheet: FormSheet
  private(set) var form: ForeignForm
  private(set) var findings: [Finding] = []
  private let labels: FormTexts
  private let columns: Columns
  /// Groups open here; a repeat is what it is, without an index.
  private var open: [(group: Int?, kind: QuestionType, list: String)] = []
  /// The repeat being passed over: its row and how many questions it held.
  private var skipped: (name: String, place: FormPlace, questions: [String])?
  private let listNames: Set<String>
  private var unknownLists: Set<String> = []

  private struct Columns {
    var type: Int?
    var name: Int?
    var relevant: Int?
    var constraint: Int?
    var required: Int?
    var filter: Int?
    var scoreList: Int?
    var disabled: Int?
  }

  init(
    _ sheet: FormSheet, form: ForeignForm, defaultLanguage: String?, findings: inout [Finding]
  ) {
    self.sheet = sheet
    self.form = form
    columns = Columns(
      type: sheet.column("type"), name: sheet.column("name", "value"),
      relevant: sheet.column("relevant", "relevance", "bind::relevant"),
      constraint: sheet.column("constraint", "bind::constraint"),
      required: sheet.column("required", "bind::required"),
      filter: sheet.column("choice_filter"),
      scoreList: sheet.column("kobo--score-choices"), disabled: sheet.column("disabled"))
    labels = FormTexts("label", in: sheet, defaultLanguage: defaultLanguage, findings: &findings)
    listNames = Set(form.lists.map(\.name))
  }

  mutating func read() {
    guard let typeColumn = columns.type, columns.name != nil else {
      findings.append(.missingColumns("type, name", sheet))
      return
    }
    for row in sheet.rows {
      guard let type = row.cells[typeColumn] else { continue }
      if let column = columns.disabled, isYes(row.cells[column]) == true { continue }
      read(row, QuestionType(type), written: type)
    }
    for place in open.compactMap({ $0.group.map { form.groups[$0].place } }) {
      findings.append(.unbalanced(at: place, "end_group"))
    }
    closeRepeat()
    reportColumns()
  }

  private mutating func read(_ row: FormSheet.Row, _ type: QuestionType, written: String) {
    switch type {
    case .beginGroup, .beginScore, .beginRepeat: begin(row, type)
    case .endGroup, .endRepeat, .endScore: end(row, type)
    case .note, .unsupported: leaveOut(row, type)
    case .scoreRow:
      guard let list = open.last?.list, !list.isEmpty else {
        return leaveOut(row, .unsupported("score__row"))
      }
      add(row, .choice(list: list))
    case .selectOne(let list, let orOther):
      guard listNames.contains(list) else {
        findings.append(.unknownList(list, at: place(row, columns.type)))
        return add(row, .choiceFromElsewhere)
      }
      if orOther { addOther(row, list: list) } else { add(row, .choice(list: list)) }
    case .selectOneFromFile(let file):
      findings.append(.codesElsewhere(file, at: place(row, columns.type)))
      add(row, .choiceFromElsewhere)
    case .question(let answer): add(row, answer)
    }
  }

  // MARK: Groups

  private mutating func begin(_ row: FormSheet.Row, _ kind: QuestionType) {
    guard skipped == nil, kind != .beginRepeat else {
      if skipped == nil { skipped = (name(of: row), place(row, columns.type), []) }
      open.append((nil, kind, ""))
      return
    }
    let list = columns.scoreList.flatMap { row.cells[$0] } ?? ""
    form.groups.append(
      FormGroup(
        name: name(of: row).isEmpty ? "group_\(row.number)" : name(of: row),
        label: label(of: row), relevance: rule(columns.relevant, row),
        parent: open.last { $0.group != nil }?.group, place: place(row, columns.name)))
    open.append((form.groups.count - 1, kind, listNames.contains(list) ? list : ""))
  }

  private mutating func end(_ row: FormSheet.Row, _ kind: QuestionType) {
    guard let last = open.popLast() else {
      findings.append(.unbalanced(at: place(row, columns.type), "begin_group"))
      return
    }
    let fits =
      switch (last.kind, kind) {
      case (.beginGroup, .endGroup), (.beginRepeat, .endRepeat), (.beginScore, .endScore): true
      default: false
      }
    if !fits { findings.append(.unbalanced(at: place(row, columns.type), "end_group, end_repeat")) }
    if !open.contains(where: { $0.kind == .beginRepeat }) { closeRepeat() }
  }

  private mutating func closeRepeat() {
    guard let skipped else { return }
    findings.append(.leftOutRepeat(skipped.name, skipped.questions, at: skipped.place))
    self.skipped = nil
  }

  // MARK: Questions

  private mutating func add(_ row: FormSheet.Row, _ answer: FormAnswer) {
    let name = name(of: row)
    if skipped != nil {
      skipped?.questions.append(name)
      return
    }
    guard !name.isEmpty else {
      findings.append(.unnamed(at: place(row, columns.type)))
      return
    }
    var question = FormQuestion(
      name: name, label: label(of: row), answer: answer, relevance: rule(columns.relevant, row),
      constraint: rule(columns.constraint, row), group: open.last { $0.group != nil }?.group,
      place: place(row, columns.name))
    if let column = columns.required, let text = row.cells[column] {
      if let isRequired = isYes(text) {
        question.isRequired = isRequired
      } else {
        findings.append(
          .leftOutRequired(name, text, at: sheet.place(row: row.number, column: column)))
      }
    }
    if let column = columns.filter, let text = row.cells[column] {
      findings.append(.leftOutFilter(name, text, at: sheet.place(row: row.number, column: column)))
    }
    form.questions.append(question)
  }

  /// `or_other` adds a choice and a text, as pyxform does.
  private mutating func addOther(_ row: FormSheet.Row, list: String) {
    guard let source = form.lists.first(where: { $0.name == list }) else { return }
    let name = "\(list)_or_other"
    if !form.lists.contains(where: { $0.name == name }) {
      var choices = source.choices
      if !choices.contains(where: { $0.code == "other" }) {
        choices.append(
          FormChoice(
            code: "other", label: LocalizedText(vi: "Khác", en: "Other"),
            place: place(row, columns.type)))
      }
      form.lists.append(ChoiceList(name: name, choices: choices))
    }
    add(row, .choice(list: name))
    guard skipped == nil, let question = form.questions.last, question.name == self.name(of: row)
    else { return }
    form.questions.append(
      FormQuestion(
        name: "\(question.name)_other",
        label: LocalizedText(
          vi: question.label.vi.map { "\($0) (ghi rõ)" },
          en: question.label.en.map { "\($0) (specify)" }),
        answer: .text,
        relevance: ForeignRule(
          text: "${\(question.name)} = 'other'", dialect: .xpath, place: question.place),
        group: question.group, place: question.place))
  }

  private mutating func leaveOut(_ row: FormSheet.Row, _ type: QuestionType) {
    let name = name(of: row)
    if skipped != nil {
      skipped?.questions.append(name)
      return
    }
    switch type {
    case .note(let kind): findings.append(.leftOutNote(name, kind, at: place(row, columns.type)))
    case .unsupported(let kind):
      findings.append(.leftOutQuestion(name, kind, at: place(row, columns.type)))
    default: break
    }
  }

  // MARK: Cells

  private func name(of row: FormSheet.Row) -> String {
    columns.name.flatMap { row.cells[$0] } ?? ""
  }

  private mutating func label(of row: FormSheet.Row) -> LocalizedText {
    var label = labels.text(of: row)
    if label.isEmpty, let type = columns.type.flatMap({ row.cells[$0] }) {
      label = Self.recordedLabels[type.lowercased()] ?? label
    }
    if label.all.contains(where: { $0.contains("${") }) {
      findings.append(.labelWithPieces(name(of: row), label, at: place(row, columns.name)))
    }
    return label
  }

  /// What a phone records by itself has no label in the form.
  private static let recordedLabels = [
    "start": LocalizedText(vi: "Lúc bắt đầu phỏng vấn", en: "Start of the interview"),
    "end": LocalizedText(vi: "Lúc kết thúc phỏng vấn", en: "End of the interview"),
    "today": LocalizedText(vi: "Ngày phỏng vấn", en: "Date of the interview"),
  ]

  private func rule(_ column: Int?, _ row: FormSheet.Row) -> ForeignRule? {
    guard let column, let text = row.cells[column] else { return nil }
    return ForeignRule(
      text: text, dialect: .xpath, place: sheet.place(row: row.number, column: column))
  }

  private func place(_ row: FormSheet.Row, _ column: Int?) -> FormPlace {
    sheet.place(row: row.number, column: column ?? 0)
  }

  /// `nil` where it depends on something.
  private func isYes(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case nil, "no", "false", "false()", "0": false
    case "yes", "true", "true()", "1": true
    default: nil
    }
  }

  /// One finding per column that holds something and is not carried over.
  private mutating func reportColumns() {
    let used = [
      columns.type, columns.name, columns.relevant, columns.constraint, columns.required,
      columns.filter, columns.scoreList, columns.disabled,
    ].compactMap { $0 }
    // Of no meaning for answers: how a form looks, what it computes for its own use.
    let silent = ["appearance", "parameters", "readonly", "read_only", "calculation", "$kuid"]
    for (column, header) in sheet.header.sorted(by: { $0.key < $1.key }) {
      guard !used.contains(column), !silent.contains(header), header != "label",
        !header.hasPrefix("label:")
      else { continue }
      let count = sheet.rows.count { $0.cells[column] != nil }
      guard count > 0 else { continue }
      findings.append(.leftOutColumn(header, cells: count, at: sheet.place(ofHeader: column)))
    }
  }
}
