import Ingestion
import SurveyModel
import Testing

/// Texts that are no answers, counted so that a person can declare them once.
struct UnreadTextsTests {
  @Test func `what looks blank is counted over columns of every coded, number and date field`()
    throws
  {
    let imported = try importText(
      """
      \(TinySurvey.header)
      R-1,PLK,NA,NA,na,NA,NA,NA,NA,1,NA,5,N/A
      R-2,PLK,,,,,,,,1,4,Na,
      R-3,PLK,,,,,,,,1,4,7,
      """)
    #expect(
      imported.unreadTexts == [
        // Not phone, which is personal, and not comment, where any text is an answer.
        UnreadText(
          text: "NA", cells: 7,
          fields: [
            "commune", "interview_date", "started", "duration", "design_weight", "A1", "A2",
          ], looksBlank: true),
        UnreadText(text: "N/A", cells: 1, fields: ["E1"], looksBlank: true),
      ])
  }

  @Test func `another text is named once it stands in ten cells, and no answer ever is`() throws {
    func file(_ rows: Int) -> String {
      "interview_id,district,FB,A1,A2\n"
        + (1...rows).map { "R-\($0),PLK,Không,TB,Hài lòng\n" }.joined()
    }
    #expect(try importText(file(9)).unreadTexts == [])
    #expect(
      try importText(file(10)).unreadTexts
        == [UnreadText(text: "TB", cells: 10, fields: ["A1"], looksBlank: false)])
  }

  @Test func `a file whose header is refused is looked through all the same`() throws {
    let imported = try importText("interview_id,Quận,A1,A2\nR-1,PLK,NA,4\nR-2,PLK,3,-\n")
    #expect(!imported.isUsable && imported.counts == ImportCounts())
    #expect(
      imported.unreadTexts == [
        UnreadText(text: "NA", cells: 1, fields: ["A1"], looksBlank: true),
        UnreadText(text: "-", cells: 1, fields: ["A2"], looksBlank: true),
      ])
  }

  @Test func `blocks and threads change nothing, and rejected rows told briefly count too`() throws
  {
    let rows = (1...400).map { "R-\($0),PLK,\($0 % 3 == 0 ? "NA" : "KB"),\($0 % 7 + 3),\n" }
    let bytes = Array(("interview_id,district,A1,A2,E1\n" + rows.joined()).utf8)
    func read(_ blockSize: Int, _ threads: Int) throws -> [UnreadText] {
      var known = InterviewIndex()
      return try importBytes(
        bytes, known: &known,
        settings: ImportSettings(blockSize: blockSize, threads: threads, detailedRejects: 5)
      ).unreadTexts
    }
    let whole = try read(1 << 20, 1)
    // 267 of 400 numbers are no multiple of 3; A2 is 6, 7 and 8 in 57 rows each, from rows 3, 4, 5 on.
    #expect(whole.prefix(2).map { "\($0.text) \($0.cells)" } == ["KB 267", "NA 133"])
    #expect(whole.map(\.text) == ["KB", "NA", "6", "7", "8"])
    #expect(try read(64, 3) == whole)
  }

  @Test func `a text that may be anybody's is not named`() throws {
    let long = String(repeating: "dài ", count: 8)
    let rows = (1...12).map { "R-\($0),PLK,\(long),4\n" }.joined()
    #expect(try importText("interview_id,district,A1,A2\n" + rows).unreadTexts == [])
  }
}
