import SurveyModel
import Testing

@testable import Questionnaires

/// The rules of weighting steps, variances, sampling stages and earlier surveys.
struct SurveyMethodRulesTests {
  private let margin = #"<margin variables="district" totals="district.csv"/>"#

  @Test func boundsOfCalibrations() throws {
    try expectSurvey(
      survey(
        rest: """
          <weighting>
          <calibrate method="linear" lower="1️⃣2" upper="2">\(margin)</calibrate>
          <calibrate method="2️⃣logit">\(margin)</calibrate>
          <calibrate method="3️⃣logit" lower="0.5">\(margin)</calibrate>
          <calibrate method="4️⃣logit" lower="1" upper="2">\(margin)</calibrate>
          <calibrate method="5️⃣logit" lower="0.5" upper="1">\(margin)</calibrate>
          <calibrate method="raking" lower="1.1" upper="9">\(margin)</calibrate>
          <calibrate method="linear" upper="9">\(margin)6️⃣\(margin)</calibrate>
          </weighting>
          """),
      [
        "1️⃣": "survey.calibrate.bounds-order", "2️⃣": "survey.calibrate.logit-bounds",
        "3️⃣": "survey.calibrate.logit-bounds", "4️⃣": "survey.calibrate.logit-bounds",
        "5️⃣": "survey.calibrate.logit-bounds", "6️⃣": "survey.margin.duplicate",
      ])
  }

  @Test func limitsOfTrimmings() throws {
    try expectSurvey(
      survey(
        rest: """
          <weighting>1️⃣<trim/><trim lower="2️⃣3" upper="2"/><trim lower="3️⃣1"/>
          <trim upper="4️⃣0.9" relative-to="mean"/><trim lower="200" relative-to="none"/>
          <trim lower="0.2" upper="4"/></weighting>
          """),
      [
        "1️⃣": "survey.trim.no-limit", "2️⃣": "survey.trim.limits-order",
        "3️⃣": "survey.trim.not-around-one", "4️⃣": "survey.trim.not-around-one",
      ])
  }

  @Test func attributesOfVariances() throws {
    try expectSurvey(
      survey(rest: #"<variance method="taylor" 1️⃣seed="4" 2️⃣centre="mean"/>"#),
      ["1️⃣": "survey.variance.attribute-foreign", "2️⃣": "survey.variance.attribute-foreign"])
    try expectSurvey(
      survey(rest: #"1️⃣<variance method="bootstrap" 2️⃣scale="4"/>"#),
      ["1️⃣": "survey.variance.attribute-missing", "2️⃣": "survey.variance.attribute-foreign"])
    try expectSurvey(
      survey(rest: #"<variance method="1️⃣jk1"/>"#), ["1️⃣": "survey.variance.ignores-strata"])
    let folder = try SurveyFolder()
    try folder.write("test.xml", survey(rest: #"<variance method="replicate-weights"/>"#))
    let findings = readSurvey(at: folder.path + "/test.xml").findings
    #expect(
      findings.map(\.code.id) == Array(repeating: "survey.variance.attribute-missing", count: 2))
    #expect(findings.map(\.subject) == ["weights", "scale"])
  }

  @Test func filesOfReplicatesAreCheckedBeforeTheRun() throws {
    let rest = """
      <variance method="replicate-weights" weights="rep.csv" scale="1"
        replicate-scales="scales.csv"/>
      """
    try expectSurvey(
      survey(rest: rest), [:],
      elsewhere: [
        "scales.csv:3:1 replicates.scale.unknown", "scales.csv replicates.scale.missing",
      ],
      files: [
        "rep.csv": "interview_id,r1,r2\n1,1,1\n", "scales.csv": "replicate,rscale\n1,1\n7,1\n",
      ])
    try expectSurvey(
      survey(rest: rest), [:], elsewhere: ["rep.csv:1:1 replicates.column.missing"],
      files: ["rep.csv": "id,r1,r2\n1,1,1\n", "scales.csv": "replicate,rscale\n1,1\n2,1\n"])
    try expectSurvey(
      survey(rest: rest.replacing("scales.csv", with: "1️⃣none.csv")),
      ["1️⃣": "file.reference.missing"], files: ["rep.csv": "interview_id,r1,r2\n1,1,1\n"])
  }

  @Test func aNonresponseStepComesFirst() throws {
    try expectSurvey(
      survey(
        rest: """
          <weighting><rake>\(margin)</rake>
          1️⃣<nonresponse classes="district" sampled="sampled.csv"/></weighting>
          """), ["1️⃣": "survey.nonresponse.late"],
      files: ["sampled.csv": "district,sampled\nPLK,100\nAKH,50\n"])
    try expectSurvey(
      survey(
        rest: """
          <weighting><nonresponse classes="district" sampled="sampled.csv" unknown="spread"/>
          </weighting>
          """), [:], elsewhere: ["sampled.csv:1:1 sampled.column.unknown-missing"],
      files: ["sampled.csv": "district,sampled\nPLK,100\nAKH,50\n"])
  }

  @Test func stagesWithoutAPopulationDoNotCount() throws {
    try expectSurvey(
      survey(
        design: """
          <stratum variable="district"/><cluster variable="comment"/>
          1️⃣<cluster variable="FB" population="2️⃣none.csv"/><weight variable="w"/>
          """), ["1️⃣": "survey.cluster.stage-not-counted", "2️⃣": "file.reference.missing"])
    try expectSurvey(
      survey(
        design: """
          <stratum variable="district"/><cluster variable="comment" population="district.csv"/>
          1️⃣<cluster variable="interview_id"/><weight variable="w"/>
          """), ["1️⃣": "survey.cluster.stage-not-counted"])
  }

  @Test func stagesGoFromLargeToSmall() throws {
    try expectSurvey(
      survey(
        design: """
          <stratum variable="district"/><cluster variable="comment" population="district.csv"/>
          <cluster variable="1️⃣comment" population-variable="w"/>
          <cluster variable="interview_id" population-variable="w"/>
          2️⃣<cluster variable="FB" population-variable="w"/><weight variable="w"/>
          """), ["1️⃣": "survey.cluster.repeated", "2️⃣": "survey.cluster.below-interviews"])
    try expectSurvey(
      survey(
        design: """
          <cluster variable="comment" population-variable="w"/>
          <cluster variable="FB" population="d.csv" 1️⃣population-variable="w"/>
          <weight variable="w"/>
          """), ["1️⃣": "survey.cluster.population-twice"],
      files: ["d.csv": "comment,population\nX,3\n"])
  }

  @Test func theEarlierSurveyIsAnotherSoundOne() throws {
    let rest = #"<earlier href="1️⃣earlier.xml"/>"#
    let other = survey().replacing(#"id="s" year="2021""#, with: #"id="s20" year="2020""#)
    try expectSurvey(
      survey(rest: rest.replacing("earlier.xml", with: "./test.xml")),
      ["1️⃣": "survey.earlier.itself"])
    try expectSurvey(
      survey(rest: rest), ["1️⃣": "survey.earlier.itself"],
      files: ["earlier.xml": other.replacing("s20", with: "s")])
    try expectSurvey(
      survey(rest: rest), ["1️⃣": "survey.earlier.year"],
      files: ["earlier.xml": other.replacing("2020", with: "2021")])
    try expectSurvey(
      survey(rest: rest), [:], elsewhere: ["earlier.xml:1:1 xml.root.unknown"],
      files: ["earlier.xml": "<plan xmlns='urn:sipas:plan:1'/>"])
    var sample = SampleQuestionnaire()
    sample.variables +=
      #"<variable id="district" kind="category"/><variable id="w" kind="number"/>"#
    let strange = sample.text.replacing("A1", with: "B1").replacing("A2", with: "B2")
      .replacing("F1", with: "G1").replacing("access", with: "acc")
      .replacing("\"feedback\"", with: "\"fb\"")
    try expectSurvey(
      survey(rest: rest), ["1️⃣": "survey.earlier.nothing-common"],
      files: [
        "earlier.xml": other.replacing("questionnaire.xml", with: "strange.xml"),
        "strange.xml": strange,
      ])
  }

  @Test func surveysThatNameEachOtherEndNowhere() throws {
    let other = survey(rest: #"<earlier href="test.xml"/>"#)
      .replacing(#"id="s" year="2021""#, with: #"id="s20" year="2020""#)
    try expectSurvey(
      survey(rest: #"<earlier href="earlier.xml"/>"#), [:], files: ["earlier.xml": other])
  }

  @Test func fullySatisfiedNeedsSatisfiedAnswersAndNoScores() {
    var sample = SampleQuestionnaire()
    sample.index = """
      <item measure="mean-score"/><factor measure="1️⃣fully-satisfied"/>
      <overall measure="2️⃣fully-satisfied"/>
      """
    sample.expectFindings([
      "1️⃣": "questionnaire.fully-satisfied.scores", "2️⃣": "questionnaire.fully-satisfied.scores",
    ])
    sample.index = """
      <item measure="mean-score-0-100"/><factor measure="fully-satisfied"/>
      <overall measure="mean-of-factors"/>
      """
    sample.expectFindings([:])
    sample.scale = """
      1️⃣<scale id="satisfaction"><answer code="1"><label>Kém</label></answer>
      <answer code="2"><label>Tốt</label></answer></scale>
      """
    sample.expectFindings(["1️⃣": "questionnaire.scale.no-satisfied"])
  }
}
