import SurveyModel
import Testing

@testable import Questionnaires

/// What `<personal>` of a survey file becomes, and its faults.
struct PersonalTests {
  private func read(_ personal: String) throws -> Loaded<Campaign> {
    let folder = try SurveyFolder([
      "questionnaire.xml": {
        var sample = SampleQuestionnaire()
        sample.variables += """
          <variable id="district" kind="category"/><variable id="w" kind="number" min="0"/>
          <variable id="phone" kind="text" personal="true"/><variable id="comment" kind="text"/>
          <variable id="born" kind="date" personal="true"/>
          """
        return sample.text
      }()
    ])
    let text = survey().replacing("</responses>", with: "</responses>\(personal)")
    try folder.write("test.xml", text)
    return readCampaign(at: folder.path + "/test.xml")
  }

  @Test func `Nothing is kept unless the survey says so`() throws {
    #expect(try read("").value?.survey.pseudonyms == [])
    #expect(
      try read(#"<personal variable="phone" keep="nothing"/>"#).value?.survey.pseudonyms == [])
    #expect(
      try read(
        #"<personal variable="phone" keep="pseudonym"/><personal variable="born" keep="nothing"/>"#
      ).value?.survey.pseudonyms == ["phone"])
  }

  @Test(arguments: [
    (#"<personal variable="fone" keep="pseudonym"/>"#, "survey.variable.unknown", 4),
    (#"<personal variable="comment" keep="pseudonym"/>"#, "survey.personal.not-personal", 4),
    (#"<personal variable="comment" keep="nothing"/>"#, "survey.personal.not-personal", 4),
    (#"<personal variable="born" keep="pseudonym"/>"#, "survey.personal.not-text", 4),
    (
      "<personal variable=\"phone\" keep=\"pseudonym\"/>\n"
        + "<personal variable=\"phone\" keep=\"nothing\"/>", "survey.personal.repeated", 5
    ),
  ])
  func `A fault is found at its line`(personal: String, code: String, line: Int) throws {
    let loaded = try read("\n" + personal)
    #expect(loaded.value == nil)
    let errors = loaded.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code.id) == [code])
    #expect(errors.first?.place?.line == line)
    #expect(errors.first?.message.vi != nil && errors.first?.remedy.vi != nil)
  }

  @Test func `Without keep, or with another word, the schema says so`() throws {
    for personal in [
      #"<personal variable="phone"/>"#, #"<personal variable="phone" keep="clear"/>"#,
    ] {
      #expect(try read(personal).hasErrors)
    }
  }
}
