internal import GRDB

extension Migration {
  /// More about weights and estimates, and what is derived from them (of 2026-11-21).
  ///
  /// That is the change since an earlier survey, ranks, decompositions, and the joint covariance of
  /// the whole population.
  static let createAnalysis = Migration(number: 3) { database in
    try database.execute(
      sql: """
        -- NULL in steps stored before this layout.
        ALTER TABLE weight_step ADD COLUMN maximum_relative_error_before REAL;
        ALTER TABLE weight_step ADD COLUMN smallest_ratio REAL;
        ALTER TABLE weight_step ADD COLUMN largest_ratio REAL;
        ALTER TABLE weight_step ADD COLUMN limited_count INTEGER;

        -- 0 for a linearised variance, the only one there was before.
        ALTER TABLE estimate_set ADD COLUMN replicate_count INTEGER NOT NULL DEFAULT 0;

        ALTER TABLE estimate ADD COLUMN design_effect_without_replacement REAL;
        ALTER TABLE estimate ADD COLUMN effective_respondents REAL;
        ALTER TABLE estimate ADD COLUMN flag_reason TEXT;
        -- The rules there were before each made a flag of its own.
        UPDATE estimate SET flag_reason = CASE
          WHEN flag = 'suppressed' THEN 'few-respondents'
          WHEN flag = 'no-data' THEN 'no-answers'
          WHEN standard_error IS NULL THEN 'no-standard-error'
          ELSE 'no-variation' END
        WHERE flag IS NOT NULL;

        -- A check cannot be changed in place: one more kind of result.
        CREATE TABLE result_003 (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          kind TEXT NOT NULL CHECK (kind IN ('weights', 'estimates', 'targets', 'analysis')),
          generation INTEGER NOT NULL,
          PRIMARY KEY (survey_id, kind)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO result_003 SELECT survey_id, kind, generation FROM result;
        DROP TABLE result;
        ALTER TABLE result_003 RENAME TO result;

        CREATE TABLE change_set (
          survey_id TEXT PRIMARY KEY NOT NULL REFERENCES survey (id),
          earlier_survey TEXT NOT NULL,
          earlier_year INTEGER NOT NULL,
          shares_clusters INTEGER NOT NULL CHECK (shares_clusters IN (0, 1)),
          common_psu_count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE change_estimate (
          survey_id TEXT NOT NULL REFERENCES change_set (survey_id),
          change_number INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('item', 'factor', 'overall')),
          measure_id TEXT NOT NULL,
          domain TEXT NOT NULL CHECK (json_valid(domain)),
          value_now REAL NOT NULL,
          value_before REAL NOT NULL,
          difference REAL NOT NULL,
          standard_error REAL,
          independent_standard_error REAL,
          lower REAL,
          upper REAL,
          degrees_of_freedom REAL,
          p_value_raised REAL,
          p_value_changed REAL,
          smallest_detectable REAL,
          flag TEXT CHECK (flag IN ('suppressed', 'unreliable', 'no-data')),
          flag_reason TEXT,
          PRIMARY KEY (survey_id, change_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ranking (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          ranking_number INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('item', 'factor', 'overall')),
          measure_id TEXT NOT NULL,
          -- JSON array of the domain variables.
          variables TEXT NOT NULL CHECK (json_valid(variables)),
          level REAL NOT NULL,
          PRIMARY KEY (survey_id, ranking_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ranked_unit (
          survey_id TEXT NOT NULL,
          ranking_number INTEGER NOT NULL,
          unit_number INTEGER NOT NULL,
          \(estimateColumns),
          -- NULL where the unit has no figure that may be ranked; so are the next four.
          rank INTEGER,
          best_rank INTEGER,
          worst_rank INTEGER,
          -- JSON array of numbers.
          groups TEXT CHECK (groups IS NULL OR json_valid(groups)),
          difference_from_whole REAL,
          standard_error_of_difference REAL,
          adjusted_p_value REAL,
          PRIMARY KEY (survey_id, ranking_number, unit_number),
          FOREIGN KEY (survey_id, ranking_number) REFERENCES ranking (survey_id, ranking_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE decomposition (
          survey_id TEXT NOT NULL REFERENCES survey (id),
          decomposition_number INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('item', 'factor', 'overall')),
          measure_id TEXT NOT NULL,
          -- Of a distance: the target and its threshold; of a change: NULL and the earlier survey.
          target_id TEXT,
          threshold REAL,
          earlier_survey TEXT,
          variables TEXT NOT NULL CHECK (json_valid(variables)),
          whole REAL NOT NULL,
          standard_error REAL,
          -- 1 for those that go with the change since the earlier survey.
          is_of_change INTEGER NOT NULL CHECK (is_of_change IN (0, 1)),
          CHECK ((target_id IS NULL) = (threshold IS NULL)),
          CHECK ((target_id IS NULL) <> (earlier_survey IS NULL)),
          PRIMARY KEY (survey_id, decomposition_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE decomposition_part (
          survey_id TEXT NOT NULL,
          decomposition_number INTEGER NOT NULL,
          part_number INTEGER NOT NULL,
          -- An item, a domain, or neither: respondents outside all domains.
          item_id TEXT,
          domain TEXT CHECK (domain IS NULL OR json_valid(domain)),
          effect TEXT NOT NULL CHECK (effect IN ('distance', 'satisfaction', 'composition')),
          figure REAL,
          share REAL,
          contribution REAL NOT NULL,
          standard_error REAL,
          degrees_of_freedom INTEGER,
          half_width REAL,
          flag TEXT CHECK (flag IN ('suppressed', 'unreliable', 'no-data')),
          flag_reason TEXT,
          CHECK (item_id IS NULL OR domain IS NULL),
          PRIMARY KEY (survey_id, decomposition_number, part_number),
          FOREIGN KEY (survey_id, decomposition_number)
            REFERENCES decomposition (survey_id, decomposition_number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE joint_set (
          survey_id TEXT PRIMARY KEY NOT NULL REFERENCES survey (id),
          degrees_of_freedom INTEGER NOT NULL,
          -- By rows, one row and column per joint_estimate: little-endian doubles, NaN where it
          -- cannot be estimated.
          covariance BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE joint_estimate (
          survey_id TEXT NOT NULL REFERENCES joint_set (survey_id),
          estimate_number INTEGER NOT NULL,
          \(estimateColumns),
          PRIMARY KEY (survey_id, estimate_number)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// An estimate as the tables of this layout hold it (see ``EstimateRow``).
  private static let estimateColumns = """
    kind TEXT NOT NULL CHECK (kind IN ('item', 'factor', 'overall')),
    measure_id TEXT NOT NULL,
    domain TEXT NOT NULL CHECK (json_valid(domain)),
    value REAL,
    standard_error REAL,
    lower REAL,
    upper REAL,
    interval_method TEXT NOT NULL,
    degrees_of_freedom INTEGER NOT NULL,
    design_effect REAL,
    design_effect_without_replacement REAL,
    effective_respondents REAL,
    respondents INTEGER NOT NULL,
    flag TEXT CHECK (flag IN ('suppressed', 'unreliable', 'no-data')),
    flag_reason TEXT,
    is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1))
    """
}
