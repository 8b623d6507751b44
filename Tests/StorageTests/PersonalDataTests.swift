import Foundation
import Storage
import SurveyModel
import Testing

struct PersonalDataTests {
  @Test func `nothing of a personal column reaches the file`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 100)))
    // The field is known to the store by name, with no values.
    #expect(
      try store.column(survey: SampleSurvey.id, field: SampleSurvey.fields[7])
        == .dropped(count: 100))
    try store.close()
    let bytes = try folder.allBytes()
    #expect(bytes.range(of: Data("Chờ lâu quá".utf8)) != nil)
    let outside = try SurveyStore(path: folder.file("sipas.sqlite"))
    var open = SampleSurvey.fields[7]
    open.isPersonal = false
    // Read as if it were not personal, it is blank: there is nothing to read.
    #expect(
      try outside.column(survey: SampleSurvey.id, field: open)
        == .texts(TextColumn(positions: [UInt32](repeating: 0, count: 100))))
  }

  @Test func `a field that became personal is no longer given out`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 3)))
    var comment = SampleSurvey.fields[6]
    comment.isPersonal = true
    #expect(
      try store.column(survey: SampleSurvey.id, field: comment) == .dropped(count: 3))
  }

  @Test func `values of a personal field are refused before a byte of them is written`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let store = try SurveyStore(path: path)
      try store.register(
        SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(),
        definitionSHA256: "d1")
      var table = SampleSurvey.table(count: 1)
      table.columns[7] = .texts(TextColumn(positions: [1], texts: ["0905 123 456"]))
      try store.commit(SampleSurvey.file(table))
    }
    #expect(try SurveyStore(path: path).batches().isEmpty)
    #expect(try folder.allBytes().range(of: Data("0905 123".utf8)) == nil)
  }
}
