/// The answers to one item, counted and weighted: what its figure is made of.
package struct ItemTally: Sendable, Hashable {
  package struct Answer: Sendable, Hashable {
    package var answer: AnswerCode
    /// Interviews with this answer.
    package var count: Int
    /// The sum of their weights.
    package var weight: Double

    package init(answer: AnswerCode, count: Int, weight: Double) {
      self.answer = answer
      self.count = count
      self.weight = weight
    }
  }

  package var item: String
  /// The valid answers in the order of the scale.
  package var answers: [Answer]
  /// Interviews that were asked and gave no valid answer.
  package var missing: Int
  /// Interviews to which the item does not apply.
  package var notAsked: Int

  package init(item: String, answers: [Answer], missing: Int, notAsked: Int) {
    self.item = item
    self.answers = answers
    self.missing = missing
    self.notAsked = notAsked
  }

  /// Interviews with a valid answer.
  package var valid: Int { answers.reduce(0) { $0 + $1.count } }
  /// Interviews with an answer that counts as satisfied.
  package var satisfied: Int { answers.reduce(0) { $0 + ($1.answer.isSatisfied ? $1.count : 0) } }
  /// Sum of the weights of the valid answers.
  package var validWeight: Double { answers.reduce(0) { $0 + $1.weight } }
  /// Sum of the weights of the satisfied answers.
  package var satisfiedWeight: Double {
    answers.reduce(0) { $0 + ($1.answer.isSatisfied ? $1.weight : 0) }
  }
}

/// How one figure came about, from the answers to the verdict.
package struct Explanation: Sendable, Hashable {
  package var kind: MeasureKind
  package var id: String
  package var domain: [DomainTerm]
  /// The items the figure is made of, in the order of the questionnaire.
  package var tallies: [ItemTally]
  /// The target it was asked for by, if any.
  package var target: TargetResult?

  package init(
    kind: MeasureKind, id: String, domain: [DomainTerm], tallies: [ItemTally],
    target: TargetResult?
  ) {
    self.kind = kind
    self.id = id
    self.domain = domain
    self.tallies = tallies
    self.target = target
  }
}
