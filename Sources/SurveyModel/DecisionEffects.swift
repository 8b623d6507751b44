/// The sample after one more decision, weighted and estimated anew.
package struct DecisionStep: Sendable, Hashable {
  /// Numbers of the decisions made since the step before; none for the interviews as they came in.
  package var decisions: [Int64]
  /// Interviews in the sample.
  package var interviews: Int
  /// The overall index and the factors, in the order of the questionnaire; `nil` where this sample
  /// cannot be weighted or estimated.
  package var estimates: [Estimate]?

  package init(decisions: [Int64], interviews: Int, estimates: [Estimate]?) {
    self.decisions = decisions
    self.interviews = interviews
    self.estimates = estimates
  }
}

/// From the interviews as they came in to the published figures, decision by decision.
package struct DecisionEffects: Sendable, Hashable {
  /// The first is that of all interviews, the last the published one.
  package var steps: [DecisionStep]

  package init(steps: [DecisionStep]) { self.steps = steps }
}
