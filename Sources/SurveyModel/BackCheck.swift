/// How many interviews a back-check draws.
package enum BackCheckSize: Sendable, Hashable {
  /// This share of each group, percent, rounded up.
  case share(Double)
  /// This many of each group, or all where it has fewer.
  case perGroup(Int)
  /// This many in all, in proportion to the groups; one of each at least where the number allows.
  case count(Int)
}

/// Interviews asked again, compared with what the store holds.
package struct BackCheck: Sendable, Hashable {
  /// Some among others, with Wilson's interval; shares are 0...1.
  package struct Rate: Sendable, Hashable {
    package var count: Int
    package var total: Int
    /// `nil` where `total` is 0, or the cases hang together and an interval would be too narrow.
    package var low: Double?
    package var high: Double?

    package init(count: Int, total: Int, low: Double? = nil, high: Double? = nil) {
      self.count = count
      self.total = total
      self.low = low
      self.high = high
    }

    package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }
  }

  /// The mean of second answer minus first, in the units of the answers.
  package struct MeanDifference: Sendable, Hashable {
    package var pairs: Int
    package var mean: Double
    /// 95 % by Student's t; `nil` with one pair, or where all pairs differ by the same.
    package var low: Double?
    package var high: Double?

    package init(pairs: Int, mean: Double, low: Double? = nil, high: Double? = nil) {
      self.pairs = pairs
      self.mean = mean
      self.low = low
      self.high = high
    }
  }

  /// One question over the interviews that were drawn at random.
  package struct FieldResult: Sendable, Hashable {
    package var field: String
    /// An item, about which people may change their minds; else a fact.
    package var isOpinion: Bool
    /// Pairs of valid answers that are the same, among all pairs of valid answers.
    package var same: Rate
    /// Items: pairs at most one step of the scale apart.
    package var withinOneStep: Rate?
    /// Interviews with a valid answer in one of the two visits only.
    package var answeredOnce: Int
    /// Coded fields, where chance agreement is not complete.
    package var kappa: Double?
    /// Items: disagreements weighted by the square of the steps between them.
    package var weightedKappa: Double?
    /// Of scores for items, of values for numbers.
    package var difference: MeanDifference?
    /// Items: satisfied in the second visit alone, and in the first alone.
    package var gained: Int?
    package var lost: Int?
    /// Exact test of McNemar; `nil` where nobody changed.
    package var pValue: Double?

    package init(
      field: String, isOpinion: Bool, same: Rate, withinOneStep: Rate? = nil,
      answeredOnce: Int = 0, kappa: Double? = nil, weightedKappa: Double? = nil,
      difference: MeanDifference? = nil, gained: Int? = nil, lost: Int? = nil,
      pValue: Double? = nil
    ) {
      self.field = field
      self.isOpinion = isOpinion
      self.same = same
      self.withinOneStep = withinOneStep
      self.answeredOnce = answeredOnce
      self.kappa = kappa
      self.weightedKappa = weightedKappa
      self.difference = difference
      self.gained = gained
      self.lost = lost
      self.pValue = pValue
    }
  }

  /// One group against the others by one kind of question.
  package struct GroupTest: Sendable, Hashable {
    /// Interviews with a difference that counts, among those compared.
    package var interviews: Rate
    /// Pairs of answers that differ at all; without an interval.
    package var answers: Rate
    /// One-sided: more than in the other groups; `nil` where nothing can be compared.
    package var pValue: Double?
    package var isFlagged: Bool

    package init(
      interviews: Rate, answers: Rate, pValue: Double? = nil, isFlagged: Bool = false
    ) {
      self.interviews = interviews
      self.answers = answers
      self.pValue = pValue
      self.isFlagged = isFlagged
    }
  }

  package struct GroupResult: Sendable, Hashable {
    /// `nil` for the interviews whose group is missing.
    package var level: GroupLevel?
    package var interviews: Int
    /// An interview counts where one fact at least differs.
    package var facts: GroupTest
    /// An interview counts where one item at least is more than one step away.
    package var opinions: GroupTest

    package init(level: GroupLevel?, interviews: Int, facts: GroupTest, opinions: GroupTest) {
      self.level = level
      self.interviews = interviews
      self.facts = facts
      self.opinions = opinions
    }
  }

  package struct Difference: Sendable, Hashable {
    package var interview: String
    package var field: String
    package var first: RecordedAnswer
    package var second: RecordedAnswer
    /// False for interviews that were added because they were flagged.
    package var isRandom: Bool
    package var place: SourceLocation

    package init(
      interview: String, field: String, first: RecordedAnswer, second: RecordedAnswer,
      isRandom: Bool, place: SourceLocation
    ) {
      self.interview = interview
      self.field = field
      self.first = first
      self.second = second
      self.isRandom = isRandom
      self.place = place
    }
  }

  /// An interview that could not be compared, and why.
  package struct Uncompared: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable, CaseIterable {
      case unknown
      case excluded
      case notAskedAgain = "not-asked-again"
      case notReturned = "not-returned"
      case rejected
    }

    package var interview: String
    package var reason: Reason
    package var place: SourceLocation?

    package init(interview: String, reason: Reason, place: SourceLocation?) {
      self.interview = interview
      self.reason = reason
      self.place = place
    }
  }

  /// The file that came back, as given.
  package var file: String
  package var sha256: String
  package var counts: ImportCounts
  package var groupVariables: [String]
  /// Interviews compared: drawn at random, on which every rate rests.
  package var interviews: Int
  /// Interviews compared beside, which were added because a rule flagged them.
  package var added: Int
  package var fields: [FieldResult]
  package var groups: [GroupResult]
  /// All differing pairs; more than ``differences`` where the list is cut.
  package var differing: Int
  package var differences: [Difference]
  package var uncompared: [Uncompared]

  package init(
    file: String, sha256: String, counts: ImportCounts, groupVariables: [String],
    interviews: Int, added: Int, fields: [FieldResult], groups: [GroupResult], differing: Int,
    differences: [Difference], uncompared: [Uncompared]
  ) {
    self.file = file
    self.sha256 = sha256
    self.counts = counts
    self.groupVariables = groupVariables
    self.interviews = interviews
    self.added = added
    self.fields = fields
    self.groups = groups
    self.differing = differing
    self.differences = differences
    self.uncompared = uncompared
  }

  /// Pairs of valid answers to all facts, or all opinions, that are the same.
  package func same(opinions: Bool) -> Rate {
    fields.filter { $0.isOpinion == opinions }.reduce(Rate(count: 0, total: 0)) {
      Rate(count: $0.count + $1.same.count, total: $0.total + $1.same.total)
    }
  }
}
