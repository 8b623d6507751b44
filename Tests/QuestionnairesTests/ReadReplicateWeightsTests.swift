import Foundation
import SurveyModel
import Testing

@testable import Questionnaires

struct ReadReplicateWeightsTests {
  private let ids: InterviewIDs = {
    var ids = InterviewIDs()
    for id in ["R-1", "R-2", "Phiếu 3"] { ids.append(id.utf8) }
    return ids
  }()

  private func read(
    _ weights: String, scales: String? = nil
  ) throws -> (weights: ReplicateWeights?, findings: [Finding]) {
    let result = try withFile(weights) { path in
      let headers = ["interview_id", "Số phiếu"]
      guard let scales else {
        return readReplicateWeights(
          SuppliedReplicates(weights: path, scale: 1), interviewID: headers, ids: ids)
      }
      return try withFile(scales) { scalesPath in
        readReplicateWeights(
          SuppliedReplicates(weights: path, scale: 1, replicateScales: scalesPath),
          interviewID: headers, ids: ids)
      }
    }
    expectWords(result.findings)
    return result
  }

  @Test func rowsComeInTheOrderOfTheInterviews() throws {
    let (weights, findings) = try read(
      "so phieu;r1;r2\nPhiếu 3;1,5;0\nR-1;2;1e2\n\"R-2\";3;4.25\n")
    #expect(findings.isEmpty)
    #expect(weights?.names == ["r1", "r2"])
    #expect(weights?.weights == [[2, 3, 1.5], [100, 4.25, 0]])
    #expect(weights?.scales == [1, 1])
  }

  @Test func scalesAreGivenByNameOrByNumber() throws {
    let (weights, findings) = try read(
      "interview_id,r1,r2\nR-1,1,1\nR-2,1,1\nPhiếu 3,1,1\n",
      scales: "replicate,rscale\n2,0.5\nr1,\"1,125\"\n")
    #expect(findings.isEmpty)
    #expect(weights?.scales == [1.125, 0.5])
  }

  @Test func faultyRowsAreToldWithTheirPlace() throws {
    let (weights, findings) = try read(
      "interview_id,r1,r2\nR-1,1,-1\nR-9,1,1\nR-1,1,1\nR-2,1\nPhiếu 3,x,inf\n")
    #expect(weights == nil)
    #expect(
      described(findings).sorted()
        == [
          "2:7 replicates.number", "3:1 replicates.interview.unknown",
          "4:1 replicates.interview.repeated", "5:1 csv.row.field-count",
          "6:9 replicates.number", "6:11 replicates.number",
        ].sorted())
  }

  @Test func interviewsWithoutARowAreCounted() throws {
    let (_, findings) = try read("interview_id,r1,r2\nR-2,1,1\n")
    #expect(findings.map(\.code.id) == ["replicates.interview.missing"])
    #expect(findings.first?.message.en?.contains("2 interviews") == true)
  }

  @Test func aReplicateWithoutWeightIsRefusedByName() throws {
    let (weights, findings) = try read(
      "interview_id,r1,r2,r3\nR-1,1,0,0\nR-2,0,0,0\nPhiếu 3,0,0,2\n")
    #expect(weights == nil)
    #expect(findings.map(\.code.id) == ["replicates.column.zero"])
    #expect(findings.map(\.subject) == ["r2"])
  }

  @Test(arguments: [
    ("", "csv.file.empty"), ("r1,r2\n1,1\n", "replicates.column.missing"),
    ("interview_id,r1\nR-1,1\n", "replicates.column.too-few"),
    ("interview_id,r1,r1\nR-1,1,1\n", "replicates.column.repeated"),
  ])
  func aHeaderThatCannotServeIsRefused(text: String, code: String) throws {
    let (weights, findings) = try read(text)
    #expect(weights == nil)
    #expect(findings.map(\.code.id) == [code])
  }

  @Test func scalesCoverEachReplicateOnce() throws {
    let (weights, findings) = try read(
      "interview_id,r1,r2,r3\nR-1,1,1,1\nR-2,1,1,1\nPhiếu 3,1,1,1\n",
      scales: "replicate,rscale\nr1,1\n1,1\nr9,1\n3,-2\n")
    #expect(weights == nil)
    #expect(
      findings.map(\.code.id) == [
        "replicates.scale.repeated", "replicates.scale.unknown", "replicates.number",
        "replicates.scale.missing",
      ])
  }

  @Test(arguments: [1, 64, 1_000, 1 << 20])
  func blocksOfAnySizeGiveTheSameNumbers(blockSize: Int) throws {
    var many = InterviewIDs()
    for row in 0..<60 { many.append("I\(row)".utf8) }
    var text = "interview_id"
    for replicate in 0..<20 { text += ",r\(replicate)" }
    for row in (0..<60).reversed() {
      text += "\nI\(row)"
      for replicate in 0..<20 { text += ",\((row * 7 + replicate) % 100).5" }
    }
    let (weights, findings) = try withFile(text) {
      readReplicateWeights(
        SuppliedReplicates(weights: $0, scale: 1), interviewID: ["interview_id"], ids: many,
        blockSize: blockSize)
    }
    #expect(findings.isEmpty)
    let expected = (0..<20).map { replicate in
      (0..<60).map { row in Double((row * 7 + replicate) % 100) + 0.5 }
    }
    #expect(weights?.weights == expected)
  }
}
