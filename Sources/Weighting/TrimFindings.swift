import SurveyModel

extension TrimFailure {
  var finding: Finding {
    let (limit, sum, mean) = (ShownNumber(limit), ShownNumber(sum), ShownNumber(mean))
    return Finding(
      WeightingFindingCode.limitsContradictSum, at: nil,
      message: LocalizedText(
        vi: isUpper
          ? "giới hạn trên của bước trim trái với tổng trọng số"
          : "giới hạn dưới của bước trim trái với tổng trọng số",
        en: isUpper
          ? "the upper limit of the trim step contradicts the sum of the weights"
          : "the lower limit of the trim step contradicts the sum of the weights"),
      found: LocalizedText(
        vi: "giới hạn \(limit.vi); \(respondents) phiếu có tổng trọng số \(sum.vi), trung bình "
          + "\(mean.vi); \(outside) trọng số ngoài giới hạn",
        en: "limit \(limit.en); \(respondents) interviews whose weights sum to \(sum.en), mean "
          + "\(mean.en); \(outside) weights outside the limits"),
      expected: LocalizedText(
        vi: isUpper
          ? "giới hạn trên lớn hơn trung bình \(mean.vi)"
          : "giới hạn dưới nhỏ hơn trung bình \(mean.vi)",
        en: isUpper
          ? "an upper limit above the mean \(mean.en)"
          : "a lower limit below the mean \(mean.en)"),
      remedy: LocalizedText(
        vi: isUpper
          ? "tăng upper, hoặc gộp các nhóm của bước cân chỉnh trước để trọng số bớt chênh lệch"
          : "giảm lower, hoặc gộp các nhóm của bước cân chỉnh trước để trọng số bớt chênh lệch",
        en: isUpper
          ? "raise upper, or merge categories of the step before so that weights vary less"
          : "reduce lower, or merge categories of the step before so that weights vary less"),
      subject: "trim")
  }
}
