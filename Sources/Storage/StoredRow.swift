internal import GRDB

/// A row that is not trusted: in a damaged file a column may hold anything.
///
/// GRDB's subscript ends the program on a value of another type; these throw.
struct StoredRow {
  private let row: Row

  init(_ row: Row) { self.row = row }

  subscript<Value: DatabaseValueConvertible>(column: String) -> Value {
    get throws { try row.decode(Value.self, forColumn: column) }
  }

  subscript<Value: DatabaseValueConvertible>(optional column: String) -> Value? {
    get throws { try row.decode(Value?.self, forColumn: column) }
  }

  /// The value of an enumeration that is written by its raw value.
  func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
    let text: String = try self[column]
    guard let choice = Choice(rawValue: text) else { throw UnknownChoice(column: column) }
    return choice
  }

  func choice<Choice: RawRepresentable<String>>(optional column: String) throws -> Choice? {
    guard let text: String = try self[optional: column] else { return nil }
    guard let choice = Choice(rawValue: text) else { throw UnknownChoice(column: column) }
    return choice
  }

  /// A count, which is never negative.
  func count(_ column: String) throws -> Int {
    let count: Int = try self[column]
    guard count >= 0 else { throw UnknownChoice(column: column) }
    return count
  }
}

/// A column holds a value that the program never writes.
struct UnknownChoice: Error {
  var column: String
}

extension StoredRow {
  static func fetchAll(
    _ database: Database, sql: String, arguments: StatementArguments = []
  ) throws -> [StoredRow] {
    try Row.fetchAll(database, sql: sql, arguments: arguments).map(StoredRow.init)
  }

  static func fetchOne(
    _ database: Database, sql: String, arguments: StatementArguments = []
  ) throws -> StoredRow? {
    try Row.fetchOne(database, sql: sql, arguments: arguments).map(StoredRow.init)
  }
}
