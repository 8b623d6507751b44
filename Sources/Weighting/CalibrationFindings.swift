import SurveyModel

extension ConvergenceFailure {
  var finding: Finding {
    let isRaking = step == "rake"
    let (total, population) = (ShownNumber(weightedTotal), ShownNumber(population))
    let (error, allowed) = (ShownNumber(relativeError), ShownNumber(tolerance))
    let empty = emptyCombinations
    let merge = category.mergeWith
    return Finding(
      isRaking ? WeightingFindingCode.notConverged : WeightingFindingCode.calibrationNotConverged,
      at: category.source,
      message: LocalizedText(
        vi: (isRaking
          ? "cân chỉnh không hội tụ sau \(iterations) vòng"
          : "hiệu chuẩn (calibrate) không hội tụ sau \(iterations) bước")
          + "; xa nhất là nhóm \(category.name) của biên \(category.margin)",
        en: (isRaking
          ? "raking did not converge in \(iterations) rounds"
          : "calibration did not converge in \(iterations) steps")
          + "; farthest off is category \(category.name) of margin \(category.margin)"),
      found: LocalizedText(
        vi: "\(respondents) người trả lời, tổng có trọng số \(total.vi), sai số tương đối "
          + "\(error.vi); \(empty.vi ?? "")",
        en: "\(respondents) respondents, weighted total \(total.en), relative error "
          + "\(error.en); \(empty.en ?? "")"),
      expected: LocalizedText(
        vi: "dân số \(population.vi), sai số tương đối không quá \(allowed.vi)",
        en: "population \(population.en), relative error at most \(allowed.en)"),
      remedy: LocalizedText(
        vi: (merge.map { "gộp nhóm \(category.name) với \($0)" } ?? "gộp các nhóm nhỏ")
          + ", bỏ bớt một biên, hoặc kiểm tra tệp dân số; chỉ tăng số vòng (max-iterations) khi "
          + "sai số đang giảm",
        en: (merge.map { "merge category \(category.name) with \($0)" }
          ?? "merge small categories")
          + ", drop a margin, or check the population files; allow more rounds (max-iterations) "
          + "only if the error was still falling"),
      subject: category.variables.joined(separator: " "))
  }

  private var emptyCombinations: LocalizedText {
    guard !emptyCells.isEmpty else {
      return LocalizedText(vi: "không có ô kết hợp nào trống", en: "no empty combination")
    }
    let cells = emptyCells.joined(separator: "; ")
    let more = emptyCellCount - emptyCells.count
    return LocalizedText(
      vi: "ô không có người trả lời: \(cells)" + (more > 0 ? " và \(more) ô khác" : ""),
      en: "combinations without respondents: \(cells)" + (more > 0 ? " and \(more) more" : ""))
  }
}

extension BoundsFailure {
  var finding: Finding {
    let (total, wanted) = (ShownNumber(weightedTotal), ShownNumber(population))
    let ratio = ShownNumber(population / weightedTotal)
    let given = LocalizedText(
      vi: [
        lower.map { "lower = \(ShownNumber($0).vi)" },
        upper.map { "upper = \(ShownNumber($0).vi)" },
      ].compactMap(\.self).joined(separator: ", "),
      en: [
        lower.map { "lower = \(ShownNumber($0).en)" },
        upper.map { "upper = \(ShownNumber($0).en)" },
      ].compactMap(\.self).joined(separator: ", "))
    let merge = category.mergeWith
    return Finding(
      WeightingFindingCode.boundsTooNarrow, at: category.source,
      message: LocalizedText(
        vi: "không có trọng số nào trong giới hạn \(given.vi ?? "") đạt được các biên; xem nhóm "
          + "\(category.name) của biên \(category.margin)",
        en: "no weights within the bounds \(given.en ?? "") meet the margins; see category "
          + "\(category.name) of margin \(category.margin)"),
      found: LocalizedText(
        vi:
          "\(respondents) người trả lời, tổng có trọng số \(total.vi), dân số \(wanted.vi): tỷ số "
          + ratio.vi,
        en:
          "\(respondents) respondents, weighted total \(total.en), population \(wanted.en): ratio "
          + ratio.en),
      expected: required,
      remedy: LocalizedText(
        vi: "nới giới hạn, " + (merge.map { "gộp nhóm \(category.name) với \($0), " } ?? "")
          + "hoặc thêm bước poststratify trước nếu trọng số thiết kế chưa cộng thành dân số",
        en: "widen the bounds, "
          + (merge.map { "merge category \(category.name) with \($0), " } ?? "")
          + "or put a poststratify step first if the design weights do not add up to the "
          + "population"),
      subject: category.variables.joined(separator: " "))
  }

  /// The bound it would take; each alone, and at the least.
  private var required: LocalizedText? {
    let upper = requiredUpper.map(ShownNumber.init)
    let lower = requiredLower.map(ShownNumber.init)
    let vi = [
      upper.map { "upper ít nhất là \($0.vi)" }, lower.map { "lower nhiều nhất là \($0.vi)" },
    ].compactMap(\.self).joined(separator: ", hoặc ")
    let en = [
      upper.map { "upper at least \($0.en)" }, lower.map { "lower at most \($0.en)" },
    ].compactMap(\.self).joined(separator: ", or ")
    return vi.isEmpty ? nil : LocalizedText(vi: vi, en: en)
  }
}

extension NotPositiveFailure {
  var finding: Finding {
    let ratio = ShownNumber(smallestRatio)
    let merge = category.mergeWith
    return Finding(
      WeightingFindingCode.notPositive, at: category.source,
      message: LocalizedText(
        vi: "hiệu chuẩn tuyến tính (linear) cho \(affected) phiếu trọng số bằng 0 hoặc âm, nhiều "
          + "nhất ở nhóm \(category.name) của biên \(category.margin)",
        en: "linear calibration gives \(affected) interviews a weight of zero or below, most of "
          + "all in category \(category.name) of margin \(category.margin)"),
      found: LocalizedText(
        vi: "nhóm có \(respondents) người trả lời; tỷ số trọng số mới trên cũ nhỏ nhất \(ratio.vi)",
        en: "the category has \(respondents) respondents; smallest ratio of new to old weight "
          + ratio.en),
      expected: LocalizedText(vi: "tỷ số lớn hơn 0", en: "a ratio above 0"),
      remedy: LocalizedText(
        vi: "đặt lower lớn hơn 0, dùng method=\"raking\" hoặc \"logit\""
          + (merge.map { ", hoặc gộp nhóm \(category.name) với \($0)" } ?? ""),
        en: "set lower above 0, use method=\"raking\" or \"logit\""
          + (merge.map { ", or merge category \(category.name) with \($0)" } ?? "")),
      subject: category.variables.joined(separator: " "))
  }
}
