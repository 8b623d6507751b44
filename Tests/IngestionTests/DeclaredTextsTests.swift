import Ingestion
import SurveyModel
import Testing

/// Texts that the survey file declares to be blank.
struct DeclaredTextsTests {
  @Test func `a declared blank text is blank in columns of every kind`() throws {
    let imported = try importText(
      """
      \(TinySurvey.header)
      R-001,PLK,NA,NA,na,NA,NA,NA,NA,1,NA,5,N.A
      """, mapping: ResponseMapping(blanks: ["NA", "n.a"]))
    #expect(imported.rejects == [])
    #expect(imported.counts.accepted == 1)
    let blank = ColumnValues.blankInteger
    let columns = imported.table.columns
    #expect(
      columns[1...4] == [
        .coded8([0]), .days([ColumnValues.blankDay]), .integers([blank]), .integers([blank]),
      ])
    guard case .numbers(let weights) = columns[5] else { return #expect(Bool(false)) }
    #expect(weights[0].isNaN)
    #expect(columns[7] == .texts(TextColumn(positions: [0], texts: [])))
    #expect(columns[9...11] == [.coded8([0]), .coded8([5]), .coded8([0])])
  }

  @Test func `a declared blank in a required column is a blank cell`() throws {
    let imported = try importText(
      "interview_id,district,A1,A2,E1\nR-1,NA,1,2,\nNA,PLK,1,2,\n",
      mapping: ResponseMapping(blanks: ["NA"]))
    #expect(
      imported.rejects.map { $0.findings.map(\.code.id) }
        == [["ingest.value.required"], ["ingest.interview.blank"]])
  }

  @Test func `a number declared blank is blank and no value`() throws {
    let imported = try importText(
      "interview_id,district,duration,design_weight,A1,A2,E1\nR-1,PLK,-99,-99,1,2,\n",
      mapping: ResponseMapping(blanks: ["-99"]))
    #expect(imported.counts.accepted == 1)
    #expect(imported.table.columns[4] == .integers([ColumnValues.blankInteger]))
  }

  @Test func `a code or label of the questionnaire stays what it is`() throws {
    let imported = try importText(
      "interview_id,district,A1,A2,E1\nR-1,PLK,1,Hài lòng,\n",
      mapping: ResponseMapping(blanks: ["1", "hài lòng"]))
    #expect(imported.table.columns[9...10] == [.coded8([1]), .coded8([4])])
  }
}
