import DelimitedText
package import SurveyModel

/// Population totals of the groups of one or several crossed variables.
package struct PopulationTable: Sendable, Hashable {
  package var variables: [String]
  /// In the order of the file.
  package var levels: [GroupLevel]
  /// One per level, strictly positive and finite.
  package var totals: [Double]
  /// Line of each level in the file.
  package var lines: [Int]
  /// The file, for messages.
  package var file: String

  package init(
    variables: [String], levels: [GroupLevel], totals: [Double], lines: [Int], file: String
  ) {
    self.variables = variables
    self.levels = levels
    self.totals = totals
    self.lines = lines
    self.file = file
  }
}

/// Reads population totals: a CSV with one column per variable and `population`.
///
/// Cells may hold codes or labels, as tolerant as in responses. Every fault is reported with its
/// place; the table is `nil` when any row is wrong, because totals that lack a group would shift
/// every weight.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - variables: The variables crossed, in order; a variable without a code list is matched by its
///     value.
///   - fields: Fields of the questionnaire, code lists filled in.
/// - Returns: The table, `nil` when any row is wrong, and everything found.
package func readPopulation(
  path: String, shownAs name: String? = nil, variables: [String], fields: [Field]
) -> (table: PopulationTable?, findings: [Finding]) {
  let file = name ?? path
  let reading = readTable(path: path, file: file)
  guard let table = reading.table else { return (nil, reading.findings) }
  var reader = PopulationReader(table: table, variables: variables, fields: fields)
  reader.findings = reading.findings
  return reader.read()
}

private struct PopulationReader {
  let table: DelimitedTable
  let variables: [String]
  let fields: [Field]
  var findings: [Finding] = []

  private var firstLine: SourceLocation {
    SourceLocation(file: table.file, line: table.header.first?.line ?? 1, column: 1)
  }

  /// A variable with its column and, when it has one, its code list.
  private struct Key {
    var field: Field
    var column: Int
    var codes: (list: CodeList, matcher: AnswerMatcher)?
  }

  mutating func read() -> (table: PopulationTable?, findings: [Finding]) {
    let keys = variables.compactMap { key(for: $0) }
    let totals = totalsColumn()
    guard keys.count == variables.count, let totals else { return (nil, findings) }
    var population = PopulationTable(
      variables: variables, levels: [], totals: [], lines: [], file: table.file)
    var lineOfLevel: [[DomainTerm]: Int] = [:]
    for row in table.rows {
      let codes = keys.compactMap { code(of: row.cells[$0.column], key: $0) }
      let total = total(of: row.cells[totals])
      guard codes.count == keys.count, let total else { continue }
      let level = GroupLevel(
        terms: zip(variables, codes).map { DomainTerm(variable: $0, code: $1.code) },
        labels: codes.map(\.label))
      if let earlier = lineOfLevel[level.terms] {
        findings.append(duplicate(level, row: row, earlier: earlier))
        continue
      }
      lineOfLevel[level.terms] = row.line
      population.levels.append(level)
      population.totals.append(total)
      population.lines.append(row.line)
    }
    if population.levels.isEmpty && !findings.contains(where: { $0.severity == .error }) {
      findings.append(empty())
    }
    let isSound = !findings.contains { $0.severity == .error }
    return (isSound ? population : nil, findings)
  }

  private mutating func key(for variable: String) -> Key? {
    guard let field = fields.first(where: { $0.id == variable }), !field.isPersonal else {
      findings.append(unknownVariable(variable))
      return nil
    }
    let names = [field.id] + field.label.all
    let column = table.header.firstIndex { cell in
      names.contains { TextFolding.plain($0) == TextFolding.plain(cell.text) }
    }
    guard let column else {
      findings.append(missingColumn(variable))
      return nil
    }
    return Key(
      field: field, column: column, codes: field.codeList.map { ($0, AnswerMatcher($0)) })
  }

  private mutating func totalsColumn() -> Int? {
    if let column = table.column("population") { return column }
    findings.append(missingColumn("population"))
    return nil
  }

  private mutating func code(of cell: TableCell, key: Key) -> AnswerCode? {
    let fault: CellFault
    if cell.text.isEmpty {
      fault = .required
    } else if let (list, matcher) = key.codes {
      switch matcher.match(cell.text) {
      case .position(let position):
        if position <= list.answerCount { return list.code(at: position) }
        // Missing codes have no population.
        fault = .designMissing
      case .ambiguous(let positions): fault = .ambiguous(positions)
      case .none: fault = .notInCodeList
      }
    } else if case .integer = key.field.kind {
      // Written as a grouping of the responses writes it: 007 and 7 are one stratum.
      let whole = Array(cell.text.utf8).withUnsafeBufferPointer { readInteger($0, decimal: nil) }
      if let whole { return AnswerCode(code: "\(whole)") }
      fault = .notAnInteger
    } else {
      return AnswerCode(code: cell.text)
    }
    var shown = key.field
    shown.isPersonal = false
    findings.append(fault.finding(for: shown, value: cell.text, at: table.place(of: cell)))
    return nil
  }

  private mutating func total(of cell: TableCell) -> Double? {
    let value = Array(cell.text.utf8).withUnsafeBufferPointer { readNumber($0, decimal: nil) }
    let isAmbiguous = Self.mayBeThousands(cell.text)
    if let value, value > 0, value.isFinite, !isAmbiguous { return value }
    findings.append(
      Finding(
        IngestionCodes.populationTotal, at: table.place(of: cell),
        message: isAmbiguous
          ? LocalizedText(
            vi: "không rõ dấu trong số là dấu hàng nghìn hay dấu thập phân",
            en: "it is unclear whether the sign in the number groups thousands or is a decimal sign"
          )
          : LocalizedText(
            vi: "tổng thể phải là số lớn hơn 0", en: "the population must be a number above 0"),
        found: ShownValue.open(cell.text),
        expected: LocalizedText(vi: "số lớn hơn 0", en: "a number above 0"),
        remedy: LocalizedText(
          vi: "viết số liền, không dấu hàng nghìn; nếu nhóm không có ai thì bỏ dòng này",
          en: "write the digits without separators; remove the row if the group holds nobody"),
        subject: "population"))
    return nil
  }

  /// "12.345" and "12,345": twelve, or twelve thousand? Nobody can tell, and weights would be a
  /// thousand times off.
  private static func mayBeThousands(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[0] != "0"
      && parts[1].utf8.count == 3
  }
}

extension PopulationReader {
  private func missingColumn(_ name: String) -> Finding {
    let expected = (variables + ["population"]).joined(separator: ", ")
    return Finding(
      IngestionCodes.populationColumn, at: firstLine,
      message: LocalizedText(
        vi: "tệp tổng thể thiếu cột \(name)", en: "the population file lacks the column \(name)"),
      found: LocalizedText(
        vi: table.header.map(\.text).joined(separator: ", "),
        en: table.header.map(\.text).joined(separator: ", ")),
      expected: LocalizedText(vi: expected, en: expected),
      remedy: LocalizedText(
        vi: "thêm cột, hoặc sửa tên cột ở dòng đầu", en: "add the column, or correct the header"),
      subject: name)
  }

  private func unknownVariable(_ variable: String) -> Finding {
    Finding(
      IngestionCodes.populationVariable, at: firstLine,
      message: LocalizedText(
        vi: "\(variable) không phải là biến của phiếu hỏi, hoặc là dữ liệu cá nhân",
        en: "\(variable) is no variable of the questionnaire, or is personal data"),
      remedy: LocalizedText(
        vi: "dùng biến của phiếu hỏi", en: "use a variable of the questionnaire"),
      subject: variable)
  }

  private func duplicate(_ level: GroupLevel, row: TableRow, earlier: Int) -> Finding {
    Finding(
      IngestionCodes.populationDuplicate,
      at: SourceLocation(file: table.file, line: row.line, column: 1),
      message: LocalizedText(
        vi: "nhóm \(level.name) đã có ở dòng \(earlier)",
        en: "the group \(level.name) stands already in line \(earlier)"),
      expected: LocalizedText(vi: "mỗi nhóm một dòng", en: "one row for each group"),
      remedy: LocalizedText(
        vi: "gộp hai dòng hoặc bỏ dòng thừa", en: "add the two rows up, or remove one"))
  }

  private func empty() -> Finding {
    Finding(
      IngestionCodes.populationEmpty, at: firstLine,
      message: LocalizedText(
        vi: "tệp tổng thể không có dòng nào", en: "the population file has no row"),
      remedy: LocalizedText(
        vi: "thêm một dòng cho mỗi nhóm", en: "add a row for each group"))
  }
}
