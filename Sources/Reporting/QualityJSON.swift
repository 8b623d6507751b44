package import SurveyModel

/// What the checks found, for other programs: with ids and codes of interviewers, so for staff.
package func qualityJSON(_ report: QualityReport, survey: String) -> [UInt8] {
  var members = qualityMembers(report)
  members["survey"] = .string(survey)
  members["flags"] = .array(
    report.flags.map { flag in
      .object([
        "code": .string(flag.code.id), "severity": .string(flag.code.severity.rawValue),
        "subject": .string(flag.subject.rawValue), "id": .string(flag.id),
        "interviewer": .string(flag.interviewer), "unit": .string(flag.unit),
        "found": text(flag.found), "expected": text(flag.expected), "remedy": text(flag.remedy),
      ])
    })
  members["interviewers"] = .array(report.interviewers.map(group))
  members["units"] = .array(report.units.map(group))
  return JSONValue.object(members).bytes()
}

/// `quality` of `results.json`: counts only, no interview and no interviewer.
func jsonQuality(_ report: QualityReport?) -> JSONValue {
  report.map { .object(qualityMembers($0)) } ?? .null
}

private func qualityMembers(_ report: QualityReport) -> [String: JSONValue] {
  [
    "interviews": .integer(report.interviews),
    "flagged_interviews": .integer(report.flaggedInterviews),
    "unit": .string(report.unitVariable),
    "checks": .array(
      report.checks.map { check in
        .object([
          "code": .string(check.code.id), "subject": .string(check.subject.rawValue),
          "status": .string(check.status.rawValue),
          "flagged": check.status == .checked ? .integer(check.flagged) : .null,
          "note": text(check.note),
        ])
      }),
    "matches": report.matches.map { matches in
      .object([
        "interviews": .integer(matches.interviews), "near_twins": .integer(matches.nearTwins),
        "exact_twins": .integer(matches.exactTwins),
      ])
    } ?? .null,
    "same_answers": .array(
      report.sameAnswers.map { share in
        .object([
          "answer": .string(share.answer), "observed": .number(share.observed),
          "expected": .number(share.expected),
        ])
      }),
    "rejects": .array(
      report.rejects.map { reject in
        .object([
          "file": .string(reject.file), "code": .string(reject.code.id),
          "rows": .integer(reject.rows),
        ])
      }),
  ]
}

private func text(_ text: LocalizedText) -> JSONValue {
  .object(["vi": .string(text.vi), "en": .string(text.en)])
}

private func group(_ group: QualityGroup) -> JSONValue {
  .object([
    "code": .string(group.code), "label": group.label.isEmpty ? .null : text(group.label),
    "interviews": .integer(group.interviews),
    "flagged_interviews": .integer(group.flaggedInterviews),
    "satisfied": .number(group.satisfied), "missing": .number(group.missing),
    "little_varied": .number(group.littleVaried),
    "median_duration": .number(group.medianDuration), "issued": .number(group.issued),
    "returned": .number(group.returned), "planned": .number(group.planned),
    "flags": .array(group.flags.map { .string($0.id) }),
  ])
}
