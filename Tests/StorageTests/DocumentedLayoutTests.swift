import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

/// `docs/store.md` is right about the file it describes.
struct DocumentedLayoutTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/store.md").standardized

  private func page() throws -> String { try String(contentsOf: Self.page, encoding: .utf8) }

  @Test func `the query in the documentation counts the answers of an item`() throws {
    let page = try page()
    let opening = try #require(page.range(of: "```sql\n"))
    let closing = try #require(page.range(of: "```", range: opening.upperBound..<page.endIndex))
    let query = String(page[opening.upperBound..<closing.lowerBound])

    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    // 8 values in turn: blank, codes 1 to 5, the missing code 9, not asked. 65,544 = 8 × 8,193.
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 65_544)))
    let undone = try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 80, firstID: 900_000), sha256: "bb"))
    _ = try store.undo(batch: undone.id, at: "t", by: "lan")
    try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 3, firstID: 800_000), sha256: "cc"))
    try store.close()

    let outside = try DatabaseQueue(path: folder.file("sipas.sqlite"))
    let rows = try outside.read { try Row.fetchAll($0, sql: query) }
    let counts = try Dictionary(
      uniqueKeysWithValues: rows.map {
        (try #require($0["code"] as String?), $0["interviews"] as Int)
      })
    #expect(
      counts == [
        "blank": 8194, "1": 8194, "2": 8194, "3": 8193, "4": 8193, "5": 8193, "9": 8193,
        "not asked": 8193,
      ])
  }

  @Test func `the documentation names every table and view`() throws {
    let page = try page()
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let names = try store.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
            AND name NOT LIKE 'sqlite_%'
          """)
    }
    #expect(names.count > 10)
    for name in names { #expect(page.contains("`\(name)`"), "\(name)") }
    #expect(page.contains("now \(Migration.all.count);"))
    #expect(page.contains("\(StoreFile.applicationID) "))
  }

  @Test func `the view of reject reasons has a row per reason`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 0), rejects: RejectTests.rows))
    let rows = try store.read { try Row.fetchAll($0, sql: "SELECT * FROM reject_reason") }
    #expect(rows.map { $0["line"] as Int } == [1148, 1148, 1149])
    #expect(rows.map { $0["column_number"] as Int? } == [14, nil, nil])
    #expect(rows.first?["message_vi"] as String? == "giá trị không có trong danh sách mã của A1")
    #expect(rows.last?["kind"] as String? == "duplicate")
  }
}
