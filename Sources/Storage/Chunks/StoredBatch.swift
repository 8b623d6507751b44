internal import GRDB
internal import SurveyModel

/// A column of one batch as it was stored.
struct StoredColumn {
  var number: Int64
  var form: ColumnForm
  /// Texts that are pseudonyms of a personal variable.
  var isPseudonym: Bool
  /// The code at position 1, 2, … as the list was then; empty for columns that are not coded.
  var codes: [String]
}

/// A live batch with what its columns hold.
struct StoredBatch {
  var id: Int64
  var file: String
  var rowCount: Int
  var columns: [String: StoredColumn]

  /// The live batches of a survey in the order they came in; the columns of `fields` only.
  static func live(
    _ database: Database, survey: String, fields: Set<String>
  ) throws -> [StoredBatch] {
    let rows = try StoredRow.fetchAll(
      database,
      sql: """
        SELECT id, file, accepted_count - erased_accepted_count AS row_count,
          (SELECT count(*) FROM interview_id_chunk WHERE batch_id = batch.id) AS chunk_count
        FROM batch
        WHERE survey_id = ? AND undone_at IS NULL ORDER BY id
        """, arguments: [survey])
    var lists: [Int64: [String]] = [:]
    return try rows.map { row in
      let id: Int64 = try row["id"]
      let count = try row.count("row_count")
      // Memory is taken for this many rows: in a damaged file the number may be anything.
      guard count <= (try row.count("chunk_count")) * ChunkTable.capacity else {
        throw UnknownChoice(column: "accepted_count")
      }
      return StoredBatch(
        id: id, file: try row["file"], rowCount: count,
        columns: try columns(database, batch: id, fields: fields, &lists))
    }
  }

  private static func columns(
    _ database: Database, batch: Int64, fields: Set<String>, _ lists: inout [Int64: [String]]
  ) throws -> [String: StoredColumn] {
    let rows = try StoredRow.fetchAll(
      database,
      sql: """
        SELECT column_number, field_id, form, is_pseudonym, code_list_id FROM batch_column
        WHERE batch_id = ?
        """, arguments: [batch])
    var columns: [String: StoredColumn] = [:]
    for row in rows {
      let field: String = try row["field_id"]
      guard fields.contains(field) else { continue }
      let list: Int64? = try row[optional: "code_list_id"]
      columns[field] = StoredColumn(
        number: try row["column_number"], form: try row.choice("form"),
        isPseudonym: try row["is_pseudonym"] as Int64 == 1,
        codes: try list.map { try codes(database, list: $0, &lists) } ?? [])
    }
    return columns
  }

  /// The codes of a stored list, each list read once.
  private static func codes(
    _ database: Database, list: Int64, _ lists: inout [Int64: [String]]
  ) throws -> [String] {
    if let known = lists[list] { return known }
    guard
      let row = try StoredRow.fetchOne(
        database, sql: "SELECT codes FROM code_list WHERE id = ?", arguments: [list])
    else { throw UnknownChoice(column: "code_list_id") }
    let codes = try JSONText.decode([String].self, try row["codes"])
    lists[list] = codes
    return codes
  }
}
