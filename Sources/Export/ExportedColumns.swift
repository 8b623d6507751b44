internal import SurveyModel

/// A field of the survey that is written, under a name that is safe in every program.
struct ExportedColumn {
  enum Role: String { case variable, item }

  /// `v1`, `v2`, … for variables, `i1`, `i2`, … for items: never a word of R or Python.
  let name: String
  let role: Role
  let field: Field
  let values: ColumnValues
  /// Of a text variable: its number by text, so that no text is written.
  let numberOfText: [String: Int]

  init(name: String, role: Role, field: Field, values: ColumnValues) {
    self.name = name
    self.role = role
    self.field = field
    self.values = values
    var numbers: [String: Int] = [:]
    if case .texts(let column) = values {
      // By UTF-8 bytes, so that the order is the same in every locale.
      let ordered = column.texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (number, text) in ordered.enumerated() { numbers[text] = number + 1 }
    }
    numberOfText = numbers
  }

  /// The code of a level as the files write it.
  func written(_ code: String) -> String {
    if case .texts = values { return numberOfText[code].map { "\($0)" } ?? "" }
    return code
  }
}

/// The fields an analysis needs: those of the design, the weighting and the domains, and the items.
struct ExportedColumns {
  let all: [ExportedColumn]
  /// What stands for "the question did not apply"; no code of the survey reads so.
  let notAsked: String
  private let nameOfField: [String: Int]

  init(_ export: AnalysisExport) {
    let result = export.result
    let design = result.survey.design
    var needed = Set(design.strata + design.clusters + design.laterStages.flatMap(\.clusters))
    needed.formUnion(result.survey.weighting.flatMap(\.variables))
    needed.formUnion(result.survey.domains.flatMap { $0 })
    needed.formUnion(result.estimates.estimates.flatMap(\.domain).map(\.variable))
    // An interview id says nothing here but may say who was asked.
    needed.remove(result.survey.interviewID)

    var all: [ExportedColumn] = []
    var names: [String: Int] = [:]
    var variables = 0
    var items = 0
    for (field, values) in zip(result.questionnaire.fields, export.responses.columns) {
      guard !field.isPersonal, field.isItem || needed.contains(field.id) else { continue }
      if case .dropped = values { continue }
      if field.isItem { items += 1 } else { variables += 1 }
      names[field.id] = all.count
      all.append(
        ExportedColumn(
          name: field.isItem ? "i\(items)" : "v\(variables)",
          role: field.isItem ? .item : .variable, field: field, values: values))
    }
    self.all = all
    nameOfField = names
    let codes = Set(all.flatMap { $0.field.codeList?.codes.map(\.code) ?? [] })
    var token = "not-asked"
    while codes.contains(token) { token = "~" + token }
    notAsked = token
  }

  /// The column of a field, `nil` when it is not written.
  func column(of field: String) -> ExportedColumn? { nameOfField[field].map { all[$0] } }
}
