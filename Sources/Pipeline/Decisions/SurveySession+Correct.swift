import DelimitedText
import Ingestion
import Storage
package import SurveyModel

extension SurveySession {
  /// Puts other answers in place of stored ones, which stay in the store as they came in.
  ///
  /// All is checked first, by the rules of an import: interviews, fields, old and new answers, and
  /// whether each interview as a whole is still sound. Questions that a correction makes asked or not
  /// asked are corrected with it.
  ///
  /// - Parameters:
  ///   - requests: Corrections as written; the same cell may be named twice, in order.
  ///   - reason: For all; may be `nil` where each has its own.
  ///   - source: The file they were read from.
  /// - Returns: The decision as recorded, its consequences after what was asked for.
  /// - Throws: ``RunStopped`` with everything that is wrong; then nothing is recorded.
  package func correct(
    _ requests: [CorrectionRequest], reason: String?, source: String? = nil
  ) throws(RunStopped) -> Decision {
    generation = try currentGeneration()
    let present = try correctedResponses(by: storedDecisions())
    let requests = requests.map { request in
      var request = request
      request.interview = composed(request.interview)
      return request
    }
    let plan = CorrectionPlan(
      requests, over: present.table, survey, requiredFields: survey.definition.requiredFields,
      shownID: shownID)
    var findings = plan.findings
    if let reason { findings += reasonFindings(reason) }
    if requests.isEmpty { findings.append(.nothingNamed()) }
    guard findings.isEmpty else { throw RunStopped(findings, exit: .badData) }
    let shared = reason ?? commonReason(requests)
    return try record(
      Decision(
        survey: survey.definition.id, kind: .correction, at: invocation.now, by: invocation.user,
        reason: trimmedReason(shared), source: source,
        interviewCount: Set(plan.corrections.map(\.interview)).count,
        corrections: plan.corrections.map { correction in
          var correction = correction
          correction.reason = correction.reason.map(trimmedReason)
          if correction.reason == trimmedReason(shared) { correction.reason = nil }
          return correction
        }))
  }

  /// Corrections listed in a file; see ``readCorrectionLog(path:interviewIDField:)``.
  package func corrections(listedIn path: String) throws(RunStopped) -> [CorrectionRequest] {
    guard fileExists(path) else {
      throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
    }
    let (requests, findings) = readCorrectionLog(
      path: path, interviewIDField: survey.definition.interviewID)
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw RunStopped(findings, exit: .badData)
    }
    return requests
  }

  /// All interviews with the corrections of these decisions, none left out.
  func correctedResponses(by decisions: [Decision]) throws(RunStopped) -> DecidedResponses {
    apply(
      decisions.filter { $0.kind == .correction }, to: try rawResponses(),
      fields: survey.questionnaire.fields)
  }

  /// The reason of the log as a whole: that of its rows, where it is the same.
  private func commonReason(_ requests: [CorrectionRequest]) -> String {
    let reasons = Set(requests.compactMap(\.reason))
    return reasons.count == 1 ? reasons.first ?? "" : "theo sổ đính chính · as the log says"
  }
}
