/// How the valid answers to one item are spread over its scale, in the whole population.
package struct AnswerDistribution: Sendable, Hashable {
  package struct Answer: Sendable, Hashable {
    /// Code of the answer in the item's list.
    package var code: String
    /// Weighted percent of the valid answers, 0 to 100; `nil` where nobody answered.
    package var share: Double?

    package init(code: String, share: Double?) {
      self.code = code
      self.share = share
    }
  }

  /// Item id.
  package var id: String
  /// Respondents with a valid answer.
  package var respondents: Int
  /// Every valid answer of the scale, in its order; the shares add up to 100.
  package var answers: [Answer]
  /// The flag of the item's estimate: what is kept back there is kept back here.
  package var flag: EstimateFlag?
  /// `nil` exactly where `flag` is.
  package var flagReason: FlagReason?

  package init(
    id: String, respondents: Int, answers: [Answer], flag: EstimateFlag? = nil,
    flagReason: FlagReason? = nil
  ) {
    self.id = id
    self.respondents = respondents
    self.answers = answers
    self.flag = flag
    self.flagReason = flagReason
  }
}
