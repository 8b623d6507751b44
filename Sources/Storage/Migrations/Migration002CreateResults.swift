internal import GRDB

extension Migration {
  /// What was derived from the responses: weights by step, estimates, targets.
  static let createResults = Migration(number: 2) { database in
    try database.execute(
      sql: """
        -- Which generation of the responses each kind of result was made from.
        CREATE TABLE result (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          kind TEXT NOT NULL CHECK (kind IN ('weights', 'estimates', 'targets')),
          generation INTEGER NOT NULL,
          PRIMARY KEY (survey_id, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE weight_step (
          id INTEGER PRIMARY KEY,
          survey_id TEXT NOT NULL REFERENCES survey (id),
          step_number INTEGER NOT NULL,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          row_count INTEGER NOT NULL,
          sum REAL NOT NULL,
          minimum REAL NOT NULL,
          maximum REAL NOT NULL,
          kish_design_effect REAL NOT NULL,
          effective_count REAL NOT NULL,
          iterations INTEGER NOT NULL,
          maximum_relative_error REAL NOT NULL,
          UNIQUE (survey_id, step_number),
          UNIQUE (survey_id, name)
        ) STRICT;

        CREATE TABLE weight_chunk (
          step_id INTEGER NOT NULL REFERENCES weight_step (id),
          chunk_number INTEGER NOT NULL,
          row_count INTEGER NOT NULL CHECK (row_count BETWEEN 1 AND 65536),
          bytes BLOB NOT NULL,
          PRIMARY KEY (step_id, chunk_number)
        ) STRICT;

        CREATE TABLE estimate_set (
          survey_id TEXT PRIMARY KEY NOT NULL REFERENCES survey (id),
          variance TEXT NOT NULL,
          single_psu_rule TEXT NOT NULL,
          -- JSON array of names.
          single_psu_strata TEXT NOT NULL CHECK (json_valid(single_psu_strata)),
          strata_count INTEGER NOT NULL,
          psu_count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE estimate (
          survey_id TEXT NOT NULL REFERENCES estimate_set (survey_id),
          estimate_number INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('item', 'factor', 'overall')),
          measure_id TEXT NOT NULL,
          -- JSON array of {"variable": ..., "code": ...}; [] is the whole population.
          domain TEXT NOT NULL CHECK (json_valid(domain)),
          value REAL,
          standard_error REAL,
          lower REAL,
          upper REAL,
          interval_method TEXT NOT NULL,
          degrees_of_freedom INTEGER NOT NULL,
          design_effect REAL,
          respondents INTEGER NOT NULL,
          flag TEXT CHECK (flag IN ('suppressed', 'unreliable', 'no-data')),
          is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
          PRIMARY KEY (survey_id, estimate_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE target (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          target_number INTEGER NOT NULL,
          target_id TEXT NOT NULL,
          measure TEXT NOT NULL,
          kind TEXT NOT NULL,
          baseline REAL,
          threshold REAL,
          estimate REAL,
          standard_error REAL,
          difference REAL,
          verdict TEXT NOT NULL CHECK (verdict IN ('met', 'not-met', 'no-data')),
          confidence TEXT CHECK (confidence IN ('certain', 'uncertain')),
          -- JSON object: everything the program knows of the target and how it was judged.
          facts TEXT NOT NULL CHECK (json_valid(facts)),
          PRIMARY KEY (survey_id, target_number)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
