import DelimitedText
package import SurveyModel

/// The gross sample by weighting class, and by sampling unit where the file says so.
///
/// All numbers are weights added up, in the unit of the design weights.
package struct SampledTable: Sendable, Hashable {
  /// What the file says of one group of sampled people.
  package struct Row: Sendable, Hashable {
    package var level: GroupLevel
    /// Of the stratum and of the first-stage cluster; empty unless the table has the design.
    package var stratum: [DomainTerm]
    package var cluster: [DomainTerm]
    /// All who belong to the population, respondents included; `nil` in a table by status.
    package var sampled: Double?
    /// By status; 0 where the file has no such column.
    package var nonresponding: Double
    package var ineligible: Double
    package var unknown: Double
    package var line: Int
  }

  package var classes: [String]
  /// True when each row tells its stratum and its first-stage cluster.
  package var hasDesign: Bool
  /// True when rows hold nonrespondents, ineligible and unknown people in place of all sampled.
  package var isByStatus: Bool
  package var rows: [Row]
  /// The file, for messages.
  package var file: String
}

/// Reads the gross sample of a nonresponse step: a CSV with the classes' columns and `sampled`, or
/// `nonresponding` and possibly `ineligible` and `unknown`.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - classes: The variables that make the classes.
///   - strata: The variables of the strata.
///   - clusters: The variables of the first-stage clusters; none where each person is a unit of its
///     own, for then the file cannot tell units that did not answer.
///   - unknown: What the step does about unknown eligibility.
/// - Returns: The table, `nil` when any row is wrong, and everything found.
package func readSampled(
  path: String, shownAs name: String? = nil, classes: [Field], strata: [Field],
  clusters: [Field], unknown: UnknownEligibility
) -> (table: SampledTable?, findings: [Finding]) {
  let reading = readTable(path: path, file: name)
  guard let table = reading.table else { return (nil, reading.findings) }
  var reader = SampledReader(table: table, findings: reading.findings)
  let read = reader.read(classes: classes, strata: strata, clusters: clusters, unknown: unknown)
  // A class that is a stratum too is read twice from one cell.
  var findings: [Finding] = []
  for finding in reader.findings where !findings.contains(finding) { findings.append(finding) }
  return (findings.contains { $0.severity == .error } ? nil : read, findings)
}

private struct SampledReader {
  let table: DelimitedTable
  var findings: [Finding]

  mutating func read(
    classes: [Field], strata: [Field], clusters: [Field], unknown: UnknownEligibility
  ) -> SampledTable? {
    let hasDesign = hasDesign(classes: classes, strata: strata, clusters: clusters)
    let level = GroupColumns(classes, in: table, findings: &findings)
    let stratum = GroupColumns(hasDesign ? strata : [], in: table, findings: &findings)
    let cluster = GroupColumns(hasDesign ? clusters : [], in: table, findings: &findings)
    let columns = numberColumns(unknown: unknown)
    guard let level, let stratum, let cluster, let columns else { return nil }
    var sampled = SampledTable(
      classes: classes.map(\.id), hasDesign: hasDesign, isByStatus: columns["sampled"] == nil,
      rows: [], file: table.file)
    let reader = PopulationNumbers(table, columns: columns.values)
    var lineOfGroup: [[DomainTerm]: Int] = [:]
    for row in table.rows {
      var numbers: [String: Double] = [:]
      for name in Self.names {
        guard let column = columns[name] else { continue }
        numbers[name] = reader.number(
          in: row.cells[column], name, allowsZero: true, findings: &findings)
      }
      guard let group = level.level(of: row, findings: &findings),
        let place = stratum.level(of: row, findings: &findings),
        let unit = cluster.level(of: row, findings: &findings)
      else { continue }
      let key = group.terms + place.terms + unit.terms
      if let earlier = lineOfGroup[key] {
        findings.append(repeatedRow(group, row, earlier: earlier, in: table))
        continue
      }
      lineOfGroup[key] = row.line
      sampled.rows.append(
        SampledTable.Row(
          level: group, stratum: place.terms, cluster: unit.terms, sampled: numbers["sampled"],
          nonresponding: numbers["nonresponding"] ?? 0, ineligible: numbers["ineligible"] ?? 0,
          unknown: numbers["unknown"] ?? 0, line: row.line))
    }
    if table.rows.isEmpty { findings.append(emptyTable(table)) }
    return sampled
  }

  private static let names = ["sampled", "nonresponding", "ineligible", "unknown"]

  /// Whether the file tells sampling units; some of the columns only is worth a warning.
  private mutating func hasDesign(classes: [Field], strata: [Field], clusters: [Field]) -> Bool {
    guard !clusters.isEmpty else { return false }
    let wanted = (strata + clusters).filter { field in !classes.contains { $0.id == field.id } }
    let lacking = wanted.filter { !table.hasColumn([$0.id] + $0.label.all) }
    guard !lacking.isEmpty else { return true }
    if lacking.count < wanted.count {
      let names = lacking.map(\.id).joined(separator: ", ")
      findings.append(
        Finding(
          SampledCode.designPartial, at: table.firstCell,
          message: LocalizedText(
            vi: "tệp chỉ có một phần các cột tầng và đơn vị chọn mẫu, thiếu \(names)",
            en: "the file has some of the design's columns but lacks \(names)"),
          expected: LocalizedText(
            vi: "đủ các cột thì phương sai tính cả sai số của hệ số bù",
            en: "with all of them the variance counts the factors as estimated"),
          remedy: LocalizedText(
            vi: "thêm cột còn thiếu, hoặc gộp các dòng theo lớp",
            en: "add the columns, or add the rows up by class"), subject: names))
    }
    return false
  }

  /// The columns of numbers: `sampled`, or those by status.
  private mutating func numberColumns(unknown: UnknownEligibility) -> [String: Int]? {
    let present = Self.names.filter { table.hasColumn([$0]) }
    let statuses = present.filter { $0 != "sampled" }
    if present.contains("sampled"), !statuses.isEmpty {
      let list = statuses.joined(separator: ", ")
      findings.append(
        Finding(
          SampledCode.columnChoice, at: table.firstCell,
          message: LocalizedText(
            vi: "tệp có cả cột sampled và \(list)", en: "the file has both sampled and \(list)"),
          expected: LocalizedText(
            vi: "sampled, hoặc nonresponding (và ineligible, unknown)",
            en: "sampled, or nonresponding (and ineligible, unknown)"),
          remedy: LocalizedText(vi: "giữ một trong hai cách", en: "keep one of the two ways"),
          subject: "sampled"))
      return nil
    }
    if unknown == .spread, !present.contains("unknown") || !present.contains("nonresponding") {
      findings.append(
        Finding(
          SampledCode.unknownMissing, at: table.firstCell,
          message: LocalizedText(
            vi: "unknown=\"spread\" cần các cột nonresponding và unknown",
            en: "unknown=\"spread\" needs the columns nonresponding and unknown"),
          remedy: LocalizedText(
            vi: "thêm hai cột này, hoặc viết unknown=\"nonresponse\"",
            en: "add the two columns, or write unknown=\"nonresponse\""), subject: "unknown"))
      return nil
    }
    let required = statuses.isEmpty ? "sampled" : "nonresponding"
    var columns: [String: Int] = [:]
    for name in Self.names where present.contains(name) || name == required {
      guard let column = table.column(headed: [name], findings: &findings) else { return nil }
      columns[name] = column
    }
    return columns
  }
}
