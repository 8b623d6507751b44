package import SurveyModel

/// The plan with the figures on record in the place of those of its file.
///
/// A recorded value of a year that the file gives as a baseline becomes the baseline too; an awaited
/// baseline of the survey becomes one of its own, with its source.
///
/// - Parameters:
///   - entries: Of this plan; those that do not hold do nothing.
///   - plan: As in its file.
/// - Returns: The plan to judge by, and where the two disagree.
package func merge(
  _ entries: [FigureEntry], into plan: Plan
) -> (plan: Plan, findings: [Finding]) {
  var plan = plan
  var findings: [Finding] = []
  let file = SourceLocation(file: plan.file)
  for entry in entries where entry.holds {
    guard let index = plan.figures.firstIndex(where: { $0.id == entry.figure }) else {
      // Those of reporting forms are known only where the survey names the forms.
      if !entry.figure.hasPrefix(ReportingForms.figurePrefix) {
        findings.append(.orphaned(entry, at: file))
      }
      continue
    }
    let figure = plan.figures[index]
    if figure.id.hasPrefix(Plan.baselinePrefix), figure.askedYears.contains(entry.year),
      let target = plan.targets.first(where: { plan.baselineID(of: $0) == figure.id }),
      let measure = target.measure
    {
      plan.baselines.append(
        Baseline(
          year: entry.year, source: entry.source, status: "entered",
          values: [
            BaselineValue(measure: measure.name, domain: target.domain, value: entry.value)
          ]))
    }
    for baseline in plan.baselines.indices where plan.baselines[baseline].year == entry.year {
      for value in plan.baselines[baseline].values
      where value.measure == "figure:\(figure.id)" && value.domain.isEmpty
        && value.value != entry.value
      {
        findings.append(
          .planDiffers(
            figure, year: entry.year, written: value.value, entered: entry.value, at: file))
      }
      // What is recorded stands at the figure itself, with its own source.
      plan.baselines[baseline].values.removeAll {
        $0.measure == "figure:\(figure.id)" && $0.domain.isEmpty
      }
    }
    if let written = figure.values.first(where: { $0.year == entry.year }),
      written.value != entry.value
    {
      findings.append(
        .planDiffers(
          figure, year: entry.year, written: written.value, entered: entry.value, at: file))
    }
    var values = figure.values.filter { $0.year != entry.year }
    values.append((year: entry.year, value: entry.value, source: entry.source))
    plan.figures[index].values = values.sorted { $0.year < $1.year }
  }
  return (plan, findings)
}

extension Finding {
  fileprivate static func orphaned(_ entry: FigureEntry, at place: SourceLocation) -> Finding {
    Finding(
      FigureCodes.orphaned, at: place,
      message: LocalizedText(
        vi: "kế hoạch không còn số liệu \(entry.figure) (đã nhập, số \(entry.number))",
        en: "the plan no longer has the figure \(entry.figure) (entered, number \(entry.number))"),
      remedy: LocalizedText(
        vi: "rút bằng `sipas figures withdraw`, rồi nhập lại cho mã mới nếu mã đã đổi",
        en: "withdraw it with `sipas figures withdraw`; enter it again where the id has changed"),
      subject: entry.figure)
  }
}
