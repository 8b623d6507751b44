import SurveyModel
import XML

/// Every target says for which year it is, once.
func checkTargetYears(_ root: XMLElement) -> [Finding] {
  root.children(named: "target").compactMap { target in
    let id = target.word("id") ?? ""
    let year = target.integer("year")
    if let limit = target.yearlyLimit {
      let years = limit.children(named: "value").compactMap { $0.integer("year") }
      guard let year, !years.isEmpty, !years.contains(year) else { return nil }
      return Finding(
        PlanCode.minimumYearMissing, at: target.place(of: "year"),
        message: LocalizedText(
          vi:
            "mục tiêu “\(id)” là của năm \(year), nhưng <\(limit.name)> không có giá trị cho năm đó",
          en: "target “\(id)” is for \(year), but its <\(limit.name)> has no value for that year"),
        remedy: LocalizedText(
          vi: "thêm <value year=\"\(year)\">, hoặc bỏ year khỏi <target>",
          en: "add <value year=\"\(year)\">, or leave year out of <target>"), subject: id)
    }
    let rankYear = target.child("rank")?.integer("year")
    if let year, let rankYear, year != rankYear {
      return Finding(
        PlanCode.yearContradiction, at: target.child("rank")?.place(of: "year"),
        message: LocalizedText(
          vi: "<target> ghi năm \(year) nhưng <rank> ghi năm \(rankYear)",
          en: "<target> says \(year), but <rank> says \(rankYear)"),
        remedy: LocalizedText(vi: "giữ một năm", en: "keep one year"), subject: id)
    }
    guard year == nil, rankYear == nil else { return nil }
    let hasRule = ["increase", "hold", "rank"].contains { target.child($0) != nil }
    guard hasRule else { return nil }
    return Finding(
      PlanCode.yearMissing, at: target.place,
      message: LocalizedText(
        vi: "mục tiêu “\(id)” không ghi năm phải đạt", en: "target “\(id)” has no year"),
      remedy: LocalizedText(
        vi: "thêm year=\"…\" vào <target>", en: "add year=\"…\" to <target>"), subject: id)
  }
}

/// Percentages lie between 0 and 100, ranks within the number of units.
func checkPlanValues(_ root: XMLElement) -> [Finding] {
  let percentFigures = Set(
    root.children(named: "figure").filter { $0.word("unit") == "percent" }.compactMap {
      $0.word("id").map { "figure:\($0)" }
    })
  let isPercent: (String?) -> Bool = { measure in
    guard let measure else { return false }
    return !measure.hasPrefix("figure:") || percentFigures.contains(measure)
  }
  var findings: [Finding] = []
  for value in root.children(named: "baseline").flatMap({ $0.children(named: "value") })
  where isPercent(value.word("measure")) {
    findings += outsidePercent(value)
  }
  for figure in root.children(named: "figure") where figure.word("unit") == "percent" {
    findings += figure.children(named: "value").flatMap(outsidePercent)
  }
  for target in root.children(named: "target") {
    if isPercent(target.word("measure")) {
      findings += (target.yearlyLimit?.children(named: "value") ?? []).flatMap(outsidePercent)
      findings += unreachable(target, root: root)
    }
    findings += rankOrder(target) + rankOfEstimate(target)
  }
  return findings
}

private func outsidePercent(_ value: XMLElement) -> [Finding] {
  guard let number = strictNumber(value.text), !(0...100).contains(number) else { return [] }
  return [
    Finding(
      PlanCode.percentRange, at: value.textPlace,
      message: LocalizedText(
        vi: "tỷ lệ phần trăm phải nằm trong khoảng 0 đến 100",
        en: "a percentage lies between 0 and 100"),
      found: LocalizedText(vi: value.text, en: value.text),
      expected: LocalizedText(vi: "0 đến 100", en: "0 to 100"),
      remedy: LocalizedText(
        vi: "xem lại số và dấu chấm thập phân", en: "check the number and its decimal point"),
      subject: value.word("measure"))
  ]
}

private func unreachable(_ target: XMLElement, root: XMLElement) -> [Finding] {
  guard let increase = target.child("increase"), let step = increase.number("at-least"),
    let year = increase.integer("baseline"), let key = measureKey(target)
  else { return [] }
  let values = root.children(named: "baseline").filter { $0.integer("year") == year }
    .flatMap { $0.children(named: "value") }
  guard
    let baseline = values.first(where: { measureKey($0) == key }).flatMap({
      strictNumber($0.text)
    })
  else { return [] }
  let isRelative = increase.word("unit") == "percent"
  let threshold = isRelative ? baseline * (1 + step / 100) : baseline + step
  guard threshold > 100 else { return [] }
  return [
    Finding(
      PlanCode.unreachable, at: increase.place(of: "at-least"),
      message: LocalizedText(
        vi: "ngưỡng của mục tiêu vượt quá 100 %, không thể đạt",
        en: "the threshold of the target is above 100 %, out of reach"),
      found: LocalizedText(
        vi: "\(inVietnamese(baseline)) tăng \(inVietnamese(step))\(isRelative ? " %" : " điểm")",
        en: "\(shortened(baseline)) raised by \(shortened(step))\(isRelative ? " %" : " points")"),
      remedy: LocalizedText(
        vi: "xem lại mức tăng và đơn vị", en: "check the increase and its unit"),
      subject: target.word("id"))
  ]
}

/// A number without a needless ".0".
func shortened(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}

func inVietnamese(_ number: Double) -> String {
  shortened(number).replacing(".", with: ",")
}

private func rankOrder(_ target: XMLElement) -> [Finding] {
  guard let rank = target.child("rank"), let place = rank.integer("at-most"),
    let of = rank.integer("of"), place > of
  else { return [] }
  return [
    Finding(
      PlanCode.rankOrder, at: rank.place(of: "at-most"),
      message: LocalizedText(
        vi: "thứ hạng \(place) lớn hơn số đơn vị được xếp hạng (\(of))",
        en: "rank \(place) is greater than the number of units ranked (\(of))"),
      remedy: LocalizedText(vi: "sửa at-most hoặc of", en: "correct at-most or of"),
      subject: target.word("id"))
  ]
}

private func rankOfEstimate(_ target: XMLElement) -> [Finding] {
  guard let rank = target.child("rank"), let measure = target.word("measure"),
    !measure.hasPrefix("figure:")
  else { return [] }
  return [
    Finding(
      PlanCode.rankOfEstimate, at: rank.place,
      message: LocalizedText(
        vi: "một cuộc khảo sát không cho biết thứ hạng của “\(measure)” giữa các đơn vị",
        en: "one survey cannot tell the rank of “\(measure)” among units"),
      expected: LocalizedText(vi: "measure=\"figure:…\"", en: "measure=\"figure:…\""),
      remedy: LocalizedText(
        vi: "thêm <figure unit=\"rank\"> với thứ hạng đã công bố và dùng nó làm measure",
        en: "add a <figure unit=\"rank\"> with the published rank and name it as the measure"),
      subject: target.word("id"))
  ]
}
