internal import GRDB
internal import SurveyModel

extension SurveyStore {
  /// Takes the ids of erased interviews out of decisions, findings and the audit log, which stay.
  func forget(_ ids: Set<String>, _ survey: String, _ database: Database) throws {
    let ofSurvey = "decision_id IN (SELECT id FROM decision WHERE survey_id = ?)"
    for id in ids.sorted() {
      try database.execute(
        sql: """
          UPDATE excluded_interview SET interview_id = NULL WHERE interview_id = ? AND \(ofSurvey)
          """, arguments: [id, survey])
      try database.execute(
        sql: """
          UPDATE correction SET interview_id = NULL, old_answer = NULL, new_answer = NULL,
            reason = NULL WHERE interview_id = ? AND \(ofSurvey)
          """, arguments: [id, survey])
      // Findings name an interview in quotation marks.
      for column in [
        "message_vi", "message_en", "found_vi", "found_en", "expected_vi", "expected_en",
        "remedy_vi", "remedy_en",
      ] {
        try database.execute(
          sql: """
            UPDATE finding SET \(column) = replace(\(column), ?1, ?2)
            WHERE instr(\(column), ?1) > 0
              AND batch_id IN (SELECT id FROM batch WHERE survey_id = ?3)
            """, arguments: ["“\(id)”", "“\(erasedMark)”", survey])
      }
    }
    for (table, column) in [
      ("decision", "reason"), ("decision", "withdrawn_reason"), ("audit_log", "note_vi"),
      ("audit_log", "note_en"), ("figure_entry", "source"), ("figure_entry", "reason"),
      ("figure_entry", "withdrawn_reason"), ("judgement", "reason"),
      ("judgement", "withdrawn_reason"),
    ] {
      try forget(ids, inColumn: column, of: table, database)
    }
    try forgetInCorrections(ids, database)
  }

  private func forget(
    _ ids: Set<String>, inColumn column: String, of table: String, _ database: Database
  ) throws {
    let rows = try StoredRow.fetchAll(
      database, sql: "SELECT id, \(column) AS text FROM \(table) WHERE \(column) IS NOT NULL")
    for row in rows {
      let text: String = try row["text"]
      let left = withoutNames(ids, in: text)
      guard left != text else { continue }
      try database.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?",
        arguments: [left, try row["id"] as Int64])
    }
  }

  private func forgetInCorrections(_ ids: Set<String>, _ database: Database) throws {
    for column in ["reason", "withdrawn_reason"] {
      let rows = try StoredRow.fetchAll(
        database,
        sql: """
          SELECT decision_id, entry_number, \(column) AS text FROM correction
          WHERE \(column) IS NOT NULL
          """)
      for row in rows {
        let text: String = try row["text"]
        let left = withoutNames(ids, in: text)
        guard left != text else { continue }
        try database.execute(
          sql: "UPDATE correction SET \(column) = ? WHERE decision_id = ? AND entry_number = ?",
          arguments: [left, try row["decision_id"] as Int64, try row["entry_number"] as Int64])
      }
    }
  }
}

/// Stands where an erased id stood.
let erasedMark = "[đã xóa]"

/// `text` with every word that is one of the ids replaced; an id within a longer word stays.
package func withoutNames(_ ids: Set<String>, in text: String) -> String {
  var left = text
  for id in ids.sorted(by: { $0.utf8.count > $1.utf8.count }) where !id.isEmpty {
    var result = ""
    var rest = left[...]
    while let found = rest.firstRange(of: id) {
      let isWhole =
        left[..<found.lowerBound].last.map(isPartOfWord) != true
        && left[found.upperBound...].first.map(isPartOfWord) != true
      result += rest[..<found.lowerBound]
      result += isWhole ? erasedMark : id
      rest = rest[found.upperBound...]
    }
    left = result + rest
  }
  return left
}

private func isPartOfWord(_ character: Character) -> Bool {
  character.isLetter || character.isNumber
}
