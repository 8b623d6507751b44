import Comparison
import Ingestion
import SurveyModel

/// A sheet of a back-check, read by the rules of an import.
///
/// A back-check asks some questions only: nothing is required but the interview id.
struct ReturnedSheet {
  let path: String
  let imported: ImportedFile
  /// Of the questionnaire, then the column that tells drawn from added interviews.
  let fields: [Field]
  private let survey: LoadedSurvey
  private let index: InterviewIndex

  /// - Throws: ``RunStopped`` when the file cannot be used.
  init(_ path: String, _ survey: LoadedSurvey) throws(RunStopped) {
    guard fileExists(path) else {
      throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
    }
    (self.path, self.survey) = (path, survey)
    var fields = survey.questionnaire.fields
    // Half of the items need not be there, and a scale answered the other way round must show as
    // disagreement, not be mirrored as those of response files.
    for number in fields.indices {
      (fields[number].isRequired, fields[number].isItem) = (false, false)
    }
    fields.append(Self.part)
    self.fields = fields
    var index = InterviewIndex()
    imported = readResponses(
      file: path, pattern: ResponseFilePattern(pattern: path), fields: fields,
      interviewIDField: survey.definition.interviewID, mapping: survey.definition.mapping,
      known: &index)
    self.index = index
    guard imported.isUsable else { throw RunStopped(imported.findings, exit: .badData) }
    if imported.findings.contains(where: { $0.code == IngestionCodes.missingInterviewID }) {
      throw RunStopped(imported.findings + [.noBackCheckID(path)], exit: .badData)
    }
  }

  private static let part = Field(
    id: BackCheckFields.partColumn,
    kind: .coded(
      CodeList(
        answers: [BackCheckFields.drawn, BackCheckFields.added].map { AnswerCode(code: $0) })))

  /// About the file, then the reasons of rows left out.
  ///
  /// That a sheet lacks columns that conditions
  /// need goes without saying.
  var findings: [Finding] {
    imported.findings.filter { $0.code != IngestionCodes.uncheckedCondition }
      + imported.rejects.flatMap(\.findings)
  }

  var columns: Set<String> { Set(imported.header?.columns.compactMap(\.field) ?? []) }

  func id(_ row: Int) -> String { imported.table.ids[row] }

  func answer(_ row: Int, _ field: Int) -> RecordedAnswer {
    imported.table.columns[field].recordedAnswer(row, of: fields[field])
  }

  /// Added because a rule flagged it, not drawn.
  func isAdded(_ row: Int) -> Bool { answer(row, fields.count - 1).cell == BackCheckFields.added }

  func place(_ row: Int) -> SourceLocation {
    SourceLocation(file: path, line: index.line(of: id(row)) ?? 1)
  }

  /// Places of cells, by row and number of the field.
  func places(of cells: [DifferingCell]) -> [SourceLocation] {
    let addresses = cells.map {
      CellAddress(line: place($0.second).line ?? 1, field: $0.field)
    }
    let places = locateCells(
      addresses, inFile: path, pattern: ResponseFilePattern(pattern: path), fields: fields,
      interviewIDField: survey.definition.interviewID, mapping: survey.definition.mapping,
      requiredFields: [])
    return addresses.map { places[$0] ?? SourceLocation(file: path, line: $0.line) }
  }
}
