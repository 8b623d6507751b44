import SurveyModel
import Testing

@testable import Questionnaires

struct ReadPopulationTests {
  private func read(
    _ text: String, _ fields: [Field] = [SupportingFields.district]
  ) throws -> (table: PopulationTable?, findings: [Finding]) {
    let result = try withFile(text) { readPopulation(path: $0, shownAs: "p.csv", of: fields) }
    expectWords(result.findings)
    return result
  }

  @Test func codesAndLabelsAreTakenAlikeInTheOrderOfTheFile() throws {
    let (table, findings) = try read("huyện;population\ndak doa;1250,5\nPLK;254802\n")
    #expect(findings.isEmpty)
    #expect(table?.levels.map { $0.terms.map(\.code) } == [["DDO"], ["PLK"]])
    #expect(table?.levels.first?.labels == [LocalizedText(vi: "Đắk Đoa")])
    #expect(table?.totals == [1250.5, 254_802])
    #expect(table?.lines == [2, 3])
  }

  @Test func crossedVariablesMakeOneLevelPerRow() throws {
    let (table, _) = try read(
      "gender,population,district\nmale,10,PLK\nfemale,20,PLK\nmale,30,DDO\n",
      [SupportingFields.district, SupportingFields.gender])
    #expect(
      table?.levels.map { $0.terms.map(\.code) } == [
        ["PLK", "male"], ["PLK", "female"], ["DDO", "male"],
      ])
    #expect(table?.variables == ["district", "gender"])
  }

  @Test func everyFaultIsToldWithItsPlaceAndTheTableIsWithheld() throws {
    let (table, findings) = try read(
      """
      district,population
      PLK,100
      XXX,5
      DDO,-3
      HOA,nhiều
      PLK,7
      ,9
      HOB,12.345
      HOB,0
      99,4
      hoa binh,5
      """)
    #expect(table == nil)
    #expect(
      described(findings) == [
        "3:1 population.code.unknown", "4:5 population.number.negative",
        "5:5 population.number.form", "6:1 population.row.duplicate",
        "7:1 population.code.unknown", "8:5 population.number.ambiguous",
        "9:5 population.number.zero", "9:1 population.row.duplicate",
        "10:1 population.code.unknown", "11:1 population.code.ambiguous",
      ])
  }

  @Test(arguments: [
    ("district\nPLK\n", "population.column.missing"),
    ("huyen_cu,population\nPLK,1\n", "population.column.missing"),
    ("district,population,Huyện\nPLK,1,PLK\n", "population.column.repeated"),
    ("district,population\n", "population.file.empty"), ("", "csv.file.empty"),
  ])
  func aFileThatCannotServeIsRefused(text: String, code: String) throws {
    let (table, findings) = try read(text)
    #expect(table == nil)
    #expect(findings.map(\.code.id) == [code])
  }

  @Test func variablesWithoutACodeListAreMatchedByTheirValue() throws {
    #expect(
      try read("ward,population\n007,20\n12.0,30\n", [SupportingFields.ward]).table?.levels
        .map { $0.terms[0].code } == ["7", "12"])
    #expect(
      try read("area;population\n2,50;20\n3;30\n", [SupportingFields.area]).table?.levels
        .map { $0.terms[0].code } == ["2.5", "3"])
    #expect(
      try read("day,population\n2021-09-30,20\n", [SupportingFields.day]).table?.levels
        .map { $0.terms[0].code } == ["2021-09-30"])
    #expect(
      try read("commune,population\nĐak Pơ,20\n", [SupportingFields.commune]).table?.levels
        .map { $0.terms[0].code } == ["Đak Pơ"])
    let (_, faults) = try read("ward,population\nten,20\n", [SupportingFields.ward])
    #expect(described(faults) == ["2:1 population.code.unknown"])
  }

  @Test func theWholePopulationIsOneRow() throws {
    let (table, _) = try read("population\n1200\n", [])
    #expect(table?.levels.map(\.terms) == [[]] && table?.totals == [1200])
    let (_, findings) = try read("population\n1200\n5\n", [])
    #expect(described(findings) == ["3:1 population.row.duplicate"])
  }

  @Test func hostileTextIsNotShownAsItStands() throws {
    let (_, findings) = try read(
      "district,population\n\u{202E}kli\u{7}\(String(repeating: "x", count: 90)),5\n")
    let shown = findings.first?.found?.vi ?? ""
    #expect(shown.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x202E })
    #expect(shown.hasPrefix("“‹U+202E›kli‹U+0007›xxx") && shown.hasSuffix("x…”"))
    #expect(shown.count { $0 == "x" } == 35)
  }

  @Test func otherNumbersOfTheFileTellTheDecimalSign() throws {
    #expect(
      try read("district,population\nPLK,94.375\nDDO,71.25\n").table?.totals == [94.375, 71.25])
    #expect(
      try read("district;population\nPLK;94.375\nDDO;71,5\n").table?.totals == [94_375, 71.5])
    let (_, findings) = try read("district;population\nPLK;94.375\nDDO;71,5\nHOA;2.25\n")
    #expect(described(findings) == ["2:5 population.number.ambiguous"])
  }
}
