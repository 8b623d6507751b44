import SurveyModel

extension WeightingFault {
  /// The fault for a person to read.
  func finding(interview: (Int) -> String) -> Finding {
    switch self {
    case .badWeights(let rows, let values, let count):
      badWeightsFinding(zip(rows, values).map { (interview($0), ShownNumber($1)) }, count)
    case .noRespondents: noRespondentsFinding
    case .rowsWithoutLevel(let variables, let rows, let count, let source):
      noLevelFinding(variables, rows.map(interview).joined(separator: ", "), count, source)
    case .missingPopulation(let category, let respondents):
      missingPopulationFinding(category, respondents)
    case .badTotal(let category, let total): badTotalFinding(category, total)
    case .emptyLevel(let category, let population): emptyLevelFinding(category, population)
    case .totalsDiffer(let first, let firstTotal, let second, let secondTotal, let source):
      totalsDifferFinding(
        first.joined(separator: " × "), firstTotal, second.joined(separator: " × "), secondTotal,
        source)
    case .notConverged(let failure): failure.finding
    case .boundsTooNarrow(let failure): failure.finding
    case .notPositive(let failure): failure.finding
    case .limitsContradictSum(let failure): failure.finding
    case .missingClass(let category, let respondents):
      missingClassFinding(category, respondents)
    case .badSampled(let category, let total): badSampledFinding(category, total)
    case .classWithoutRespondents(let category, let sampled):
      classWithoutRespondentsFinding(category, sampled)
    case .sampledBelowResponding(let category, let sampled, let responding):
      sampledBelowRespondingFinding(category, sampled, responding)
    case .outOfRange(let step, let smallest, let largest):
      outOfRangeFinding(step, smallest, largest)
    }
  }

  private func badWeightsFinding(
    _ rows: [(interview: String, weight: ShownNumber)], _ count: Int
  ) -> Finding {
    let vi = rows.map { "\($0.interview) (\($0.weight.vi))" }.joined(separator: ", ")
    let en = rows.map { "\($0.interview) (\($0.weight.en))" }.joined(separator: ", ")
    return Finding(
      WeightingFindingCode.badWeight, at: nil,
      message: LocalizedText(
        vi: "\(count) phiếu có trọng số thiết kế trống, bằng 0, âm, vô hạn hoặc quá lớn",
        en: "\(count) interviews have a design weight that is blank, zero, negative, infinite or "
          + "too large"),
      found: LocalizedText(vi: "phiếu \(vi)", en: "interviews \(en)"),
      expected: LocalizedText(
        vi: "số lớn hơn 0, không quá 1e295", en: "a number above 0 and not above 1e295"),
      remedy: LocalizedText(
        vi: "sửa trọng số trong tệp trả lời, hoặc loại các phiếu này có lý do",
        en: "correct the weights in the response files, or take these interviews out with a reason"
      ))
  }

  private var noRespondentsFinding: Finding {
    Finding(
      WeightingFindingCode.noRespondents, at: nil,
      message: LocalizedText(
        vi: "không có phiếu nào để tính trọng số", en: "there is no interview to weight"),
      remedy: LocalizedText(
        vi: "nhập các tệp trả lời trước, hoặc xem các phiếu bị loại",
        en: "import the response files first, or look at the rejected rows"))
  }

  private func outOfRangeFinding(_ step: String, _ smallest: Double, _ largest: Double) -> Finding {
    let (least, most) = (ShownNumber(smallest), ShownNumber(largest))
    return Finding(
      WeightingFindingCode.outOfRange, at: nil,
      message: LocalizedText(
        vi: "bước \(step) làm trọng số bằng 0 hoặc lớn đến mức không cộng được",
        en: "step \(step) makes weights zero or too large to be added up"),
      found: LocalizedText(
        vi: "trọng số được nhân với hệ số từ \(least.vi) đến \(most.vi)",
        en: "weights are multiplied by factors from \(least.en) to \(most.en)"),
      remedy: LocalizedText(
        vi: "kiểm tra đơn vị của trọng số thiết kế và của các tổng dân số",
        en: "check the units of the design weights and of the population totals"),
      subject: step)
  }
}
