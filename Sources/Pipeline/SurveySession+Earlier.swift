import Estimation
import Storage
import SurveyModel

extension SurveySession {
  /// The comparison with the earlier survey that this one names; `nil` when it names none, or when
  /// no interview of it is in reach.
  ///
  /// The earlier interviews are those of this store or, where it has none, of the store beside the
  /// earlier survey file. They are weighted by their own survey file and estimated by the method of
  /// this survey's questionnaire, so that both years mean the same.
  func compareWithEarlier(_ now: IndexAnalysis) throws(RunStopped) -> ChangeTable? {
    guard let earlier = survey.definition.earlier else { return nil }
    guard let session = try earlierSession(earlier) else {
      stageFindings.append(.earlierWithoutInterviews(earlier))
      return nil
    }
    let (before, findings) = try session.analysis(
      measuredAs: survey.questionnaire.index, domains: domainVariables)
    stageFindings += findings
    if session.survey.questionnaire.index.method != survey.questionnaire.index.method {
      stageFindings.append(.earlierMeasuredAnew(earlier, session.survey))
    }
    do throws(ChangeError) {
      let table = try compareSurveys(
        now: now, earlier: before, survey: session.survey.definition.id,
        year: session.survey.definition.year, sharesClusters: earlier.sharesClusters)
      stageFindings += table.findings(at: earlier.place)
      return table
    } catch {
      throw RunStopped(error.findings(at: earlier.place), exit: .badData)
    }
  }

  /// Imports the earlier survey's response files, when this store has no interview of it and no
  /// store of its own stands beside its survey file.
  package func importEarlierResponses(
    progress: (_ done: Int, _ total: Int, _ file: String) -> Void
  ) throws(RunStopped) {
    guard let earlier = survey.definition.earlier, try earlierSession(earlier) == nil else {
      return
    }
    let session = try earlierHere(earlier)
    try session.importResponses(progress: progress)
    notices += session.notices
    refusals += session.refusals
  }

  /// The earlier survey with its interviews; `nil` when there are none.
  private func earlierSession(_ earlier: EarlierSurvey) throws(RunStopped) -> SurveySession? {
    let here = try earlierHere(earlier)
    if try here.counts().accepted > 0 { return here }
    let path = folderOf(earlier.path) + "sipas.sqlite"
    guard path != store.path, fileExists(path) else { return nil }
    let beside = try SurveySession(
      surveyPath: earlier.path, storePath: path, invocation: invocation)
    return try beside.counts().accepted > 0 ? beside : nil
  }

  /// The earlier survey in this store, with or without interviews; its files are read once.
  private func earlierHere(_ survey: EarlierSurvey) throws(RunStopped) -> SurveySession {
    if let earlier { return earlier }
    let opened = try SurveySession(
      surveyPath: survey.path, sharing: store, invocation: invocation)
    earlier = opened
    return opened
  }

  /// Weights and estimates this survey's interviews by another survey's method, without keeping
  /// anything.
  private func analysis(
    measuredAs index: IndexMethod, domains: [[String]]
  ) throws(RunStopped) -> (analysis: IndexAnalysis, findings: [Finding]) {
    let table = try responses()
    let weighted = try WeightedSample(survey, table: table)
    var questionnaire = survey.questionnaire
    questionnaire.index = index
    let sets = domains.compactMap {
      makeGrouping($0, questionnaire: questionnaire, table: table)
    }
    let found = try makeAnalysis(
      weighted, table: table, domainSets: sets, questionnaire: questionnaire)
    return (found, weighted.findings)
  }
}

extension IndexMethod {
  /// What makes the figures, without names and rounding.
  fileprivate var method: [String] { [item.rawValue, factor.rawValue, overall.rawValue] }
}
