import Estimation
import SurveyModel
import Testing

@Suite struct EstimationErrorTests {
  @Test func `a stratum with one PSU is refused by name`() throws {
    let survey = TinySurvey(
      answers: [5, 1, 4, 2, 3], strata: [0, 0, 1, 1, 1], clusters: [0, 1, 7, 7, 7],
      weights: [1, 1, 1, 1, 1])
    let error = #expect(throws: EstimationError.self) { try survey.estimate(.fail) }
    #expect(
      error
        == .singlePSU([SinglePSUStratum(stratum: "stratum=1", psu: "7", respondents: 3)]))
    let finding = try #require(error?.findings.first)
    #expect(finding.code.id == "estimate.stratum.single-psu")
    #expect(finding.found?.vi == "stratum=1 (đơn vị 7, 3 phiếu)")
    #expect(finding.found?.en == "stratum=1 (PSU 7, 3 respondents)")
  }

  @Test func `a mean over an answer without a score is refused`() throws {
    var survey = TinySurvey(seed: 1, item: .meanScore)
    var scale = TinySurvey.scale
    scale.codes[2].score = nil
    survey.questionnaire.fields[1].kind = .coded(scale)
    let error = #expect(throws: EstimationError.self) { try survey.estimate() }
    #expect(error == .answerWithoutScore(item: "A2", code: "3"))
  }

  @Test func `a 0–100 mean over a scale of one score is refused`() throws {
    var survey = TinySurvey(seed: 1, item: .meanScore100)
    let scale = CodeList(answers: (1...6).map { AnswerCode(code: "\($0)", score: 2) })
    survey.questionnaire.fields[0].kind = .coded(scale)
    let error = #expect(throws: EstimationError.self) { try survey.estimate() }
    #expect(error == .scaleWithoutRange(item: "A1"))
  }

  @Test func `a factor without its overall item or weight is refused by name`() throws {
    var survey = TinySurvey(seed: 1, factor: .item, overall: .weighted)
    survey.questionnaire.factors[1].overallItem = nil
    #expect(
      #expect(throws: EstimationError.self) { try survey.estimate() }
        == .noOverallItem(factor: "b"))
    survey = TinySurvey(seed: 1, overall: .weighted)
    survey.questionnaire.factors[2].weight = 0
    #expect(
      #expect(throws: EstimationError.self) { try survey.estimate() }
        == .noFactorWeight(factor: "c"))
  }

  @Test(arguments: [
    EstimationError.singlePSU([]), .answerWithoutScore(item: "A1", code: "3"),
    .scaleWithoutRange(item: "A1"), .noOverallItem(factor: "a"), .noFactorWeight(factor: "a"),
    .personShareInScores,
  ])
  func `every error reads in Vietnamese and in English`(_ error: EstimationError) {
    for finding in error.findings {
      #expect(finding.message.vi?.isEmpty == false && finding.message.en?.isEmpty == false)
      #expect(finding.remedy.vi?.isEmpty == false && finding.remedy.en?.isEmpty == false)
      #expect(EstimationFindingCode.all.contains(finding.code))
    }
    #expect(error.findings.count == 1)
  }
}
