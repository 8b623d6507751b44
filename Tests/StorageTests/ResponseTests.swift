import Storage
import SurveyModel
import Testing

struct ResponseTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073])
  func `a stored survey and the same survey in memory are identical`(count: Int) throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let table = SampleSurvey.table(count: count)
    try store.commit(SampleSurvey.file(table))
    #expect(isSame(try store.allResponses(), table))
    try store.close()
    let reopened = try SurveyStore(path: folder.file("sipas.sqlite"))
    #expect(isSame(try reopened.allResponses(), table))
    #expect(try reopened.interviewIDs(survey: SampleSurvey.id) == table.ids)
  }

  @Test func `a single column is the column of the whole table`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let table = SampleSurvey.table(count: 70_000)
    try store.commit(SampleSurvey.file(table))
    for (field, column) in zip(SampleSurvey.fields, table.columns) {
      #expect(
        isSame(try store.column(survey: SampleSurvey.id, field: field), column), "\(field.id)")
    }
  }

  @Test func `batches follow each other in the order they came in`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    for (number, count) in [3, 0, 65_537, 5].enumerated() {
      try store.commit(
        SampleSurvey.file(
          SampleSurvey.table(count: count, firstID: 100_000 * number), sha256: "sha\(number)"))
    }
    let all = try store.allResponses()
    #expect(all.count == 65_545)
    #expect(all.ids[0] == "PLK-0")
    #expect(all.ids[3] == "PLK-200000")
    #expect(all.ids[65_540] == "PLK-300000")
    // Row 4 of the last batch: fifth value of every cycle of `SampleSurvey.table`.
    guard case .coded8(let answers) = all.columns[0], case .days(let days) = all.columns[5] else {
      Issue.record("the columns have other forms")
      return
    }
    #expect(answers[65_544] == 4)
    #expect(days[65_544] == .max)
  }

  @Test func `the texts of several batches are joined, each distinct text once`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let fields = [Field(id: "comment", kind: .text)]
    for (number, texts) in [["tốt", "chậm"], ["chậm", "xa", "tốt"], []].enumerated() {
      var ids = InterviewIDs()
      for row in 0...texts.count { ids.append("\(number)-\(row)".utf8) }
      let column = TextColumn(positions: (0...UInt32(texts.count)).map { $0 }, texts: texts)
      try store.commit(
        SampleSurvey.file(
          ResponseTable(ids: ids, columns: [.texts(column)]), sha256: "sha\(number)"),
        fields: fields)
    }
    #expect(
      try store.column(survey: SampleSurvey.id, field: fields[0])
        == .texts(TextColumn(positions: [0, 1, 2, 0, 2, 3, 1, 0], texts: ["tốt", "chậm", "xa"])))
  }

  @Test func `more texts than a chunk holds, and texts longer than a chunk, come back`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let texts =
      (0..<70_000).map { "ý kiến \($0)" }
      + (0..<3).map { "\($0)" + String(repeating: "dài ", count: 1_500_000) }
    var ids = InterviewIDs()
    for row in texts.indices { ids.append("R\(row)".utf8) }
    let column = ColumnValues.texts(
      TextColumn(positions: texts.indices.map { UInt32($0 + 1) }, texts: texts))
    let field = Field(id: "comment", kind: .text)
    try store.commit(
      SampleSurvey.file(ResponseTable(ids: ids, columns: [column])), fields: [field])
    #expect(try store.column(survey: SampleSurvey.id, field: field) == column)
  }

  @Test func `two surveys in one store do not see each other`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    var other = SampleSurvey.definition
    other.id = "to-tung-2022"
    try store.register(
      other, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d2")
    let table = SampleSurvey.table(count: 4)
    try store.commit(SampleSurvey.file(table))
    #expect(try store.responses(survey: other.id, fields: SampleSurvey.fields).count == 0)
    #expect(try store.batch(survey: other.id, sha256: "aa") == nil)
    #expect(try store.batches(survey: other.id).isEmpty)
    #expect(try store.batches().count == 1)
  }

  @Test func `an unknown survey is named`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let path = folder.file("sipas.sqlite")
    #expect(throws: StoreError.unknownSurvey(path: path, survey: "x")) {
      try store.responses(survey: "x", fields: SampleSurvey.fields)
    }
  }
}
