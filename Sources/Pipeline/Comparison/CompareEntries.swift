import Comparison
import Foundation
import Ingestion
import Reporting
package import SurveyModel

/// Two files of the same forms compared, and what is to be said of them.
package struct ComparedEntries: Sendable {
  package var comparison: EntryComparison
  /// Reasons of rows that were left out, of both files, and what was not compared.
  package var findings: [Finding]
  package var survey: LoadedSurvey
}

/// Differing cells that are listed; all are counted.
private let listedDifferences = 100_000

/// Reads the same forms keyed twice and compares them; no store is opened.
///
/// - Parameters:
///   - first: The entry whose answers are, or will be, in the store.
///   - second: The other entry.
///   - surveyPath: The survey file as the user gave it.
/// - Returns: The comparison; rows left out are among its findings.
/// - Throws: ``RunStopped`` when a file cannot be used, or the two have no form in common.
package func compareEntries(
  _ first: String, _ second: String, surveyPath: String
) throws(RunStopped) -> ComparedEntries {
  let survey = try loadSurvey(at: surveyPath, requiresResponses: false)
  let fields = survey.questionnaire.fields
  let idField = survey.definition.interviewID
  // Read at the same time neither would be faster: each uses all workers.
  let entries = [try EntryFile(first, survey), try EntryFile(second, survey)]
  var findings = entries.flatMap { $0.findings }
  let refused = entries.filter { !$0.imported.isUsable || !$0.hasInterviewID }
  guard refused.isEmpty else {
    let reasons = refused.filter { $0.imported.isUsable }.map { Finding.noInterviewID($0.path) }
    throw RunStopped(findings + reasons, exit: .badData)
  }
  if entries[0].imported.sha256 == entries[1].imported.sha256 {
    findings.append(.sameBytes(first, second))
  }
  let compared = fields.map { field in
    field.id != idField && entries.allSatisfy { $0.hasColumn(field.id) } && field.isComparable
  }
  for field in fields where field.id != idField {
    let having = entries.filter { $0.hasColumn(field.id) }
    if having.count == 1 {
      findings.append(.columnInOne(field, file: having[0].path))
    } else if having.count == 2 && !field.isComparable {
      findings.append(.notKept(field))
    }
  }
  let tables = Comparison.compareEntries(
    entries[0].imported.table, entries[1].imported.table, fields: fields, compared: compared,
    limit: listedDifferences)
  guard !tables.pairs.isEmpty else {
    throw RunStopped(findings + [.noCommonForm(first, second)], exit: .badData)
  }
  let addresses = [
    tables.cells.map { CellAddress(line: entries[0].line($0.first), field: $0.field) },
    tables.cells.map { CellAddress(line: entries[1].line($0.second), field: $0.field) },
  ]
  let places = zip(entries, addresses).map { $0.places(of: $1) }
  let differences = tables.cells.indices.map { number in
    let cell = tables.cells[number]
    let field = fields[cell.field]
    func place(_ entry: Int) -> SourceLocation {
      let address = addresses[entry][number]
      return places[entry][address]
        ?? SourceLocation(file: entries[entry].path, line: address.line)
    }
    return EntryComparison.Difference(
      interview: entries[0].imported.table.ids[cell.first], field: field.id,
      first: entries[0].imported.table.columns[cell.field].recordedAnswer(cell.first, of: field),
      second: entries[1].imported.table.columns[cell.field].recordedAnswer(cell.second, of: field),
      isHidden: field.kind == .text || field.isPersonal, firstPlace: place(0),
      secondPlace: place(1))
  }
  let comparison = EntryComparison(
    first: entries[0].summary(unmatched: tables.onlyFirst, rejectedThere: entries[1].rejectedIDs),
    second: entries[1].summary(
      unmatched: tables.onlySecond, rejectedThere: entries[0].rejectedIDs),
    forms: tables.pairs.count, identicalForms: tables.identicalPairs,
    fields: fields.indices.filter { compared[$0] }.map {
      EntryComparison.FieldAgreement(field: fields[$0].id, agreement: tables.agreements[$0])
    },
    differences: differences)
  if comparison.overall.differing > differences.count {
    findings.append(.listCut(listed: differences.count, of: comparison.overall.differing))
  }
  return ComparedEntries(comparison: comparison, findings: findings, survey: survey)
}

extension Field {
  /// Personal values other than texts are checked and dropped while they are read.
  fileprivate var isComparable: Bool { !isPersonal || kind == .text }
}

/// One of the two files, read by the rules of an import.
private struct EntryFile {
  let path: String
  let imported: ImportedFile
  let rejectedIDs: Set<String>
  private let survey: LoadedSurvey
  private let index: InterviewIndex
  private let columns: Set<String>

  init(_ path: String, _ survey: LoadedSurvey) throws(RunStopped) {
    guard fileExists(path) else {
      throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
    }
    (self.path, self.survey) = (path, survey)
    var index = InterviewIndex()
    imported = readResponses(
      file: path, pattern: ResponseFilePattern(pattern: path), fields: Self.readable(survey),
      interviewIDField: survey.definition.interviewID, mapping: survey.definition.mapping,
      requiredFields: survey.definition.requiredFields, known: &index)
    self.index = index
    rejectedIDs = Set(imported.rejects.filter { $0.kind == .rejected }.compactMap(\.interviewID))
    columns = Set(imported.header?.columns.compactMap(\.field) ?? [])
  }

  /// Personal texts are held while they are compared and never shown: messages hide every text.
  private static func readable(_ survey: LoadedSurvey) -> [Field] {
    survey.questionnaire.fields.map { field in
      var field = field
      if field.kind == .text && field.id != survey.definition.interviewID {
        field.isPersonal = false
      }
      return field
    }
  }

  /// About the file, then the reasons of rows left out.
  var findings: [Finding] { imported.findings + imported.rejects.flatMap(\.findings) }

  var hasInterviewID: Bool {
    !imported.findings.contains { $0.code == IngestionCodes.missingInterviewID }
  }

  func hasColumn(_ field: String) -> Bool { columns.contains(field) }

  func line(_ row: Int) -> Int { index.line(of: imported.table.ids[row]) ?? 1 }

  func places(of cells: [CellAddress]) -> [CellAddress: SourceLocation] {
    locateCells(
      cells, inFile: path, pattern: ResponseFilePattern(pattern: path),
      fields: Self.readable(survey), interviewIDField: survey.definition.interviewID,
      mapping: survey.definition.mapping, requiredFields: survey.definition.requiredFields)
  }

  func summary(unmatched: [Int], rejectedThere: Set<String>) -> EntryComparison.File {
    EntryComparison.File(
      name: path, sha256: imported.sha256, counts: imported.counts,
      unmatched: unmatched.map { row in
        let id = imported.table.ids[row]
        return EntryComparison.Unmatched(
          interview: id, place: SourceLocation(file: path, line: line(row)),
          isRejectedThere: rejectedThere.contains(id))
      })
  }
}
