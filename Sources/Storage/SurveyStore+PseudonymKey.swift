internal import Foundation
internal import GRDB

extension SurveyStore {
  /// Checks that the store's pseudonyms, if it has any, were made with this key.
  ///
  /// Two keys give one person two pseudonyms, and nobody could tell. Once the last batch with
  /// pseudonyms is undone another key may be used.
  ///
  /// - Parameter fingerprint: What tells the key from others, 32 bytes.
  /// - Throws: ``StoreError/otherKey(path:)``.
  package func check(keyFingerprint fingerprint: [UInt8]) throws(StoreError) {
    try read { database in try self.check(keyFingerprint: fingerprint, database) }
  }

  private func check(keyFingerprint fingerprint: [UInt8], _ database: Database) throws {
    let known = try Data.fetchOne(database, sql: "SELECT fingerprint FROM pseudonym_key")
    guard let known, [UInt8](known) != fingerprint else { return }
    let isUsed = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM batch_column WHERE is_pseudonym = 1)")
    if isUsed ?? false { throw StoreError.otherKey(path: path) }
  }

  /// Notes the key of the pseudonyms that are about to be written, in the same transaction.
  func note(keyFingerprint fingerprint: [UInt8], _ database: Database) throws {
    try check(keyFingerprint: fingerprint, database)
    try database.execute(
      sql: """
        INSERT INTO pseudonym_key (id, fingerprint) VALUES (1, ?)
        ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint
        """, arguments: [Data(fingerprint)])
  }
}
