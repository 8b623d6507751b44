package import SurveyModel

/// What a plan needs beside the survey, for the terminal: entered, missing, judged.
package func figureListing(
  _ overview: FigureOverview, language: Language, width: Int = 120
) -> String {
  let texts = Texts(language)
  var parts: [String] = []
  if !overview.figures.isEmpty {
    let table = TextTable(
      columns: [
        .init(title: texts.pick("Năm", "Year")),
        .init(title: texts.pick("Số liệu", "Figure"), isFlexible: true),
        .init(title: texts.pick("Giá trị", "Value"), alignment: .right),
        .init(title: texts.pick("Dùng cho", "Used for"), isFlexible: true),
        .init(title: texts.pick("Nguồn", "Source"), isFlexible: true),
        .init(title: texts.pick("Chủ trì", "Lead"), isFlexible: true),
      ],
      rows: overview.figures.map { line in
        [
          "\(line.year)", printable("\(line.figure): \(line.label.text(in: language))"),
          texts.figure(line.value, unit: line.unit), printable(texts.use(of: line)),
          printable(texts.source(of: line)), printable(line.lead.joined(separator: "; ")),
        ]
      })
    parts.append(table.lines(width: width).joined(separator: "\n"))
  }
  if !overview.judgements.isEmpty {
    let table = TextTable(
      columns: [
        .init(title: texts.pick("Năm", "Year")),
        .init(title: texts.pick("Yêu cầu", "Requirement"), isFlexible: true),
        .init(title: texts.pick("Đánh giá", "Judged")),
        .init(title: texts.pick("Lý do", "Reason"), isFlexible: true),
        .init(title: texts.pick("Chủ trì", "Lead"), isFlexible: true),
      ],
      rows: overview.judgements.map { line in
        [
          "\(line.year)", printable("\(line.target): \(line.label.text(in: language))"),
          texts.judged(line.judgement?.isMet),
          printable(line.judgement.map { "\($0.reason) (\($0.by), \($0.number))" } ?? ""),
          printable(line.lead.joined(separator: "; ")),
        ]
      })
    parts.append(table.lines(width: width).joined(separator: "\n"))
  }
  let missing = overview.figures.count { $0.value == nil }
  let unjudged = overview.judgements.count { $0.judgement == nil }
  parts.append(
    texts.pick(
      "Số liệu: \(overview.figures.count - missing) đã có, \(missing) còn thiếu. "
        + "Yêu cầu bằng lời: \(overview.judgements.count - unjudged) đã đánh giá, "
        + "\(unjudged) chưa đánh giá.",
      "Figures: \(overview.figures.count - missing) there, \(missing) missing. "
        + "Requirements in words: \(overview.judgements.count - unjudged) judged, "
        + "\(unjudged) not judged."))
  return parts.joined(separator: "\n\n")
}

/// Entries as they were put on record, for the terminal.
package func figureEntryListing(
  _ entries: [FigureEntry], units: [String: String], language: Language, width: Int = 120
) -> String {
  let texts = Texts(language)
  guard !entries.isEmpty else {
    return texts.pick("Không có số liệu nào được ghi.", "No figure was recorded.")
  }
  let table = TextTable(
    columns: [
      .init(title: texts.pick("Số", "No."), alignment: .right),
      .init(title: texts.pick("Số liệu", "Figure"), isFlexible: true),
      .init(title: texts.pick("Năm", "Year")),
      .init(title: texts.pick("Giá trị", "Value"), alignment: .right),
      .init(title: texts.pick("Nguồn", "Source"), isFlexible: true),
      .init(title: texts.pick("Người, lúc", "By, at"), isFlexible: true),
      .init(title: texts.pick("Tình trạng", "State"), isFlexible: true),
    ],
    rows: entries.map { entry in
      [
        entry.number > 0 ? "\(entry.number)" : NumberStyle.missing, printable(entry.figure),
        "\(entry.year)", texts.figure(entry.value, unit: units[entry.figure] ?? ""),
        printable(entry.source), printable("\(entry.by), \(entry.at)"),
        printable(texts.state(entry)),
      ]
    })
  return table.lines(width: width).joined(separator: "\n")
}

/// Judgements as they were put on record, for the terminal.
package func judgementListing(
  _ judgements: [TargetJudgement], language: Language, width: Int = 120
) -> String {
  let texts = Texts(language)
  let table = TextTable(
    columns: [
      .init(title: texts.pick("Số", "No."), alignment: .right),
      .init(title: texts.pick("Mục tiêu", "Target"), isFlexible: true),
      .init(title: texts.pick("Năm", "Year")),
      .init(title: texts.pick("Đánh giá", "Judged")),
      .init(title: texts.pick("Lý do", "Reason"), isFlexible: true),
      .init(title: texts.pick("Người, lúc", "By, at"), isFlexible: true),
      .init(title: texts.pick("Tình trạng", "State"), isFlexible: true),
    ],
    rows: judgements.map { judgement in
      [
        "\(judgement.number)", printable(judgement.target), "\(judgement.year)",
        texts.judged(judgement.isMet), printable(judgement.reason),
        printable("\(judgement.by), \(judgement.at)"),
        printable(
          texts.state(
            replaces: judgement.replaces, replacedAt: judgement.replacedAt,
            withdrawn: judgement.withdrawn)),
      ]
    })
  return table.lines(width: width).joined(separator: "\n")
}

extension Texts {
  /// A figure as entered, with its unit.
  func figure(_ value: Double?, unit: String) -> String {
    guard let value else { return pick("còn thiếu", "missing") }
    let number = numbers.exact(value, places: 0)
    switch unit {
    case "percent": return numbers.percent(number)
    case "rank": return pick("hạng \(number)", "rank \(number)")
    case "days": return pick("\(number) ngày", "\(number) days")
    case "minutes": return pick("\(number) phút", "\(number) minutes")
    case "score", "points": return pick("\(number) điểm", "\(number) points")
    default: return number
    }
  }

  func judged(_ isMet: Bool?) -> String {
    switch isMet {
    case true?: pick("đạt", "met")
    case false?: pick("không đạt", "not met")
    case nil: pick("chưa đánh giá", "not judged")
    }
  }

  fileprivate func use(of line: FigureLine) -> String {
    var uses: [String] = []
    if !line.targets.isEmpty { uses.append(line.targets.joined(separator: ", ")) }
    if !line.baselineOf.isEmpty {
      uses.append(pick("năm gốc của ", "baseline of ") + line.baselineOf.joined(separator: ", "))
    }
    return uses.joined(separator: "; ")
  }

  fileprivate func source(of line: FigureLine) -> String {
    guard let source = line.source else { return "" }
    guard let number = line.number else { return source }
    return pick("\(source) (nhập, số \(number))", "\(source) (entered, no. \(number))")
  }

  fileprivate func state(_ entry: FigureEntry) -> String {
    let state = state(
      replaces: entry.replaces, replacedAt: entry.replacedAt, withdrawn: entry.withdrawn)
    guard entry.withdrawn == nil else { return state }
    return entry.reason.map { "\(state): \($0)" } ?? state
  }

  fileprivate func state(
    replaces: Int64?, replacedAt: String?, withdrawn: Withdrawal?
  ) -> String {
    if let withdrawn {
      return pick(
        "đã rút \(withdrawn.at) (\(withdrawn.by)): \(withdrawn.reason)",
        "withdrawn \(withdrawn.at) (\(withdrawn.by)): \(withdrawn.reason)")
    }
    let holds =
      replacedAt.map { pick("đã được thay \($0)", "replaced \($0)") }
      ?? pick("có hiệu lực", "holds")
    return replaces.map { holds + pick(", thay số \($0)", ", in place of \($0)") } ?? holds
  }
}
