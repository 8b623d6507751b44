internal import DelimitedText
package import SurveyModel

/// Every figure of a back-check, one row each: `subject` is `total`, `field` or `group`; shares are
/// 0...1.
package func backCheckFiguresCSV(_ check: BackCheck) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "subject", "id", "measure", "count", "total", "value", "low", "high",
  ])
  func add(_ subject: String, _ id: String, _ measure: String, _ cells: [CSVWriter.Cell]) {
    writer.append([.text(subject), .label(id), .text(measure)] + cells)
  }
  func rate(_ rate: BackCheck.Rate) -> [CSVWriter.Cell] {
    [
      .value(rate.count), .value(rate.total), .value(rate.share), .value(rate.low),
      .value(rate.high),
    ]
  }
  func value(_ value: Double?) -> [CSVWriter.Cell] {
    [.empty, .empty, .value(value), .empty, .empty]
  }
  func count(_ count: Int) -> [CSVWriter.Cell] { [.value(count), .empty, .empty, .empty, .empty] }
  add("total", "", "interviews", count(check.interviews))
  add("total", "", "added", count(check.added))
  add("total", "", "facts_same", rate(check.same(opinions: false)))
  add("total", "", "opinions_same", rate(check.same(opinions: true)))
  for field in check.fields {
    add("field", field.field, "same", rate(field.same))
    if let near = field.withinOneStep { add("field", field.field, "within_one_step", rate(near)) }
    add("field", field.field, "answered_once", count(field.answeredOnce))
    if let kappa = field.kappa { add("field", field.field, "kappa", value(kappa)) }
    if let kappa = field.weightedKappa {
      add("field", field.field, "weighted_kappa", value(kappa))
    }
    if let difference = field.difference {
      add(
        "field", field.field, "mean_difference",
        [
          .empty, .value(difference.pairs), .value(difference.mean), .value(difference.low),
          .value(difference.high),
        ])
    }
    if let gained = field.gained { add("field", field.field, "gained", count(gained)) }
    if let lost = field.lost { add("field", field.field, "lost", count(lost)) }
    if let p = field.pValue { add("field", field.field, "mcnemar_p", value(p)) }
  }
  for group in check.groups {
    let id = group.level.map { $0.terms.map(\.code).joined(separator: "; ") } ?? ""
    add("group", id, "interviews", count(group.interviews))
    for (name, test) in [("facts", group.facts), ("opinions", group.opinions)] {
      add("group", id, "\(name)_interviews", rate(test.interviews))
      add("group", id, "\(name)_answers", rate(test.answers))
      if let p = test.pValue { add("group", id, "\(name)_p", value(p)) }
      add("group", id, "\(name)_flagged", count(test.isFlagged ? 1 : 0))
    }
  }
  return writer.bytes
}

/// Every answer that differs, then every interview that was not compared, one row each.
///
/// `kind` is `difference`, or the reason: `unknown`, `excluded`, `not-asked-again`, `not-returned`
/// or `rejected`; `random` is 0 for interviews that count in no rate.
package func backCheckDifferencesCSV(_ check: BackCheck, showsIDs: Bool) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "kind", "interview_id", "field", "first", "second", "random", "place",
  ])
  func id(_ interview: String) -> CSVWriter.Cell { .label(showsIDs ? interview : "***") }
  for difference in check.differences {
    writer.append([
      .text("difference"), id(difference.interview), .text(difference.field),
      .label(difference.first.cell), .label(difference.second.cell),
      .value(difference.isRandom ? 1 : 0), .label(difference.place.description),
    ])
  }
  for interview in check.uncompared {
    writer.append([
      .text(interview.reason.rawValue), id(interview.interview), .empty, .empty, .empty, .empty,
      .label(interview.place?.description),
    ])
  }
  return writer.bytes
}
