package import SurveyModel

/// What an import would do, for other programs.
///
/// - Parameters:
///   - readings: What would become of each file, in the order read.
///   - survey: The survey's id.
///   - findings: What the import would print: reasons of rejected rows, notices, refusals.
/// - Returns: UTF-8 JSON. `stored` compares a file with the store, `read_before` with the same file
///   and those before it; `total` counts the files that would become a batch.
package func importTrialJSON(
  _ readings: [FileReading], survey: String, findings: [Finding]
) -> [UInt8] {
  let total = ImportTrialTotal(readings)
  return JSONValue.object([
    "dry_run": .bool(true), "survey": .string(survey),
    "files": .array(readings.map(json)),
    "total": .object([
      "counts": json(total.counts), "stored": json(total.repeated, new: total.counts.accepted),
      "batches": .integer(total.batches), "already_imported": .integer(total.alreadyImported),
      "refused": .integer(total.refused),
    ]),
    "findings": .array(findings.map(jsonFinding)),
  ]).bytes()
}

private func json(_ reading: FileReading) -> JSONValue {
  .object([
    "file": .string(reading.file), "sha256": .string(reading.sha256),
    "outcome": .string(reading.outcome.rawValue), "batch": .integer(reading.batch.map(Int.init)),
    "changed_since_batch": .integer(reading.changedSince.map(Int.init)),
    "dialect": json(reading.dialect), "header": json(reading.header),
    "counts": json(reading.counts),
    "unread_texts": .array(
      reading.unreadTexts.map {
        .object([
          "text": .string($0.text), "cells": .integer($0.cells),
          "fields": .array($0.fields.map { .string($0) }), "looks_blank": .bool($0.looksBlank),
        ])
      }),
    "stored": reading.outcome == .batch
      ? json(reading.repeated, new: reading.counts.accepted) : .null,
    "read_before": reading.outcome == .batch
      ? .object([
        "same": .integer(reading.repeated.sameAsRead),
        "changed": .integer(reading.repeated.changedFromRead),
      ]) : .null,
    "findings": .array(reading.findings.map(jsonFinding)),
  ])
}

private func json(_ dialect: FileDialect?) -> JSONValue {
  guard let dialect else { return .null }
  let format =
    dialect.isWorkbook
    ? "xlsx"
    : dialect.isSubmissions ? "submissions" : dialect.isStatistical ? "statistical" : "text"
  return .object([
    "format": .string(format), "encoding": .string(dialect.encoding),
    "delimiter": format == "text" ? .string(dialect.delimiter) : .null,
    "byte_order_mark": .bool(dialect.hasByteOrderMark),
  ])
}

private func json(_ header: HeaderMapping?) -> JSONValue {
  guard let header else { return .null }
  return .object([
    "sheet": .string(header.sheet),
    "columns": .array(
      header.columns.map {
        .object([
          "position": .integer($0.position), "header": .string($0.header),
          "field": .string($0.field), "match": .string($0.match.rawValue),
          "offers": .array($0.offers.map { .string($0) }),
        ])
      }),
    "fields_without_column": .array(header.missingFields.map { .string($0) }),
  ])
}

private func json(_ counts: ImportCounts) -> JSONValue {
  .object([
    "read": .integer(counts.read), "accepted": .integer(counts.accepted),
    "rejected": .integer(counts.rejected), "duplicate": .integer(counts.duplicate),
  ])
}

private func json(_ repeated: RepeatedInterviews, new: Int) -> JSONValue {
  .object([
    "new": .integer(new), "same": .integer(repeated.sameAsStored),
    "changed": .integer(repeated.changedFromStored),
    "changed_ids": .array(repeated.changedIDs.map { .string($0) }),
    "changed_fields": .array(
      repeated.changedFields.map {
        .object(["field": .string($0.field), "interviews": .integer($0.count)])
      }),
  ])
}
