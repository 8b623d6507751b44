import Interchange
import Questionnaires
package import SurveyModel

/// A questionnaire carried over from a form of another program.
package struct CarriedQuestionnaire: Sendable {
  /// The questionnaire in the product's vocabulary, UTF-8.
  package var xml: String
  /// What was assumed and what was left out.
  package var findings: [Finding]
}

/// Carries a form of another program over into the product's vocabulary, and checks the result as
/// `sipas check` does.
///
/// - Parameters:
///   - path: An XLSForm workbook or a LimeSurvey structure file.
///   - id: The identifier of the new questionnaire; `nil` takes the form's own.
/// - Returns: The questionnaire as text, and what was assumed and left out.
/// - Throws: ``RunStopped`` when nothing of the form can be used, or what comes out is not valid.
package func carryQuestionnaire(
  from path: String, id: String?
) throws(RunStopped) -> CarriedQuestionnaire {
  guard fileExists(path) else {
    throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
  }
  let carried = importQuestionnaire(at: path, id: id)
  guard let questionnaire = carried.questionnaire else {
    throw RunStopped(carried.findings, exit: exitFor(carried.findings))
  }
  let bytes = writeQuestionnaire(questionnaire, comments: carried.comments)
  let again = readQuestionnaire(bytes, file: path)
  // Places in a file not yet written would lead nowhere.
  let checked = again.findings.map { finding in
    var finding = finding
    finding.place = SourceLocation(file: path)
    return finding
  }
  guard !again.hasErrors else {
    throw RunStopped(carried.findings + checked, exit: .badData)
  }
  return CarriedQuestionnaire(
    xml: String(decoding: bytes, as: UTF8.self), findings: carried.findings + checked)
}
