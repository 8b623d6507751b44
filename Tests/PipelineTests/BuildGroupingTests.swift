import SurveyModel
import Testing

@testable import Pipeline

@Suite struct BuildGroupingTests {
  private let questionnaire: Questionnaire = {
    let district = CodeList(
      answers: ["PLK", "AKH", "DPO"].map { AnswerCode(code: $0) },
      missing: [AnswerCode(code: "9", missing: .refused)])
    let gender = CodeList(answers: ["male", "female"].map { AnswerCode(code: $0) })
    return Questionnaire(
      id: "q", version: "1", title: LocalizedText(vi: "q"),
      fields: [
        Field(id: "district", kind: .coded(district)), Field(id: "gender", kind: .coded(gender)),
        Field(id: "commune", kind: .text),
        Field(id: "council", kind: .integer(minimum: nil, maximum: nil)),
        Field(id: "day", kind: .date), Field(id: "phone", kind: .text, isPersonal: true),
      ], factors: [],
      index: IndexMethod(
        id: "i", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
  }()

  private let table = ResponseTable(
    ids: InterviewIDs(bytes: [97, 98, 99, 100], ends: [0, 1, 2, 3, 4]),
    columns: [
      .coded8([2, 1, 4, 1]), .coded8([1, 2, 1, 0]),
      .texts(TextColumn(positions: [1, 2, 0, 1], texts: ["Đak", "An"])),
      .integers([10, 2, ColumnValues.blankInteger, 2]), .days([18_871, 0, 0, -1]),
      .dropped(count: 4),
    ])

  private func grouping(_ variables: String...) throws -> Grouping {
    try #require(makeGrouping(variables, questionnaire: questionnaire, table: table))
  }

  @Test func `a coded variable keeps every answer of its list, and missing codes are no level`()
    throws
  {
    let found = try grouping("district")
    #expect(found.levels.map { $0.terms[0].code } == ["PLK", "AKH", "DPO"])
    #expect(found.levelOfRow == [1, 0, -1, 0])
  }

  @Test func `crossed variables have the combinations that occur, in code-list order`() throws {
    let found = try grouping("gender", "district")
    #expect(found.levels.map { $0.terms.map(\.code) } == [["male", "AKH"], ["female", "PLK"]])
    #expect(found.levelOfRow == [0, 1, -1, -1])
  }

  @Test func `texts and numbers are levels in their own order`() throws {
    #expect(try grouping("commune").levels.map { $0.terms[0].code } == ["An", "Đak"])
    #expect(try grouping("commune").levelOfRow == [1, 0, -1, 1])
    #expect(try grouping("council").levels.map { $0.terms[0].code } == ["2", "10"])
    #expect(try grouping("council").levelOfRow == [1, 0, -1, 0])
  }

  @Test func `days are written as dates`() throws {
    #expect(
      try grouping("day").levels.map { $0.terms[0].code } == [
        "1969-12-31", "1970-01-01", "2021-09-01",
      ])
  }

  @Test func `personal and unknown variables make no grouping`() {
    #expect(makeGrouping(["phone"], questionnaire: questionnaire, table: table) == nil)
    #expect(makeGrouping(["x"], questionnaire: questionnaire, table: table) == nil)
  }
}
