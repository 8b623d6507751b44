package import SurveyModel
package import WorkbookWriting

/// The questionnaire as an Excel workbook to key paper forms in.
///
/// The first sheet has a column for each field: the wording in row 1, the id of the field in row 2,
/// which is what `sipas import` reads, and forms from row 3 on, with drop-down lists and checks. A
/// second sheet tells how to fill it in, a hidden third holds the lists.
///
/// - Returns: The workbook, without forms; add rows to its first sheet to fill it.
package func entryTemplate(of source: FormSource, language: Language) -> WorkbookContent {
  EntryTemplate(source, language).workbook()
}

/// What stands in one column of the entry sheet.
struct EntryColumn {
  var field: Field
  var number: Int?
  var answers: EntryAnswers?
}

struct EntryTemplate {
  let source: FormSource
  let words: EntryWords
  let columns: [EntryColumn]
  /// The drop-down lists that need cells, in the order of the columns.
  let lists: [EntryAnswers]

  /// Rows with drop-down lists and checks; Excel takes more rows, without them.
  static let checkedRows = 2...5_001

  init(_ source: FormSource, _ language: Language) {
    self.source = source
    words = EntryWords(language: language)
    let numbers = QuestionNumbers(source)
    let id =
      source.interviewID
      ?? Field(
        id: source.survey?.interviewID ?? "interview_id",
        label: LocalizedText(vi: words.number, en: words.number), kind: .text, isRequired: true)
    let fields =
      [id] + source.aboutFields + source.sections.flatMap(\.items) + source.officeFields
      + source.personalFields
    columns = fields.map { field in
      EntryColumn(
        field: field, number: numbers.number(of: field.id),
        answers: field.entryAnswers(in: language))
    }
    var seen: Set<EntryAnswers> = []
    lists = columns.compactMap(\.answers).filter { answers in
      !Self.isLiteral(answers) && seen.insert(answers).inserted
    }
  }

  func workbook() -> WorkbookContent {
    var sheets = [entrySheet(), guideSheet()]
    if !lists.isEmpty { sheets.append(listSheet()) }
    return WorkbookContent(
      sheets: sheets, title: source.title.text(in: words.language, or: source.id))
  }

  private func entrySheet() -> SheetContent {
    let head = CellLook.plain.with {
      $0.isBold = true
      $0.wraps = true
      $0.hasBorder = true
      $0.fillColour = 0xDDEBF7
    }
    let small = CellLook.plain.with {
      $0.fontSize = 8
      $0.fontColour = 0x666666
    }
    let grey = CellLook.plain.with { $0.fillColour = 0xBFBFBF }
    var sheet = SheetContent(name: words.entrySheet, frozenRows: 2, frozenColumns: 1)
    sheet.rows = [
      columns.map { .text(heading($0), look: head) },
      columns.map { .text($0.field.id, look: small) },
    ]
    let fields = source.questionnaire.fields
    let formula = ConditionFormula(
      fields: Dictionary(fields.map { ($0.id, $0) }) { first, _ in first },
      cell: { id in
        columns.firstIndex { $0.field.id == id }.map { "$\(Self.letters($0))3" }
      })
    for (index, column) in columns.enumerated() {
      sheet.columns.append(
        ColumnWidth(
          columns: index...index, width: width(column), look: Self.look(of: column.field)))
      let range = CellRange(rows: Self.checkedRows, columns: index...index)
      if let validation = validation(column, at: index, range) {
        sheet.validations.append(validation)
      }
      guard let condition = column.field.askedWhen else { continue }
      sheet.notes.append(
        CellNote(
          row: 0, column: index, text: source.askedWhenText(condition).text(in: words.language)))
      let isAsked = formula.expression(condition)
      // Excel takes no longer formulas; without the grey the comment still tells.
      if isAsked.unicodeScalars.count <= 8_000 {
        let hasForm = "$A3&\"\"<>\"\""
        sheet.conditionalLooks.append(
          ConditionalLook(range: range, formula: "=AND(\(hasForm),NOT(\(isAsked)))", look: grey))
      }
    }
    return sheet
  }

  private func heading(_ column: EntryColumn) -> String {
    let label = column.field.label.text(in: words.language, or: column.field.id)
    let number = column.number.map { "\($0). " } ?? ""
    return EntryWords.short(number + label) + (source.isNeeded(column.field) ? " *" : "")
  }

  private func width(_ column: EntryColumn) -> Double {
    if let answers = column.answers, answers.areNumbers { return 14 }
    let longest = column.answers?.values.map(\.count).max() ?? 12
    return Double(min(max(longest + 3, 14), 32))
  }

  /// Texts stay as they are typed: numbers of telephones keep their zero.
  private static func look(of field: Field) -> CellLook? {
    switch field.kind {
    case .text: .plain.with { $0.numberFormat = "@" }
    case .date: .plain.with { $0.numberFormat = "dd/mm/yyyy" }
    case .datetime: .plain.with { $0.numberFormat = "dd/mm/yyyy hh:mm" }
    case .coded, .integer, .number: nil
    }
  }

  private func guideSheet() -> SheetContent {
    let bold = CellLook.plain.with { $0.isBold = true }
    let wrapped = CellLook.plain.with { $0.wraps = true }
    let lines = words.guide(source, columns: columns.count)
    var rows = lines.enumerated().map { index, line in
      [CellContent.text(line, look: index == 0 ? bold : nil)]
    }
    rows.append([])
    rows.append(words.columnHeads.map { .text($0, look: bold) })
    for (index, column) in columns.enumerated() {
      let field = column.field
      let condition = field.askedWhen.map { source.askedWhenText($0).text(in: words.language) }
      rows.append([
        .text(Self.letters(index)), column.number.map { .number(Double($0)) } ?? .empty,
        .text(field.id), .text(heading(column), look: wrapped),
        .text(words.howToEnter(field, column.answers), look: wrapped),
        .text(condition ?? "", look: wrapped),
      ])
    }
    return SheetContent(
      name: words.guideSheet, rows: rows,
      columns: [
        ColumnWidth(columns: 0...1, width: 8), ColumnWidth(columns: 2...2, width: 18),
        ColumnWidth(columns: 3...4, width: 50), ColumnWidth(columns: 5...5, width: 36),
      ])
  }

  private func listSheet() -> SheetContent {
    let longest = lists.map(\.values.count).max() ?? 0
    let rows = (0..<longest).map { row in
      lists.map { list -> CellContent in
        guard row < list.values.count else { return .empty }
        if list.areNumbers, let number = Double(list.values[row]) { return .number(number) }
        return .text(list.values[row])
      }
    }
    return SheetContent(name: words.listSheet, rows: rows, isHidden: true)
  }

  /// Whether a list can stand in the validation itself: Excel takes 255 bytes and no commas there.
  static func isLiteral(_ answers: EntryAnswers) -> Bool {
    answers.areNumbers && answers.values.reduce(-1) { $0 + $1.utf8.count + 1 } <= 255
  }

  /// The letters of a column counted from 0: `A`, …, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
