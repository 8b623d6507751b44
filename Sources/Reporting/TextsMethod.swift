internal import SurveyModel

/// One point of the method: what it is about, how it is done, and that in a leader's words.
struct MethodPoint {
  let subject: String
  let pointText: String
  let pointSentences: [String]
}

extension Texts {
  /// The declared method in plain words, in the order in which a figure is made.
  func method(_ run: RunResult) -> [MethodPoint] {
    let index = run.questionnaire.index
    let used = UsedMethods(run)
    var points = [
      point(words["method.items"], itemMethod(run.questionnaire), used.item),
      point(
        words["method.factors"], factorMethod(index.factor), used.factor),
      point(words["method.overall"], overallMethod(index.overall), used.overall),
      point(words["method.sample"], sampleMethod(run), used.sample),
      point(weightsTitle, weightMethod(run.weights), used.weighting),
      point(words["method.variance"], varianceMethod(run), used.variance),
      point(words["method.intervals"], intervalMethod(run.survey), used.interval),
      point(
        words["method.design-effects"], designEffectMethod(), used.designEffects),
      point(
        words["method.rounding"],
        roundingMethod(places: index.places), used.targets),
      point(words["method.publication"], publicationMethod(run), used.publication),
    ]
    if let change = run.change {
      points.append(point(changeTitle(year: change.year), changeMethod(change), used.change))
    }
    if !used.parts.isEmpty { points.append(point(contributionsTitle, "", used.parts)) }
    if !run.rankings.isEmpty {
      points.append(point(ranksTitle, "", [.ranks, .rankGroups]))
    }
    return points
  }

  private func point(
    _ subject: String, _ text: String, _ sentences: [MethodSentence]
  ) -> MethodPoint {
    MethodPoint(
      subject: subject, pointText: text,
      pointSentences: sentences.map { $0.text(in: language) })
  }
}
