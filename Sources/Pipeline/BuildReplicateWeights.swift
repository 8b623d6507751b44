import Questionnaires
import SurveyModel

/// Reads the replicate weights that the survey supplies, in the order of the interviews.
///
/// - Parameters:
///   - supplied: The files of `<variance method="replicate-weights">`.
///   - survey: The survey and its questionnaire.
///   - table: The accepted interviews.
/// - Returns: One column of numbers per replicate (whole weights, or multipliers of the survey's
///   weights, as `supplied` says), and the scale of each.
/// - Throws: ``RunStopped`` with every fault: an interview without a row or with two, a number below
///   0, a replicate without a scale.
func makeReplicateWeights(
  _ supplied: SuppliedReplicates, _ survey: LoadedSurvey, table: ResponseTable
) throws(RunStopped) -> ReplicateWeights {
  let id = survey.definition.interviewID
  let headers = [id] + (survey.questionnaire.field(id)?.label.all ?? [])
  let (weights, findings) = readReplicateWeights(supplied, interviewID: headers, ids: table.ids)
  guard let weights else { throw RunStopped(findings, exit: .badData) }
  return weights
}
