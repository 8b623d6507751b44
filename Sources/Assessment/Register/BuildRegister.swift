package import SurveyModel

/// Puts together the register of a plan: every target over the years.
///
/// A year's result is, in this order: the estimate of the year's survey; the earlier survey's figure
/// as the comparison of surveys has it; an entered figure; a baseline of the plan; a judgement. The
/// verdict of every year follows the rule of ``assess(plan:surveyYear:index:estimates:change:judgements:)``.
///
/// The status is that of the latest year with a threshold at or before the year under review; a
/// target whose first year is still to come is ahead. A target that stands in every year is looked
/// at in the year under review.
///
/// A deadline has passed when its day lies before `day`: on the day itself nothing is overdue. Met
/// targets never are.
///
/// - Parameter input: Plan, surveys, judgements, year and day.
/// - Returns: One row per target, in the order of the plan.
/// - Complexity: Linear in the targets times their years, and in the estimates for each of them.
package func attainmentRegister(_ input: RegisterInput) -> AttainmentRegister {
  let rows = input.plan.targets.map { RowBuilder(target: $0, input: input).row() }
  let years = Set(
    rows.flatMap { row in row.years.map(\.year) + [row.baseline?.year].compactMap { $0 } })
  return AttainmentRegister(
    plan: input.plan.id, title: input.plan.title, year: input.year, day: input.day,
    years: years.sorted(), areas: input.plan.areas, rows: rows,
    points: pointsLoss(rows, in: input.plan))
}

/// The making of one row.
struct RowBuilder {
  let target: Target
  let input: RegisterInput

  func row() -> RegisterRow {
    let figures = yearFigures()
    let statusYear = self.statusYear
    let judged = statusYear.map { result(in: $0) }
    let status = self.status(judged, statusYear, figures)
    let baseline = baseline(judged)
    return RegisterRow(
      id: target.id, label: target.label, area: target.area, section: target.section,
      measure: target.measure?.name, domain: target.domain, unit: unit, kind: target.rule.kind,
      rule: target.rule.machineForm, baseline: baseline,
      years: figures.map(registerYear), status: status, statusYear: statusYear,
      progress: judged?.progress, trend: trend(figures), lead: target.lead,
      cooperating: target.cooperating, implementing: target.implementing, due: target.due,
      dueBy: target.dueBy,
      isOverdue: status != .met && (target.dueBy.map { $0 < input.day } ?? false),
      nextStep: nextStep(status, statusYear, judged), points: points(figures))
  }

  private var unit: String? {
    switch target.measure {
    case nil: nil
    case .figure(let id): input.plan.figures.first { $0.id == id }?.unit
    default: input.index?.item == .meanScore ? "score" : "percent"
    }
  }

  private func baseline(_ judged: TargetResult?) -> RegisterBaseline? {
    guard let judged, let value = judged.baseline, let year = judged.baselineYear else {
      return nil
    }
    return RegisterBaseline(
      year: year, value: value, source: judged.baselineSource ?? "",
      status: judged.baselineStatus ?? "official")
  }

  // MARK: Judging

  /// An index method for a plan without a survey: no estimate will ask for it.
  private static let anyIndex = IndexMethod(
    id: "overall", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors, places: 2)

  func assessment(in year: Int) -> TargetAssessment {
    var assessment = TargetAssessment(
      target: target, plan: input.plan, year: year, index: input.index ?? Self.anyIndex,
      estimates: input.survey(of: year)?.estimates ?? .none,
      change: year == input.changeOf ? input.change : nil)
    assessment.judgement = input.judgements.first {
      $0.holds && $0.target == target.id && $0.year == year
    }
    return assessment
  }

  func result(in year: Int) -> TargetResult {
    var assessment = assessment(in: year)
    return assessment.result()
  }
}

extension EstimateTable {
  static let none = EstimateTable(
    estimates: [], variance: "", singlePSUStrata: [], singlePSURule: .fail, strataCount: 0,
    psuCount: 0)
}

extension TargetRule {
  /// The rule for other programs: its kind, then what it has, as `name=value`.
  ///
  ///     increase baseline=2020 at-least=2 unit=points
  ///     minimum 2021=82 2022=84
  ///     rank at-most=10 of=63
  package var machineForm: String {
    func number(_ value: Double) -> String {
      value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }
    func yearly(_ values: [Int: Double], _ isStrict: Bool) -> String {
      let list = values.sorted { $0.key < $1.key }.map { "\($0.key)=\(number($0.value))" }
      return ([kind] + (isStrict ? ["strict=true"] : []) + list).joined(separator: " ")
    }
    switch self {
    case .increase(let year, let step?, let unit):
      return "increase baseline=\(year) at-least=\(number(step)) unit=\(unit.rawValue)"
    case .increase(let year, nil, _): return "increase baseline=\(year)"
    case .hold(let year): return "hold baseline=\(year)"
    case .minimum(let values, let isStrict), .maximum(let values, let isStrict):
      return yearly(values, isStrict)
    case .rank(let place, let count):
      return "rank at-most=\(place)" + (count.map { " of=\($0)" } ?? "")
    case .score(let card):
      return "score standard=\(number(card.standard))"
        + (card.assessed.map { " assessed=\(number($0))" } ?? "")
        + (card.year.map { " year=\($0)" } ?? "")
    case .qualitative: return "qualitative"
    }
  }
}
