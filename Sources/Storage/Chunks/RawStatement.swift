internal import GRDB
internal import GRDBSQLite

/// A prepared statement driven through SQLite's C interface, inside a transaction of GRDB's.
///
/// Chunks are bound and read where they lie, without the copies that statement arguments and rows
/// make.
struct RawStatement: ~Copyable {
  private let connection: OpaquePointer
  private let statement: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    var statement: OpaquePointer?
    let result = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard result == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    self.connection = connection
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  /// Binds the parameters from the first on; clears those of the run before.
  func start(_ integers: [Int64]) throws {
    sqlite3_reset(statement)
    for (index, value) in integers.enumerated() {
      try check(sqlite3_bind_int64(statement, Int32(index + 1), value))
    }
  }

  /// Runs the statement with `bytes` as the parameter after those already bound.
  func run(with bytes: UnsafeRawBufferPointer, at parameter: Int) throws {
    try check(
      sqlite3_bind_blob64(
        statement, Int32(parameter), bytes.baseAddress, sqlite3_uint64(bytes.count), nil))
    _ = try step()
    sqlite3_reset(statement)
    // The bytes were bound without a copy and may be gone when this returns.
    sqlite3_bind_null(statement, Int32(parameter))
  }

  /// Moves to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result:
      let message = String(cString: sqlite3_errmsg(connection))
      sqlite3_reset(statement)
      throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message)
    }
  }

  func reset() { sqlite3_reset(statement) }

  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

  /// The BLOB of a column of the current row, valid until the next step or reset.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    // In this order: asking for the BLOB may convert the value and change its length.
    let start = sqlite3_column_blob(statement, Int32(column))
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  private func check(_ result: Int32) throws {
    guard result != SQLITE_OK else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: result),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
