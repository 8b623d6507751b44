import SurveyModel

/// The questions of a form as pieces of paper.
struct PaperPieces {
  private let source: FormSource
  private let options: PaperOptions
  private let numbers: QuestionNumbers
  private(set) var grids: [PaperGrid] = []
  private(set) var questions: [PaperPiece] = []
  private(set) var personal: [PaperPiece] = []

  /// Longer lists have a line to fill in.
  private static let longestList = 20
  /// More answers than this do not fit beside a statement.
  private static let mostGridColumns = 7

  init(_ source: FormSource, _ options: PaperOptions) {
    self.source = source
    self.options = options
    numbers = QuestionNumbers(source)
    addVariables(source.aboutFields, under: FormWords.about)
    for section in source.sections { add(section) }
    addVariables(source.officeFields, under: FormWords.office)
    personal = source.personalFields.map { question($0, condition: $0.askedWhen) }
  }

  private func wording(_ text: LocalizedText, or id: String = "") -> Wording {
    Wording(text, or: id, options)
  }

  private mutating func addVariables(_ fields: [Field], under title: LocalizedText) {
    guard !fields.isEmpty else { return }
    addHeading(wording(title))
    questions += fields.map { question($0, condition: $0.askedWhen) }
  }

  private mutating func addHeading(_ text: Wording) {
    let height = text.height(width: PaperMeasure.width, points: PaperMeasure.textSize + 1)
    questions.append(
      PaperPiece(content: .heading(text), height: height + 4, staysWithNext: true))
  }

  private mutating func add(_ section: FormSource.Section) {
    addHeading(wording(section.factor.label, or: section.factor.id))
    let shared = FormSource.sharedCondition(section)
    if let shared {
      let note = wording(source.askedWhenText(shared))
      let height = note.height(width: PaperMeasure.width, points: PaperMeasure.textSize)
      questions.append(PaperPiece(content: .note(note), height: height + 1.5, staysWithNext: true))
    }
    var previous: [AnswerCode]?
    for item in section.items {
      let condition = shared == nil ? item.askedWhen : nil
      let choices = item.choices
      guard choices.count <= Self.mostGridColumns else {
        questions.append(question(item, condition: condition))
        previous = nil
        continue
      }
      if choices != previous {
        grids.append(grid(choices, caption: caption(section.factor, shared)))
        previous = choices
      }
      questions.append(gridRow(item, condition: condition, columns: choices.count))
    }
  }

  private func choices(_ codes: [AnswerCode]) -> [PaperChoice] {
    codes.map { code in
      PaperChoice(
        code: code.code.count <= 2 ? code.code : nil, label: wording(code.label, or: code.code))
    }
  }

  private func grid(_ codes: [AnswerCode], caption: Wording) -> PaperGrid {
    let choices = choices(codes)
    let heights = choices.map {
      $0.label.height(width: PaperMeasure.answerColumn - 2, points: PaperMeasure.headSize)
    }
    return PaperGrid(
      choices: choices, headHeight: (heights.max() ?? 0) + PaperMeasure.padding, caption: caption,
      captionHeight: caption.height(width: PaperMeasure.width, points: PaperMeasure.textSize) + 2)
  }

  private func caption(_ factor: Factor, _ condition: Condition?) -> Wording {
    let asked = condition.map { source.askedWhenText($0) }
    func text(_ language: Language) -> String {
      factor.label.text(in: language, or: factor.id) + " "
        + PaperWords.continued.text(in: language) + "."
        + (asked.map { " " + $0.text(in: language) } ?? "")
    }
    return wording(LocalizedText(vi: text(.vi), en: text(.en)))
  }

  private func gridRow(_ item: Field, condition: Condition?, columns: Int) -> PaperPiece {
    let row = PaperGridRow(
      number: numbers.number(of: item.id), label: wording(item.label, or: item.id),
      condition: condition.map { wording(source.askedWhenText($0)) })
    let width =
      PaperMeasure.width - PaperMeasure.numberWidth - Double(columns) * PaperMeasure.answerColumn
      - 4
    let height =
      row.label.height(width: width, points: PaperMeasure.textSize)
      + (row.condition?.height(width: width, points: PaperMeasure.smallSize) ?? 0)
    return PaperPiece(
      content: .gridRow(table: grids.count - 1, row),
      height: max(height, 5) + PaperMeasure.padding)
  }

  private func question(_ field: Field, condition: Condition?) -> PaperPiece {
    let label = wording(field.label, or: field.id)
    let (answer, answerHeight) = answer(field)
    let text = condition.map { wording(source.askedWhenText($0)) }
    let width = PaperMeasure.labelWidth - PaperMeasure.numberWidth
    let height =
      label.height(width: width, points: PaperMeasure.textSize)
      + (text?.height(width: width, points: PaperMeasure.smallSize) ?? 0)
    return PaperPiece(
      content: .question(
        PaperQuestion(
          number: numbers.number(of: field.id), label: label, condition: text, answer: answer)),
      height: max(height, answerHeight) + PaperMeasure.padding)
  }

  /// The place to answer and its height.
  private func answer(_ field: Field) -> (PaperQuestion.Answer, Double) {
    let line = PaperMeasure.writingLine
    switch field.kind {
    case .coded:
      let codes = field.choices
      guard !codes.isEmpty, codes.count <= Self.longestList else { return (.nameAndCode, line) }
      let choices = choices(codes)
      let widest = choices.map { $0.label.width(points: PaperMeasure.textSize) }.max() ?? 0
      let fitting = Int(PaperMeasure.answerWidth / (widest + PaperMeasure.boxWidth))
      let columns = min(max(fitting, 1), 4, codes.count)
      let width = PaperMeasure.answerWidth / Double(columns) - PaperMeasure.boxWidth
      var height = 0.0
      for start in stride(from: 0, to: choices.count, by: columns) {
        let row = choices[start..<min(start + columns, choices.count)]
        let heights = row.map { $0.label.height(width: width, points: PaperMeasure.textSize) }
        height += max(heights.max() ?? 0, 4.8) + 0.8
      }
      return (.choices(choices, columns: columns), height)
    case .date: return (.date, line)
    case .datetime: return (.datetime, line)
    case .integer, .number, .text: return (.line(unit: field.unit), line)
    }
  }
}
