import SurveyModel
import XML

/// Every item's scale exists.
func checkScalesKnown(_ source: QuestionnaireSource) -> [Finding] {
  let names = source.scales.compactMap { $0.word("id") }
  return source.items.compactMap { item, _ in
    guard let scale = item.word("scale"), !names.contains(scale) else { return nil }
    let list = names.joined(separator: ", ")
    return Finding(
      QuestionnaireCode.scaleUnknown, at: item.place(of: "scale"),
      message: LocalizedText(
        vi: "thang “\(scale)” không có trong phiếu", en: "there is no scale “\(scale)”"),
      expected: names.isEmpty ? nil : LocalizedText(vi: list, en: list),
      remedy: nearestName(to: scale, among: names).map(didYouMean)
        ?? LocalizedText(
          vi: "thêm <scale id=\"\(scale)\">, hoặc dùng một thang đã có",
          en: "add <scale id=\"\(scale)\">, or use one there is"), subject: scale)
  }
}

/// The scales that items use can carry the item measure of the index.
func checkScalesFitMeasure(_ source: QuestionnaireSource) -> [Finding] {
  guard let measure = source.itemMeasure else { return [] }
  let used = Set(source.items.compactMap { $0.element.word("scale") })
  return source.scales.filter { used.contains($0.word("id") ?? "") }.flatMap { scale in
    let needsSatisfied =
      source.factorMeasure == .fullySatisfied || source.overallMeasure == .fullySatisfied
    let satisfied = needsSatisfied ? checkSatisfied(scale) : []
    return switch measure {
    case .satisfiedShare: checkSatisfied(scale)
    case .meanScore: satisfied + checkScores(scale)
    case .meanScore100: satisfied + checkScores(scale) + checkScoreRange(scale)
    }
  }
}

/// A share of fully satisfied people is a percentage and cannot stand in one index with scores.
func checkFullySatisfied(_ source: QuestionnaireSource) -> [Finding] {
  guard source.itemMeasure == .meanScore else { return [] }
  let factor = source.factorMeasure == .fullySatisfied ? source.index?.child("factor") : nil
  let overall = source.overallMeasure == .fullySatisfied ? source.index?.child("overall") : nil
  return [factor, overall].compactMap { $0 }.map { element in
    Finding(
      QuestionnaireCode.shareAmongScores, at: element.place(of: "measure"),
      message: LocalizedText(
        vi: "fully-satisfied là phần trăm, không đi cùng điểm trung bình mean-score được",
        en: "fully-satisfied is a percentage and cannot stand beside mean-score"),
      expected: LocalizedText(
        vi: "<item measure=\"satisfied-share\"/> hoặc mean-score-0-100",
        en: "<item measure=\"satisfied-share\"/> or mean-score-0-100"),
      remedy: LocalizedText(
        vi: "đổi cách tính tiêu chí, hoặc không dùng fully-satisfied",
        en: "change the item measure, or do not use fully-satisfied"), subject: element.name)
  }
}

private func checkSatisfied(_ scale: XMLElement) -> [Finding] {
  let id = scale.word("id") ?? ""
  let answers = scale.children(named: "answer")
  let satisfied = answers.filter { $0.isTrue("satisfied") }
  if satisfied.isEmpty {
    return [
      Finding(
        QuestionnaireCode.scaleWithoutSatisfied, at: scale.place,
        message: LocalizedText(
          vi: "thang “\(id)” không có mức nào được coi là hài lòng, nên không tính được tỷ lệ",
          en: "scale “\(id)” has no satisfied answer, so no share can be computed"),
        remedy: LocalizedText(
          vi: "thêm satisfied=\"true\" vào các mức hài lòng",
          en: "add satisfied=\"true\" to the satisfied answers"), subject: id)
    ]
  }
  guard satisfied.count == answers.count else { return [] }
  return [
    Finding(
      QuestionnaireCode.scaleAllSatisfied, at: scale.place,
      message: LocalizedText(
        vi: "mọi mức của thang “\(id)” đều là hài lòng, nên tỷ lệ luôn bằng 100 %",
        en: "every answer of scale “\(id)” is satisfied, so the share is always 100 %"),
      remedy: LocalizedText(
        vi: "bỏ satisfied=\"true\" ở các mức không hài lòng",
        en: "remove satisfied=\"true\" from the other answers"), subject: id)
  ]
}

private func score(of answer: XMLElement) -> Double? {
  answer.number("score") ?? answer.word("code").flatMap(strictNumber)
}

private func checkScores(_ scale: XMLElement) -> [Finding] {
  scale.children(named: "answer").compactMap { answer in
    guard score(of: answer) == nil else { return nil }
    let code = answer.word("code") ?? ""
    return Finding(
      QuestionnaireCode.scoreMissing, at: answer.place(of: "code"),
      message: LocalizedText(
        vi: "mã “\(code)” không phải là số và không có score, nên không tính được điểm trung bình",
        en: "code “\(code)” is no number and has no score, so no mean score can be computed"),
      remedy: LocalizedText(
        vi: "thêm score=\"…\" vào mức này", en: "add score=\"…\" to this answer"), subject: code)
  }
}

private func checkScoreRange(_ scale: XMLElement) -> [Finding] {
  let scores = scale.children(named: "answer").compactMap(score)
  guard let lowest = scores.min(), let highest = scores.max(), lowest == highest else { return [] }
  let id = scale.word("id") ?? ""
  return [
    Finding(
      QuestionnaireCode.scoreRange, at: scale.place,
      message: LocalizedText(
        vi: "mọi mức của thang “\(id)” có cùng điểm, nên không quy đổi về 0–100 được",
        en: "all answers of scale “\(id)” have one score, which cannot be rescaled to 0–100"),
      remedy: LocalizedText(
        vi: "cho mỗi mức một điểm khác nhau", en: "give the answers different scores"), subject: id)
  ]
}
