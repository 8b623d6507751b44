/// Every target of a plan with what is known of it year by year, who answers for it and what comes
/// next: the page an office keeps from one review to the next.
package struct AttainmentRegister: Sendable, Hashable {
  package var plan: String
  package var title: LocalizedText
  /// The year under review: that of the survey, or the one asked for.
  package var year: Int
  /// The day that deadlines are compared with.
  package var day: CivilDate
  /// Every year of a threshold, a result or a baseline, in order.
  package var years: [Int]
  /// Those of the plan, in its order.
  package var areas: [RegisterArea]
  /// One per target, in the order of the plan.
  package var rows: [RegisterRow]
  /// Points of the PAR Index and of score cards, when the plan speaks of any.
  package var points: PointsLoss?

  package init(
    plan: String, title: LocalizedText, year: Int, day: CivilDate, years: [Int],
    areas: [RegisterArea] = [], rows: [RegisterRow], points: PointsLoss? = nil
  ) {
    self.plan = plan
    self.title = title
    self.year = year
    self.day = day
    self.years = years
    self.areas = areas
    self.rows = rows
    self.points = points
  }

  /// The rows of one state.
  package func count(_ status: RegisterStatus) -> Int { rows.count { $0.status == status } }
}

package typealias RegisterArea = PlanArea

/// How a target stands in the year under review.
package enum RegisterStatus: String, Sendable, Hashable, CaseIterable {
  case met
  case notMet = "not-met"
  /// No figure has been entered for the year.
  case missing
  /// It has no figure, and nobody has recorded a judgement.
  case unjudged
  /// The survey gave no figure that may be published, or there is no survey of the year.
  case notMeasured = "not-measured"
  /// Its first year is still to come.
  case ahead
  /// The plan gives nothing to judge it by: no threshold, no baseline, no year.
  case noThreshold = "no-threshold"
}

/// One target over the years.
package struct RegisterRow: Sendable, Hashable {
  /// Of the target.
  package var id: String
  package var label: LocalizedText
  /// Id of its area; `nil` where the plan has no areas.
  package var area: String?
  package var section: String?
  /// `overall`, a factor or item id, `figure:ID`; `nil` for a target without a figure.
  package var measure: String?
  package var domain: [DomainTerm]
  /// The word of the plan, such as `percent`, `score` or `days`.
  package var unit: String?
  /// The kind of rule, as in results: `increase`, `minimum` and so on.
  package var kind: String
  /// The rule in machine form, for example `increase baseline=2020 at-least=2 unit=points`.
  package var rule: String
  package var baseline: RegisterBaseline?
  /// Years with a threshold or a result, in order.
  package var years: [RegisterYear]
  package var status: RegisterStatus
  /// The year that `status` is of; `nil` where the target has none.
  package var statusYear: Int?
  package var progress: Progress?
  package var trend: RegisterTrend?
  package var lead: [String]
  package var cooperating: [String]
  package var implementing: [String]
  /// The words of the plan.
  package var due: String?
  package var dueBy: CivilDate?
  /// The deadline has passed, and the target is not met.
  package var isOverdue: Bool
  package var nextStep: NextStep?
  package var points: RegisterPoints?

  package init(
    id: String, label: LocalizedText, area: String? = nil, section: String? = nil,
    measure: String? = nil, domain: [DomainTerm] = [], unit: String? = nil, kind: String,
    rule: String, baseline: RegisterBaseline? = nil, years: [RegisterYear] = [],
    status: RegisterStatus, statusYear: Int? = nil, progress: Progress? = nil,
    trend: RegisterTrend? = nil, lead: [String] = [], cooperating: [String] = [],
    implementing: [String] = [], due: String? = nil, dueBy: CivilDate? = nil,
    isOverdue: Bool = false, nextStep: NextStep? = nil, points: RegisterPoints? = nil
  ) {
    self.id = id
    self.label = label
    self.area = area
    self.section = section
    self.measure = measure
    self.domain = domain
    self.unit = unit
    self.kind = kind
    self.rule = rule
    self.baseline = baseline
    self.years = years
    self.status = status
    self.statusYear = statusYear
    self.progress = progress
    self.trend = trend
    self.lead = lead
    self.cooperating = cooperating
    self.implementing = implementing
    self.due = due
    self.dueBy = dueBy
    self.isOverdue = isOverdue
    self.nextStep = nextStep
    self.points = points
  }

  /// The year that `status` is of, with its threshold and result.
  package var current: RegisterYear? { years.first { $0.year == statusYear } }
}

package struct RegisterBaseline: Sendable, Hashable {
  package var year: Int
  package var value: Double
  package var source: String
  /// `official`, `entered` or `synthetic`.
  package var status: String

  package init(year: Int, value: Double, source: String, status: String) {
    self.year = year
    self.value = value
    self.source = source
    self.status = status
  }
}

/// One year of a target.
package struct RegisterYear: Sendable, Hashable {
  /// Where a result is from.
  package enum Origin: Sendable, Hashable {
    /// Estimated by the survey of this id.
    case survey(String)
    /// Entered by an office, in the plan or in the store.
    case entered(source: String)
    /// A baseline of the plan.
    case baseline(source: String)
    /// A recorded judgement.
    case judgement(reason: String, by: String)
  }

  /// How the result must stand to the threshold.
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case atLeast = "at-least"
    case above
    case atMost = "at-most"
    case below
  }

  package var year: Int
  package var threshold: Double?
  package var comparison: Comparison?
  /// As published: rounded to the places of the index, or as entered.
  ///
  /// `nil` for a judgement.
  package var result: Double?
  package var origin: Origin?
  /// `nil` in a year without a threshold.
  package var verdict: Verdict?
  package var confidence: Confidence?
  package var standardError: Double?
  package var lower: Double?
  package var upper: Double?

  package init(
    year: Int, threshold: Double? = nil, comparison: Comparison? = nil, result: Double? = nil,
    origin: Origin? = nil, verdict: Verdict? = nil, confidence: Confidence? = nil,
    standardError: Double? = nil, lower: Double? = nil, upper: Double? = nil
  ) {
    self.year = year
    self.threshold = threshold
    self.comparison = comparison
    self.result = result
    self.origin = origin
    self.verdict = verdict
    self.confidence = confidence
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
  }
}

/// The movement between the two latest results.
package struct RegisterTrend: Sendable, Hashable {
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case rising
    case falling
    case level
  }

  package var fromYear: Int
  package var toYear: Int
  /// The published figures' difference, in the unit of the target.
  package var difference: Double
  package var direction: Direction
  /// Whether the movement is for the better; `nil` where it is level.
  package var isBetter: Bool?
  /// Whether it is more than sampling error (two-sided, 5 %); `nil` where no error is known.
  package var isBeyondSamplingError: Bool?
  /// The two figures were made by different methods: their difference means nothing by itself.
  package var methodBreak: MethodBreak?

  package init(
    fromYear: Int, toYear: Int, difference: Double, direction: Direction, isBetter: Bool?,
    isBeyondSamplingError: Bool?, methodBreak: MethodBreak?
  ) {
    self.fromYear = fromYear
    self.toYear = toYear
    self.difference = difference
    self.direction = direction
    self.isBetter = isBetter
    self.isBeyondSamplingError = isBeyondSamplingError
    self.methodBreak = methodBreak
  }
}

/// Why two years' figures are not comparable.
package enum MethodBreak: String, Sendable, Hashable, CaseIterable {
  /// The first year of the ministry's present method (876/QĐ-BNV of 10/11/2022, in place of
  /// 2640/QĐ-BNV of 10/10/2017).
  package static let firstYearOfPublishedMethod = 2022

  /// The ministry changed the method of published satisfaction figures with the year 2022.
  case publishedMethod = "published-method-2022"
  /// The two surveys have different questionnaires or index methods.
  case otherQuestionnaire = "other-questionnaire"
}

/// What to do next about a target.
package enum NextStep: Sendable, Hashable {
  /// A task of the plan, in its words; `agency` where the plan names one.
  case task(agency: String?, text: String)
  /// Enter the figure for the year, once it is published.
  case enterFigure(id: String, label: LocalizedText, year: Int)
  /// Record whether a target without a figure was met.
  case judge(year: Int)

  /// The word of machine output.
  package var kind: String {
    switch self {
    case .task: "task"
    case .enterFigure: "enter-figure"
    case .judge: "judge"
    }
  }
}
