import Foundation
import GoldenFiles
import Questionnaires
import SurveyModel
import Testing

@testable import Forms

let projectRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// `Tests/Fixtures/forms/every-feature.xml`: every kind of field and condition, synthetic.
func everyFeature() throws -> Questionnaire {
  try #require(
    readQuestionnaire(at: projectRoot + "/Tests/Fixtures/forms/every-feature.xml").value)
}

/// The same with its communes filled in by hand and a survey whose weight is a variable.
func everyFeatureInSurvey() throws -> FormSource {
  var questionnaire = try everyFeature()
  let commune = try #require(questionnaire.fieldIndex("commune"))
  questionnaire.fields[commune].awaitsCodeList = false
  questionnaire.fields[commune].kind = .coded(
    CodeList(answers: [
      AnswerCode(code: "B1", label: LocalizedText(vi: "Xã Đông"), parent: "BẮC"),
      AnswerCode(code: "N1", label: LocalizedText(vi: "Xã Nam"), parent: "O'Nam"),
    ]))
  let survey = SurveyDefinition(
    id: "every-feature-2026", year: 2026, title: LocalizedText(vi: "Khảo sát thử (mô phỏng)"),
    questionnaire: "", responses: [],
    design: DesignDefinition(strata: ["commune"], weight: .variable("design_weight")), file: "")
  return FormSource(questionnaire: questionnaire, survey: survey)
}

/// One scale, one variable, one item with a condition.
func tinyQuestionnaire() throws -> Questionnaire {
  let text = """
    <questionnaire xmlns="urn:sipas:questionnaire:1" id="tiny" version="1" xml:lang="vi">
      <title>Phiếu nhỏ (mô phỏng)</title>
      <title xml:lang="en">Small form (synthetic)</title>
      <scale id="s">
        <answer code="1"><label>Chưa hài lòng</label></answer>
        <answer code="2" satisfied="true"><label>Hài lòng</label></answer>
        <missing code="9" reason="dont-know"><label>Không biết</label></missing>
      </scale>
      <variable id="interview_id" kind="text" required="true"><label>Số phiếu</label></variable>
      <variable id="age" kind="integer" min="18"><label>Tuổi &lt;tròn&gt;</label></variable>
      <variable id="name" kind="text" personal="true"><label>Họ tên</label></variable>
      <factor id="access" asked-when="age &gt;= 20">
        <label>Tiếp cận</label>
        <item id="A1" scale="s"><label>Dễ tìm</label><label xml:lang="en">Easy to find</label></item>
      </factor>
      <index id="sipas">
        <item measure="satisfied-share"/><factor measure="mean-of-items"/>
        <overall measure="mean-of-factors"/>
      </index>
    </questionnaire>
    """
  return try #require(readQuestionnaire(Array(text.utf8), file: "tiny.xml").value)
}

func expectGolden(
  _ bytes: [UInt8], _ name: String, location: Testing.SourceLocation = #_sourceLocation
) throws {
  if let problem = try compareWithGolden(bytes, name, beside: #filePath) {
    Issue.record("\(problem)", sourceLocation: location)
  }
}

/// The worked sample Gia Lai 2021 with its lists.
func giaLai() throws -> FormSource {
  let campaign = try #require(
    readCampaign(at: projectRoot + "/samples/gia-lai-2021/survey.xml", requiresResponses: false)
      .value)
  return FormSource(questionnaire: campaign.questionnaire, survey: campaign.survey)
}
