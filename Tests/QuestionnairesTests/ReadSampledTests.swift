import SurveyModel
import Testing

@testable import Questionnaires

struct ReadSampledTests {
  private func read(
    _ text: String, unknown: UnknownEligibility = .nonresponse,
    clusters: [Field] = [SupportingFields.commune]
  ) throws -> (table: SampledTable?, findings: [Finding]) {
    let result = try withFile(text) {
      readSampled(
        path: $0, shownAs: "s.csv", classes: [SupportingFields.gender],
        strata: [SupportingFields.district], clusters: clusters, unknown: unknown)
    }
    expectWords(result.findings)
    return result
  }

  @Test func allSampledPeopleByClass() throws {
    let (table, findings) = try read("gender,sampled\nmale,120.5\nfemale,0\n")
    #expect(findings.isEmpty)
    #expect(table?.hasDesign == false && table?.isByStatus == false)
    #expect(table?.rows.map(\.sampled) == [120.5, 0])
    #expect(table?.rows.map { $0.level.terms[0].code } == ["male", "female"])
  }

  @Test func statusesByUnitAndClass() throws {
    let (table, findings) = try read(
      """
      district;commune;gender;nonresponding;unknown
      PLK;Đak Pơ;male;10;2,5
      Đắk Đoa;Đak Pơ;male;7;0
      """, unknown: .spread)
    #expect(findings.isEmpty)
    #expect(table?.hasDesign == true && table?.isByStatus == true)
    #expect(table?.rows.map(\.nonresponding) == [10, 7])
    #expect(table?.rows.map(\.unknown) == [2.5, 0] && table?.rows.map(\.ineligible) == [0, 0])
    #expect(table?.rows.map { $0.stratum.map(\.code) } == [["PLK"], ["DDO"]])
    #expect(table?.rows.map { $0.cluster.map(\.code) } == [["Đak Pơ"], ["Đak Pơ"]])
  }

  @Test func oneUnitPerPersonMakesNoCells() throws {
    let (table, findings) = try read(
      "district,gender,sampled\nPLK,male,5\n", clusters: [])
    #expect(findings.isEmpty && table?.hasDesign == false)
  }

  @Test(arguments: [
    ("gender,sampled,unknown\nmale,5,1\n", UnknownEligibility.nonresponse, "sampled.column.choice"),
    ("gender,sampled\nmale,5\n", .spread, "sampled.column.unknown-missing"),
    ("gender,nonresponding\nmale,5\n", .spread, "sampled.column.unknown-missing"),
    ("gender\nmale\n", .nonresponse, "population.column.missing"),
    ("gender,unknown\nmale,3\n", .nonresponse, "population.column.missing"),
    ("gender,sampled\nmale,5\nmale,6\n", .nonresponse, "population.row.duplicate"),
    ("gender,sampled\nmale,-5\n", .nonresponse, "population.number.negative"),
    ("gender,sampled\n", .nonresponse, "population.file.empty"),
  ])
  func aFileThatCannotServeIsRefused(
    text: String, unknown: UnknownEligibility, code: String
  ) throws {
    let (table, findings) = try read(text, unknown: unknown)
    #expect(table == nil)
    #expect(findings.map(\.code.id) == [code])
  }

  @Test func someOfTheDesignsColumnsOnlyIsAWarning() throws {
    let (table, findings) = try read("commune,gender,sampled\nX,male,5\n")
    #expect(findings.map(\.code.id) == ["sampled.design.partial"])
    #expect(table?.hasDesign == false)
  }
}
