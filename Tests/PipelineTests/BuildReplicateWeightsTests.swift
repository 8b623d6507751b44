import Questionnaires
import SurveyModel
import Testing

@testable import Pipeline

@Suite struct BuildReplicateWeightsTests {
  @Test func suppliedWeightsComeInTheOrderOfTheInterviews() throws {
    let every = try EveryStepSurvey()
    var text = "Số phiếu;r1;r2\n"
    for row in (0..<every.table.count).reversed() {
      text += "\(every.table.ids[row]);\(row),5;\(row % 2)\n"
    }
    try EveryStepSurvey.withFile(text) { path in
      let supplied = SuppliedReplicates(weights: path, scale: 0.5)
      let read = try makeReplicateWeights(supplied, every.survey, table: every.table)
      #expect(read.names == ["r1", "r2"] && read.scales == [1, 1])
      #expect(read.weights[0] == (0..<356).map { Double($0) + 0.5 })
      #expect(read.weights[1] == (0..<356).map { Double($0 % 2) })
    }
  }

  @Test func faultsStopTheRun() throws {
    let every = try EveryStepSurvey()
    try EveryStepSurvey.withFile("interview_id,r1,r2\nS22-0001,1,1\nX,1,1\n") { path in
      let findings = stops {
        _ = try makeReplicateWeights(
          SuppliedReplicates(weights: path, scale: 1), every.survey, table: every.table)
      }
      #expect(findings.map(\.code.id) == ["replicates.interview.unknown"])
    }
  }
}
