import SurveyModel

extension MarginCategory {
  /// The margin, or the classes, of the category.
  var margin: String { variables.joined(separator: " × ") }

  /// What to do with a category too small to stand alone.
  var mergeRemedy: LocalizedText {
    guard let mergeWith else {
      return LocalizedText(
        vi: "gộp nhóm này với nhóm gần nhất trong câu hỏi và trong tệp dân số",
        en: "merge the category with its nearest one, in the interviews and in the population "
          + "file")
    }
    return LocalizedText(
      vi: "gộp nhóm này với \(mergeWith), trong câu hỏi và trong tệp dân số",
      en: "merge the category with \(mergeWith), in the interviews and in the population file")
  }
}

extension WeightingFault {
  func missingPopulationFinding(_ category: MarginCategory, _ respondents: Int) -> Finding {
    Finding(
      WeightingFindingCode.missingPopulation, at: category.source,
      message: LocalizedText(
        vi: "nhóm \(category.name) có người trả lời nhưng không có trong tệp dân số",
        en: "category \(category.name) has respondents but is not in the population file"),
      found: LocalizedText(
        vi: "\(respondents) người trả lời", en: "\(respondents) respondents"),
      remedy: LocalizedText(
        vi: "thêm dòng của nhóm này vào tệp dân số, hoặc sửa mã trong phiếu",
        en: "add a line for this category to the population file, or correct the code in the "
          + "interviews"),
      subject: category.variables.joined(separator: " "))
  }

  func badTotalFinding(_ category: MarginCategory, _ total: Double) -> Finding {
    Finding(
      WeightingFindingCode.badTotal, at: category.source,
      message: LocalizedText(
        vi: "tổng dân số của nhóm \(category.name) không phải là số dương",
        en: "the population total of category \(category.name) is not a positive number"),
      found: LocalizedText(vi: ShownNumber(total).vi, en: ShownNumber(total).en),
      expected: LocalizedText(vi: "số lớn hơn 0", en: "a number above 0"),
      remedy: LocalizedText(
        vi: "sửa tổng trong tệp dân số; bỏ dòng của nhóm không tồn tại",
        en: "correct the total in the population file; leave out categories that do not exist"),
      subject: category.variables.joined(separator: " "))
  }

  func emptyLevelFinding(_ category: MarginCategory, _ population: Double) -> Finding {
    let shown = ShownNumber(population)
    return Finding(
      WeightingFindingCode.emptyLevel, at: category.source,
      message: LocalizedText(
        vi: "nhóm \(category.name) có dân số nhưng không có người trả lời nào",
        en: "category \(category.name) has a population but no respondent"),
      found: LocalizedText(
        vi: "dân số \(shown.vi), 0 người trả lời", en: "population \(shown.en), 0 respondents"),
      remedy: category.mergeRemedy, subject: category.variables.joined(separator: " "))
  }

  func noLevelFinding(
    _ variables: [String], _ rows: String, _ count: Int, _ source: SourceLocation?
  ) -> Finding {
    let names = variables.joined(separator: " × ")
    return Finding(
      WeightingFindingCode.noLevel, at: source,
      message: LocalizedText(
        vi: "\(count) phiếu không có giá trị của \(names) nên không vào được nhóm nào",
        en: "\(count) interviews have no value of \(names) and fall in no category"),
      found: LocalizedText(vi: "phiếu \(rows)", en: "interviews \(rows)"),
      remedy: LocalizedText(
        vi: "bổ sung giá trị, đặt biến là bắt buộc (required), hoặc bỏ biến này khỏi các biên",
        en: "fill in the value, make the variable required, or leave it out of the margins"),
      subject: variables.joined(separator: " "))
  }

  func totalsDifferFinding(
    _ first: String, _ firstTotal: Double, _ second: String, _ secondTotal: Double,
    _ source: SourceLocation?
  ) -> Finding {
    let totals = (ShownNumber(firstTotal), ShownNumber(secondTotal))
    return Finding(
      WeightingFindingCode.totalsDiffer, at: source,
      message: LocalizedText(
        vi: "tổng dân số theo \(first) và theo \(second) khác nhau",
        en: "the population totals by \(first) and by \(second) differ"),
      found: LocalizedText(
        vi: "\(first): \(totals.0.vi); \(second): \(totals.1.vi)",
        en: "\(first): \(totals.0.en); \(second): \(totals.1.en)"),
      expected: LocalizedText(
        vi: "cùng một tổng (sai khác tương đối không quá 0,000001)",
        en: "one total (relative difference at most 0.000001)"),
      remedy: LocalizedText(
        vi: "lấy các tệp dân số từ cùng một nguồn và cùng một thời điểm",
        en: "take the population files from one source and one date"),
      subject: second)
  }
}
