internal import SurveyModel

/// Targets that wait for a figure, a judgement or another year: one finding for all of one kind.
///
/// A plan of a hundred targets may have ninety that no survey measures; ninety findings would hide
/// the one that matters. Which target waits for what stands in ``TargetResult/noDataReason``.
func waitingFindings(_ results: [TargetResult]) -> [Finding] {
  let noData = results.filter { $0.verdict == .noData }
  func group(_ belongs: (NoDataReason) -> Bool) -> [TargetResult] {
    noData.filter { $0.noDataReason.map(belongs) ?? false }
  }
  let baselines = group { if case .baselineMissing = $0 { true } else { false } }
  let figures = group { if case .figureMissing = $0 { true } else { false } }
  let judgements = group { if case .judgementMissing = $0 { true } else { false } }
  let unset = group { if case .noValueForYear = $0 { true } else { false } }
  return [
    baselineFinding(baselines), figureFinding(figures), judgementFinding(judgements),
    unsetFinding(unset),
  ].compactMap { $0 }
}

private func baselineFinding(_ results: [TargetResult]) -> Finding? {
  let (measures, years) = missing(results)
  return waitingFinding(
    AssessmentCodes.noBaseline, results.map(\.target),
    vi: "so sánh với năm \(years) nhưng chưa có số liệu của năm đó",
    en: "compared with \(years), whose figures are not there yet",
    found: LocalizedText(vi: "thiếu: \(measures)", en: "missing: \(measures)"),
    remedy: LocalizedText(
      vi:
        "nhập số liệu năm \(years) bằng lệnh sipas figures enter, hoặc ghi vào <baseline> của kế hoạch",
      en: "enter the \(years) figures with sipas figures enter, or write them into a <baseline>"))
}

private func figureFinding(_ results: [TargetResult]) -> Finding? {
  let (measures, years) = missing(results)
  return waitingFinding(
    AssessmentCodes.noFigure, results.map(\.target), vi: "chưa có số liệu năm \(years)",
    en: "without a figure of \(years)",
    found: LocalizedText(vi: "thiếu: \(measures)", en: "missing: \(measures)"),
    remedy: LocalizedText(
      vi: "nhập số liệu bằng lệnh sipas figures enter khi có báo cáo, công bố",
      en: "enter the figures with sipas figures enter once they are reported or published"))
}

private func judgementFinding(_ results: [TargetResult]) -> Finding? {
  waitingFinding(
    AssessmentCodes.noJudgement, results.map(\.target),
    vi: "là yêu cầu bằng lời, chưa có người đánh giá",
    en: "in words, not judged by a person yet",
    remedy: LocalizedText(
      vi: "ghi đánh giá bằng lệnh sipas figures judge, kèm căn cứ",
      en: "record the judgement with sipas figures judge, with what it rests on"))
}

private func unsetFinding(_ results: [TargetResult]) -> Finding? {
  let years = distinct(results.compactMap { $0.noDataReason?.year }.map { "\($0)" })
  return waitingFinding(
    AssessmentCodes.noValueForYear, results.map(\.target),
    vi: "không đặt mức cho năm \(years)", en: "with no value set for \(years)",
    remedy: LocalizedText(
      vi: "thêm mức của năm \(years) vào mục tiêu, nếu kế hoạch có",
      en: "add the value of \(years) to the target, if the plan has one"))
}

func otherYearFindings(_ targets: [Target], surveyYear: Int) -> [Finding] {
  let years = distinct(targets.compactMap(\.year).sorted().map { "\($0)" })
  let finding = waitingFinding(
    AssessmentCodes.otherYear, targets,
    vi: "của năm \(years), khảo sát này là của năm \(surveyYear)",
    en: "for \(years), this survey is of \(surveyYear)",
    remedy: LocalizedText(
      vi: "không cần làm gì nếu đúng như vậy; nếu không, sửa year của mục tiêu trong tệp kế hoạch",
      en: "nothing to do if that is so; otherwise correct the target's year in the plan"))
  return finding.map { [$0] } ?? []
}

private func waitingFinding(
  _ code: FindingCode, _ targets: [Target], vi: String, en: String, found: LocalizedText? = nil,
  remedy: LocalizedText
) -> Finding? {
  guard let first = targets.first else { return nil }
  let ids = shortList(targets.map(\.id))
  let message =
    targets.count == 1
    ? LocalizedText(vi: "mục tiêu \(ids) \(vi)", en: "target \(ids) is \(en)")
    : LocalizedText(
      vi: "\(targets.count) mục tiêu \(vi): \(ids)",
      en: "\(targets.count) targets are \(en): \(ids)")
  return Finding(
    code, at: first.place, message: message, found: found, remedy: remedy,
    subject: targets.count == 1 ? first.id : nil)
}

private func missing(_ results: [TargetResult]) -> (measures: String, years: String) {
  let reasons = results.compactMap(\.noDataReason)
  var seen: Set<String> = []
  let measures = reasons.compactMap(\.measure).filter { seen.insert($0).inserted }
  return (shortList(measures), distinct(reasons.compactMap { $0.year }.sorted().map { "\($0)" }))
}

private func distinct(_ texts: [String]) -> String {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }.joined(separator: ", ")
}

/// The first twelve names of a long list.
private func shortList(_ names: [String]) -> String {
  names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
}
