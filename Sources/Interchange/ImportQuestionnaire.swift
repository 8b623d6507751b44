package import SurveyModel

/// What became of a form of another program.
package struct QuestionnaireImport: Sendable {
  /// `nil` when nothing of the form can be used.
  package var questionnaire: Questionnaire?
  /// Where a person must look at a choice that the form does not state.
  package var comments: QuestionnaireComments
  /// Everything assumed and everything left out, in the order of the places.
  package var findings: [Finding]
}

/// Reads the questionnaire out of a form of another program.
///
/// Understood are XLSForm workbooks (`.xlsx` with a sheet `survey`) and LimeSurvey structure files
/// (`.lss`); which of them a file is, its content says. What the form does not state (which items
/// make which factor, which answers count as satisfied, how the index is computed) is derived from
/// groups and labels, and every such choice is a finding and a comment. What the vocabulary cannot
/// hold is left out by name and place.
///
/// - Parameters:
///   - path: The form as the user gave it.
///   - id: The identifier of the new questionnaire; `nil` takes the form's own.
/// - Returns: The questionnaire and everything found. Any bytes end in one or the other.
/// - Complexity: O(size of the file).
package func importQuestionnaire(at path: String, id: String? = nil) -> QuestionnaireImport {
  var findings: [Finding] = []
  guard let form = readForeignForm(at: path, findings: &findings) else {
    return QuestionnaireImport(
      questionnaire: nil, comments: QuestionnaireComments(),
      findings: findings.sorted(by: Finding.inOrder))
  }
  var builder = QuestionnaireBuilder(form, id: id)
  let questionnaire = builder.build()
  findings += builder.findings
  let isUsable = !findings.contains { $0.severity == .error }
  return QuestionnaireImport(
    questionnaire: isUsable ? questionnaire : nil, comments: builder.comments,
    findings: findings.sorted(by: Finding.inOrder))
}
