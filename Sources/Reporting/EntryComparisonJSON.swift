package import SurveyModel

/// Two entries of the same forms for other programs.
///
/// - Parameters:
///   - comparison: What is written.
///   - survey: The survey's id.
///   - showsIDs: False where the interview id is personal.
///   - findings: Reasons of rows left out, and what was not compared.
/// - Returns: UTF-8 JSON; `null` stands for hidden answers, an empty text for a blank.
package func entryComparisonJSON(
  _ comparison: EntryComparison, survey: String, showsIDs: Bool, findings: [Finding]
) -> [UInt8] {
  func id(_ interview: String) -> JSONValue { showsIDs ? .string(interview) : .null }
  func answer(_ answer: RecordedAnswer, _ difference: EntryComparison.Difference) -> JSONValue {
    difference.isHidden ? .null : .string(answer.cell)
  }
  func file(_ file: EntryComparison.File) -> JSONValue {
    .object([
      "file": .string(file.name), "sha256": .string(file.sha256),
      "read": .integer(file.counts.read), "accepted": .integer(file.counts.accepted),
      "rejected": .integer(file.counts.rejected), "duplicate": .integer(file.counts.duplicate),
      "unmatched": .array(
        file.unmatched.map {
          .object([
            "interview": id($0.interview), "place": .string($0.place.description),
            "rejected_in_other": .bool($0.isRejectedThere),
          ])
        }),
    ])
  }
  return JSONValue.object([
    "survey": .string(survey), "first": file(comparison.first), "second": file(comparison.second),
    "forms": .integer(comparison.forms), "identical_forms": .integer(comparison.identicalForms),
    "overall": .object(members(comparison.overall)),
    "fields": .array(
      comparison.fields.map { field in
        .object(
          members(field.agreement).merging(["field": .string(field.field)]) { first, _ in first })
      }),
    "differences": .array(
      comparison.differences.map {
        .object([
          "interview": id($0.interview), "field": .string($0.field),
          "first": answer($0.first, $0), "second": answer($0.second, $0),
          "hidden": .bool($0.isHidden), "first_place": .string($0.firstPlace.description),
          "second_place": .string($0.secondPlace.description),
        ])
      }),
    "findings": .array(findings.map(jsonFinding)),
  ]).bytes()
}

private func members(_ agreement: EntryComparison.Agreement) -> [String: JSONValue] {
  [
    "cells": .integer(agreement.cells), "differing": .integer(agreement.differing),
    "keystrokes": .integer(agreement.keystrokes), "rate": .number(agreement.rate),
    "per_thousand_keystrokes": .number(agreement.perThousandKeystrokes),
  ]
}
