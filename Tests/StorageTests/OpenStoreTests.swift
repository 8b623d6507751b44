import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

struct OpenStoreTests {
  private func expectUntouched(_ path: String, _ body: () throws -> Void) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    try body()
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `an empty file becomes a store with the latest layout`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    try Data().write(to: URL(filePath: path))
    try SurveyStore(path: path).close()
    let outside = try DatabaseQueue(path: path)
    let (version, owner, mode) = try outside.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version"),
        try Int.fetchOne(database, sql: "PRAGMA application_id"),
        try String.fetchOne(database, sql: "PRAGMA journal_mode")
      )
    }
    #expect(version == Migration.all.count)
    #expect(owner == 0x5349_5041)
    #expect(mode == "wal")
  }

  @Test func `every table is strict and migrations are numbered without a gap`() throws {
    let folder = try TemporaryFolder()
    let store = try SurveyStore(path: folder.file("s.sqlite"))
    let loose = try store.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%STRICT%'
          """)
    }
    #expect(loose == [])
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
  }

  @Test func `a store of the first layout opens with every response it had`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    let table = SampleSurvey.table(count: 100)
    let old = try SurveyStore(path: path, layout: 1, busySeconds: 1)
    try old.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d")
    try old.commit(SampleSurvey.file(table))
    try old.close()
    let store = try SurveyStore(path: path)
    #expect(isSame(try store.allResponses(), table))
    #expect(try store.weights(survey: SampleSurvey.id).isEmpty)
  }

  @Test func `a new store can be read by its owner alone`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1)))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["sipas.sqlite", "sipas.sqlite-shm", "sipas.sqlite-wal"])
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    try store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sipas.sqlite"])
  }

  @Test(arguments: [
    "id;A1\nR-1;5\n", "x", "SQLite format 3", String(repeating: "a", count: 70_000),
  ])
  func `a text file is refused as a store and left as it is`(content: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("responses.csv")
    try Data(content.utf8).write(to: URL(filePath: path))
    try expectUntouched(path) {
      #expect(throws: StoreError.notAStore(path: path, .notSQLite)) { try SurveyStore(path: path) }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["responses.csv"])
  }

  @Test func `a SQLite database of another program is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("other.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try other.close()
    try expectUntouched(path) {
      #expect(throws: StoreError.notAStore(path: path, .otherDatabase)) {
        try SurveyStore(path: path)
      }
    }
  }

  @Test func `a store of a newer version is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    try SurveyStore(path: path).close()
    let outside = try DatabaseQueue(path: path)
    try outside.write { try $0.execute(sql: "PRAGMA user_version = 999") }
    try outside.close()
    try expectUntouched(path) {
      #expect(
        throws: StoreError.newerVersion(path: path, found: 999, known: Migration.all.count)
      ) { try SurveyStore(path: path) }
    }
  }

  @Test func `a folder, a missing folder and a place without permission are told apart`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.notAStore(path: folder.path, .folder)) {
      try SurveyStore(path: folder.path)
    }
    let missing = folder.file("nowhere/s.sqlite")
    #expect(throws: StoreError.folderMissing(path: missing)) { try SurveyStore(path: missing) }
    // Nobody may make files in /proc/sys, whoever they are.
    let forbidden = "/proc/sys/kernel/s.sqlite"
    #expect(throws: StoreError.cannotWrite(path: forbidden)) { try SurveyStore(path: forbidden) }
  }

  @Test func `a damaged store is reported as damaged`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 50_000)))
    try store.close()
    var bytes = try Data(contentsOf: URL(filePath: path))
    for index in 16_384..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: URL(filePath: path))
    let error = #expect(throws: StoreError.self) {
      try SurveyStore(path: path).allResponses()
    }
    #expect(error?.finding.code == StorageFindingCode.corrupted)
  }

  @Test func `chunks that do not fit their batch are reported as damage`() throws {
    let damages = [
      "UPDATE response_chunk SET bytes = CAST(substr(bytes, 2) AS BLOB) WHERE column_number = 0",
      "UPDATE response_chunk SET bytes = zeroblob(11) WHERE column_number = 1",
      "UPDATE response_chunk SET bytes = x'F0F0F0F0F0F0F0F0F0F0' WHERE column_number = 0",
      "UPDATE response_chunk SET bytes = CAST(x'FFFFFF7F' || substr(bytes, 5) AS BLOB) WHERE column_number = 6",
      "DELETE FROM response_chunk WHERE column_number = 4",
      "DELETE FROM interview_id_chunk",
      "UPDATE interview_id_chunk SET bytes = CAST(x'FFFFFFFF' || substr(bytes, 5) AS BLOB)",
      "UPDATE text_chunk SET bytes = CAST(substr(bytes, 1, 3) AS BLOB)",
    ]
    for damage in damages {
      let folder = try TemporaryFolder()
      let store = try SampleSurvey.store(in: folder)
      try store.commit(SampleSurvey.file(SampleSurvey.table(count: 10)))
      try store.write { try $0.execute(sql: damage) }
      let error = #expect(throws: StoreError.self, "\(damage)") { try store.allResponses() }
      #expect(error?.finding.code == StorageFindingCode.corrupted, "\(damage)")
    }
  }
}
