import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

@Suite struct WideTableTests {
  private let table = WideTable(
    columns: [
      WideTable.Column(name: "mã \"phiếu\"", type: .text, label: LocalizedText(vi: "Mã phiếu")),
      WideTable.Column(
        name: "A1", type: .integer, label: LocalizedText(vi: "Chỗ ngồi", en: "Seats"),
        labels: [
          (.integer(5), LocalizedText(vi: "Rất hài lòng"), "answer"),
          (.integer(-1), LocalizedText(vi: "Không được hỏi", en: "Not asked"), "not-asked"),
        ]),
    ], rowCount: 3
  ) { row, column in
    column == 0 ? .text("P\(row)") : row == 0 ? .null : row == 1 ? .integer(5) : .integer(-1)
  }

  @Test func `interviews, columns and labels are plain tables`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/wide.sqlite"
    try table.write(to: path)
    // Once more: a file that is there is replaced.
    try table.write(to: path)
    let queue = try DatabaseQueue(path: path)
    try queue.read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM interviews")
      #expect(rows.map { $0["mã \"phiếu\""] } == ["P0", "P1", "P2"])
      #expect(rows.map { $0["A1"] as Int? } == [nil, 5, -1])
      #expect(
        try String.fetchAll(
          database, sql: "SELECT meaning FROM labels WHERE name = 'A1' ORDER BY value")
          == ["not-asked", "answer"])
      #expect(
        try String.fetchOne(database, sql: "SELECT label_en FROM columns WHERE name = 'A1'")
          == "Seats")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["wide.sqlite"])
  }

  @Test func `a folder that is not there is said`() {
    #expect(throws: StoreError.self) { try table.write(to: "/nowhere/wide.sqlite") }
  }
}
