import DelimitedText
import Ingestion
import Storage
package import SurveyModel

extension SurveySession {
  /// Longest reason, in characters.
  static let longestReason = 1000

  /// Leaves interviews out of the sample, before weighting; their answers stay in the store.
  ///
  /// - Parameters:
  ///   - interviews: By id, in any number; all must be in the store.
  ///   - batch: All interviews of this batch too.
  ///   - reason: Why, for the record and the report.
  ///   - rule: Code of the quality rule that named them.
  ///   - source: The file that listed them.
  /// - Returns: The decision as recorded.
  /// - Throws: ``RunStopped`` with everything that is wrong; then nothing is recorded.
  package func exclude(
    interviews: [NamedInterview], batch: Int64? = nil, reason: String, rule: String? = nil,
    source: String? = nil
  ) throws(RunStopped) -> Decision {
    generation = try currentGeneration()
    let raw = try rawResponses()
    var findings = reasonFindings(reason)
    let interviews = interviews.map { NamedInterview(id: composed($0.id), place: $0.place) }
    let rows = InterviewRows(of: interviews.map(\.id), in: raw.ids)
    var seen: Set<String> = []
    var ids: [String] = []
    for named in interviews where seen.insert(named.id).inserted {
      if rows[named.id] == nil {
        findings.append(.unknownInterview(named, shown: shownID(named.id)))
      } else {
        ids.append(named.id)
      }
    }
    if let batch {
      let members = try interviewIDs(ofBatch: batch, in: raw)
      if members == nil { findings.append(.unknownBatch(batch)) }
      for id in members ?? [] where seen.insert(id).inserted { ids.append(id) }
    }
    let excluding = try storedDecisions().filter { $0.kind == .exclusion && $0.holds }
    let before = Set(excluding.flatMap(\.interviews))
    if findings.isEmpty, ids.isEmpty { findings.append(.nothingNamed()) }
    if findings.isEmpty, ids.allSatisfy(before.contains) {
      let named = Set(ids)
      findings.append(
        .alreadyExcluded(
          by: excluding.filter { !named.isDisjoint(with: $0.interviews) }.map(\.number)))
    }
    guard findings.isEmpty else { throw RunStopped(findings, exit: .badData) }
    return try record(
      Decision(
        survey: survey.definition.id, kind: .exclusion, at: invocation.now, by: invocation.user,
        reason: trimmedReason(reason), rule: rule, source: source, batch: batch,
        interviewCount: ids.count, interviews: ids))
  }

  /// Interviews listed in a file; see ``readInterviewList(path:interviewIDField:)``.
  package func interviews(listedIn path: String) throws(RunStopped) -> [NamedInterview] {
    guard fileExists(path) else {
      throw RunStopped([.missing(path, what: .file)], exit: .missingFile)
    }
    let (interviews, findings) = readInterviewList(
      path: path, interviewIDField: survey.definition.interviewID)
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw RunStopped(findings, exit: .badData)
    }
    return interviews
  }

  func record(_ decision: Decision) throws(RunStopped) -> Decision {
    var recorded = decision
    recorded.number = try stored { () throws(StoreError) in
      try store.record(decision, ifGeneration: generation)
    }
    forgetResponses()
    return recorded
  }

  func storedDecisions() throws(RunStopped) -> [Decision] {
    try stored { () throws(StoreError) in
      try store.decisions(survey: survey.definition.id)
    }
  }

  /// What was read under decisions that are no longer all.
  func forgetResponses() {
    table = nil
    decided = nil
    effects = nil
  }

  func reasonFindings(_ reason: String) -> [Finding] {
    let text = trimmedReason(reason)
    return text.isEmpty || text.count > Self.longestReason ? [.noReason()] : []
  }

  /// Without line ends and control characters, which would break lists and tables.
  func trimmedReason(_ reason: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in composed(reason).unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// An id in a message: hidden where the questionnaire marks it personal, or it is no printable
  /// short text.
  func shownID(_ id: String) -> LocalizedText {
    let field = survey.questionnaire.field(survey.definition.interviewID)
    let isPrintable =
      id.unicodeScalars.count <= 40
      && id.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          false
        default: true
        }
      }
    guard field?.isPersonal != true, isPrintable else {
      return LocalizedText(
        vi: "«\(id.unicodeScalars.count) ký tự, đã ẩn»",
        en: "«\(id.unicodeScalars.count) characters, hidden»")
    }
    return LocalizedText(vi: "“\(id)”", en: "“\(id)”")
  }

  /// The ids of a live batch of the survey, `nil` when it has none of this number.
  private func interviewIDs(
    ofBatch batch: Int64, in raw: ResponseTable
  ) throws(RunStopped) -> [String]? {
    var first = 0
    for live in try liveBatches() {
      if live.id == batch {
        return (first..<(first + live.counts.accepted)).map { raw.ids[$0] }
      }
      first += live.counts.accepted
    }
    return nil
  }
}
