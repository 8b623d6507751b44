import SurveyModel

extension Finding {
  /// Strata with one sampling unit, and what became of them: the rule acts in linearised errors and
  /// the stratified jackknife only.
  static func singlePSU(_ estimates: EstimateTable, _ survey: SurveyDefinition) -> Finding {
    let names = estimates.singlePSUStrata.joined(separator: "; ")
    let consequence = singlePSUConsequence(estimates.singlePSURule, survey.variance)
    return Finding(
      PipelineCodes.singlePSUActed, at: survey.designPlace,
      message: LocalizedText(
        vi: "\(estimates.singlePSUStrata.count) tầng chỉ có một đơn vị chọn mẫu; "
          + consequence.text(in: .vi),
        en: "strata with a single sampling unit: \(estimates.singlePSUStrata.count); "
          + consequence.text(in: .en)),
      found: LocalizedText(vi: names, en: names),
      remedy: LocalizedText(
        vi: "chọn từ hai đơn vị chọn mẫu trở lên mỗi tầng ở lần khảo sát sau, hoặc gộp tầng",
        en: "draw two or more units per stratum next time, or merge strata"))
  }

  /// An item or a factor that nobody answered: indices stand on the others alone.
  static func withoutAnswers(_ estimate: Estimate, in file: String) -> Finding {
    let kind =
      estimate.kind == .item
      ? LocalizedText(vi: "câu hỏi", en: "item") : LocalizedText(vi: "thành phần", en: "factor")
    return Finding(
      PipelineCodes.withoutAnswers, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(kind.text(in: .vi)) \(estimate.id) không có câu trả lời hợp lệ nào; "
          + "các chỉ số gồm nó được tính từ những phần còn lại",
        en: "\(kind.text(in: .en)) \(estimate.id) has no valid answer at all; "
          + "indices that it belongs to are made of the other parts"),
      remedy: LocalizedText(
        vi:
          "kiểm tra cột của câu hỏi trong tệp phiếu và điều kiện hỏi (asked-when); đừng so chỉ số "
          + "này với năm có đủ các phần",
        en: "check the column in the response files and the condition asked-when; do not compare "
          + "such an index with a year that has all parts"),
      subject: estimate.id)
  }

  static func tooManyToRank(_ variables: [String], units: Int, _ survey: SurveyDefinition)
    -> Finding
  {
    let name = variables.joined(separator: " × ")
    return Finding(
      PipelineCodes.tooManyToRank, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "không xếp hạng \(units) nhóm theo \(name)",
        en: "the \(units) units of \(name) are not ranked"),
      expected: LocalizedText(
        vi: "không quá \(SurveySession.mostRankedUnits) nhóm",
        en: "at most \(SurveySession.mostRankedUnits) units"),
      remedy: LocalizedText(
        vi: "không cần làm gì; muốn xếp hạng thì chia theo cấp cao hơn",
        en: "nothing need be done; to rank, take a coarser variable"),
      subject: name)
  }

  /// Domains of a handful of people without a rule that hides them.
  static func noDisclosureRule(_ estimates: EstimateTable, _ survey: SurveyDefinition) -> Finding? {
    guard survey.minimumRespondents == 0 else { return nil }
    let small = estimates.estimates.filter {
      $0.kind == .overall && !$0.domain.isEmpty && $0.respondents > 0 && $0.respondents < 10
    }
    guard !small.isEmpty else { return nil }
    return Finding(
      PipelineCodes.noDisclosureRule, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "\(small.count) nhóm có dưới 10 người trả lời; kết quả của họ có thể làm lộ từng người",
        en:
          "\(small.count) domains have fewer than 10 respondents; their figures may give people away"
      ),
      expected: LocalizedText(
        vi: "<disclosure minimum-respondents=\"10\"/>",
        en: "<disclosure minimum-respondents=\"10\"/>"),
      remedy: LocalizedText(
        vi: "thêm <disclosure> vào tệp khảo sát, hoặc chia nhóm lớn hơn",
        en: "add <disclosure> to the survey file, or make the domains larger"))
  }
}

/// What a single sampling unit means for the error, by the method of the error.
private func singlePSUConsequence(
  _ rule: SinglePSURule, _ method: VarianceMethod
) -> LocalizedText {
  switch method {
  case .taylor, .jkn:
    LocalizedText(
      vi: "áp dụng quy tắc “\(rule.rawValue)”", en: "rule \"\(rule.rawValue)\" was applied")
  case .jk1:
    LocalizedText(
      vi: "jk1 không dùng đến tầng nên không áp dụng quy tắc nào",
      en: "jk1 ignores strata, so no rule was applied")
  case .bootstrap:
    LocalizedText(
      vi: "bootstrap giữ nguyên đơn vị này nên sai số không gồm phần của tầng đó",
      en: "the bootstrap keeps that unit, so the error has no part from its stratum")
  case .replicateWeights:
    LocalizedText(
      vi: "sai số lấy từ trọng số lặp nên không áp dụng quy tắc nào",
      en: "errors come from the replicate weights, so no rule was applied")
  }
}
