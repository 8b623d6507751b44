import SurveyModel

extension WeightingFault {
  /// The fault for a person to read.
  func finding(interview: (Int) -> String) -> Finding {
    switch self {
    case .badWeights(let rows, let values, let count):
      badWeightsFinding(
        zip(rows, values).map { "\(interview($0)) (\($1))" }.joined(separator: ", "), count)
    case .noRespondents:
      Finding(
        WeightingFindingCode.noRespondents, at: nil,
        message: LocalizedText(
          vi: "không có phiếu nào để tính trọng số", en: "there is no interview to weight"),
        remedy: LocalizedText(
          vi: "nhập các tệp trả lời trước, hoặc xem các phiếu bị loại",
          en: "import the response files first, or look at the rejected rows"))
    case .rowsWithoutLevel(let variables, let rows, let count, let source):
      noLevelFinding(variables, rows.map(interview).joined(separator: ", "), count, source)
    case .missingPopulation(let category, let respondents):
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
    case .badTotal(let category, let total):
      Finding(
        WeightingFindingCode.badTotal, at: category.source,
        message: LocalizedText(
          vi: "tổng dân số của nhóm \(category.name) không phải là số dương",
          en: "the population total of category \(category.name) is not a positive number"),
        found: LocalizedText(vi: "\(total)", en: "\(total)"),
        expected: LocalizedText(vi: "số lớn hơn 0", en: "a number above 0"),
        remedy: LocalizedText(
          vi: "sửa tổng trong tệp dân số; bỏ dòng của nhóm không tồn tại",
          en: "correct the total in the population file; leave out categories that do not exist"),
        subject: category.variables.joined(separator: " "))
    case .emptyLevel(let category, let population):
      Finding(
        WeightingFindingCode.emptyLevel, at: category.source,
        message: LocalizedText(
          vi: "nhóm \(category.name) có dân số nhưng không có người trả lời nào",
          en: "category \(category.name) has a population but no respondent"),
        found: LocalizedText(
          vi: "dân số \(population), 0 người trả lời",
          en: "population \(population), 0 respondents"),
        remedy: LocalizedText(
          vi: "gộp nhóm này với nhóm gần nhất trong câu hỏi và trong tệp dân số",
          en: "merge the category with its nearest one, in the interviews and in the population "
            + "file"),
        subject: category.variables.joined(separator: " "))
    case .totalsDiffer(let first, let firstTotal, let second, let secondTotal, let source):
      totalsDifferFinding(
        first.joined(separator: " × "), firstTotal, second.joined(separator: " × "), secondTotal,
        source)
    case .notConverged(let failure):
      failure.finding
    }
  }

  private func badWeightsFinding(_ rows: String, _ count: Int) -> Finding {
    Finding(
      WeightingFindingCode.badWeight, at: nil,
      message: LocalizedText(
        vi: "\(count) phiếu có trọng số thiết kế trống, bằng 0, âm hoặc vô hạn",
        en: "\(count) interviews have a design weight that is blank, zero, negative or infinite"),
      found: LocalizedText(vi: "phiếu \(rows)", en: "interviews \(rows)"),
      expected: LocalizedText(vi: "số lớn hơn 0", en: "a number above 0"),
      remedy: LocalizedText(
        vi: "sửa trọng số trong tệp trả lời, hoặc loại các phiếu này có lý do",
        en: "correct the weights in the response files, or take these interviews out with a reason"
      ))
  }

  private func noLevelFinding(
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

  private func totalsDifferFinding(
    _ first: String, _ firstTotal: Double, _ second: String, _ secondTotal: Double,
    _ source: SourceLocation?
  ) -> Finding {
    Finding(
      WeightingFindingCode.totalsDiffer, at: source,
      message: LocalizedText(
        vi: "tổng dân số theo \(first) và theo \(second) khác nhau",
        en: "the population totals by \(first) and by \(second) differ"),
      found: LocalizedText(
        vi: "\(first): \(firstTotal); \(second): \(secondTotal)",
        en: "\(first): \(firstTotal); \(second): \(secondTotal)"),
      expected: LocalizedText(
        vi: "cùng một tổng (sai khác tương đối không quá 0,000001)",
        en: "one total (relative difference at most 0.000001)"),
      remedy: LocalizedText(
        vi: "lấy các tệp dân số từ cùng một nguồn và cùng một thời điểm",
        en: "take the population files from one source and one date"),
      subject: second)
  }
}

extension RakingFailure {
  var finding: Finding {
    let cells = emptyCells.joined(separator: "; ")
    let more = emptyCellCount - emptyCells.count
    let cellsVi =
      emptyCells.isEmpty
      ? "không có ô kết hợp nào trống"
      : "ô không có người trả lời: \(cells)" + (more > 0 ? " và \(more) ô khác" : "")
    let cellsEn =
      emptyCells.isEmpty
      ? "no empty combination"
      : "combinations without respondents: \(cells)" + (more > 0 ? " and \(more) more" : "")
    return Finding(
      WeightingFindingCode.notConverged, at: category.source,
      message: LocalizedText(
        vi: "cân chỉnh không hội tụ sau \(iterations) vòng; xa nhất là nhóm \(category.name) của "
          + "biên \(category.variables.joined(separator: " × "))",
        en: "raking did not converge in \(iterations) rounds; farthest off is category "
          + "\(category.name) of margin \(category.variables.joined(separator: " × "))"),
      found: LocalizedText(
        vi: "tổng có trọng số \(weightedTotal), sai số tương đối \(relativeError); \(cellsVi)",
        en: "weighted total \(weightedTotal), relative error \(relativeError); \(cellsEn)"),
      expected: LocalizedText(
        vi: "dân số \(population), sai số tương đối không quá \(tolerance)",
        en: "population \(population), relative error at most \(tolerance)"),
      remedy: LocalizedText(
        vi: "gộp các nhóm nhỏ, bỏ bớt một biên, hoặc kiểm tra tệp dân số; chỉ tăng số vòng khi sai "
          + "số đang giảm",
        en: "merge small categories, drop a margin, or check the population files; allow more "
          + "rounds only if the error was still falling"),
      subject: category.variables.joined(separator: " "))
  }
}
