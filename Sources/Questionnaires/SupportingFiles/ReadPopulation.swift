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
/// `sipas check` and the run read population files with this one function, so what is checked is
/// what is used. Every fault is reported with its place; the table is `nil` when any row is wrong,
/// because totals that lack a group would shift every weight.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - fields: The variables crossed, in order, code lists filled in; none means one row for the
///     whole population. A variable without a code list is matched by its value.
/// - Returns: The table, `nil` when any row is wrong, and everything found.
package func readPopulation(
  path: String, shownAs name: String? = nil, of fields: [Field]
) -> (table: PopulationTable?, findings: [Finding]) {
  let reading = readTable(path: path, file: name)
  var findings = reading.findings
  guard let table = reading.table else { return (nil, findings) }
  let groups = GroupColumns(fields, in: table, findings: &findings)
  let column = table.column(headed: ["population"], findings: &findings)
  guard let groups, let column else { return (nil, findings) }
  let numbers = PopulationNumbers(table, columns: [column])
  var population = PopulationTable(
    variables: fields.map(\.id), levels: [], totals: [], lines: [], file: table.file)
  var lineOfLevel: [[DomainTerm]: Int] = [:]
  for row in table.rows {
    let level = groups.level(of: row, findings: &findings)
    let total = numbers.number(
      in: row.cells[column], "population", allowsZero: false, findings: &findings)
    guard let level else { continue }
    if let earlier = lineOfLevel[level.terms] {
      findings.append(repeatedRow(level, row, earlier: earlier, in: table))
      continue
    }
    lineOfLevel[level.terms] = row.line
    guard let total else { continue }
    population.levels.append(level)
    population.totals.append(total)
    population.lines.append(row.line)
  }
  if table.rows.isEmpty { findings.append(emptyTable(table)) }
  let isSound = !findings.contains { $0.severity == .error }
  return (isSound ? population : nil, findings)
}

/// The finding for a group that has a row already.
func repeatedRow(
  _ level: GroupLevel, _ row: TableRow, earlier: Int, in table: DelimitedTable
) -> Finding {
  let name =
    level.terms.isEmpty
    ? LocalizedText(vi: "toàn tổng thể", en: "the whole population")
    : LocalizedText(vi: level.name, en: level.name)
  return Finding(
    PopulationCode.rowDuplicate,
    at: SourceLocation(file: table.file, line: row.line, column: 1),
    message: LocalizedText(
      vi: "\(name.text(in: .vi)) đã có ở dòng \(earlier)",
      en: "\(name.text(in: .en)) stands on line \(earlier) already"),
    expected: LocalizedText(vi: "mỗi nhóm một dòng", en: "one row for each group"),
    remedy: LocalizedText(
      vi: "gộp hai dòng hoặc bỏ dòng thừa", en: "add the two rows up, or remove one"))
}

/// The finding for a table with a header only.
func emptyTable(_ table: DelimitedTable) -> Finding {
  Finding(
    PopulationCode.empty, at: table.firstCell,
    message: LocalizedText(vi: "tệp không có dòng nào", en: "the file has no row"),
    remedy: LocalizedText(vi: "thêm một dòng cho mỗi nhóm", en: "add a row for each group"))
}
