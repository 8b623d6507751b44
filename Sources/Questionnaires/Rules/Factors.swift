import SurveyModel
import XML

/// Every factor's area exists.
func checkAreasKnown(_ source: QuestionnaireSource) -> [Finding] {
  let names = source.areas.compactMap { $0.word("id") }
  return source.factors.compactMap { factor in
    guard let area = factor.word("area"), !names.contains(area) else { return nil }
    let list = names.joined(separator: ", ")
    return Finding(
      QuestionnaireCode.areaUnknown, at: factor.place(of: "area"),
      message: LocalizedText(
        vi: "lĩnh vực “\(area)” không có trong phiếu", en: "there is no area “\(area)”"),
      expected: names.isEmpty ? nil : LocalizedText(vi: list, en: list),
      remedy: nearestName(to: area, among: names).map(didYouMean)
        ?? LocalizedText(vi: "thêm <area id=\"\(area)\">", en: "add <area id=\"\(area)\">"),
      subject: area)
  }
}

/// A weighted overall index needs a weight on every factor, and weights that add up to 1.
func checkIndexWeights(_ source: QuestionnaireSource) -> [Finding] {
  guard let overall = source.overallMeasure else { return [] }
  guard overall == .weighted else {
    return source.factors.compactMap { factor in
      guard let weight = factor.attribute("weight") else { return nil }
      return Finding(
        QuestionnaireCode.weightUnused, at: weight.place,
        message: LocalizedText(
          vi: "weight không có tác dụng vì chỉ số chung tính theo \(overall.rawValue)",
          en: "the weight has no effect: the overall index is \(overall.rawValue)"),
        remedy: LocalizedText(
          vi: "xoá weight, hoặc viết <overall measure=\"weighted\"/>",
          en: "delete it, or write <overall measure=\"weighted\"/>"),
        subject: factor.word("id"))
    }
  }
  let lacking = source.factors.filter { $0.attribute("weight") == nil }
  guard lacking.isEmpty else {
    return lacking.map { factor in
      let id = factor.word("id") ?? ""
      return Finding(
        QuestionnaireCode.weightMissing, at: factor.place,
        message: LocalizedText(
          vi: "yếu tố “\(id)” không có weight, trong khi chỉ số chung tính theo trọng số",
          en: "factor “\(id)” has no weight, but the overall index is weighted"),
        remedy: LocalizedText(
          vi: "thêm weight=\"…\"; tổng các trọng số phải bằng 1",
          en: "add weight=\"…\"; the weights must add up to 1"), subject: id)
    }
  }
  let weights = source.factors.compactMap { $0.number("weight") }
  let sum = weights.reduce(0, +)
  guard weights.count == source.factors.count, !(abs(sum - 1) <= 1e-9) else { return [] }
  let shown = String((sum * 1e9).rounded() / 1e9)
  return [
    Finding(
      QuestionnaireCode.weightSum, at: source.index?.child("overall")?.place ?? source.root.place,
      message: LocalizedText(
        vi: "tổng trọng số của các yếu tố là \(shown), không phải 1",
        en: "the weights of the factors add up to \(shown), not 1"),
      found: LocalizedText(vi: shown, en: shown), expected: LocalizedText(vi: "1", en: "1"),
      remedy: LocalizedText(
        vi: "sửa weight của các yếu tố cho tổng bằng 1",
        en: "correct the weights so that they add up to 1"),
      subject: "weight")
  ]
}

/// A factor measured by one item names an item of its own.
func checkOverallItems(_ source: QuestionnaireSource) -> [Finding] {
  source.factors.compactMap { factor in
    let id = factor.word("id") ?? ""
    let items = factor.children(named: "item").compactMap { $0.word("id") }
    guard let named = factor.word("overall-item") else {
      guard source.factorMeasure == .item else { return nil }
      return Finding(
        QuestionnaireCode.overallItemMissing, at: factor.place,
        message: LocalizedText(
          vi:
            "yếu tố “\(id)” thiếu overall-item, trong khi yếu tố được tính theo một tiêu chí chung",
          en: "factor “\(id)” lacks overall-item, but factors are measured by one general item"),
        expected: LocalizedText(
          vi: items.joined(separator: ", "), en: items.joined(separator: ", ")),
        remedy: LocalizedText(
          vi: "thêm overall-item=\"…\" với mã một tiêu chí của yếu tố",
          en: "add overall-item=\"…\" with an item of the factor"), subject: id)
    }
    guard !items.contains(named) else { return nil }
    return Finding(
      QuestionnaireCode.overallItemUnknown, at: factor.place(of: "overall-item"),
      message: LocalizedText(
        vi: "“\(named)” không phải là tiêu chí của yếu tố “\(id)”",
        en: "“\(named)” is not an item of factor “\(id)”"),
      expected: LocalizedText(vi: items.joined(separator: ", "), en: items.joined(separator: ", ")),
      remedy: nearestName(to: named, among: items).map(didYouMean)
        ?? LocalizedText(vi: "chọn một tiêu chí của yếu tố", en: "choose an item of the factor"),
      subject: named)
  }
}
