package import SurveyModel
import XML

/// A target's baseline exists, is earlier, and has a value for what the target measures.
///
/// Where the plan says that the document gives no figures (`status="awaited"`), and for figures that
/// offices enter, the missing value is awaited, not a fault.
func checkBaselines(_ root: XMLElement) -> [Finding] {
  let baselines = root.children(named: "baseline")
  let figures = Dictionary(
    root.children(named: "figure").map { ("figure:" + ($0.word("id") ?? ""), $0) },
    uniquingKeysWith: { first, _ in first })
  let byYear = Dictionary(grouping: baselines) { $0.integer("year") }
  let keysOfYear = byYear.mapValues { baselines in
    Set(baselines.flatMap { $0.children(named: "value") }.compactMap(measureKey))
  }
  var findings = baselines.flatMap(checkAwaited)
  var awaited: [(year: Int, targets: [XMLElement])] = []
  for target in root.children(named: "target") {
    guard let rule = target.child("increase") ?? target.child("hold"),
      let year = rule.integer("baseline")
    else { continue }
    if let targetYear = target.integer("year"), year >= targetYear {
      findings.append(notEarlier(target, rule, year: year, targetYear: targetYear))
    }
    let figure = target.word("measure").flatMap { figures[$0] }
    // The figure's own value for the year serves as its baseline.
    if let figure, figure.children(named: "value").contains(where: { $0.integer("year") == year }) {
      continue
    }
    let matching = byYear[year] ?? []
    if let key = measureKey(target), keysOfYear[year]?.contains(key) == true { continue }
    if figure != nil || matching.contains(where: { $0.word("status") == "awaited" }) {
      if let group = awaited.firstIndex(where: { $0.year == year }) {
        awaited[group].targets.append(target)
      } else {
        awaited.append((year, [target]))
      }
    } else if matching.isEmpty {
      findings.append(
        unknown(target, rule, year: year, years: baselines.compactMap { $0.integer("year") }))
    } else {
      findings.append(measureMissing(target, year: year))
    }
  }
  return findings
    + awaited.map { group in
      awaitedFinding(
        group.targets.compactMap { $0.word("id") }, year: group.year,
        at: group.targets.first?.place)
    }
}

private func checkAwaited(_ baseline: XMLElement) -> [Finding] {
  guard baseline.word("status") == "awaited" else { return [] }
  return baseline.children(named: "value").map { value in
    Finding(
      PlanCode.baselineAwaitedValue, at: value.place,
      message: LocalizedText(
        vi: "số liệu gốc ghi status=\"awaited\" (chờ nhập) nhưng đã có giá trị",
        en: "the baseline has status=\"awaited\" but holds a value"),
      remedy: LocalizedText(
        vi: "bỏ giá trị, hoặc ghi nguồn gốc thật của số liệu trong status",
        en: "leave the value out, or give the true origin of the figures in status"),
      subject: value.word("measure"))
  }
}

private func notEarlier(
  _ target: XMLElement, _ rule: XMLElement, year: Int, targetYear: Int
) -> Finding {
  Finding(
    PlanCode.baselineNotEarlier, at: rule.place(of: "baseline"),
    message: LocalizedText(
      vi: "năm gốc \(year) không đứng trước năm phải đạt \(targetYear)",
      en: "the baseline year \(year) is not before the target's year \(targetYear)"),
    remedy: LocalizedText(vi: "sửa một trong hai năm", en: "correct one of the two years"),
    subject: target.word("id"))
}

private func unknown(
  _ target: XMLElement, _ rule: XMLElement, year: Int, years: [Int]
) -> Finding {
  let list = years.map { String($0) }.joined(separator: ", ")
  return Finding(
    PlanCode.baselineUnknown, at: rule.place(of: "baseline"),
    message: LocalizedText(
      vi: "kế hoạch không có số liệu gốc của năm \(year)",
      en: "the plan has no baseline for \(year)"),
    expected: years.isEmpty ? nil : LocalizedText(vi: list, en: list),
    remedy: LocalizedText(
      vi:
        "thêm <baseline year=\"\(year)\" …> (status=\"awaited\" nếu văn bản không cho số), hoặc sửa năm",
      en:
        "add <baseline year=\"\(year)\" …> (status=\"awaited\" where the document gives no figures), or correct the year"
    ),
    subject: target.word("id"))
}

private func measureMissing(_ target: XMLElement, year: Int) -> Finding {
  let measure = measureKey(target) ?? ""
  return Finding(
    PlanCode.baselineMeasureMissing, at: target.place(of: "measure"),
    message: LocalizedText(
      vi: "số liệu gốc năm \(year) không có giá trị cho “\(measure)”",
      en: "the baseline of \(year) has no value for “\(measure)”"),
    remedy: LocalizedText(
      vi: "thêm <value measure=\"…\"> vào <baseline year=\"\(year)\">",
      en: "add <value measure=\"…\"> to <baseline year=\"\(year)\">"),
    subject: target.word("id"))
}

/// The notice of ``checkBaselines(_:)`` once figures on record are part of the plan: what is awaited
/// still.
///
/// - Parameters:
///   - plan: With the figures on record.
///   - isAsked: Which targets it speaks of.
/// - Returns: One notice for each baseline year.
package func awaitedBaselineFindings(
  _ plan: Plan, where isAsked: (Target) -> Bool
) -> [Finding] {
  var groups: [(year: Int, targets: [Target])] = []
  for target in plan.targetsAwaitingBaseline where isAsked(target) {
    guard let year = target.rule.baselineYear else { continue }
    if let group = groups.firstIndex(where: { $0.year == year }) {
      groups[group].targets.append(target)
    } else {
      groups.append((year, [target]))
    }
  }
  return groups.map {
    awaitedFinding($0.targets.map(\.id), year: $0.year, at: $0.targets.first?.place)
  }
}

private func awaitedFinding(_ ids: [String], year: Int, at place: SourceLocation?) -> Finding {
  let list = ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
  return Finding(
    PlanCode.baselineAwaited, at: place,
    message: LocalizedText(
      vi:
        "\(ids.count) mục tiêu so với năm \(year), kế hoạch không ghi số liệu của năm đó: \(list)",
      en: "the plan gives no \(year) figures to compare with (targets: \(ids.count)): \(list)"),
    remedy: LocalizedText(
      vi:
        "nhập số liệu năm \(year) bằng lệnh sipas figures enter; chưa nhập thì chưa đánh giá được",
      en: "enter the \(year) figures with sipas figures enter; until then there is no verdict"))
}
