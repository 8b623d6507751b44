import SurveyModel
import Testing

@testable import Pipeline

/// The numbers of units are those of make.py: 5 districts of 4 communes of 3 villages; 356
/// interviews.
@Suite struct BuildDesignTests {
  @Test func threeStagesWithTheirPopulations() throws {
    let every = try EveryStepSurvey()
    let (design, weights, findings) = try makeDesign(every.survey, table: every.table)
    #expect(findings.isEmpty)
    #expect(design.count == 356 && weights.count == 356)
    #expect(design.strata.map(\.samplePSUs) == [4, 4, 4, 4, 4])
    #expect(design.strata.allSatisfy { (9...12).contains($0.populationPSUs ?? 0) })
    #expect(design.laterStages.count == 2)
    let villages = design.laterStages[0]
    #expect(villages.parentOfUnit.count == 60)
    #expect(villages.sampledOfParent == [Int](repeating: 3, count: 20))
    #expect(villages.populationOfParent.allSatisfy { (5...7).contains($0) })
    let people = design.laterStages[1]
    #expect(people.parentOfUnit.count == 356)
    #expect(people.populationOfParent.allSatisfy { (30...60).contains($0) })
    #expect(design.psuCodes.first == "BAC03")
    #expect(design.psuNames.first == "Xã 03 Huyện Bắc")
  }

  @Test func stagesEndAtTheFirstWithoutAPopulation() throws {
    let noVillages = try EveryStepSurvey { $0.design.laterStages[0].population = .none }
    #expect(try makeDesign(noVillages.survey, table: noVillages.table).design.laterStages.isEmpty)
    let noCommunes = try EveryStepSurvey { $0.design.psuPopulation = .none }
    #expect(try makeDesign(noCommunes.survey, table: noCommunes.table).design.laterStages.isEmpty)
    let noPeople = try EveryStepSurvey { $0.design.laterStages[1].population = .none }
    #expect(try makeDesign(noPeople.survey, table: noPeople.table).design.laterStages.count == 1)
  }

  @Test func aUnitThatThePopulationFileLacksIsNamed() throws {
    let lines = try EveryStepSurvey.text("population/villages.csv").split(separator: "\n")
    try EveryStepSurvey.withFile(lines.dropLast().joined(separator: "\n")) { path in
      let every = try EveryStepSurvey { $0.design.laterStages[0].population = .file(path) }
      let findings = stops { _ = try makeDesign(every.survey, table: every.table) }
      #expect(findings.map(\.code) == [BuildCodes.stagePopulationMissing])
      let commune = String(lines[20].split(separator: ",")[1])
      #expect(findings.first?.subject?.contains(commune) == true)
    }
  }

  @Test func populationsThatCannotBeAreRefusedByName() throws {
    let files = [
      // Two villages in a commune of which three were sampled.
      try EveryStepSurvey.text("population/villages.csv").replacing("BAC03,6", with: "BAC03,2")
    ]
    try EveryStepSurvey.withFile(files[0]) { path in
      let every = try EveryStepSurvey { $0.design.laterStages[0].population = .file(path) }
      let findings = stops { _ = try makeDesign(every.survey, table: every.table) }
      #expect(findings.map(\.code) == [PipelineCodes.designInvalid])
      #expect(findings.first?.message.en?.contains("“S22-00") == true)
    }
    // The number of people listed differs between the villages of a commune.
    let varying = try EveryStepSurvey { $0.design.laterStages[0].population = .variable("listed") }
    let findings = stops { _ = try makeDesign(varying.survey, table: varying.table) }
    #expect(findings.map(\.code) == [PipelineCodes.designInvalid])
    let strata = try EveryStepSurvey { $0.design.psuPopulation = .variable("listed") }
    let varied = stops { _ = try makeDesign(strata.survey, table: strata.table) }
    #expect(varied.map(\.code) == [FindingCode](repeating: PipelineCodes.fpcNotConstant, count: 5))
  }
}
