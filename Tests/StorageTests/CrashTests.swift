import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

struct CrashTests {
  @Test func `a commit that fails in the middle leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let first = SampleSurvey.table(count: 70_000)
    try store.commit(SampleSurvey.file(first))
    let before = try rowCounts(store)
    try store.write {
      try $0.execute(
        sql: """
          CREATE TRIGGER fail BEFORE INSERT ON response_chunk
          WHEN new.column_number = 4 AND new.chunk_number = 1
          BEGIN SELECT RAISE(ABORT, 'the disk fell off'); END
          """)
    }
    let file = SampleSurvey.file(
      SampleSurvey.table(count: 70_000, firstID: 100_000), sha256: "bb", rejects: RejectTests.rows)
    let error = #expect(throws: StoreError.self) { try store.commit(file) }
    guard case .failed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try rowCounts(store) == before)
    #expect(isSame(try store.allResponses(), first))
    try store.write { try $0.execute(sql: "DROP TRIGGER fail") }
    #expect(try store.commit(file).id == 2)
  }

  @Test func `a full disk is told, and what was being written is gone`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 10)))
    let before = try rowCounts(store)
    try store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
    }
    #expect(throws: StoreError.diskFull(path: store.path)) {
      try store.commit(SampleSurvey.file(SampleSurvey.table(count: 200_000), sha256: "bb"))
    }
    #expect(try rowCounts(store) == before)
    #expect(try store.allResponses().count == 10)
  }

  @Test func `a program killed while it writes leaves the batches before, whole`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try SurveyStore(path: path)
      try store.register(
        SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(),
        definitionSHA256: "d1")
      try store.commit(SampleSurvey.file(SampleSurvey.table(count: 70_000)))
      try store.queue.inDatabase { database in
        database.add(
          function: DatabaseFunction("die", argumentCount: 0) { _ in
            kill(getpid(), SIGKILL)
            return nil
          })
        try database.execute(
          sql: """
            CREATE TEMP TRIGGER fail AFTER INSERT ON main.response_chunk
            WHEN new.column_number = 5 BEGIN SELECT die(); END
            """)
      }
      // Large enough that part of it is in the -wal file when the program dies.
      try store.commit(
        SampleSurvey.file(SampleSurvey.table(count: 300_000, firstID: 100_000), sha256: "bb"))
    }
    let wal = try Data(contentsOf: URL(filePath: path + "-wal"))
    #expect(wal.count > 3_000_000)
    let store = try SurveyStore(path: path)
    #expect(try store.batches().map(\.sha256) == ["aa"])
    #expect(isSame(try store.allResponses(), SampleSurvey.table(count: 70_000)))
    let sound = try store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(sound == "ok")
    try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 5, firstID: 100_000), sha256: "bb"))
    #expect(try store.allResponses().count == 70_005)
  }

  private func rowCounts(_ store: SurveyStore) throws -> [String: Int] {
    try store.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try Dictionary(
        uniqueKeysWithValues: tables.map {
          ($0, try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0)
        })
    }
  }
}
