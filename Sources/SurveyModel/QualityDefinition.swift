/// How the stored interviews are checked: `<quality>` of the survey file, or what holds without it.
///
/// A variable that is `nil` was not named; then a variable of the usual name serves where the
/// questionnaire has one. A threshold that is `nil` means the rule is off.
package struct QualityDefinition: Sendable, Hashable {
  /// Who made the interview.
  package var interviewer: String?
  /// Where it was made; the first-stage cluster of the design unless said otherwise.
  package var unit: String?
  package var duration: DurationRule?
  package var start: StartRule?
  package var sameAnswers: SameAnswersRule?
  package var missing: MissingRule?
  package var copies: CopiesRule?
  package var groups: GroupRule?
  package var forms: FormsDefinition?
  package var quota: QuotaDefinition?

  package init(
    interviewer: String? = nil, unit: String? = nil, duration: DurationRule? = DurationRule(),
    start: StartRule? = StartRule(), sameAnswers: SameAnswersRule? = SameAnswersRule(),
    missing: MissingRule? = MissingRule(), copies: CopiesRule? = CopiesRule(),
    groups: GroupRule? = GroupRule(), forms: FormsDefinition? = nil, quota: QuotaDefinition? = nil
  ) {
    self.interviewer = interviewer
    self.unit = unit
    self.duration = duration
    self.start = start
    self.sameAnswers = sameAnswers
    self.missing = missing
    self.copies = copies
    self.groups = groups
    self.forms = forms
    self.quota = quota
  }

  /// What the first-named variables are called where the survey file names none.
  package static let usualInterviewer = "interviewer"
  package static let usualDuration = "duration_seconds"
  package static let usualStart = "start_time"
}

/// Durations far from the others, on the logarithmic scale.
package struct DurationRule: Sendable, Hashable {
  package var variable: String?
  /// Distance from the median in robust standard deviations (1.4826 × MAD of the logarithms).
  ///
  /// 3.5 is the limit of Iglewicz and Hoaglin, *How to Detect and Handle Outliers* (1993), p. 12.
  package var deviation: Double
  /// Fewer seconds for each item answered are short whatever the others took.
  ///
  /// 2 s: Huang, Curran,
  /// Keeney, Poposki and DeShon, Journal of Business and Psychology 27 (2012), 99–114.
  package var secondsPerItem: Double

  package init(variable: String? = nil, deviation: Double = 3.5, secondsPerItem: Double = 2) {
    self.variable = variable
    self.deviation = deviation
    self.secondsPerItem = secondsPerItem
  }
}

/// Start times that crowd, overlap or fall in the night.
package struct StartRule: Sendable, Hashable {
  package var variable: String?
  /// A burst: this many interviews of one interviewer begin...
  package var interviews: Int
  /// ...within this many minutes.
  package var minutes: Double
  /// Hours of the day, 0 to 23; the night may go over midnight.
  package var nightFrom: Int
  package var nightTo: Int

  package init(
    variable: String? = nil, interviews: Int = 4, minutes: Double = 10, nightFrom: Int = 22,
    nightTo: Int = 5
  ) {
    self.variable = variable
    self.interviews = interviews
    self.minutes = minutes
    self.nightFrom = nightFrom
    self.nightTo = nightTo
  }
}

/// Long runs of one answer that are rare in this survey.
package struct SameAnswersRule: Sendable, Hashable {
  /// The run, as a share of the questions the interview answers.
  package var run: Double
  /// A run is rare when at most this share of interviews has one as long with the same answer, and
  /// no larger share is expected.
  package var mostShare: Double

  package init(run: Double = 0.75, mostShare: Double = 0.002) {
    self.run = run
    self.mostShare = mostShare
  }
}

/// Questions that were asked and not answered.
package struct MissingRule: Sendable, Hashable {
  /// Share of the questions asked, of an interview.
  package var share: Double
  /// Share of the interviews asked, of an item.
  package var itemShare: Double

  package init(share: Double = 0.5, itemShare: Double = 0.3) {
    self.share = share
    self.itemShare = itemShare
  }
}

/// Pairs of interviews of one interviewer more alike than chance and people's habits explain.
package struct CopiesRule: Sendable, Hashable {
  /// The share of flagged pairs that may be chance.
  package var falseDiscovery: Double

  package init(falseDiscovery: Double = 0.05) {
    self.falseDiscovery = falseDiscovery
  }
}

/// Interviewers and units whose answers differ from those of their neighbours.
package struct GroupRule: Sendable, Hashable {
  /// The share of flagged interviewers (or units) that may be chance, by rule.
  package var falseDiscovery: Double
  /// Interviewers (or units) with fewer interviews are not judged.
  package var minimumInterviews: Int

  package init(falseDiscovery: Double = 0.01, minimumInterviews: Int = 10) {
    self.falseDiscovery = falseDiscovery
    self.minimumInterviews = minimumInterviews
  }
}

/// Paper forms by unit: how many were given out and how many came back.
package struct FormsDefinition: Sendable, Hashable {
  package var variable: String
  /// CSV with the variable's column, `issued` and `returned`; path resolved.
  package var path: String

  package init(variable: String, path: String) {
    self.variable = variable
    self.path = path
  }
}

/// Interviews planned by unit.
package struct QuotaDefinition: Sendable, Hashable {
  package var variable: String
  /// CSV with the variable's column and `planned`; path resolved.
  package var path: String
  /// A unit may lack this share of its plan.
  package var tolerance: Double

  package init(variable: String, path: String, tolerance: Double = 0) {
    self.variable = variable
    self.path = path
    self.tolerance = tolerance
  }
}
