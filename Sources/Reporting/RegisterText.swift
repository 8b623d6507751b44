package import SurveyModel

/// The register as tables for the terminal: rows by the role of the agency or by area, then the points.
package func registerText(
  _ register: AttainmentRegister, agencies: Set<String>? = nil, language: Language,
  width: Int = 120
) -> String {
  let texts = Texts(language)
  var parts = [
    texts.pick("Sổ theo dõi mục tiêu: ", "Register of targets: ")
      + printable(register.title.text(in: language)),
    texts.pick(
      "Năm xem xét \(register.year); thời hạn tính đến ngày \(register.day.text).",
      "Year under review \(register.year); deadlines as of \(register.day.text)."),
  ]
  if register.rows.isEmpty {
    parts.append(texts.pick("Không có mục tiêu nào.", "There is no such target."))
  }
  for group in groups(of: register, agencies, texts) {
    let head = group.title.isEmpty ? [] : ["── \(printable(group.title)) (\(group.rows.count))"]
    parts.append((head + table(group.rows, texts).lines(width: width)).joined(separator: "\n"))
  }
  if !register.rows.isEmpty { parts.append(tally(register, texts)) }
  if let points = register.points, !points.losses.isEmpty || !points.checks.isEmpty {
    parts.append(pointsText(points, register, texts, width))
  }
  return parts.joined(separator: "\n\n")
}

private func groups(
  of register: AttainmentRegister, _ agencies: Set<String>?, _ texts: Texts
) -> [(title: String, rows: [RegisterRow])] {
  if let agencies {
    return AgencyRole.allCases.compactMap { role in
      let rows = register.rows.filter { $0.role(of: agencies) == role }
      return rows.isEmpty ? nil : (texts.role(role), rows)
    }
  }
  guard !register.areas.isEmpty else {
    return register.rows.isEmpty ? [] : [("", register.rows)]
  }
  let known = Set(register.areas.map(\.id))
  let rest = register.rows.filter { row in row.area.map { !known.contains($0) } ?? true }
  let grouped = register.areas.map { area in
    (
      title: area.label.text(in: texts.language), rows: register.rows.filter { $0.area == area.id }
    )
  }
  return (grouped + [(title: "", rows: rest)]).filter { !$0.rows.isEmpty }
}

private func table(_ rows: [RegisterRow], _ texts: Texts) -> TextTable {
  TextTable(
    columns: [
      .init(title: texts.pick("Mã", "Id")),
      .init(title: texts.pick("Mục tiêu", "Target"), isFlexible: true),
      .init(title: texts.pick("Mức", "Threshold"), alignment: .right),
      .init(title: texts.pick("Kết quả", "Result"), alignment: .right),
      .init(title: texts.pick("Tình trạng", "State"), isFlexible: true),
      .init(title: texts.pick("Chủ trì", "Lead"), isFlexible: true),
      .init(title: texts.pick("Thời hạn", "Deadline"), isFlexible: true),
      .init(title: texts.pick("Việc tiếp theo", "Next step"), isFlexible: true),
    ],
    rows: rows.map { row in
      let current = row.current
      var state = texts.status(row.status)
      if let year = row.statusYear { state += " \(year)" }
      if let trend = row.trend { state += "; " + texts.trend(trend) }
      return [
        printable(row.id), printable(row.label.text(in: texts.language)),
        current.map { texts.threshold($0, of: row) } ?? NumberStyle.missing,
        texts.amount(current?.result, of: row), state,
        printable(row.lead.joined(separator: "; ")), printable(texts.due(row)),
        printable(row.nextStep.map { texts.nextStep($0) } ?? ""),
      ]
    })
}

private func tally(_ register: AttainmentRegister, _ texts: Texts) -> String {
  let counts = RegisterStatus.allCases.compactMap { status -> String? in
    let count = register.count(status)
    return count == 0 ? nil : "\(texts.status(status).lowercased()) \(texts.numbers.whole(count))"
  }
  let overdue = register.rows.count(where: \.isOverdue)
  return texts.pick("\(register.rows.count) mục tiêu: ", "\(register.rows.count) targets: ")
    + counts.joined(separator: ", ") + texts.pick("; quá hạn \(overdue).", "; overdue \(overdue).")
}

private func pointsText(
  _ points: PointsLoss, _ register: AttainmentRegister, _ texts: Texts, _ width: Int
) -> String {
  let rows = Dictionary(register.rows.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
  func number(_ value: Double?) -> String { texts.numbers.exact(value, places: 0) }
  var lines = [
    texts.pick(
      "Điểm mất \(number(points.lost)) trên \(number(points.standard)) điểm chuẩn, dễ lấy lại trước:",
      "\(number(points.lost)) of \(number(points.standard)) points lost, cheapest to win back first:"
    )
  ]
  let shown = withoutBinaryNoise(points.losses.reduce(0) { $0 + $1.lost })
  if withoutBinaryNoise(points.lost) != shown {
    lines[0] += texts.pick(
      " (phần nêu dưới đây: \(number(shown)))", " (those below: \(number(shown)))")
  }
  let losses = TextTable(
    columns: [
      .init(title: texts.pick("Thứ tự", "Rank"), alignment: .right),
      .init(title: texts.pick("Mã", "Id")),
      .init(title: texts.pick("Tiêu chí", "Criterion"), isFlexible: true),
      .init(title: texts.pick("Chuẩn", "Standard"), alignment: .right),
      .init(title: texts.pick("Đạt", "Won"), alignment: .right),
      .init(title: texts.pick("Mất", "Lost"), alignment: .right),
      .init(title: texts.pick("Năm", "Year")),
      .init(title: texts.pick("Chủ trì", "Lead"), isFlexible: true),
      .init(title: texts.pick("Ghi chú", "Note"), isFlexible: true),
    ],
    rows: points.losses.map { loss in
      var notes: [String] = []
      if loss.isRemainder {
        notes.append(texts.pick("phần các dòng con không giải thích", "what its parts leave open"))
      }
      if let distance = loss.distance {
        notes.append(
          texts.pick(
            "còn \(number(distance)) điểm phần trăm", "\(number(distance)) percentage points to go")
        )
      }
      if loss.points.isAssumed {
        notes.append(texts.pick("cách tính điểm là giả định", "conversion assumed"))
      }
      return [
        "\(loss.rank)", printable(loss.target),
        printable(rows[loss.target]?.label.text(in: texts.language) ?? ""),
        number(loss.points.standard), number(loss.points.won), number(loss.lost),
        loss.points.year.map { "\($0)" } ?? NumberStyle.missing,
        printable(rows[loss.target]?.lead.joined(separator: "; ") ?? ""),
        notes.joined(separator: "; "),
      ]
    })
  lines += losses.lines(width: width)
  for check in points.checks {
    lines.append(texts.check(check))
  }
  return lines.joined(separator: "\n")
}

extension Texts {
  /// A total that differs from the sum of its parts.
  func check(_ check: PointCheck) -> String {
    func number(_ value: Double) -> String { numbers.exact(value, places: 0) }
    let parts = printable(check.parts.joined(separator: ", "))
    let (stated, sum) = (number(check.stated), number(check.recomputed))
    let gap = number(abs(check.difference))
    guard check.isDisagreement else {
      return pick(
        "\(check.target): mất \(stated) điểm, \(parts) chỉ mất \(sum); \(gap) điểm không có dòng nào.",
        "\(check.target): \(stated) points lost, \(parts) lost \(sum); no row has the other \(gap)."
      )
    }
    let quantity =
      check.quantity == .lost ? pick("điểm mất", "points lost") : pick("điểm", "score")
    return pick(
      "\(check.target): \(quantity) ghi \(stated), cộng \(parts) được \(sum); lệch \(gap).",
      "\(check.target): \(quantity) stated as \(stated), \(parts) add up to \(sum); \(gap) off.")
  }
}
