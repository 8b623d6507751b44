import Foundation
import Ingestion
import SurveyModel
import Testing

struct ReadPopulationTests {
  private func read(
    _ text: String, _ variables: [String] = ["district"]
  ) throws -> (table: PopulationTable?, findings: [Finding]) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sipas-population-\(UUID().uuidString).csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return readPopulation(
      path: path, shownAs: "population.csv", variables: variables, fields: TinySurvey.fields)
  }

  @Test func `codes and labels are taken alike, in the order of the file`() throws {
    let (table, findings) = try read("huyện;population\ndak doa;1250,5\nPLK;254802\n")
    #expect(findings.isEmpty)
    #expect(table?.levels.map { $0.terms.map(\.code) } == [["DDO"], ["PLK"]])
    #expect(table?.levels.first?.labels == [LocalizedText(vi: "Đắk Đoa")])
    #expect(table?.totals == [1250.5, 254_802])
    #expect(table?.lines == [2, 3])
  }

  @Test func `crossed variables make one level per row`() throws {
    let (table, _) = try read(
      "FB,population,district\n0,10,PLK\n1,20,PLK\n0,30,DDO\n", ["district", "FB"])
    #expect(
      table?.levels.map { $0.terms.map(\.code) } == [["PLK", "0"], ["PLK", "1"], ["DDO", "0"]])
  }

  @Test func `every fault is told with its place, and the table is withheld`() throws {
    let (table, findings) = try read(
      """
      district,population
      PLK,100
      XXX,5
      DDO,-3
      HOA,nhiều
      PLK,7
      ,9
      HOA,12.345
      """)
    #expect(table == nil)
    #expect(
      findings.map { "\($0.place?.description ?? "") \($0.code.id)" } == [
        "population.csv:3:1 ingest.value.not-in-code-list",
        "population.csv:4:5 ingest.population.total", "population.csv:5:5 ingest.population.total",
        "population.csv:6:1 ingest.population.duplicate",
        "population.csv:7:1 ingest.value.required",
        "population.csv:8:5 ingest.population.total",
      ])
  }

  @Test(arguments: [
    ("district\nPLK\n", "ingest.population.column-missing"),
    ("huyen_cu,population\nPLK,1\n", "ingest.population.column-missing"),
    ("district,population\n", "ingest.population.empty"), ("", "csv.file.empty"),
  ])
  func `a file that cannot serve is refused`(text: String, code: String) throws {
    let (table, findings) = try read(text)
    #expect(table == nil)
    #expect(findings.map(\.code.id) == [code])
  }

  @Test func `a variable without a code list is matched by its value`() throws {
    let (table, findings) = try read("duration,population\n007,20\n12,30\n", ["duration"])
    #expect(findings.isEmpty)
    #expect(table?.levels.map { $0.terms.map(\.code) } == [["7"], ["12"]])
    let (_, faults) = try read("duration,population\nten,20\n", ["duration"])
    #expect(faults.map(\.code.id) == ["ingest.value.not-an-integer"])
  }

  @Test func `a variable the questionnaire lacks is refused`() throws {
    let (_, findings) = try read("x,population\n1,2\n", ["x"])
    #expect(findings.map(\.code.id) == ["ingest.population.variable"])
  }
}

struct IngestionCodesTests {
  @Test func `every code has its own id, in this module's name, and both languages`() {
    let ids = IngestionCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("ingest.") })
    #expect(IngestionCodes.all.allSatisfy { $0.meaning.vi != nil && $0.meaning.en != nil })
  }
}
