internal import SurveyModel

/// One rule on the page: how many it flags, never which.
struct HTMLCheckRow {
  let checkText: String
  let checkCode: String
  let checkFlagged: String
  let checkNote: String

  init(_ check: QualityCheck, texts: Texts) {
    checkText = check.code.meaning.text(in: texts.language)
    checkCode = check.code.id
    checkFlagged = texts.checkStatus(check)
    checkNote = check.note.text(in: texts.language)
  }
}

/// The checks of the interviews as the public page tells them: no interview, no interviewer.
struct HTMLChecks {
  let sentences: [String]
  let rows: [HTMLCheckRow]

  init(_ report: QualityReport?, texts: Texts) {
    guard let report else {
      (sentences, rows) = ([], [])
      return
    }
    sentences = [texts.checksSummary(report), texts.checksNote]
    rows = report.checks.filter { $0.status == .checked }.map { HTMLCheckRow($0, texts: texts) }
  }
}
