import SurveyModel
import Testing
import Weighting

@testable import Pipeline

@Suite struct BuildWeightingTests {
  private func totals(
    _ every: EveryStepSurvey, change: (inout NonresponseDefinition) -> Void = { _ in }
  ) throws -> (totals: NonresponseTotals, findings: [Finding]) {
    guard case .nonresponse(var definition) = every.survey.definition.weighting[0] else {
      throw RunStopped([], exit: .internalFault)
    }
    change(&definition)
    let (design, weights, _) = try makeDesign(every.survey, table: every.table)
    return try makeNonresponseTotals(
      definition, every.survey, table: every.table, design: design, weights: weights)
  }

  /// R 4.2.2 on responses.csv and population/sampled.csv: with rr, nr, i, u the sums of weights by
  /// gender and a = (i + rr + nr + u) / (i + rr + nr), the eligible sample is a (rr + nr):
  /// female 5902.83377379391, male 6932.78533078154; of commune BAC03, women: 229.857618128953.
  @Test func theGrossSampleByUnitAddsUpToThatByClass() throws {
    let (totals, findings) = try totals(EveryStepSurvey())
    #expect(findings.isEmpty)
    #expect(totals.classes.levels.map { $0.terms[0].code } == ["female", "male"])
    let cells = try #require(totals.sampledCells)
    #expect(cells.count == 40)
    for (level, expected) in [5902.83377379391, 6932.78533078154].enumerated() {
      let sum = cells.filter { $0.level == Int32(level) }.reduce(0) { $0 + $1.weight }
      #expect(abs(sum / expected - 1) < 1e-12)
    }
    #expect(cells[0].psu == 0 && cells[0].level == 0)
    #expect(abs(cells[0].weight / 229.857618128953 - 1) < 1e-12)
  }

  @Test func unitsWithoutInterviewsAreAWarningAndCountInTheTotals() throws {
    let text = try EveryStepSurvey.text("population/sampled.csv")
    let extra = text + "BAC,BAC01,male,1000,0,0\n"
    try EveryStepSurvey.withFile(extra) { path in
      let every = try EveryStepSurvey()
      let plain = try totals(every)
      let (more, findings) = try totals(every) { $0.sampled = path }
      #expect(findings.map(\.code) == [BuildCodes.sampledUnitEmpty])
      #expect(findings.first?.found?.en?.contains("commune=BAC01") == true)
      guard case .byStatus(let before, _, _) = plain.totals.sample,
        case .byStatus(let after, _, _) = more.sample
      else { return }
      #expect(after[1] == before[1] + 1000)
      #expect(more.sampledCells?.count == plain.totals.sampledCells?.count)
    }
  }

  @Test func aFileOfAllSampledPeopleKnowsEveryUnit() throws {
    // Everybody of the file by status counted as sampled, the last commune left out.
    let rows = try EveryStepSurvey.text("population/sampled.csv").split(separator: "\n")
    var text = "district,commune,gender,sampled\n"
    for row in rows.dropFirst().dropLast(2) {
      text += row.split(separator: ",").prefix(3).joined(separator: ",") + ",500\n"
    }
    try EveryStepSurvey.withFile(text) { path in
      let every = try EveryStepSurvey()
      let findings = stops {
        _ = try totals(every) {
          $0.sampled = path
          $0.unknown = .nonresponse
        }
      }
      #expect(findings.map(\.code) == [BuildCodes.sampledUnitMissing])
    }
  }

  @Test func classesThatTheFileLacksHaveUnknownTotals() throws {
    try EveryStepSurvey.withFile("gender,sampled\nmale,9000\n") { path in
      let (totals, findings) = try totals(EveryStepSurvey()) {
        $0.sampled = path
        $0.unknown = .nonresponse
      }
      #expect(findings.isEmpty && totals.sampledCells == nil)
      #expect(totals.classes.levels.map { $0.terms[0].code } == ["male", "female"])
      guard case .sampled(let sampled) = totals.sample else {
        Issue.record("not by total")
        return
      }
      #expect(sampled[0] == 9000 && sampled[1].isNaN)
    }
  }

  /// Every step of the survey can be made, with all units and with each unit left out in turn, as
  /// the jackknife does.
  @Test func everyStepOfTheSampleSucceeds() throws {
    let every = try EveryStepSurvey()
    let sample = try WeightedSample(every.survey, table: every.table)
    let (design, made) = (sample.design, sample.weights)
    let weights = made.design.weights
    #expect(sample.findings.isEmpty)
    #expect(
      made.steps.map(\.name) == ["design", "nonresponse_1", "rake_2", "trim_3", "calibrate_4"])
    #expect(made.steps[3].limitedCount > 0)
    #expect(made.final.maximumRelativeError <= 1e-10)
    // R 4.2.2: the factors are the eligible sample above over rr.
    for (row, level) in (0..<3).map({ ($0, $0 == 0 ? 1 : 0) }) {
      let factor = [1.27905967949525, 1.30473649680167][level]
      #expect(abs(made.steps[1].weights[row] / (weights[row] * factor) - 1) < 1e-12)
    }
    let prepared = try PreparedWeighting(
      designWeights: weights, steps: sample.steps, psuOfRow: design.psuOfRow)
    for left in 0..<Int32(design.psuCount) {
      let stratum = design.stratumOfPSU[Int(left)]
      let replicate = weights.indices.map { row -> Double in
        let psu = design.psuOfRow[row]
        if psu == left { return 0 }
        return design.stratumOfPSU[Int(psu)] == stratum ? weights[row] * 4 / 3 : weights[row]
      }
      let final = try prepared.final(from: replicate)
      #expect(final.indices.allSatisfy { final[$0] > 0 || design.psuOfRow[$0] == left })
    }
  }

  @Test func theEarlierSurveyIsWeightedTheSameWay() throws {
    let every = try EveryStepSurvey("earlier/survey.xml")
    let sample = try WeightedSample(every.survey, table: every.table)
    #expect(sample.weights.final.maximumRelativeError <= 1e-10)
    // Three of four communes are in both samples (make.py).
    let now = try EveryStepSurvey()
    let codes = Set(try makeDesign(now.survey, table: now.table).design.psuCodes)
    #expect(Set(sample.design.psuCodes).intersection(codes).count == 15)
  }
}
