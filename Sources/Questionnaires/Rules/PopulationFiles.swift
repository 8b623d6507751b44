import DelimitedText
import SurveyModel
import XML

/// One CSV of population numbers that the survey names, and the variables its rows are for.
struct PopulationReference {
  var attribute: XMLAttribute
  var variables: [String]
}

/// The population files of a survey, in file order.
func populationReferences(_ root: XMLElement) -> [PopulationReference] {
  var references: [PopulationReference] = []
  func add(_ attribute: XMLAttribute?, _ variables: [String]) {
    guard let attribute else { return }
    references.append(PopulationReference(attribute: attribute, variables: variables))
  }
  let design = root.child("design")
  add(
    design?.child("cluster")?.attribute("population"),
    design?.child("stratum")?.words("variable").map(\.text) ?? [])
  for step in root.child("weighting")?.children ?? [] {
    add(step.attribute("sampled"), step.words("classes").map(\.text))
    add(step.attribute("totals"), step.words("variables").map(\.text))
    for margin in step.children(named: "margin") {
      add(margin.attribute("totals"), margin.words("variables").map(\.text))
    }
  }
  return references
}

/// Population files have a column per variable, known codes, each combination once, and numbers
/// that are not negative.
func checkPopulationFiles(
  _ root: XMLElement, file: String, against questionnaire: Questionnaire
) -> [Finding] {
  populationReferences(root).flatMap { reference -> [Finding] in
    let path = resolvePath(reference.attribute.value, from: file)
    // A missing file is reported at the place that names it.
    guard !isAddress(reference.attribute.value), isExistingFile(path) else { return [] }
    // So is a variable that is unknown or cannot serve here.
    let fields = reference.variables.map { questionnaire.field($0) }
    guard fields.allSatisfy({ $0 != nil && $0?.kind != .text }) else { return [] }
    let reading = readTable(path: path)
    guard let table = reading.table else { return reading.findings }
    var check = PopulationCheck(table: table, questionnaire: questionnaire)
    check.run(variables: reference.variables)
    return reading.findings + check.findings
  }
}

private struct PopulationCheck {
  let table: DelimitedTable
  let questionnaire: Questionnaire
  private(set) var findings: [Finding] = []

  init(table: DelimitedTable, questionnaire: Questionnaire) {
    self.table = table
    self.questionnaire = questionnaire
  }

  mutating func run(variables: [String]) {
    let wanted = variables + ["population"]
    let columns = wanted.compactMap { table.column($0) }
    guard columns.count == wanted.count, let populationColumn = columns.last else {
      reportMissingColumns(wanted)
      return
    }
    let variableColumns = columns.dropLast()
    let fields = variables.map { questionnaire.field($0) }
    var lineOfCombination: [[String]: Int] = [:]
    for row in table.rows {
      checkNumber(row.cells[populationColumn])
      var combination: [String] = []
      for (field, column) in zip(fields, variableColumns) {
        let cell = row.cells[column]
        combination.append(cell.text)
        if let field { checkCode(cell, of: field) }
      }
      if let line = lineOfCombination[combination], !combination.isEmpty {
        let shown = combination.joined(separator: " × ")
        findings.append(
          Finding(
            PopulationCode.rowDuplicate, at: place(of: row),
            message: LocalizedText(
              vi: "“\(shown)” đã có ở dòng \(line)", en: "“\(shown)” stands on line \(line) already"
            ),
            remedy: LocalizedText(vi: "giữ một dòng", en: "keep one row"), subject: shown))
      }
      lineOfCombination[combination] = lineOfCombination[combination] ?? row.line
    }
  }

  private func place(of row: TableRow) -> SourceLocation {
    SourceLocation(file: table.file, line: row.line, column: 1)
  }

  private mutating func reportMissingColumns(_ wanted: [String]) {
    let present = table.header.map(\.text)
    for name in wanted where table.column(name) == nil {
      let list = present.joined(separator: ", ")
      findings.append(
        Finding(
          PopulationCode.columnMissing, at: SourceLocation(file: table.file, line: 1, column: 1),
          message: LocalizedText(
            vi: "tệp thiếu cột “\(name)”", en: "the file has no column “\(name)”"),
          found: LocalizedText(vi: list, en: list),
          expected: LocalizedText(
            vi: wanted.joined(separator: ", "), en: wanted.joined(separator: ", ")),
          remedy: nearestName(to: name, among: present).map {
            LocalizedText(
              vi: "đổi tiêu đề “\($0)” thành “\(name)”",
              en: "rename the header “\($0)” to “\(name)”")
          } ?? LocalizedText(vi: "thêm cột “\(name)”", en: "add the column “\(name)”"),
          subject: name))
    }
  }

  private mutating func checkNumber(_ cell: TableCell) {
    guard let number = strictNumber(cell.text) else {
      findings.append(
        Finding(
          PopulationCode.numberForm, at: table.place(of: cell),
          message: LocalizedText(
            vi: "population phải là một số", en: "the population must be a number"),
          found: LocalizedText(vi: "“\(cell.text)”", en: "“\(cell.text)”"),
          expected: LocalizedText(
            vi: "chữ số, không có dấu ngăn hàng nghìn, ví dụ 92400",
            en: "digits without thousands separators, for example 92400"),
          remedy: LocalizedText(vi: "viết lại thành số", en: "write it as a number"),
          subject: "population"))
      return
    }
    guard number < 0 else { return }
    findings.append(
      Finding(
        PopulationCode.numberNegative, at: table.place(of: cell),
        message: LocalizedText(vi: "population là số âm", en: "the population is negative"),
        found: LocalizedText(vi: cell.text, en: cell.text),
        expected: LocalizedText(vi: "0 hoặc lớn hơn", en: "0 or more"),
        remedy: LocalizedText(vi: "sửa lại số", en: "correct the number"), subject: "population"))
  }

  private mutating func checkCode(_ cell: TableCell, of field: Field) {
    let folded = TextFolding.plain(cell.text)
    // Labels will do, as in responses.
    guard let list = field.codeList, !field.awaitsCodeList, list.answerCount > 0,
      !list.answers.contains(where: { answer in
        answer.code == cell.text || answer.label.all.contains { TextFolding.plain($0) == folded }
      })
    else { return }
    let codes = list.answers.map(\.code)
    let shown = codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? ", …" : "")
    findings.append(
      Finding(
        PopulationCode.codeUnknown, at: table.place(of: cell),
        message: LocalizedText(
          vi: "biến “\(field.id)” không có mã “\(cell.text)”",
          en: "the variable “\(field.id)” has no code “\(cell.text)”"),
        found: LocalizedText(vi: cell.text, en: cell.text),
        expected: LocalizedText(vi: shown, en: shown),
        remedy: nearestName(to: cell.text, among: codes).map(didYouMean)
          ?? LocalizedText(
            vi: "dùng mã của biến, hoặc xoá dòng",
            en: "use a code of the variable, or delete the row"),
        subject: field.id))
  }
}
