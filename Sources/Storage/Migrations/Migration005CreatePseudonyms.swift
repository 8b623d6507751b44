internal import GRDB

extension Migration {
  /// Pseudonyms of personal variables, and which key they were made with (of 2026-11-21).
  static let createPseudonyms = Migration(number: 5) { database in
    try database.execute(
      sql: """
        -- 1 where the texts are pseudonyms of a personal variable.
        ALTER TABLE batch_column ADD COLUMN is_pseudonym INTEGER NOT NULL DEFAULT 0
          CHECK (is_pseudonym = 0 OR (is_pseudonym = 1 AND form = 'text'));

        -- The key itself is never in the store.
        CREATE TABLE pseudonym_key (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          -- HMAC-SHA-256 of a fixed text under the key.
          fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32)
        ) STRICT;
        """)
  }
}
