internal import GRDB

extension Migration {
  /// Figures and judgements that offices put on record for the targets of plans (of 2026-11-21).
  static let createFigures = Migration(number: 6) { database in
    try database.execute(
      sql: """
        -- A plan is known by its id alone: figures are entered before there is a survey, too.
        CREATE TABLE figure_entry (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          plan_id TEXT NOT NULL,
          figure_id TEXT NOT NULL,
          year INTEGER NOT NULL,
          value REAL NOT NULL,
          source TEXT NOT NULL,
          at TEXT NOT NULL,
          who TEXT NOT NULL,
          -- The file it was imported from.
          file TEXT,
          -- Why it takes the place of another entry, and which.
          reason TEXT,
          replaces_id INTEGER REFERENCES figure_entry (id),
          -- When another took its place.
          replaced_at TEXT,
          withdrawn_at TEXT,
          withdrawn_by TEXT,
          withdrawn_reason TEXT,
          CHECK ((replaces_id IS NULL) = (reason IS NULL)),
          CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
            AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
        ) STRICT;
        -- One value holds for a figure and year.
        CREATE UNIQUE INDEX held_figure_entry ON figure_entry (plan_id, figure_id, year)
          WHERE replaced_at IS NULL AND withdrawn_at IS NULL;

        CREATE TABLE judgement (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          plan_id TEXT NOT NULL,
          target_id TEXT NOT NULL,
          year INTEGER NOT NULL,
          is_met INTEGER NOT NULL CHECK (is_met IN (0, 1)),
          reason TEXT NOT NULL,
          at TEXT NOT NULL,
          who TEXT NOT NULL,
          replaces_id INTEGER REFERENCES judgement (id),
          replaced_at TEXT,
          withdrawn_at TEXT,
          withdrawn_by TEXT,
          withdrawn_reason TEXT,
          CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
            AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX held_judgement ON judgement (plan_id, target_id, year)
          WHERE replaced_at IS NULL AND withdrawn_at IS NULL;
        """)
  }
}
