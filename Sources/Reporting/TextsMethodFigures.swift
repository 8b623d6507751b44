internal import SurveyModel

extension Texts {
  func itemMethod(_ questionnaire: Questionnaire) -> String {
    let missing = pick(
      " Không biết, không áp dụng, bỏ trống hoặc đánh dấu nhiều mức thì không tính vào mẫu số.",
      " Don't know, not applicable, blank and several ticks are left out of the denominator.")
    switch questionnaire.index.item {
    case .satisfiedShare:
      let labels = satisfiedLabels(questionnaire)
      let levels =
        labels.isEmpty ? "" : " (" + labels.joined(separator: pick(", ", ", ")) + ")"
      return pick(
        "Tỷ lệ phần trăm, có trọng số, số người trả lời ở mức được tính là hài lòng\(levels) trên số "
          + "người trả lời hợp lệ.",
        "The weighted percentage of valid answers at a level that counts as satisfied\(levels).")
        + missing
    case .meanScore:
      return pick(
        "Điểm trung bình, có trọng số, của các câu trả lời hợp lệ theo thang điểm của câu hỏi.",
        "The weighted mean score of the valid answers, in the unit of the scale.") + missing
    case .meanScore100:
      return pick(
        "Điểm trung bình, có trọng số, của các câu trả lời hợp lệ, quy đổi về thang 0–100.",
        "The weighted mean score of the valid answers, rescaled to 0–100.") + missing
    }
  }

  /// Labels of the answers that count as satisfied, each once, in the order of the scales.
  private func satisfiedLabels(_ questionnaire: Questionnaire) -> [String] {
    var labels: [String] = []
    for scale in questionnaire.scales {
      for answer in scale.codeList.answers where answer.isSatisfied {
        let text = answer.label.text(in: language)
        let label = text.isEmpty ? answer.code : text
        if !labels.contains(label) { labels.append(label) }
      }
    }
    return labels
  }

  func factorMethod(_ measure: FactorMeasure) -> String {
    switch measure {
    case .meanOfItems:
      pick(
        "Trung bình cộng các câu hỏi của chỉ số.",
        "The plain mean of the questions of the sub-index.")
    case .pooledAnswers:
      pick(
        "Gộp mọi câu trả lời hợp lệ của các câu hỏi trong chỉ số.",
        "All valid answers to the questions of the sub-index taken together.")
    case .item:
      pick(
        "Câu hỏi đánh giá chung được khai báo cho chỉ số.",
        "The question declared as the general judgement of the sub-index.")
    case .fullySatisfied:
      pick(
        "Tỷ lệ người hài lòng ở mọi câu hỏi của chỉ số mà họ trả lời.",
        "The share of people satisfied in every question of the sub-index that they answered.")
    }
  }

  func overallMethod(_ measure: OverallMeasure) -> String {
    switch measure {
    case .meanOfFactors:
      pick("Trung bình cộng các chỉ số thành phần.", "The plain mean of the sub-indices.")
    case .meanOfItems:
      pick("Trung bình cộng mọi câu hỏi.", "The plain mean of all questions.")
    case .pooledAnswers:
      pick(
        "Gộp mọi câu trả lời hợp lệ của mọi câu hỏi.",
        "All valid answers to all questions taken together.")
    case .weighted:
      pick(
        "Trung bình các chỉ số thành phần theo tỷ trọng khai báo trong bộ câu hỏi.",
        "The mean of the sub-indices with the weights declared in the questionnaire.")
    case .fullySatisfied:
      pick(
        "Tỷ lệ người hài lòng ở mọi câu hỏi mà họ trả lời.",
        "The share of people satisfied in every question that they answered.")
    }
  }
}
