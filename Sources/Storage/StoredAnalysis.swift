package import SurveyModel

/// What is derived from the estimates of a run: kept so that later commands and other programs can
/// read it.
package struct StoredAnalysis: Sendable, Hashable {
  /// Against an earlier survey.
  package var change: ChangeTable?
  package var rankings: [Ranking]
  /// The distance of each estimated target, by items and by domains.
  package var decompositions: [Decomposition]
  /// All figures of the whole population with their joint covariance.
  package var joint: JointEstimates?

  package init(
    change: ChangeTable? = nil, rankings: [Ranking] = [], decompositions: [Decomposition] = [],
    joint: JointEstimates? = nil
  ) {
    self.change = change
    self.rankings = rankings
    self.decompositions = decompositions
    self.joint = joint
  }
}
