internal import SurveyModel

extension RowBuilder {
  /// The year that the row is judged by; `nil` where the target has none.
  var statusYear: Int? {
    guard let years = target.thresholdYears else { return input.year }
    return years.last { $0 <= input.year } ?? years.first
  }

  func status(
    _ judged: TargetResult?, _ year: Int?, _ figures: [YearFigure]
  ) -> RegisterStatus {
    guard let judged, let year else { return .noThreshold }
    if year > input.year { return .ahead }
    // A year's verdict may rest on a baseline or an earlier survey beside the estimates.
    let verdict =
      figures.first { $0.year == year }.map { registerYear($0).verdict } ?? judged.verdict
    switch verdict {
    case .met?: return .met
    case .notMet?: return .notMet
    case .noData?, nil: break
    }
    switch judged.noDataReason {
    case .figureMissing?: return .missing
    case .judgementMissing?: return .unjudged
    case .baselineMissing?: return isFigure ? .missing : .noThreshold
    case .noValueForYear?: return .noThreshold
    case .noEstimate?, .suppressed?, .rankOfEstimate?, nil: return .notMeasured
    }
  }

  private var isFigure: Bool {
    if case .figure = target.measure { true } else { false }
  }

  func nextStep(
    _ status: RegisterStatus, _ year: Int?, _ judged: TargetResult?
  ) -> NextStep? {
    switch status {
    case .met: return nil
    case .unjudged: return .judge(year: year ?? input.year)
    case .missing:
      guard case .figure(let id) = target.measure else { return task }
      var missing = year ?? input.year
      if case .baselineMissing(_, let baselineYear)? = judged?.noDataReason {
        missing = baselineYear
      }
      let label = input.plan.figures.first { $0.id == id }?.label ?? LocalizedText()
      return .enterFigure(id: id, label: label, year: missing)
    case .notMet, .notMeasured, .ahead, .noThreshold: return task
    }
  }

  /// The first task of the plan for the lead agency, else for nobody by name, else any.
  private var task: NextStep? {
    let found =
      target.tasks.first { task in task.agency.map(target.lead.contains) ?? false }
      ?? target.tasks.first { $0.agency == nil } ?? target.tasks.first
    return found.map { .task(agency: $0.agency ?? target.lead.first, text: $0.text) }
  }
}
