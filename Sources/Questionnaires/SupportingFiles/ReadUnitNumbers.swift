import DelimitedText
package import SurveyModel

/// The number columns of the small files that tell about units.
package enum UnitNumbersFile {
  package static let forms = ["issued", "returned"]
  package static let quota = ["planned"]
}

/// Reads numbers by unit: a CSV with the variables' columns and a column for each number.
///
/// Every fault is reported with its place.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - fields: The variables of the unit, code lists filled in.
///   - numbers: The headers of the number columns; the numbers of a unit come in this order.
/// - Returns: The units in file order, `nil` when any row is wrong, and everything found.
package func readUnitNumbers(
  path: String, shownAs name: String? = nil, of fields: [Field], numbers: [String]
) -> (units: [UnitNumbers]?, findings: [Finding]) {
  let reading = readTable(path: path, file: name)
  var findings = reading.findings
  guard let table = reading.table else { return (nil, findings) }
  let groups = GroupColumns(fields, in: table, findings: &findings)
  let columns = numbers.compactMap { table.column(headed: [$0], findings: &findings) }
  guard let groups, columns.count == numbers.count else { return (nil, findings) }
  let reader = PopulationNumbers(table, columns: columns)
  var units: [UnitNumbers] = []
  var lineOfLevel: [[DomainTerm]: Int] = [:]
  for row in table.rows {
    let level = groups.level(of: row, findings: &findings)
    let values = zip(columns, numbers).compactMap { column, name in
      reader.number(in: row.cells[column], name, allowsZero: true, findings: &findings)
    }
    guard let level else { continue }
    if let earlier = lineOfLevel[level.terms] {
      findings.append(repeatedRow(level, row, earlier: earlier, in: table))
      continue
    }
    lineOfLevel[level.terms] = row.line
    guard values.count == numbers.count else { continue }
    units.append(UnitNumbers(level: level, numbers: values, line: row.line))
  }
  if table.rows.isEmpty { findings.append(emptyTable(table)) }
  let isSound = !findings.contains { $0.severity == .error }
  return (isSound ? units : nil, findings)
}
