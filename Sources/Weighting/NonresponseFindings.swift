import SurveyModel

extension WeightingFault {
  func missingClassFinding(_ category: MarginCategory, _ respondents: Int) -> Finding {
    Finding(
      WeightingFindingCode.missingClass, at: category.source,
      message: LocalizedText(
        vi:
          "lớp không trả lời \(category.name) có người trả lời nhưng không có trong tệp mẫu ban đầu",
        en: "nonresponse class \(category.name) has respondents but is not in the file of the "
          + "gross sample"),
      found: LocalizedText(
        vi: "\(respondents) người trả lời", en: "\(respondents) respondents"),
      remedy: LocalizedText(
        vi: "thêm dòng của lớp này vào tệp, hoặc sửa mã trong phiếu",
        en: "add a line for this class to the file, or correct the code in the interviews"),
      subject: category.variables.joined(separator: " "))
  }

  func badSampledFinding(_ category: MarginCategory, _ total: Double) -> Finding {
    Finding(
      WeightingFindingCode.badSampled, at: category.source,
      message: LocalizedText(
        vi: "tổng trọng số mẫu của lớp \(category.name) không dùng được",
        en: "the sampled total of class \(category.name) cannot be used"),
      found: LocalizedText(vi: ShownNumber(total).vi, en: ShownNumber(total).en),
      expected: LocalizedText(
        vi: "sampled lớn hơn 0; nonresponding, ineligible và unknown không âm",
        en: "sampled above 0; nonresponding, ineligible and unknown not negative"),
      remedy: LocalizedText(
        vi: "sửa tổng trong tệp mẫu ban đầu; bỏ dòng của lớp không có ai được chọn",
        en: "correct the total in the file of the gross sample; leave out classes nobody was "
          + "sampled in"),
      subject: category.variables.joined(separator: " "))
  }

  func classWithoutRespondentsFinding(_ category: MarginCategory, _ sampled: Double) -> Finding {
    let shown = ShownNumber(sampled)
    return Finding(
      WeightingFindingCode.classWithoutRespondents, at: category.source,
      message: LocalizedText(
        vi: "lớp không trả lời \(category.name) có mẫu nhưng không có người trả lời nào",
        en: "nonresponse class \(category.name) has a sample but no respondent"),
      found: LocalizedText(
        vi: "tổng trọng số mẫu \(shown.vi), 0 người trả lời",
        en: "sampled weight \(shown.en), 0 respondents"),
      remedy: LocalizedText(
        vi: "gộp lớp này với "
          + (category.mergeWith ?? "lớp gần nhất") + ", trong phiếu và trong tệp mẫu ban đầu",
        en: "merge the class with " + (category.mergeWith ?? "its nearest one")
          + ", in the interviews and in the file of the gross sample"),
      subject: category.variables.joined(separator: " "))
  }

  func sampledBelowRespondingFinding(
    _ category: MarginCategory, _ sampled: Double, _ responding: Double
  ) -> Finding {
    let (all, some) = (ShownNumber(sampled), ShownNumber(responding))
    return Finding(
      WeightingFindingCode.sampledBelowResponding, at: category.source,
      message: LocalizedText(
        vi: "lớp \(category.name) có mẫu nhỏ hơn số người trả lời",
        en: "class \(category.name) has a smaller sample than respondents"),
      found: LocalizedText(
        vi: "mẫu \(all.vi), người trả lời \(some.vi) (tổng trọng số)",
        en: "sampled \(all.en), responding \(some.en) (sums of weights)"),
      expected: LocalizedText(
        vi: "mẫu gồm cả người trả lời, cùng đơn vị với trọng số thiết kế",
        en: "a sample that includes the respondents, in the unit of the design weights"),
      remedy: LocalizedText(
        vi: "kiểm tra đơn vị và mã lớp của tệp mẫu ban đầu",
        en: "check the unit and the class codes of the file of the gross sample"),
      subject: category.variables.joined(separator: " "))
  }
}
