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
      point(pick("Câu hỏi", "Questions"), itemMethod(run.questionnaire), used.item),
      point(
        pick("Chỉ số thành phần", "Sub-indices"), factorMethod(index.factor), used.factor),
      point(pick("Chỉ số chung", "Overall index"), overallMethod(index.overall), used.overall),
      point(pick("Chọn mẫu", "Sample"), sampleMethod(run), used.sample),
      point(weightsTitle, weightMethod(run.weights), used.weighting),
      point(pick("Sai số chọn mẫu", "Sampling error"), varianceMethod(run), used.variance),
      point(pick("Khoảng tin cậy", "Intervals"), intervalMethod(run.survey), used.interval),
      point(
        pick("Hệ số thiết kế", "Design effects"), designEffectMethod(), used.designEffects),
      point(
        pick("Làm tròn và kết luận", "Rounding and verdict"),
        roundingMethod(places: index.places), used.targets),
      point(pick("Công bố", "Publication"), publicationMethod(run), used.publication),
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
