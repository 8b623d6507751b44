internal import GRDB

/// One numbered step of the store's layout; `PRAGMA user_version` holds the last one applied.
///
/// A migration that has been released is never changed: a new layout is a new migration.
struct Migration: Sendable {
  let number: Int
  let apply: @Sendable (Database) throws -> Void

  /// Every migration, in order, numbered from 1 without a gap.
  static let all: [Migration] = [
    createResponses, createResults, createAnalysis, createDecisions, createPseudonyms,
    createFigures,
  ]

  /// Applies those that `database` does not have yet; the caller holds the transaction.
  static func apply(to database: Database, upTo last: Int) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    for migration in all where migration.number > version && migration.number <= last {
      try migration.apply(database)
      try database.execute(sql: "PRAGMA user_version = \(migration.number)")
    }
  }
}
