import DelimitedText
package import SurveyModel
import XML

/// A judgement as asked for, before it is on record.
package struct JudgementRequest: Sendable, Hashable {
  /// Id of a target.
  package var target: String
  package var year: Int
  package var isMet: Bool
  package var reason: String

  package init(target: String, year: Int, isMet: Bool, reason: String) {
    self.target = target
    self.year = year
    self.isMet = isMet
    self.reason = reason
  }
}

/// Checks a judgement against the plan and what is on record already.
///
/// - Parameters:
///   - request: The target must be a requirement in words: every other is judged by its figure.
///   - plan: The plan of the target.
///   - held: The judgements of the plan that hold.
///   - at: ISO 8601, UTC.
///   - by: Who judges.
/// - Returns: What to record; `nil` when there is an error, or it has been judged so with the same
///   reason already.
package func checkJudgement(
  _ request: JudgementRequest, plan: Plan, held: [TargetJudgement], at: String, by: String
) -> (judgement: TargetJudgement?, findings: [Finding]) {
  var findings: [Finding] = []
  let folded = TextFolding.caseFolded(request.target)
  let target =
    plan.targets.first { $0.id == request.target }
    ?? plan.targets.first { TextFolding.caseFolded($0.id) == folded }
  let reason = oneLine(request.reason)
  if reason.isEmpty || reason.count > longestFigureReason {
    findings.append(.noJudgementReason())
  }
  if !(1990...2100).contains(request.year) {
    findings.append(.badYear(PlacedText("\(request.year)")))
  }
  guard let target else {
    return (nil, findings + [.unknownTarget(request.target, plan)])
  }
  guard case .qualitative = target.rule else {
    return (nil, findings + [.measuredTarget(target)])
  }
  if let years = target.thresholdYears, !years.contains(request.year) {
    findings.append(.otherYear(target, years, request.year))
  }
  guard !findings.contains(where: { $0.severity == .error }) else { return (nil, findings) }
  let earlier = held.first { $0.target == target.id && $0.year == request.year }
  if let earlier, earlier.isMet == request.isMet, earlier.reason == reason {
    return (nil, findings + [.judgedSo(earlier)])
  }
  return (
    TargetJudgement(
      plan: plan.id, target: target.id, year: request.year, isMet: request.isMet, reason: reason,
      at: at, by: by, replaces: earlier?.number), findings
  )
}

extension Finding {
  fileprivate static func noJudgementReason() -> Finding {
    Finding(
      FigureCodes.noReason, at: nil,
      message: LocalizedText(vi: "đánh giá phải có lý do", en: "a judgement needs a reason"),
      expected: LocalizedText(
        vi: "một câu, không quá \(longestFigureReason) ký tự",
        en: "a sentence of at most \(longestFigureReason) characters"),
      remedy: LocalizedText(
        vi: "ghi căn cứ bằng --reason, ví dụ văn bản, báo cáo",
        en: "say what it rests on with --reason, for example a document or a report"))
  }

  fileprivate static func unknownTarget(_ name: String, _ plan: Plan) -> Finding {
    let near = nearestName(to: name, among: plan.targets.map(\.id))
    return Finding(
      FigureCodes.unknownTarget, at: nil,
      message: LocalizedText(
        vi: "kế hoạch không có mục tiêu “\(oneLine(name).prefix(60))”",
        en: "the plan has no target “\(oneLine(name).prefix(60))”"),
      remedy: near.map {
        LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
      }
        ?? LocalizedText(
          vi: "xem mã mục tiêu bằng `sipas figures` hoặc `sipas register`",
          en: "see the ids of targets with `sipas figures` or `sipas register`"))
  }

  fileprivate static func measuredTarget(_ target: Target) -> Finding {
    let measure = target.measure?.name ?? ""
    return Finding(
      FigureCodes.measuredTarget, at: target.place,
      message: LocalizedText(
        vi: "mục tiêu \(target.id) được đo bằng \(measure), không đánh giá bằng lời",
        en: "the target \(target.id) is measured by \(measure) and not judged in words"),
      remedy: LocalizedText(
        vi: "số liệu nhập tay thì dùng `sipas figures enter`; số liệu khảo sát thì `sipas run`",
        en: "an entered figure goes through `sipas figures enter`, one of the survey `sipas run`"),
      subject: target.id)
  }

  fileprivate static func otherYear(_ target: Target, _ years: [Int], _ year: Int) -> Finding {
    let list = years.map { "\($0)" }.joined(separator: ", ")
    return Finding(
      FigureCodes.idleJudgement, at: target.place,
      message: LocalizedText(
        vi: "mục tiêu \(target.id) không phải của năm \(year)",
        en: "the target \(target.id) is not for \(year)"),
      expected: LocalizedText(vi: list, en: list),
      remedy: LocalizedText(
        vi: "kiểm tra lại năm; đánh giá vẫn được lưu", en: "check the year; it is kept anyway"),
      subject: target.id)
  }

  fileprivate static func judgedSo(_ earlier: TargetJudgement) -> Finding {
    Finding(
      FigureCodes.sameJudgement, at: nil,
      message: LocalizedText(
        vi: "mục tiêu \(earlier.target) năm \(earlier.year) đã được đánh giá như vậy "
          + "(số \(earlier.number))",
        en: "the target \(earlier.target) of \(earlier.year) has been judged so "
          + "(number \(earlier.number))"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"),
      subject: earlier.target)
  }
}
