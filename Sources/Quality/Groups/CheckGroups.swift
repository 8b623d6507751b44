import Numerics
import SurveyModel

/// Which differences of a group are worth looking at.
private enum Direction: Sendable {
  case either
  case above
}

/// A rule that compares groups by a share of each interview.
private struct GroupTest: Sendable {
  var code: FindingCode
  var subject: QualitySubject
  var direction: Direction
  var share: @Sendable (InterviewFigures) -> Double
  var vi: String
  var en: String
  var remedy: LocalizedText
}

extension Flagging {
  /// Interviewers beside the others of the same place, and units beside the others of their stratum.
  mutating func checkGroups() {
    let interviewerTests = Self.interviewerTests
    guard let rule = rules.groups else {
      for test in interviewerTests { off(test.code, test.subject) }
      return off(QualityCodes.unitSatisfied, .unit)
    }
    for test in interviewerTests {
      apply(
        test, rule, groups: input.interviewers,
        places: [input.units, input.strata].compactMap { $0 })
    }
    apply(Self.unitTest, rule, groups: input.units, places: [input.strata].compactMap { $0 })
  }

  private static let interviewerTests = [
    GroupTest(
      code: QualityCodes.interviewerSatisfied, subject: .interviewer, direction: .either,
      share: { $0.valid > 0 ? Double($0.satisfied) / Double($0.valid) : .nan },
      vi: "tỷ lệ câu trả lời hài lòng", en: "satisfied answers",
      remedy: LocalizedText(
        vi: "dự phỏng vấn hoặc gọi lại một số người trả lời của điều tra viên này",
        en: "sit in, or call some of this interviewer's respondents back")),
    GroupTest(
      code: QualityCodes.interviewerMissing, subject: .interviewer, direction: .above,
      share: { $0.asked > 0 ? Double($0.missing) / Double($0.asked) : .nan },
      vi: "tỷ lệ câu không có trả lời", en: "unanswered items",
      remedy: LocalizedText(
        vi: "hỏi điều tra viên câu nào khó hỏi; tập huấn lại nếu cần",
        en: "ask which questions are hard to ask; train again where needed")),
    GroupTest(
      code: QualityCodes.interviewerLittleVaried, subject: .interviewer, direction: .above,
      // How dominant the usual answer is: smoother than counting sheets of one answer, which are few.
      share: { $0.valid > 0 ? Double($0.mostFrequent) / Double($0.valid) : .nan },
      vi: "phần của đáp án hay gặp nhất trong mỗi phiếu",
      en: "the most frequent answer of each sheet",
      remedy: LocalizedText(
        vi: "dự phỏng vấn; xem có đọc từng câu cho người trả lời không",
        en: "sit in; see whether each question is read to the respondent")),
  ]

  private static let unitTest = GroupTest(
    code: QualityCodes.unitSatisfied, subject: .unit, direction: .either,
    share: { $0.valid > 0 ? Double($0.satisfied) / Double($0.valid) : .nan },
    vi: "tỷ lệ câu trả lời hài lòng", en: "satisfied answers",
    remedy: LocalizedText(
      vi: "tìm hiểu việc phục vụ và cách khảo sát ở đơn vị này",
      en: "look into the service and the fieldwork there"))

  private mutating func apply(
    _ test: GroupTest, _ rule: GroupRule, groups: Grouping?, places: [Grouping]
  ) {
    let isInterviewer = test.subject == .interviewer
    guard let groups else {
      return notChecked(
        test.code, test.subject,
        vi: "Không kiểm tra: không có biến \(isInterviewer ? "điều tra viên" : "đơn vị").",
        en: "Not checked: there is no variable with the \(isInterviewer ? "interviewer" : "unit").")
    }
    let compared = GroupComparer(
      values: figures.map(test.share), groups: groups, places: places,
      minimum: rule.minimumInterviews
    ).compare()
    guard !compared.isEmpty else {
      return notChecked(
        test.code, test.subject,
        vi: "Không kiểm tra: cần ít nhất \(GroupComparer.fewestGroups) "
          + "\(isInterviewer ? "điều tra viên" : "đơn vị") có từ \(rule.minimumInterviews) phiếu.",
        en: "Not checked: at least \(GroupComparer.fewestGroups) "
          + "\(isInterviewer ? "interviewers" : "units") of \(rule.minimumInterviews) or more "
          + "interviews are needed.")
    }
    let share = shownPercent(rule.falseDiscovery, places: 0)
    checked(
      test.code, test.subject,
      vi:
        "So \(test.vi) của \(compared.count) \(isInterviewer ? "điều tra viên" : "đơn vị") với những "
        + "phiếu khác cùng địa bàn; tỷ lệ nêu nhầm dự kiến không quá \(share.text(in: .vi)).",
      en:
        "Share of \(test.en) of \(compared.count) \(isInterviewer ? "interviewers" : "units") beside "
        + "others in the same place; false discovery rate \(share.text(in: .en)).")
    // A difference to the harmless side is as good as none.
    let pValues = compared.map { comparison in
      test.direction == .above
        ? (comparison.mean > comparison.others ? comparison.pValue / 2 : 1) : comparison.pValue
    }
    for (comparison, isFlagged) in zip(compared, isDiscovery(pValues, level: rule.falseDiscovery))
    where isFlagged {
      flag(test, comparison, level: groups.levels[comparison.group])
    }
  }

  private mutating func flag(_ test: GroupTest, _ comparison: GroupComparison, level: GroupLevel) {
    let (own, others) = (shownPercent(comparison.mean), shownPercent(comparison.others))
    let code = level.code
    flags.append(
      QualityFlag(
        code: test.code, subject: test.subject, id: code,
        interviewer: test.subject == .interviewer ? code : nil,
        unit: test.subject == .unit ? code : nil,
        found: LocalizedText(
          vi: "\(test.vi) \(own.text(in: .vi)) (\(comparison.interviews) phiếu)",
          en: "\(own.text(in: .en)) \(test.en) (\(comparison.interviews) interviews)"),
        expected: LocalizedText(
          vi: "các phiếu khác cùng địa bàn: \(others.text(in: .vi))",
          en: "others in the same place: \(others.text(in: .en))"), remedy: test.remedy))
  }
}
