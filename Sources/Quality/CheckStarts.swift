import SurveyModel

extension Flagging {
  /// Start times of one interviewer that crowd or overlap, and interviews at night.
  mutating func checkStarts(durations: [Double]?) {
    let codes = [QualityCodes.burst, QualityCodes.overlap, QualityCodes.night]
    guard let rule = rules.start else { return codes.forEach { off($0) } }
    let variable = rule.variable ?? QualityDefinition.usualStart
    guard let starts = startTimes(variable) else {
      for code in codes {
        notChecked(
          code, vi: "Không kiểm tra: không có biến giờ bắt đầu “\(variable)”.",
          en: "Not checked: there is no variable “\(variable)” with the time of the start.")
      }
      return
    }
    let known = starts.indices.filter { starts[$0] != ColumnValues.blankInteger }
    // A column of bare dates reads as midnight everywhere and tells no hour.
    guard known.contains(where: { starts[$0] % 86_400 != 0 }) else {
      for code in codes {
        notChecked(
          code, vi: "Không kiểm tra: “\(variable)” không ghi giờ.",
          en: "Not checked: “\(variable)” holds no time of day.")
      }
      return
    }
    checkNight(rule, starts: starts, rows: known)
    guard let interviewers = input.interviewers else {
      for code in [QualityCodes.burst, QualityCodes.overlap] {
        notChecked(
          code, vi: "Không kiểm tra: không có biến điều tra viên.",
          en: "Not checked: there is no variable with the interviewer.")
      }
      return
    }
    let ordered = known.filter { interviewers.levelOfRow[$0] >= 0 }.sorted {
      (interviewers.levelOfRow[$0], starts[$0], $0) < (interviewers.levelOfRow[$1], starts[$1], $1)
    }
    checkBursts(rule, starts: starts, ordered: ordered, of: interviewers)
    checkOverlaps(starts: starts, durations: durations, ordered: ordered, of: interviewers)
  }

  private func startTimes(_ variable: String) -> [Int64]? {
    guard let index = input.fields.firstIndex(where: { $0.id == variable }),
      input.fields[index].kind == .datetime, case .integers(let values) = input.table.columns[index]
    else { return nil }
    return values
  }

  private mutating func checkNight(_ rule: StartRule, starts: [Int64], rows: [Int]) {
    checked(
      QualityCodes.night,
      vi: "Bắt đầu từ \(rule.nightFrom) giờ đến trước \(rule.nightTo) giờ.",
      en: "Begins from \(rule.nightFrom):00 and before \(rule.nightTo):00.")
    for row in rows {
      let second = ((starts[row] % 86_400) + 86_400) % 86_400
      let hour = Int(second / 3600)
      let isNight =
        rule.nightFrom <= rule.nightTo
        ? hour >= rule.nightFrom && hour < rule.nightTo
        : hour >= rule.nightFrom || hour < rule.nightTo
      guard isNight else { continue }
      let minute = Int(second / 60 % 60)
      let time = "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
      flag(
        QualityCodes.night, row: row,
        found: LocalizedText(vi: "bắt đầu lúc \(time)", en: "began at \(time)"),
        expected: LocalizedText(
          vi: "từ \(rule.nightTo) giờ đến \(rule.nightFrom) giờ",
          en: "between \(rule.nightTo):00 and \(rule.nightFrom):00"),
        remedy: LocalizedText(
          vi: "kiểm tra đồng hồ của thiết bị; hỏi điều tra viên",
          en: "check the clock of the device; ask the interviewer"))
    }
  }

  private mutating func checkBursts(
    _ rule: StartRule, starts: [Int64], ordered: [Int], of interviewers: Grouping
  ) {
    let minutes = shownThreshold(rule.minutes)
    checked(
      QualityCodes.burst,
      vi: "Từ \(rule.interviews) phiếu của một điều tra viên bắt đầu trong "
        + "\(minutes.text(in: .vi)) phút.",
      en: "\(rule.interviews) or more interviews of one interviewer begin within "
        + "\(minutes.text(in: .en)) minutes.")
    var chain: Range<Int>?
    var first = 0
    for last in ordered.indices {
      while interviewers.levelOfRow[ordered[first]] != interviewers.levelOfRow[ordered[last]]
        || Double(starts[ordered[last]] - starts[ordered[first]]) > rule.minutes * 60
      { first += 1 }
      guard last - first + 1 >= rule.interviews else { continue }
      // Windows that share an interview are one burst.
      if let open = chain, open.upperBound > first {
        chain = open.lowerBound..<last + 1
      } else {
        if let done = chain { flagBurst(ordered[done], rule) }
        chain = first..<last + 1
      }
    }
    if let done = chain { flagBurst(ordered[done], rule) }
  }

  private mutating func flagBurst(_ burst: ArraySlice<Int>, _ rule: StartRule) {
    let minutes = shownThreshold(rule.minutes)
    for row in burst {
      flag(
        QualityCodes.burst, row: row,
        found: LocalizedText(
          vi: "\(burst.count) phiếu liên tiếp bắt đầu sát nhau",
          en: "\(burst.count) interviews in a row began close together"),
        expected: LocalizedText(
          vi: "dưới \(rule.interviews) phiếu trong \(minutes.text(in: .vi)) phút",
          en: "fewer than \(rule.interviews) within \(minutes.text(in: .en)) minutes"),
        remedy: LocalizedText(
          vi: "hỏi xem có phát phiếu cho nhiều người tự điền cùng lúc không",
          en: "ask whether several people filled in forms at the same time"))
    }
  }

  private mutating func checkOverlaps(
    starts: [Int64], durations: [Double]?, ordered: [Int], of interviewers: Grouping
  ) {
    guard let durations else {
      return notChecked(
        QualityCodes.overlap, vi: "Không kiểm tra: không có biến thời lượng.",
        en: "Not checked: there is no variable with the duration.")
    }
    checked(
      QualityCodes.overlap,
      vi: "Bắt đầu hơn 1 phút trước khi phiếu trước của cùng điều tra viên kết thúc.",
      en: "Begins more than 1 minute before the interviewer's interview before it has ended.")
    var end = -Double.infinity
    var interviewer: Int32 = -1
    for row in ordered {
      if interviewers.levelOfRow[row] != interviewer {
        interviewer = interviewers.levelOfRow[row]
        end = -.infinity
      }
      let start = Double(starts[row])
      if end - start > 60 {
        let minutes = shown((end - start) / 60)
        flag(
          QualityCodes.overlap, row: row,
          found: LocalizedText(
            vi: "bắt đầu \(minutes.text(in: .vi)) phút trước khi phiếu trước kết thúc",
            en: "began \(minutes.text(in: .en)) minutes before the one before it ended"),
          expected: LocalizedText(vi: "không chồng giờ", en: "no overlap"),
          remedy: LocalizedText(
            vi: "hỏi điều tra viên; kiểm tra đồng hồ của thiết bị",
            en: "ask the interviewer; check the clock of the device"))
      }
      if !durations[row].isNaN, durations[row] > 0 { end = max(end, start + durations[row]) }
    }
  }
}
