import Foundation
import Storage
import SurveyModel
import Testing

struct BatchTests {
  @Test func `a batch tells what it told when it came in`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let batch = try store.commit(SampleSurvey.file(SampleSurvey.table(count: 3)))
    #expect(batch.id == 1)
    #expect(batch.counts == ImportCounts(read: 3, accepted: 3))
    #expect(batch.dialect?.composedText == true)
    #expect(batch.importedAt == SampleSurvey.time)
    #expect(batch.importedBy == "lan")
    #expect(try store.batches(survey: SampleSurvey.id) == [batch])
    #expect(try store.batch(survey: SampleSurvey.id, sha256: "aa") == batch)
    #expect(try store.batch(survey: SampleSurvey.id, sha256: "bb") == nil)
  }

  @Test func `the same bytes again change nothing and name the batch`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let file = SampleSurvey.file(SampleSurvey.table(count: 3))
    try store.commit(file)
    let generation = try store.generation(survey: SampleSurvey.id)
    #expect(
      throws: StoreError.alreadyImported(
        path: folder.file("sipas.sqlite"), batch: 1, file: file.file,
        importedAt: SampleSurvey.time)
    ) { try store.commit(file) }
    #expect(try store.allResponses().count == 3)
    #expect(try store.generation(survey: SampleSurvey.id) == generation)
    #expect(try store.audit().count == 1)
  }

  @Test func `undo takes the responses and rejects out and keeps the record`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let first = SampleSurvey.table(count: 2)
    let second = SampleSurvey.table(count: 3, firstID: 500)
    try store.commit(SampleSurvey.file(first))
    let file = SampleSurvey.file(
      second, name: "responses/bad.csv", sha256: "bb", rejects: RejectTests.rows)
    let batch = try store.commit(file)
    let undone = try store.undo(batch: batch.id, at: "2021-11-04T00:00:00Z", by: "hoa")
    #expect(undone.undoneAt == "2021-11-04T00:00:00Z")
    #expect(undone.counts == batch.counts)
    #expect(try store.batches() == [try #require(store.batches().first), undone])
    #expect(isSame(try store.allResponses(), first))
    #expect(try store.rejects(survey: SampleSurvey.id).isEmpty)
    #expect(try store.batch(survey: SampleSurvey.id, sha256: "bb") == nil)
    #expect(
      try store.audit().map(\.action) == ["batch.imported", "batch.imported", "batch.undone"])
    #expect(try store.audit().last?.by == "hoa")
    // The same file may now come in again, as a batch of its own.
    let again = try store.commit(file)
    #expect(again.id == 3)
    #expect(try store.allResponses().count == 5)
  }

  @Test func `an undone batch leaves no byte of its interviews behind`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let table = SampleSurvey.table(count: 30_000, firstID: 7_000_000)
    let batch = try store.commit(SampleSurvey.file(table, rejects: RejectTests.rows))
    let traces = ["PLK-7020000", "Chờ lâu quá", "R-00417;2;34"]
    let before = try folder.allBytes()
    for trace in traces { #expect(before.range(of: Data(trace.utf8)) != nil, "\(trace)") }
    _ = try store.undo(batch: batch.id, at: SampleSurvey.time, by: "lan")
    let after = try folder.allBytes()
    for trace in traces { #expect(after.range(of: Data(trace.utf8)) == nil, "\(trace)") }
  }

  @Test func `undoing twice, or a batch that never was, is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let path = folder.file("sipas.sqlite")
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1)))
    _ = try store.undo(batch: 1, at: "t1", by: "lan")
    #expect(throws: StoreError.alreadyUndone(path: path, batch: 1, at: "t1")) {
      try store.undo(batch: 1, at: "t2", by: "lan")
    }
    #expect(throws: StoreError.unknownBatch(path: path, batch: 7)) {
      try store.undo(batch: 7, at: "t2", by: "lan")
    }
    #expect(try store.audit().count == 2)
  }

  @Test func `a batch checked against older responses is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let generation = try store.generation(survey: SampleSurvey.id)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1)))
    #expect(
      throws: StoreError.changedMeanwhile(
        path: folder.file("sipas.sqlite"), survey: SampleSurvey.id)
    ) {
      try store.commit(
        SampleSurvey.file(SampleSurvey.table(count: 1), sha256: "bb"), survey: SampleSurvey.id,
        fields: SampleSurvey.fields, importedAt: "t", by: "lan", ifGeneration: generation)
    }
    #expect(try store.batches().count == 1)
  }

  @Test func `entries of the audit log come back as written`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let entry = AuditEntry(
      at: "t", by: "lan", action: "report.written", survey: SampleSurvey.id,
      note: LocalizedText(vi: "báo cáo", en: "report"))
    try store.appendAudit(entry)
    #expect(try store.audit() == [entry])
  }
}
