internal import GRDB

extension Migration {
  /// Decisions over stored answers, and what is left of erased interviews (of 2026-11-21).
  static let createDecisions = Migration(number: 4) { database in
    try database.execute(
      sql: """
        -- Of the counts beside them, rows erased since, or left out at import because the interview
        -- had been erased before.
        ALTER TABLE batch ADD COLUMN erased_accepted_count INTEGER NOT NULL DEFAULT 0
          CHECK (erased_accepted_count BETWEEN 0 AND accepted_count);
        ALTER TABLE batch ADD COLUMN erased_rejected_count INTEGER NOT NULL DEFAULT 0
          CHECK (erased_rejected_count BETWEEN 0 AND rejected_count);
        ALTER TABLE batch ADD COLUMN erased_duplicate_count INTEGER NOT NULL DEFAULT 0
          CHECK (erased_duplicate_count BETWEEN 0 AND duplicate_count);

        CREATE TABLE decision (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          survey_id TEXT NOT NULL REFERENCES survey (id),
          kind TEXT NOT NULL CHECK (kind IN ('exclusion', 'correction', 'erasure')),
          at TEXT NOT NULL,
          who TEXT NOT NULL,
          reason TEXT NOT NULL,
          -- Code of the quality rule that named the interviews.
          rule TEXT,
          -- The file that listed them.
          source TEXT,
          -- The batch all of whose interviews were named.
          batch_id INTEGER REFERENCES batch (id),
          interview_count INTEGER NOT NULL,
          withdrawn_at TEXT,
          withdrawn_by TEXT,
          withdrawn_reason TEXT,
          CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
            AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
          CHECK (kind <> 'erasure' OR withdrawn_at IS NULL)
        ) STRICT;
        CREATE INDEX decision_of_survey ON decision (survey_id);

        CREATE TABLE excluded_interview (
          decision_id INTEGER NOT NULL REFERENCES decision (id),
          entry_number INTEGER NOT NULL,
          -- NULL once the interview is erased.
          interview_id TEXT,
          PRIMARY KEY (decision_id, entry_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE correction (
          decision_id INTEGER NOT NULL REFERENCES decision (id),
          entry_number INTEGER NOT NULL,
          -- NULL once the interview is erased; then the answers and the reason are too.
          interview_id TEXT,
          field_id TEXT NOT NULL,
          -- '' for blank, NULL for not asked.
          old_answer TEXT,
          new_answer TEXT,
          -- 1 for free text.
          is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
          -- NULL where the decision says it for all.
          reason TEXT,
          who TEXT,
          at TEXT,
          -- 1 where another correction of the decision made the question asked or not asked.
          is_consequence INTEGER NOT NULL CHECK (is_consequence IN (0, 1)),
          withdrawn_at TEXT,
          withdrawn_by TEXT,
          withdrawn_reason TEXT,
          PRIMARY KEY (decision_id, entry_number)
        ) STRICT, WITHOUT ROWID;

        -- Made with the first erasure.
        CREATE TABLE erasure_key (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          bytes BLOB NOT NULL CHECK (length(bytes) = 32)
        ) STRICT;

        -- Recognises an erased interview in a file that is imported again.
        CREATE TABLE erased_interview (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          -- SHA-256 of the key, the survey's id, a zero byte and the interview's id.
          digest BLOB NOT NULL CHECK (length(digest) = 32),
          decision_id INTEGER NOT NULL REFERENCES decision (id),
          PRIMARY KEY (survey_id, digest)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
