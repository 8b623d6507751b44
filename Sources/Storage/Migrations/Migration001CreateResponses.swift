internal import GRDB

extension Migration {
  /// What came in: surveys, batches, their responses by column, rejects, findings, audit log.
  static let createResponses = Migration(number: 1) { database in
    try database.execute(
      sql: """
        CREATE TABLE survey (
          id TEXT PRIMARY KEY NOT NULL,
          year INTEGER NOT NULL,
          title_vi TEXT,
          title_en TEXT,
          questionnaire_id TEXT NOT NULL,
          questionnaire_version TEXT NOT NULL,
          definition_sha256 TEXT NOT NULL,
          -- Grows whenever the responses or the definition change.
          generation INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE batch (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          survey_id TEXT NOT NULL REFERENCES survey (id),
          file TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          byte_count INTEGER NOT NULL,
          read_count INTEGER NOT NULL,
          accepted_count INTEGER NOT NULL,
          rejected_count INTEGER NOT NULL,
          duplicate_count INTEGER NOT NULL,
          encoding TEXT,
          delimiter TEXT,
          has_byte_order_mark INTEGER,
          composed_text INTEGER,
          imported_at TEXT NOT NULL,
          imported_by TEXT NOT NULL,
          undone_at TEXT,
          undone_by TEXT,
          CHECK (read_count = accepted_count + rejected_count + duplicate_count),
          CHECK ((undone_at IS NULL) = (undone_by IS NULL))
        ) STRICT;

        -- The same bytes count once per survey; an undone batch may be imported again.
        CREATE UNIQUE INDEX batch_live_file ON batch (survey_id, sha256) WHERE undone_at IS NULL;

        -- Code lists as they were at an import, each once, however many batches used it.
        CREATE TABLE code_list (
          id INTEGER PRIMARY KEY,
          -- JSON array: the code at position 1, 2, ...
          codes TEXT NOT NULL UNIQUE CHECK (json_valid(codes))
        ) STRICT;

        CREATE TABLE batch_column (
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          column_number INTEGER NOT NULL,
          field_id TEXT NOT NULL,
          form TEXT NOT NULL CHECK (form IN ('coded8', 'coded16', 'integer', 'datetime', 'number',
            'date', 'text', 'personal')),
          code_list_id INTEGER REFERENCES code_list (id),
          PRIMARY KEY (batch_id, column_number),
          UNIQUE (batch_id, field_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE response_chunk (
          batch_id INTEGER NOT NULL,
          column_number INTEGER NOT NULL,
          chunk_number INTEGER NOT NULL,
          row_count INTEGER NOT NULL CHECK (row_count BETWEEN 1 AND 65536),
          bytes BLOB NOT NULL,
          PRIMARY KEY (batch_id, column_number, chunk_number),
          FOREIGN KEY (batch_id, column_number) REFERENCES batch_column (batch_id, column_number)
        ) STRICT;

        CREATE TABLE text_chunk (
          batch_id INTEGER NOT NULL,
          column_number INTEGER NOT NULL,
          chunk_number INTEGER NOT NULL,
          text_count INTEGER NOT NULL CHECK (text_count BETWEEN 1 AND 65536),
          bytes BLOB NOT NULL,
          PRIMARY KEY (batch_id, column_number, chunk_number),
          FOREIGN KEY (batch_id, column_number) REFERENCES batch_column (batch_id, column_number)
        ) STRICT;

        CREATE TABLE interview_id_chunk (
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          chunk_number INTEGER NOT NULL,
          row_count INTEGER NOT NULL CHECK (row_count BETWEEN 1 AND 65536),
          bytes BLOB NOT NULL,
          PRIMARY KEY (batch_id, chunk_number)
        ) STRICT;

        CREATE TABLE reject (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          kind TEXT NOT NULL CHECK (kind IN ('rejected', 'duplicate')),
          line INTEGER NOT NULL,
          interview_id TEXT,
          raw_text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX reject_of_batch ON reject (batch_id);

        CREATE TABLE finding_code (
          id TEXT PRIMARY KEY NOT NULL,
          severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'notice')),
          meaning_vi TEXT,
          meaning_en TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE finding (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          -- The row it is a reason for; NULL for findings about the file or an accepted row.
          reject_id INTEGER REFERENCES reject (id),
          code TEXT NOT NULL REFERENCES finding_code (id),
          file TEXT,
          line INTEGER,
          column_number INTEGER,
          subject TEXT,
          message_vi TEXT, message_en TEXT,
          found_vi TEXT, found_en TEXT,
          expected_vi TEXT, expected_en TEXT,
          remedy_vi TEXT, remedy_en TEXT
        ) STRICT;
        CREATE INDEX finding_of_batch ON finding (batch_id);
        CREATE INDEX finding_of_reject ON finding (reject_id);

        -- One row per reason, for people who read the file with another tool.
        CREATE VIEW reject_reason AS
          SELECT batch.survey_id, reject.batch_id, batch.file, reject.kind, reject.line,
            finding.column_number, reject.interview_id, finding.code, finding.subject,
            finding.message_vi, finding.message_en, reject.raw_text
          FROM reject
          JOIN batch ON batch.id = reject.batch_id
          LEFT JOIN finding ON finding.reject_id = reject.id
          ORDER BY reject.id, finding.id;

        CREATE TABLE audit_log (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          who TEXT NOT NULL,
          action TEXT NOT NULL,
          survey_id TEXT,
          batch_id INTEGER,
          note_vi TEXT,
          note_en TEXT
        ) STRICT;
        """)
  }
}
