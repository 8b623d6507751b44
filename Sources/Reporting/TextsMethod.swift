internal import SurveyModel

/// One point of the method: what it is about, and how it is done.
struct MethodPoint {
  let subject: String
  let pointText: String
}

extension Texts {
  /// The declared method in plain words, in the order in which a figure is made.
  func method(_ run: RunResult) -> [MethodPoint] {
    [
      MethodPoint(subject: pick("Câu hỏi", "Questions"), pointText: itemMethod(run.questionnaire)),
      MethodPoint(
        subject: pick("Chỉ số thành phần", "Sub-indices"),
        pointText: factorMethod(run.questionnaire.index.factor)),
      MethodPoint(
        subject: pick("Chỉ số chung", "Overall index"),
        pointText: overallMethod(run.questionnaire.index.overall)),
      MethodPoint(subject: pick("Chọn mẫu", "Sample"), pointText: sampleMethod(run)),
      MethodPoint(subject: weightsTitle, pointText: weightMethod(run.weights)),
      MethodPoint(
        subject: pick("Sai số chọn mẫu", "Sampling error"), pointText: varianceMethod(run)),
      MethodPoint(
        subject: pick("Khoảng tin cậy", "Intervals"), pointText: intervalMethod(run.survey)),
      MethodPoint(
        subject: pick("Làm tròn và kết luận", "Rounding and verdict"),
        pointText: roundingMethod(places: run.questionnaire.index.places)),
      MethodPoint(
        subject: pick("Công bố", "Publication"), pointText: publicationMethod(run.survey)),
    ]
  }

  private func itemMethod(_ questionnaire: Questionnaire) -> String {
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

  private func factorMethod(_ measure: FactorMeasure) -> String {
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

  private func overallMethod(_ measure: OverallMeasure) -> String {
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

  private func sampleMethod(_ run: RunResult) -> String {
    let names = MeasureNames(run, language: language)
    let design = run.survey.design
    func list(_ variables: [String]) -> String {
      variables.map { names.name(ofVariable: $0) }.joined(separator: " × ")
    }
    let strata = numbers.whole(run.estimates.strataCount)
    let psus = numbers.whole(run.estimates.psuCount)
    let stratified =
      design.strata.isEmpty
      ? pick("Không phân tầng", "No strata")
      : pick(
        "Phân tầng theo \(list(design.strata)) (\(strata) tầng)",
        "Stratified by \(list(design.strata)) (\(strata) strata)")
    let clustered =
      design.clusters.isEmpty
      ? pick(
        "mỗi người trả lời là một đơn vị mẫu cấp một (\(psus)).",
        "each respondent is a primary sampling unit (\(psus)).")
      : pick(
        "đơn vị mẫu cấp một (PSU) là \(list(design.clusters)) (\(psus) đơn vị).",
        "the primary sampling units (PSUs) are \(list(design.clusters)) (\(psus) units).")
    return stratified + "; " + clustered
  }

  private func weightMethod(_ steps: [WeightStep]) -> String {
    let names = steps.map { step -> String in
      step.iterations > 0
        ? pick(
          "\(lowercasedFirst(stepName(step))), \(step.iterations) vòng lặp",
          "\(lowercasedFirst(stepName(step))), \(step.iterations) rounds")
        : lowercasedFirst(stepName(step))
    }
    guard !names.isEmpty else { return pick("Không có trọng số.", "No weights.") }
    return pick("Theo thứ tự: ", "In this order: ") + names.joined(separator: "; ") + "."
  }

  private func varianceMethod(_ run: RunResult) -> String {
    var text = pick(
      "Tuyến tính hóa Taylor, theo tầng và đơn vị mẫu cấp một",
      "Taylor linearisation, by stratum and primary sampling unit")
    if run.estimates.variance == "taylor-calibration-residuals" {
      text += pick(
        ", dùng phần dư của biến điều chỉnh trọng số",
        ", on the residuals of the variables the weights were adjusted to")
    }
    text += ". "
    switch run.survey.design.psuPopulation {
    case .none:
      text += pick(
        "Không hiệu chỉnh tổng thể hữu hạn.", "Without a finite population correction.")
    case .file, .variable:
      text += pick(
        "Có hiệu chỉnh tổng thể hữu hạn theo số PSU của tổng thể.",
        "With a finite population correction from the number of PSUs in the population.")
    }
    let single = run.estimates.singlePSUStrata
    guard !single.isEmpty else { return text }
    let list = single.joined(separator: "; ")
    return text
      + pick(
        " Tầng chỉ có một PSU (\(list)): \(singlePSURule(run.estimates.singlePSURule)).",
        " Strata with a single PSU (\(list)): \(singlePSURule(run.estimates.singlePSURule)).")
  }

  private func singlePSURule(_ rule: SinglePSURule) -> String {
    switch rule {
    case .fail: pick("không ước lượng", "not estimated")
    case .adjust:
      pick(
        "lấy độ lệch so với trung bình chung của tổng thể (adjust)",
        "deviation from the population mean (adjust)")
    case .average:
      pick(
        "dùng phương sai trung bình của các tầng khác (average)",
        "mean variance of the other strata (average)")
    case .certainty: pick("coi là chọn chắc chắn (certainty)", "taken as certain (certainty)")
    case .remove: pick("không góp vào phương sai (remove)", "adds nothing to the variance (remove)")
    }
  }

  private func intervalMethod(_ survey: SurveyDefinition) -> String {
    let level = levelText(survey.level)
    return switch survey.interval {
    case .waldT:
      pick(
        "Hai phía \(level), phân phối t với bậc tự do bằng số PSU trừ số tầng (wald-t).",
        "Two-sided \(level), Student's t with PSUs minus strata degrees of freedom (wald-t).")
    case .logit:
      pick(
        "Hai phía \(level), trên thang logit, phân phối t với bậc tự do bằng số PSU trừ số tầng (logit).",
        "Two-sided \(level), on the logit scale, Student's t with PSUs minus strata degrees of "
          + "freedom (logit).")
    case .beta: pick("Korn và Graubard (beta)", "Korn and Graubard (beta)")
    case .wilson: pick("Wilson", "Wilson")
    }
  }

  private func roundingMethod(places: Int) -> String {
    pick(
      "Chỉ làm tròn một lần khi công bố, \(places) chữ số thập phân, nửa đơn vị làm tròn lên. Kết luận "
        + "so sánh số đã công bố với ngưỡng: bằng ngưỡng là đạt. Mức tăng “%” được hiểu là điểm phần "
        + "trăm trừ khi kế hoạch ghi khác.",
      "Rounded once, on publication, to \(places) decimals, half up. The verdict compares the "
        + "published figure with the threshold: equal is met. A raise by “%” is read as percentage "
        + "points unless the plan says otherwise.")
  }

  private func publicationMethod(_ survey: SurveyDefinition) -> String {
    survey.minimumRespondents > 0
      ? pick(
        "Không công bố số liệu của nhóm có dưới \(survey.minimumRespondents) người trả lời.",
        "Groups with fewer than \(survey.minimumRespondents) respondents are not published.")
      : pick(
        "Không đặt mức tối thiểu về số người trả lời.",
        "No minimum number of respondents is set.")
  }
}
