internal import SurveyModel

extension Texts {
  var checksTitle: String { words["title.checks"] }
  var checksNote: String { words["note.checks"] }
  var ruleTitle: String { words["column.rule"] }
  var flagged: String { words["column.flagged"] }
  var threshold: String { words["column.compared"] }
  var moreInFiles: String {
    pick("dùng --output hoặc --format csv để xem tất cả", "use --output or --format csv for all")
  }

  func checksSummary(_ report: QualityReport) -> String {
    let interviews = numbers.whole(report.interviews)
    let flagged = numbers.whole(report.flaggedInterviews)
    let share = numbers.percent(
      numbers.decimal(
        100 * Double(report.flaggedInterviews) / Double(max(report.interviews, 1)), places: 1))
    return pick(
      "Đã kiểm tra \(interviews) phiếu; \(flagged) phiếu (\(share)) có điều cần xem lại.",
      "\(interviews) interviews checked; \(flagged) (\(share)) have something to look at.")
  }

  func matchSentence(_ matches: MatchSummary) -> String {
    func share(_ count: Int) -> String {
      numbers.percent(
        numbers.decimal(100 * Double(count) / Double(max(matches.interviews, 1)), places: 1))
    }
    return pick(
      "\(share(matches.nearTwins)) số phiếu trùng từ 85\u{A0}% câu trả lời trở lên với một phiếu nào đó, "
        + "\(share(matches.exactTwins)) trùng hoàn toàn. Với ít câu hỏi và nhiều người hài lòng, điều "
        + "này tự nó không nói lên gì.",
      "\(share(matches.nearTwins)) of interviews share 85% or more of their answers with some other, "
        + "\(share(matches.exactTwins)) all of them. With few items and many satisfied people this "
        + "means nothing by itself.")
  }

  func sameAnswerSentence(_ share: SameAnswerShare) -> String {
    let observed = numbers.percent(numbers.decimal(share.observed, places: 1))
    let expected = numbers.percent(numbers.decimal(share.expected, places: 1))
    return pick(
      "Chỉ một đáp án “\(share.answer)” cho mọi câu: \(observed) số phiếu; dự kiến \(expected).",
      "Nothing but “\(share.answer)”: \(observed) of interviews; \(expected) expected.")
  }

  func subject(_ subject: QualitySubject) -> String {
    switch subject {
    case .interview: pick("phiếu", "interview")
    case .interviewer: pick("điều tra viên", "interviewer")
    case .unit: pick("đơn vị", "unit")
    case .item: pick("câu hỏi", "item")
    }
  }

  func checkStatus(_ check: QualityCheck) -> String {
    switch check.status {
    case .checked: numbers.whole(check.flagged)
    case .notChecked, .off: NumberStyle.missing
    }
  }

  var interviewersTitle: String { pick("Điều tra viên", "Interviewers") }
  var unitsTitle: String { pick("Đơn vị", "Units") }
  var groupCode: String { pick("Mã", "Code") }
  var interviewsTitle: String { pick("Số phiếu", "Interviews") }
  var satisfiedShare: String { pick("Hài lòng", "Satisfied") }
  var missingShare: String { pick("Không trả lời", "Missing") }
  var littleVariedShare: String { pick("Gần như một đáp án", "Nearly one answer") }
  var medianDuration: String { pick("Trung vị thời lượng (giây)", "Median duration (s)") }
  var formsTitle: String { pick("Phát / thu / kế hoạch", "Issued / returned / planned") }
  func moreGroups(_ count: Int) -> String {
    let number = numbers.whole(count)
    return pick("và \(number) nữa; \(moreInFiles).", "and \(number) more; \(moreInFiles).")
  }
}
