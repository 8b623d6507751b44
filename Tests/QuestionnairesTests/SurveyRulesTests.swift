import Foundation
import SurveyModel
import Testing

@testable import Questionnaires

struct SurveyRulesTests {
  @Test func `a sound survey loads, with its code lists filled in`() throws {
    try expectSurvey(survey(), [:])
    let folder = try SurveyFolder()
    try folder.write(
      "test.xml",
      survey(
        rest: """
          <weighting><rake><margin variables="district" totals="district.csv"/></rake></weighting>
          <interval method="logit"/><domains><domain variable="district FB"/></domains>
          <disclosure minimum-respondents="10"/>
          """))
    let campaign = try #require(readCampaign(at: folder.path + "/test.xml").value)
    let list = campaign.questionnaire.field("district")?.codeList
    #expect(list?.codes.map(\.code) == ["PLK", "AKH"])
    #expect(campaign.survey.interval == .logit && campaign.survey.level == 0.95)
    #expect(campaign.survey.domains == [["district", "FB"]])
    guard case .rake(let rake) = campaign.survey.weighting.first
    else {
      Issue.record("no raking step")
      return
    }
    #expect(rake.margins.map(\.totals) == [folder.path + "/district.csv"])
    #expect(rake.tolerance == 1e-9 && rake.maximumIterations == 200)
    #expect(filesMatching(campaign.survey.responses[0].pattern).count == 3)
  }

  @Test func `unknown variables are reported wherever they are named`() throws {
    try expectSurvey(
      survey(
        responses: """
          <file href="responses.csv"/><column header="h" variable="1️⃣x1"/>
          <code-list variable="district" href="districts.csv"/>
          """,
        design: """
          <stratum variable="district 2️⃣x2"/>
          <cluster variable="3️⃣x3" population-variable="4️⃣x4"/><weight variable="5️⃣x5"/>
          """,
        rest: """
          <weighting><rake><margin variables="6️⃣x6" totals="district.csv"/></rake></weighting>
          <domains><domain variable="FB 7️⃣x7"/></domains>
          """),
      [
        "1️⃣": "survey.variable.unknown", "2️⃣": "survey.variable.unknown",
        "3️⃣": "survey.variable.unknown", "4️⃣": "survey.variable.unknown",
        "5️⃣": "survey.variable.unknown", "6️⃣": "survey.variable.unknown",
        "7️⃣": "survey.variable.unknown",
      ])
  }

  @Test func `personal, textual and twice named variables are refused`() throws {
    try expectSurvey(
      survey(
        design: #"<stratum variable="district 1️⃣district"/><weight variable="2️⃣comment"/>"#,
        rest: """
          <weighting><poststratify variables="3️⃣comment" totals="district.csv"/></weighting>
          <domains><domain variable="4️⃣phone"/><domain variable="FB"/>5️⃣<domain variable="FB"/></domains>
          """, attributes: #"interview-id="6️⃣so_phieu""#),
      [
        "1️⃣": "survey.variable.repeated", "2️⃣": "survey.variable.not-numeric",
        "3️⃣": "survey.variable.text", "4️⃣": "survey.variable.personal",
        "5️⃣": "survey.domain.duplicate", "6️⃣": "survey.interview-id.unknown",
      ])
  }

  @Test func `a personal variable does not number the interviews`() throws {
    try expectSurvey(
      survey(attributes: #"interview-id="1️⃣phone""#), ["1️⃣": "survey.variable.personal"])
  }

  @Test(arguments: [
    #"1️⃣<weight variable="w" equal="true"/>"#, #"1️⃣<weight/>"#, #"1️⃣<weight equal="false"/>"#,
  ]) func `the weight comes from exactly one place`(weight: String) throws {
    try expectSurvey(survey(design: weight), ["1️⃣": "survey.weight.choice"])
  }

  @Test func `files that are named exist, and are no addresses`() throws {
    try expectSurvey(
      survey(
        responses: """
          <file href="1️⃣responses/*.csv"/><file href="responses.csv" encoding="2️⃣latin-1"/>
          <code-list variable="district" href="3️⃣none.csv"/>
          """,
        rest: """
          <weighting><poststratify variables="district" totals="4️⃣none.csv"/></weighting>
          <plan href="5️⃣http://127.0.0.1/plan.xml"/>
          """),
      [
        "1️⃣": "survey.responses.none", "2️⃣": "survey.encoding.unknown",
        "3️⃣": "file.reference.missing", "4️⃣": "file.reference.missing",
        "5️⃣": "file.reference.address",
      ])
  }

  @Test func `columns and code lists are mapped once, and code lists where they are wanted`() throws
  {
    try expectSurvey(
      survey(
        responses: """
          <file href="responses.csv"/>
          <column header="Huyện" variable="district"/><column header="1️⃣HUYEN" variable="FB"/>
          <column header="Tên huyện" variable="2️⃣district"/>
          <code-list variable="district" href="districts.csv"/>
          <code-list variable="3️⃣FB" href="districts.csv"/>
          <code-list variable="4️⃣comment" href="districts.csv"/>
          """),
      [
        "1️⃣": "survey.column.duplicate", "2️⃣": "survey.column.duplicate",
        "3️⃣": "survey.code-list.not-wanted", "4️⃣": "survey.code-list.not-wanted",
      ])
  }

  @Test func `a category without codes is reported`() throws {
    let marked = survey(responses: #"<file href="responses.csv"/>"#).replacing(
      "<responses", with: "1️⃣<responses")
    try expectSurvey(marked, ["1️⃣": "survey.code-list.missing"])
  }

  @Test func `code lists are checked row by row`() throws {
    try expectSurvey(
      survey(), [:],
      elsewhere: [
        "districts.csv:1:12 list.column.unknown", "districts.csv:3:1 list.code.duplicate",
        "districts.csv:4:1 list.code.empty", "districts.csv:5:4 list.label.duplicate",
        "districts.csv:6:14 list.date.form",
      ],
      files: [
        "districts.csv": """
        code,label,dân,valid-from
        PLK,Pleiku,1,
        PLK,Huyện A,1,
        ,Huyện B,1,
        B2,huyen a,1,
        C3,Huyện C,1,01/01/2020

        """
      ])
  }

  @Test func `a code list keeps the units that exist in the survey's year`() throws {
    let folder = try SurveyFolder([
      "districts.csv": """
      code,label,label-en,parent,valid-from,valid-to
      OLD,Cũ,,,,2020-12-31
      PLK,Pleiku,Pleiku City,GL,,
      PLK,Pleiku mới,,GL,2025-07-01,
      NEW,Mới,,,2021,
      """
    ])
    try folder.write("test.xml", survey())
    let loaded = readCampaign(at: folder.path + "/test.xml")
    #expect(loaded.findings.map(\.message.en) == [])
    let codes = loaded.value?.questionnaire.field("district")?.codeList?.codes
    #expect(codes?.map(\.code) == ["PLK", "NEW"])
    #expect(codes?.first?.label == LocalizedText(vi: "Pleiku", en: "Pleiku City"))
    #expect(codes?.first?.parent == "GL")
  }

  @Test func `population files have the columns, known codes and numbers`() throws {
    let rest = """
      <weighting><poststratify variables="district" totals="district.csv"/></weighting>
      """
    try expectSurvey(
      survey(rest: rest), [:],
      elsewhere: [
        "district.csv:2:5 population.number.form", "district.csv:3:5 population.number.negative",
        "district.csv:4:1 population.code.unknown", "district.csv:5:1 population.row.duplicate",
      ],
      files: ["district.csv": "district,population\nPLK,92.400 người\nAKH,-5\nXXX,1\nPLK,1\n"])
    try expectSurvey(
      survey(rest: rest), [:], elsewhere: ["district.csv:1:1 population.column.missing"],
      files: ["district.csv": "district,dân số\nPLK,1\n"])
  }

  @Test func `a plan is checked against the questionnaire and the survey's year`() throws {
    let plan = """
      <plan xmlns="urn:sipas:plan:1" id="p"><source document="x"/>
      <baseline year="2020" source="x"><value measure="officials">80</value></baseline>
      <target id="1" measure="officials" year="2021"><hold baseline="2020"/></target>
      <target id="2" measure="access" domain="district=PLX"><minimum>
      <value year="2022">80</value></minimum></target>
      <target id="3" measure="A1" domain="huyen=PLK" year="2021"><minimum>
      <value year="2021">80</value></minimum></target>
      </plan>
      """
    try expectSurvey(
      survey(rest: #"<plan href="plan.xml"/>"#), [:],
      elsewhere: [
        "plan.xml:2:50 plan.measure.unknown", "plan.xml:3:25 plan.measure.unknown",
        "plan.xml:4:41 plan.domain.code-unknown", "plan.xml:4:55 plan.minimum.no-value-this-year",
        "plan.xml:6:37 plan.domain.variable-unknown",
      ], files: ["plan.xml": plan])
  }

  @Test func `the faults of the questionnaire show through the survey`() throws {
    try expectSurvey(
      survey(), [:], elsewhere: ["questionnaire.xml:1:1 xml.root.unknown"],
      files: ["questionnaire.xml": "<plan xmlns='urn:sipas:plan:1'/>"])
  }
}
