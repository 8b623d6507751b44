package import SurveyModel

/// A back-check for other programs; for staff.
///
/// - Parameters:
///   - check: What is written; shares are 0...1.
///   - survey: The survey's id.
///   - showsIDs: False where the interview id is personal.
///   - findings: What is to be said of the file.
/// - Returns: UTF-8 JSON.
package func backCheckJSON(
  _ check: BackCheck, survey: String, showsIDs: Bool, findings: [Finding]
) -> [UInt8] {
  func id(_ interview: String) -> JSONValue { showsIDs ? .string(interview) : .null }
  return JSONValue.object([
    "survey": .string(survey),
    "file": .object([
      "file": .string(check.file), "sha256": .string(check.sha256),
      "read": .integer(check.counts.read), "accepted": .integer(check.counts.accepted),
      "rejected": .integer(check.counts.rejected), "duplicate": .integer(check.counts.duplicate),
    ]),
    "interviews": .integer(check.interviews), "added": .integer(check.added),
    "facts_same": rate(check.same(opinions: false)),
    "opinions_same": rate(check.same(opinions: true)),
    "fields": .array(check.fields.map(field)),
    "group_variables": .array(check.groupVariables.map { .string($0) }),
    "groups": .array(
      check.groups.map { group in
        .object([
          "codes": group.level.map { .array($0.terms.map { .string($0.code) }) } ?? .null,
          "interviews": .integer(group.interviews), "facts": test(group.facts),
          "opinions": test(group.opinions),
        ])
      }),
    "differing": .integer(check.differing),
    "differences": .array(
      check.differences.map {
        .object([
          "interview": id($0.interview), "field": .string($0.field),
          "first": .string($0.first.cell), "second": .string($0.second.cell),
          "random": .bool($0.isRandom), "place": .string($0.place.description),
        ])
      }),
    "uncompared": .array(
      check.uncompared.map {
        .object([
          "interview": id($0.interview), "reason": .string($0.reason.rawValue),
          "place": .string($0.place?.description),
        ])
      }),
    "findings": .array(findings.map(jsonFinding)),
  ]).bytes()
}

private func rate(_ rate: BackCheck.Rate) -> JSONValue {
  .object([
    "count": .integer(rate.count), "total": .integer(rate.total), "share": .number(rate.share),
    "low": .number(rate.low), "high": .number(rate.high),
  ])
}

private func field(_ field: BackCheck.FieldResult) -> JSONValue {
  .object([
    "field": .string(field.field), "kind": .string(field.isOpinion ? "opinion" : "fact"),
    "same": rate(field.same), "within_one_step": field.withinOneStep.map(rate) ?? .null,
    "answered_once": .integer(field.answeredOnce), "kappa": .number(field.kappa),
    "weighted_kappa": .number(field.weightedKappa),
    "mean_difference": field.difference.map {
      .object([
        "pairs": .integer($0.pairs), "mean": .number($0.mean), "low": .number($0.low),
        "high": .number($0.high),
      ])
    } ?? .null,
    "gained": .integer(field.gained), "lost": .integer(field.lost),
    "mcnemar_p": .number(field.pValue),
  ])
}

private func test(_ test: BackCheck.GroupTest) -> JSONValue {
  .object([
    "interviews": rate(test.interviews), "answers": rate(test.answers),
    "p": .number(test.pValue), "flagged": .bool(test.isFlagged),
  ])
}
