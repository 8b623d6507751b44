import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

struct ConcurrencyTests {
  @Test func `two stores on one file see each other's batches`() throws {
    let folder = try TemporaryFolder()
    let first = try SampleSurvey.store(in: folder)
    let second = try SurveyStore(path: folder.file("sipas.sqlite"))
    try first.commit(SampleSurvey.file(SampleSurvey.table(count: 2)))
    #expect(try second.allResponses().count == 2)
    try second.commit(SampleSurvey.file(SampleSurvey.table(count: 3, firstID: 9), sha256: "bb"))
    #expect(try first.allResponses().count == 5)
  }

  @Test func `a store that another program is writing to can be read but not written`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 2)))
    try store.close()
    let patient = try SurveyStore(path: path, layout: Migration.all.count, busySeconds: 0.1)
    let other = try DatabaseQueue(path: path)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(try patient.allResponses().count == 2)
      #expect(throws: StoreError.locked(path: path)) {
        try patient.commit(SampleSurvey.file(SampleSurvey.table(count: 1), sha256: "bb"))
      }
      #expect(throws: StoreError.locked(path: path)) {
        try SurveyStore(path: path, layout: Migration.all.count, busySeconds: 0.1)
      }
      try database.execute(sql: "ROLLBACK")
    }
    try patient.commit(SampleSurvey.file(SampleSurvey.table(count: 1), sha256: "bb"))
    #expect(try patient.allResponses().count == 3)
  }

  /// SQLite refuses the change to WAL at once, without its usual patience.
  @Test func `a new store waits while another program makes the same one`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    let other = try DatabaseQueue(path: path)
    let isLocked = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      try? other.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        isLocked.signal()
        Thread.sleep(forTimeInterval: 0.3)
        try database.execute(sql: "ROLLBACK")
      }
    }
    isLocked.wait()
    let store = try SurveyStore(path: path)
    let mode = try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
  }

  @Test func `many programs may make and fill the same new store at once`() async throws {
    let folder = try TemporaryFolder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let store = try SampleSurvey.store(in: folder)
          try store.commit(
            SampleSurvey.file(
              SampleSurvey.table(count: 1000, firstID: number * 1000), sha256: "sha\(number)"))
        }
      }
      try await group.waitForAll()
    }
    let store = try SampleSurvey.store(in: folder)
    #expect(try store.batches().count == 8)
    #expect(try store.allResponses().count == 8000)
  }
}
