internal import GRDB
internal import Glibc
package import SurveyModel

/// A plain table for other programs: one row per interview, one column per field.
package struct WideTable {
  package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
  }

  package struct Column: Sendable {
    package var name: String
    /// `INTEGER`, `REAL` or `TEXT`.
    package var type: ColumnType
    package var label: LocalizedText
    /// What its values mean: the text of the value, its label, and `answer`, `missing` or
    /// `not-asked`.
    package var labels: [(value: Value, label: LocalizedText, meaning: String)]

    package init(
      name: String, type: ColumnType, label: LocalizedText,
      labels: [(value: Value, label: LocalizedText, meaning: String)] = []
    ) {
      self.name = name
      self.type = type
      self.label = label
      self.labels = labels
    }
  }

  package enum ColumnType: String, Sendable {
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  package var columns: [Column]
  package var rowCount: Int
  package var value: (_ row: Int, _ column: Int) -> Value

  package init(
    columns: [Column], rowCount: Int, value: @escaping (_ row: Int, _ column: Int) -> Value
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.value = value
  }

  /// Writes a new SQLite database with the tables `interviews` (the rows), `columns` (name and label
  /// of each column) and `labels` (what its values mean).
  ///
  /// A file at `path` is replaced once the new one is whole.
  package func write(to path: String) throws(StoreError) {
    let beside = path + ".tmp-\(getpid())"
    defer {
      for suffix in ["", "-journal", "-wal", "-shm"] { unlink(beside + suffix) }
    }
    unlink(beside)
    do {
      let queue = try DatabaseQueue(path: beside)
      try queue.write { database in
        try createTables(database)
        try insertRows(database)
      }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
    guard rename(beside, path) == 0 else { throw StoreFile(path: path).fault(errno) }
  }

  private func createTables(_ database: Database) throws {
    // Not GRDB's quoting, which leaves quotation marks in a name as they are.
    let definitions = columns.map { column in
      let name = column.name.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      return "\"\(name)\" \(column.type.rawValue)"
    }
    try database.execute(sql: "CREATE TABLE interviews (\(definitions.joined(separator: ", ")))")
    try database.execute(
      sql: """
        CREATE TABLE columns (number INTEGER PRIMARY KEY, name TEXT, label_vi TEXT, label_en TEXT);
        CREATE TABLE labels (
          name TEXT, value, label_vi TEXT, label_en TEXT, meaning TEXT, PRIMARY KEY (name, value));
        """)
    for (number, column) in columns.enumerated() {
      try database.execute(
        sql: "INSERT INTO columns VALUES (?, ?, ?, ?)",
        arguments: [
          number + 1, column.name, column.label.text(in: .vi), column.label.text(in: .en),
        ])
      for (value, label, meaning) in column.labels {
        try database.execute(
          sql: "INSERT OR IGNORE INTO labels VALUES (?, ?, ?, ?, ?)",
          arguments: [
            column.name, value.stored, label.text(in: .vi), label.text(in: .en), meaning,
          ])
      }
    }
  }

  private func insertRows(_ database: Database) throws {
    let marks = [String](repeating: "?", count: columns.count).joined(separator: ", ")
    let statement = try database.makeStatement(sql: "INSERT INTO interviews VALUES (\(marks))")
    for row in 0..<rowCount {
      let values = columns.indices.map { value(row, $0).stored }
      statement.setUncheckedArguments(StatementArguments(values))
      try statement.execute()
    }
  }
}

extension WideTable.Value {
  fileprivate var stored: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let value): value.databaseValue
    }
  }
}
