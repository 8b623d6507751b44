internal import DelimitedText
package import SurveyModel

/// Every difference of two entries, then every form that could not be compared, one row each.
///
/// `kind` is `difference`, `only-first`, `only-second`, `rejected-first` or `rejected-second`;
/// answers are codes, left out with `hidden` = 1 for personal fields and free text.
package func entryComparisonCSV(_ comparison: EntryComparison, showsIDs: Bool) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "kind", "interview_id", "field", "first", "second", "hidden", "first_place", "second_place",
  ])
  func id(_ interview: String) -> CSVWriter.Cell { .label(showsIDs ? interview : "***") }
  for difference in comparison.differences {
    writer.append([
      .text("difference"), id(difference.interview), .text(difference.field),
      shown(difference.first, difference), shown(difference.second, difference),
      .value(difference.isHidden ? 1 : 0), .label(difference.firstPlace.description),
      .label(difference.secondPlace.description),
    ])
  }
  for form in comparison.first.unmatched {
    writer.append([
      .text(form.isRejectedThere ? "rejected-second" : "only-first"), id(form.interview), .empty,
      .empty, .empty, .empty, .label(form.place.description), .empty,
    ])
  }
  for form in comparison.second.unmatched {
    writer.append([
      .text(form.isRejectedThere ? "rejected-first" : "only-second"), id(form.interview), .empty,
      .empty, .empty, .empty, .empty, .label(form.place.description),
    ])
  }
  return writer.bytes
}

/// The differences as a log of corrections.
///
/// The new answer and the reason are blank for the person who looks at the paper form. A log with a
/// blank reason is refused as a whole, so one that nobody filled in cannot blank answers. Personal
/// fields and free text are left out.
package func entryCorrectionLog(_ comparison: EntryComparison) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "interview_id", "field", "old", "new", "reason", "first", "second", "first_place",
    "second_place",
  ])
  for difference in comparison.differences where !difference.isHidden {
    writer.append([
      .text(difference.interview), .text(difference.field), code(difference.first), .empty, .empty,
      code(difference.first), code(difference.second), .label(difference.firstPlace.description),
      .label(difference.secondPlace.description),
    ])
  }
  return writer.bytes
}

private func shown(
  _ answer: RecordedAnswer, _ difference: EntryComparison.Difference
) -> CSVWriter.Cell {
  difference.isHidden ? .empty : code(answer)
}

/// Codes are the questionnaire's own and must read back as they are: no guard against formulas.
private func code(_ answer: RecordedAnswer) -> CSVWriter.Cell {
  answer.cell.isEmpty ? .empty : .number(answer.cell)
}
