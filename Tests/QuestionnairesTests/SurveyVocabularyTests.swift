import SurveyModel
import Testing

@testable import Questionnaires

/// What the elements of a survey file become.
struct SurveyVocabularyTests {
  private func read(
    _ text: String, files: [String: String] = [:]
  ) throws -> (survey: SurveyDefinition?, findings: [Finding], folder: String) {
    let folder = try SurveyFolder(files)
    try folder.write("test.xml", text)
    let loaded = readCampaign(at: folder.path + "/test.xml")
    return (loaded.value?.survey, loaded.findings, folder.path)
  }

  @Test func everyWeightingStepIsRead() throws {
    let (survey, findings, folder) = try read(
      survey(
        rest: """
          <weighting>
            <nonresponse classes="district" sampled="sampled.csv" unknown="spread"/>
            <rake variance="sweeps" tolerance="1e-6" max-iterations="50">
              <margin variables="district" totals="district.csv"/></rake>
            <trim lower="0.3" upper="3" relative-to="mean" strict="false"/>
            <trim upper="900" relative-to="none"/>
            <calibrate method="logit" lower="0.5" upper="2.5" tolerance="1e-8" max-iterations="30">
              <margin variables="district" totals="district.csv"/></calibrate>
            <calibrate method="raking"><margin variables="district" totals="district.csv"/></calibrate>
            <poststratify variables="district" totals="district.csv"/>
          </weighting>
          """),
      files: ["sampled.csv": "district,nonresponding,unknown\nPLK,5,1\nAKH,6,0\n"])
    #expect(findings.map(\.message.en) == [])
    let steps = try #require(survey).weighting
    #expect(
      steps.map { step in
        switch step {
        case .nonresponse: "nonresponse"
        case .poststratify: "poststratify"
        case .rake: "rake"
        case .calibrate: "calibrate"
        case .trim: "trim"
        }
      } == ["nonresponse", "rake", "trim", "trim", "calibrate", "calibrate", "poststratify"])
    guard case .nonresponse(let nonresponse) = steps[0], case .rake(let rake) = steps[1],
      case .trim(let trim) = steps[2], case .trim(let plain) = steps[3],
      case .calibrate(let logit) = steps[4], case .calibrate(let raking) = steps[5]
    else { return }
    #expect(nonresponse.classes == ["district"] && nonresponse.unknown == .spread)
    #expect(nonresponse.sampled == folder + "/sampled.csv")
    #expect(rake.variance == .sweeps && rake.tolerance == 1e-6 && rake.maximumIterations == 50)
    #expect(trim.lower == 0.3 && trim.upper == 3 && trim.reference == .mean && !trim.isStrict)
    #expect(plain.lower == nil && plain.reference == .none && plain.isStrict)
    #expect(logit.method == .logit && logit.lower == 0.5 && logit.upper == 2.5)
    #expect(logit.tolerance == 1e-8 && logit.maximumIterations == 30)
    #expect(raking.method == .raking && raking.lower == nil && raking.upper == nil)
    #expect(raking.tolerance == 1e-9 && raking.maximumIterations == 100)
  }

  @Test(arguments: [
    (#"<variance method="taylor"/>"#, VarianceMethod.taylor),
    (#"<variance method="jkn"/>"#, .jkn(centre: .mean)),
    (#"<variance method="jk1" centre="estimate"/>"#, .jk1(centre: .estimate)),
    (
      #"<variance method="bootstrap" replicates="500" seed="18446744073709551615"/>"#,
      .bootstrap(replicates: 500, seed: .max, centre: .mean)
    ),
    (
      #"<variance method="bootstrap" replicates="2"/>"#,
      .bootstrap(replicates: 2, seed: 1, centre: .mean)
    ),
  ])
  func theMethodOfVarianceIsRead(element: String, method: VarianceMethod) throws {
    let (survey, findings, _) = try read(survey(design: #"<weight variable="w"/>"#, rest: element))
    #expect(findings.map(\.message.en) == [])
    #expect(survey?.variance == method)
  }

  @Test func suppliedReplicateWeightsAreRead() throws {
    let (survey, findings, folder) = try read(
      survey(
        rest: """
          <variance method="replicate-weights" weights="rep.csv" scale="5e-3"
            replicate-scales="scales.csv" multipliers="true" degrees-of-freedom="12"/>
          <interval method="wilson" level="0.9"/>
          """),
      files: [
        "rep.csv": "interview_id,r1,r2\n1,1,1\n", "scales.csv": "replicate,rscale\n1,1\n2,0.5\n",
      ])
    #expect(findings.map(\.message.en) == [])
    let supplied = SuppliedReplicates(
      weights: folder + "/rep.csv", scale: 0.005, replicateScales: folder + "/scales.csv",
      areMultipliers: true, degreesOfFreedom: 12)
    #expect(survey?.variance == .replicateWeights(supplied, centre: .mean))
    #expect(survey?.interval == .wilson && survey?.level == 0.9)
  }

  @Test func severalClustersAreStages() throws {
    let (survey, findings, folder) = try read(
      survey(
        design: """
          <stratum variable="district"/><cluster variable="comment" population="district.csv"/>
          <cluster variable="FB" population="stage2.csv"/>
          <cluster variable="interview_id" population-variable="w"/><weight variable="w"/>
          """, rest: #"<interval method="beta"/>"#),
      files: ["stage2.csv": "district,comment,population\nPLK,Đak Pơ,12\n"])
    #expect(findings.map(\.message.en) == [])
    let design = try #require(survey).design
    #expect(design.clusters == ["comment"])
    #expect(design.psuPopulation == .file(folder + "/district.csv"))
    #expect(
      design.laterStages == [
        LaterStageDefinition(clusters: ["FB"], population: .file(folder + "/stage2.csv")),
        LaterStageDefinition(clusters: ["interview_id"], population: .variable("w")),
      ])
    #expect(survey?.interval == .beta)
  }

  @Test func anEarlierSurveyIsReadAndChecked() throws {
    let earlier = survey().replacing(#"id="s" year="2021""#, with: #"id="s20" year="2020""#)
    let (survey, findings, folder) = try read(
      survey(rest: #"<earlier href="earlier.xml" clusters="shared"/>"#),
      files: ["earlier.xml": earlier])
    #expect(findings.map(\.message.en) == [])
    #expect(survey?.earlier?.path == folder + "/earlier.xml")
    #expect(survey?.earlier?.sharesClusters == true)
  }
}
