import Ingestion
import SurveyModel

/// The answers of a few interviews, taken out of a table to be changed and judged.
struct InterviewAnswers {
  private let survey: LoadedSurvey
  private let requiredFields: Set<String>
  private(set) var interviews: [String] = []
  /// Per interview an answer for each field.
  private(set) var answers: [String: [RecordedAnswer]] = [:]

  init(
    of named: [String], in table: ResponseTable, _ survey: LoadedSurvey,
    requiredFields: Set<String>
  ) {
    self.survey = survey
    self.requiredFields = requiredFields
    let rows = InterviewRows(of: named, in: table.ids)
    for id in named where answers[id] == nil {
      guard let row = rows[id] else { continue }
      interviews.append(id)
      answers[id] = zip(survey.questionnaire.fields, table.columns).map {
        $1.recordedAnswer(row, of: $0)
      }
    }
  }

  subscript(interview: String, field: Int) -> RecordedAnswer {
    get { answers[interview]?[field] ?? .blank }
    set { answers[interview]?[field] = newValue }
  }

  /// The interviews judged by the rules of an import, and their answers as an import reads them.
  func judged() -> [String: JudgedInterview] {
    let fields = survey.questionnaire.fields
    let idField = survey.definition.interviewID
    let rows = interviews.map { id in
      zip(fields, answers[id] ?? []).map { field, answer in
        field.id == idField ? id : answer.cell
      }
    }
    let checked = checkRows(
      rows, fields: fields, interviewIDField: idField, requiredFields: requiredFields)
    var judged: [String: JudgedInterview] = [:]
    for (row, id) in interviews.enumerated() {
      judged[id] = JudgedInterview(
        answers: zip(fields, checked.columns).map { $1.recordedAnswer(row, of: $0) },
        findings: checked.findings[row])
    }
    return judged
  }
}

/// One interview as an import would read it.
struct JudgedInterview {
  /// Per field.
  var answers: [RecordedAnswer]
  var findings: [Finding]

  /// The faults that were not there before: those of the import, or of a questionnaire that has
  /// changed since, are not held against a correction.
  func faults(since before: JudgedInterview?) -> [Finding] {
    let known = Set((before?.findings ?? []).map { FaultOfField($0) })
    return findings.filter { !known.contains(FaultOfField($0)) }
  }
}

private struct FaultOfField: Hashable {
  var code: String
  var field: String?

  init(_ finding: Finding) {
    code = finding.code.id
    field = finding.subject
  }
}
