package import SurveyModel

/// What the checks found, for the terminal of a field supervisor: rules, then the interviews that
/// fail most, then interviewers and units.
///
/// - Parameters:
///   - report: What the checks found.
///   - language: Of the words.
///   - width: Of the widest line.
///   - limit: At most so many interviews, interviewers and units are listed; the rest are counted.
/// - Returns: The lines, without a line end after the last.
package func qualityListing(
  _ report: QualityReport, language: Language, width: Int = 110, limit: Int = 20
) -> String {
  let listing = QualityLines(texts: Texts(language), width: width, limit: limit)
  return listing.lines(report).joined(separator: "\n")
}

private struct QualityLines {
  let texts: Texts
  let width: Int
  let limit: Int

  func lines(_ report: QualityReport) -> [String] {
    var lines = wrapped(texts.checksSummary(report), width: width)
    lines += wrapped(texts.checksNote, width: width) + [""] + checkTable(report.checks)
    if let matches = report.matches {
      lines += [""] + wrapped(texts.matchSentence(matches), width: width)
    }
    for share in report.sameAnswers where share.observed >= 0.05 || share.expected >= 0.05 {
      lines += wrapped(texts.sameAnswerSentence(share), width: width)
    }
    lines += interviewLines(report.flags)
    lines += otherLines(report.flags)
    lines += groupTable(texts.interviewersTitle, report.interviewers)
    lines += groupTable(texts.unitsTitle, report.units)
    return lines + rejectTable(report.rejects)
  }

  /// The rules that were applied; those that could not be are named with their reason below.
  private func checkTable(_ checks: [QualityCheck]) -> [String] {
    let language = texts.language
    let table = TextTable(
      columns: [
        .init(title: texts.ruleTitle, isFlexible: true),
        .init(title: texts.flagged, alignment: .right),
        .init(title: texts.threshold, isFlexible: true),
      ],
      rows: checks.filter { $0.status == .checked }.map {
        [
          "\($0.code.meaning.text(in: language)) [\($0.code.id)]", texts.checkStatus($0),
          printable($0.note.text(in: language)),
        ]
      }
    ).lines(width: width)
    var reasons: [(note: String, rules: [String])] = []
    for check in checks where check.status != .checked {
      let note = printable(check.note.text(in: language))
      if let known = reasons.firstIndex(where: { $0.note == note }) {
        reasons[known].rules.append(check.code.id)
      } else {
        reasons.append((note, [check.code.id]))
      }
    }
    return table
      + reasons.flatMap { reason in
        [""] + wrapped("\(reason.note) [\(reason.rules.joined(separator: ", "))]", width: width)
      }
  }

  private func interviewLines(_ flags: [QualityFlag]) -> [String] {
    var lines: [String] = []
    var shown = 0
    var last: Int?
    var hidden: Set<Int> = []
    for flag in flags {
      guard let row = flag.row else { continue }
      if row != last, shown == limit {
        hidden.insert(row)
        continue
      }
      if row != last {
        shown += 1
        last = row
        let place = [
          flag.interviewer.map { "\(texts.subject(.interviewer)) \(printable($0))" },
          flag.unit.map { "\(texts.subject(.unit)) \(printable($0))" },
        ].compactMap { $0 }.joined(separator: ", ")
        lines += ["", printable(flag.id) + (place.isEmpty ? "" : " (\(place))")]
      }
      lines += flagLines(flag)
    }
    if !hidden.isEmpty { lines += ["", texts.moreGroups(hidden.count)] }
    return lines
  }

  /// Interviewers, units and items by rule: what the rule means and what to do stand once.
  private func otherLines(_ flags: [QualityFlag]) -> [String] {
    let others = flags.filter { $0.row == nil }
    var rules: [(first: QualityFlag, flags: [QualityFlag])] = []
    for flag in others.prefix(limit) {
      if let known = rules.firstIndex(where: {
        $0.first.code == flag.code && $0.first.remedy == flag.remedy
      }) {
        rules[known].flags.append(flag)
      } else {
        rules.append((flag, [flag]))
      }
    }
    var lines: [String] = []
    for rule in rules {
      let language = texts.language
      let head =
        rule.first.code.meaning.text(in: language) + remedy(of: rule.first)
        + " [\(rule.first.code.id)]"
      lines += [""] + wrapped(printable(head), width: width)
      for flag in rule.flags {
        let line = "\(texts.subject(flag.subject)) \(flag.id): \(comparison(of: flag))"
        lines += wrapped(printable(line), width: width - 2).map { "  " + $0 }
      }
    }
    if others.count > limit { lines += ["", texts.moreGroups(others.count - limit)] }
    return lines
  }

  private func flagLines(_ flag: QualityFlag) -> [String] {
    let sentence =
      "\(flag.code.meaning.text(in: texts.language)) "
      + texts.pick("Thấy: ", "Found: ") + comparison(of: flag) + "." + remedy(of: flag)
      + " [\(flag.code.id)]"
    return wrapped(printable(sentence), width: width - 2).map { "  " + $0 }
  }

  private func comparison(of flag: QualityFlag) -> String {
    flag.found.text(in: texts.language) + texts.pick("; so với: ", "; against: ")
      + flag.expected.text(in: texts.language)
  }

  private func remedy(of flag: QualityFlag) -> String {
    texts.pick(" Nên: ", " Do: ") + flag.remedy.text(in: texts.language) + "."
  }

  /// Those with most flagged interviews, and those flagged themselves.
  private func groupTable(_ title: String, _ groups: [QualityGroup]) -> [String] {
    guard !groups.isEmpty else { return [] }
    let ordered = groups.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.flags.count != second.flags.count { return first.flags.count > second.flags.count }
      if first.flaggedInterviews != second.flaggedInterviews {
        return first.flaggedInterviews > second.flaggedInterviews
      }
      return left.offset < right.offset
    }.map(\.element)
    let hasForms = groups.contains { $0.issued != nil || $0.planned != nil }
    let table = TextTable(
      columns: [
        .init(title: title, isFlexible: true),
        .init(title: texts.interviewsTitle, alignment: .right),
        .init(title: texts.flagged, alignment: .right),
        .init(title: texts.satisfiedShare, alignment: .right),
        .init(title: texts.missingShare, alignment: .right),
        .init(title: texts.littleVariedShare, alignment: .right),
        .init(title: texts.medianDuration, alignment: .right),
      ] + (hasForms ? [.init(title: texts.formsTitle, alignment: .right)] : [])
        + [.init(title: texts.ruleTitle, isFlexible: true)],
      rows: ordered.prefix(limit).map { row($0, hasForms: hasForms) })
    let rest = ordered.count - limit
    return [""] + table.lines(width: width) + (rest > 0 ? [texts.moreGroups(rest)] : [])
  }

  private func row(_ group: QualityGroup, hasForms: Bool) -> [String] {
    let numbers = texts.numbers
    func percent(_ value: Double?) -> String { numbers.percent(numbers.decimal(value, places: 1)) }
    let label = printable(group.label.text(in: texts.language))
    let forms = [group.issued, group.returned, group.planned].map {
      numbers.compact($0, places: 1)
    }.joined(separator: " / ")
    return [
      label.isEmpty ? printable(group.code) : "\(printable(group.code)) \(label)",
      numbers.whole(group.interviews), numbers.whole(group.flaggedInterviews),
      percent(group.satisfied), percent(group.missing), percent(group.littleVaried),
      numbers.decimal(group.medianDuration, places: 0),
    ] + (hasForms ? [forms] : []) + [group.flags.map(\.id).joined(separator: ", ")]
  }

  private func rejectTable(_ rejects: [RejectCount]) -> [String] {
    guard !rejects.isEmpty else { return [] }
    let table = TextTable(
      columns: [
        .init(title: texts.pick("Loại khi nhập", "Rejected on import"), isFlexible: true),
        .init(title: texts.file, isFlexible: true),
        .init(title: texts.rows, alignment: .right),
      ],
      rows: rejects.prefix(limit).map {
        [$0.code.id, printable($0.file), texts.numbers.whole($0.rows)]
      })
    let rest = rejects.count - limit
    return [""] + table.lines(width: width) + (rest > 0 ? [texts.moreGroups(rest)] : [])
  }
}
