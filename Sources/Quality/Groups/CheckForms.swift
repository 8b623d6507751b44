import SurveyModel

extension Flagging {
  /// Units with fewer interviews than planned.
  mutating func checkQuota() {
    guard let rule = rules.quota, let quota = input.quota else {
      return notChecked(
        QualityCodes.quotaShort, .unit,
        vi: "Không kiểm tra: tệp khảo sát không nêu kế hoạch số phiếu.",
        en: "Not checked: the survey file names no plan of interviews.")
    }
    let tolerance = shownPercent(rule.tolerance, places: 0)
    checked(
      QualityCodes.quotaShort, .unit,
      vi: "Số phiếu hợp lệ thấp hơn kế hoạch quá \(tolerance.text(in: .vi)).",
      en: "Valid interviews below the plan by more than \(tolerance.text(in: .en)).")
    let counts = interviewCounts(quota.grouping)
    for unit in quota.numbers {
      let have = counts[unit.level.terms] ?? 0
      let planned = unit.numbers[0]
      guard Double(have) < planned * (1 - rule.tolerance) else { continue }
      let lacking = shown((planned - Double(have)).rounded(.up))
      let wanted = shownThreshold(planned)
      flagUnit(
        QualityCodes.quotaShort, unit.level,
        found: LocalizedText(
          vi: "\(have) phiếu, thiếu \(lacking.text(in: .vi))",
          en: "\(have) interviews, \(lacking.text(in: .en)) lacking"),
        expected: LocalizedText(
          vi: "\(wanted.text(in: .vi)) phiếu", en: "\(wanted.text(in: .en)) interviews"),
        remedy: LocalizedText(
          vi: "phỏng vấn bù, hoặc ghi lý do thiếu", en: "make up for them, or note the reason"))
    }
  }

  /// Forms given out and returned beside the interviews that were accepted.
  mutating func checkForms() {
    let codes = [
      QualityCodes.formsReturned, QualityCodes.formsValid, QualityCodes.formsMissing,
      QualityCodes.formsUnlisted,
    ]
    guard rules.forms != nil, let forms = input.forms else {
      for code in codes {
        notChecked(
          code, .unit, vi: "Không kiểm tra: tệp khảo sát không nêu tệp phát và thu phiếu.",
          en: "Not checked: the survey file names no file of forms given out and returned.")
      }
      return
    }
    for code in codes {
      checked(code, .unit, vi: code.meaning.text(in: .vi), en: code.meaning.text(in: .en))
    }
    let counts = interviewCounts(forms.grouping)
    for unit in forms.numbers { compare(unit, valid: counts[unit.level.terms] ?? 0) }
    let listed = Set(forms.numbers.map(\.level.terms))
    for level in forms.grouping.levels where !listed.contains(level.terms) {
      guard let valid = counts[level.terms], valid > 0 else { continue }
      flagUnit(
        QualityCodes.formsUnlisted, level,
        found: LocalizedText(vi: "\(valid) phiếu hợp lệ", en: "\(valid) valid interviews"),
        expected: LocalizedText(
          vi: "có dòng trong tệp phát phiếu", en: "a row in the file of forms"),
        remedy: LocalizedText(vi: "bổ sung tệp phát phiếu", en: "complete the file of forms"))
    }
  }

  private mutating func compare(_ unit: UnitNumbers, valid: Int) {
    let (issued, returned) = (unit.numbers[0], unit.numbers[1])
    let (given, back) = (shownThreshold(issued), shownThreshold(returned))
    let count = LocalizedText(vi: "\(valid) phiếu hợp lệ", en: "\(valid) valid interviews")
    let cameBack = LocalizedText(
      vi: "\(back.text(in: .vi)) phiếu thu về", en: "\(back.text(in: .en)) forms returned")
    if returned > issued {
      flagUnit(
        QualityCodes.formsReturned, unit.level, found: cameBack,
        expected: LocalizedText(
          vi: "đến \(given.text(in: .vi)) phiếu phát ra",
          en: "at most \(given.text(in: .en)) given out"),
        remedy: LocalizedText(
          vi: "kiểm tra sổ phát phiếu và phiếu sao chụp",
          en: "check the register of forms, and for photocopies"))
    }
    if Double(valid) > returned {
      flagUnit(
        QualityCodes.formsValid, unit.level, found: count, expected: cameBack,
        remedy: LocalizedText(
          vi: "kiểm tra phiếu nhập hai lần hoặc ghi nhầm đơn vị",
          en: "look for forms entered twice or under a wrong unit"))
    } else if Double(valid) < returned {
      flagUnit(
        QualityCodes.formsMissing, unit.level, found: count, expected: cameBack,
        remedy: LocalizedText(
          vi: "xem phiếu bị loại và phiếu chưa nhập",
          en: "see the rejects and forms not yet entered"))
    }
  }

  private mutating func flagUnit(
    _ code: FindingCode, _ level: GroupLevel, found: LocalizedText, expected: LocalizedText,
    remedy: LocalizedText
  ) {
    flags.append(
      QualityFlag(
        code: code, subject: .unit, id: level.code, unit: level.code, found: found,
        expected: expected, remedy: remedy))
  }

  private func interviewCounts(_ grouping: Grouping) -> [[DomainTerm]: Int] {
    var counts = [Int](repeating: 0, count: grouping.levels.count)
    for level in grouping.levelOfRow where level >= 0 { counts[Int(level)] += 1 }
    return Dictionary(
      zip(grouping.levels.map(\.terms), counts), uniquingKeysWith: { first, _ in first })
  }
}
