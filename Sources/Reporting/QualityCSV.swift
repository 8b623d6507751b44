internal import DelimitedText
package import SurveyModel

/// Makes `quality.csv`, one row for each flag, in the order of the listing; for staff.
package func qualityCSV(_ report: QualityReport, language: Language) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true, hasByteOrderMark: true)
  writer.append(texts: [
    "code", "severity", "subject", "id", "interviewer", "unit", "meaning", "found", "expected",
    "remedy",
  ])
  for flag in report.flags {
    writer.append([
      .text(flag.code.id), .text(flag.code.severity.rawValue), .text(flag.subject.rawValue),
      .label(flag.id), .label(flag.interviewer), .label(flag.unit),
      .label(flag.code.meaning.text(in: language)), .label(flag.found.text(in: language)),
      .label(flag.expected.text(in: language)), .label(flag.remedy.text(in: language)),
    ])
  }
  return writer.bytes
}

/// Makes `quality-interviewers.csv` or `quality-units.csv`: one row for each, shares in percent.
package func qualityGroupsCSV(_ groups: [QualityGroup], language: Language) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true, hasByteOrderMark: true)
  writer.append(texts: [
    "code", "label", "interviews", "flagged_interviews", "satisfied", "missing", "little_varied",
    "median_duration", "issued", "returned", "planned", "flags",
  ])
  for group in groups {
    writer.append([
      .label(group.code), .label(group.label.text(in: language)), .value(group.interviews),
      .value(group.flaggedInterviews), .value(group.satisfied), .value(group.missing),
      .value(group.littleVaried), .value(group.medianDuration), .value(group.issued),
      .value(group.returned), .value(group.planned), .list(group.flags.map(\.id)),
    ])
  }
  return writer.bytes
}
