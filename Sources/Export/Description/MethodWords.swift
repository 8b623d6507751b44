import SurveyModel

/// How the sample was drawn, in words.
func samplingWords(
  _ survey: SurveyDefinition, _ questionnaire: Questionnaire, _ language: Language
) -> String {
  let design = survey.design
  let isVietnamese = language == .vi
  func list(_ names: [String]) -> String { crossed(names, questionnaire, language) }
  var sentences: [String] = []
  if design.strata.isEmpty {
    sentences.append(isVietnamese ? "Mẫu không phân tầng." : "The sample is not stratified.")
  } else {
    sentences.append(
      isVietnamese
        ? "Mẫu phân tầng theo \(list(design.strata))."
        : "The sample is stratified by \(list(design.strata)).")
  }
  if design.clusters.isEmpty || design.clusters == [survey.interviewID] {
    sentences.append(
      isVietnamese
        ? "Trong mỗi tầng, từng người được chọn trực tiếp."
        : "Within a stratum people are drawn directly.")
  } else {
    sentences.append(
      isVietnamese
        ? "Đơn vị chọn mẫu bậc một: \(list(design.clusters))."
        : "Primary sampling unit: \(list(design.clusters)).")
  }
  for (number, stage) in design.laterStages.enumerated() {
    let units =
      stage.clusters == [survey.interviewID]
      ? (isVietnamese ? "từng người" : "people") : list(stage.clusters)
    sentences.append(
      isVietnamese
        ? "Đơn vị chọn mẫu bậc \(number + 2): \(units)." : "Stage \(number + 2): \(units).")
  }
  if design.psuPopulation != .none {
    sentences.append(
      isVietnamese
        ? "Sai số có hiệu chỉnh tổng thể hữu hạn."
        : "Errors carry the finite population correction.")
  }
  return sentences.joined(separator: " ")
}

/// Each weighting step, in words.
func weightingWords(
  _ survey: SurveyDefinition, _ questionnaire: Questionnaire, _ language: Language
) -> [String] {
  let isVietnamese = language == .vi
  func margins(_ margins: [MarginDefinition]) -> String {
    margins.map { crossed($0.variables, questionnaire, language) }.joined(separator: ", ")
  }
  let first: String
  switch survey.design.weight {
  case .equal:
    first = isVietnamese ? "Quyền số ban đầu bằng nhau." : "The design weights are equal."
  case .variable(let name):
    first =
      isVietnamese
      ? "Quyền số thiết kế lấy từ biến \(crossed([name], questionnaire, language))."
      : "The design weights are the variable \(crossed([name], questionnaire, language))."
  }
  return [first]
    + survey.weighting.map { step in
      switch step {
      case .nonresponse(let nonresponse):
        let classes = crossed(nonresponse.classes, questionnaire, language)
        return isVietnamese
          ? "Hiệu chỉnh không trả lời theo lớp \(classes)."
          : "Adjusted for nonresponse in classes of \(classes)."
      case .poststratify(let margin):
        return isVietnamese
          ? "Phân tầng sau theo \(margins([margin]))." : "Post-stratified by \(margins([margin]))."
      case .rake(let rake):
        return isVietnamese
          ? "Cân chỉnh lặp (raking) theo \(margins(rake.margins))."
          : "Raked to \(margins(rake.margins))."
      case .calibrate(let calibration):
        return isVietnamese
          ? "Hiệu chỉnh theo tổng thể (\(calibration.method.rawValue)) theo"
            + " \(margins(calibration.margins))."
          : "Calibrated (\(calibration.method.rawValue)) to \(margins(calibration.margins))."
      case .trim:
        return isVietnamese ? "Giới hạn quyền số quá lớn hoặc quá nhỏ." : "Extreme weights trimmed."
      }
    }
}

/// How a factor or the overall index is computed, in words.
func measureWords(_ method: IndexMethod, _ language: Language) -> (
  item: String, factor: String, overall: String
) {
  let isVietnamese = language == .vi
  let item =
    switch method.item {
    case .satisfiedShare:
      isVietnamese
        ? "tỷ lệ phần trăm câu trả lời ở mức hài lòng trong số câu trả lời hợp lệ"
        : "the percentage of valid answers that are satisfied ones"
    case .meanScore:
      isVietnamese ? "điểm trung bình theo điểm của từng mức" : "the mean of the scores"
    case .meanScore100:
      isVietnamese
        ? "điểm trung bình quy đổi về thang 0 đến 100" : "the mean score rescaled to 0 to 100"
    }
  let factor =
    switch method.factor {
    case .meanOfItems:
      isVietnamese ? "trung bình cộng chỉ số các tiêu chí" : "the plain mean of the item indices"
    case .pooledAnswers:
      isVietnamese
        ? "gộp mọi câu trả lời của các tiêu chí" : "all answers to the items taken together"
    case .item: isVietnamese ? "chỉ số của tiêu chí chung" : "the index of its general item"
    case .fullySatisfied:
      isVietnamese
        ? "tỷ lệ người hài lòng với mọi tiêu chí mà họ trả lời"
        : "the share of people satisfied with every item they answered"
    }
  let overall =
    switch method.overall {
    case .meanOfFactors:
      isVietnamese ? "trung bình cộng các yếu tố" : "the plain mean of the factors"
    case .meanOfItems:
      isVietnamese ? "trung bình cộng mọi tiêu chí" : "the plain mean of all items"
    case .pooledAnswers:
      isVietnamese ? "gộp mọi câu trả lời" : "all answers taken together"
    case .weighted:
      isVietnamese ? "trung bình các yếu tố theo trọng số" : "the weighted mean of the factors"
    case .fullySatisfied:
      isVietnamese
        ? "tỷ lệ người hài lòng với mọi tiêu chí mà họ trả lời"
        : "the share of people satisfied with every item they answered"
    }
  return (item, factor, overall)
}

/// Variables by their labels, the identifier behind each.
private func crossed(
  _ names: [String], _ questionnaire: Questionnaire, _ language: Language
) -> String {
  names.map { name in
    let label = questionnaire.field(name)?.label.text(in: language) ?? ""
    return label.isEmpty ? name : "“\(label)” (\(name))"
  }.joined(separator: " × ")
}
