internal import GRDB
internal import SurveyModel

/// Findings as rows: complete, so that they can be shown again in either language.
enum StoredFindings {
  static func insert(_ file: ImportedFile, batch: Int64, into database: Database) throws {
    var known: Set<String> = []
    for finding in file.findings {
      try insert(finding, batch: batch, reject: nil, &known, database)
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO reject (batch_id, kind, line, interview_id, raw_text) VALUES (?, ?, ?, ?, ?)
        """)
    for row in file.rejects {
      try statement.execute(
        arguments: [
          batch, row.kind.rawValue, row.line, row.interviewID.map(showNulls),
          showNulls(row.rawText),
        ])
      let reject = database.lastInsertedRowID
      for finding in row.findings {
        try insert(finding, batch: batch, reject: reject, &known, database)
      }
    }
  }

  private static func insert(
    _ finding: Finding, batch: Int64, reject: Int64?, _ known: inout Set<String>,
    _ database: Database
  ) throws {
    let code = finding.code
    if known.insert(code.id).inserted {
      try database.execute(
        sql: """
          INSERT INTO finding_code (id, severity, meaning_vi, meaning_en) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET severity = excluded.severity,
            meaning_vi = excluded.meaning_vi, meaning_en = excluded.meaning_en
          """,
        arguments: [code.id, code.severity.rawValue, code.meaning.vi, code.meaning.en])
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO finding (batch_id, reject_id, code, file, line, column_number, subject,
          message_vi, message_en, found_vi, found_en, expected_vi, expected_en, remedy_vi,
          remedy_en)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      batch, reject, code.id, finding.place?.file, finding.place?.line, finding.place?.column,
      finding.subject, finding.message.vi.map(showNulls), finding.message.en.map(showNulls),
      finding.found?.vi.map(showNulls), finding.found?.en.map(showNulls), finding.expected?.vi,
      finding.expected?.en, finding.remedy.vi,
      finding.remedy.en,
    ])
  }

  /// A text of SQLite ends at the first NUL for most programs; a damaged row may hold some.
  private static func showNulls(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(text.unicodeScalars.map { $0 == "\0" ? "␀" : Character($0) })
  }

  /// The SQL that ``finding(_:)`` reads; a condition and an order follow it.
  static let select = """
    SELECT finding.*, finding_code.severity, finding_code.meaning_vi, finding_code.meaning_en
    FROM finding JOIN finding_code ON finding_code.id = finding.code
    JOIN batch ON batch.id = finding.batch_id
    """

  static func finding(_ row: StoredRow) throws -> Finding {
    let code = FindingCode(
      try row["code"], try row.choice("severity"), vi: try row[optional: "meaning_vi"] ?? "",
      en: try row[optional: "meaning_en"] ?? "")
    let file: String? = try row[optional: "file"]
    return Finding(
      code,
      at: try file.map {
        SourceLocation(
          file: $0, line: try row[optional: "line"], column: try row[optional: "column_number"])
      },
      message: try text(row, "message_vi", "message_en") ?? LocalizedText(),
      found: try text(row, "found_vi", "found_en"),
      expected: try text(row, "expected_vi", "expected_en"),
      remedy: try text(row, "remedy_vi", "remedy_en") ?? LocalizedText(),
      subject: try row[optional: "subject"])
  }

  private static func text(
    _ row: StoredRow, _ vi: String, _ en: String
  ) throws -> LocalizedText? {
    let text = LocalizedText(vi: try row[optional: vi], en: try row[optional: en])
    return text.isEmpty ? nil : text
  }
}
