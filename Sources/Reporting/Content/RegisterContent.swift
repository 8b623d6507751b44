internal import Documents
internal import SurveyModel

extension ReportContent {
  /// The targets that no survey measures, who answers for all of them, what is overdue, and where
  /// points were lost.
  func registerSection() -> DocumentSection? {
    let title = texts.words["title.register"]
    guard let register = run.register else {
      // Without a register: the figures that the plan itself holds.
      let others = placedTargets().filter { !$0.result.target.isFromSurvey }
      guard !others.isEmpty else { return nil }
      return DocumentSection(
        id: "register", title: title,
        blocks: [
          .table(
            attainmentTable(others, id: "register-targets", title: title, kind: .plain))
        ])
    }
    guard !register.rows.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Paragraph(texts.registerNote(register)))]
    blocks += areaTables(register)
    if let table = overdueTable(register) { blocks.append(.table(table)) }
    if let table = agencyTable(register) { blocks.append(.table(table)) }
    if let points = register.points { blocks += pointBlocks(points, register) }
    return DocumentSection(id: "register", title: title, blocks: blocks)
  }

  /// A row with its place in `results.json`.
  private struct PlacedRow {
    let row: RegisterRow
    let pointer: String
  }

  private func placedRows(_ register: AttainmentRegister) -> [PlacedRow] {
    register.rows.enumerated().map {
      PlacedRow(row: $0.element, pointer: "/register/rows/\($0.offset)")
    }
  }

  /// One table per area of the plan, in its order; targets without an area last.
  private func areaTables(_ register: AttainmentRegister) -> [Block] {
    let rows = placedRows(register).filter { !$0.row.isFromSurvey }
    let known = Set(register.areas.map(\.id))
    var groups: [(title: String, rows: [PlacedRow])] = register.areas.map { area in
      let label = area.label.text(in: texts.language)
      return (label.isEmpty ? area.id : label, rows.filter { $0.row.area == area.id })
    }
    let rest = rows.filter { $0.row.area.map { !known.contains($0) } ?? true }
    groups.append((texts.words["title.register-rest"], rest))
    return groups.filter { !$0.rows.isEmpty }.enumerated().map { number, group in
      .table(
        table(
          "register-\(number + 1)", group.title,
          [
            words(texts.words["column.target-of-plan"], width: 3),
            numbers(texts.columnTarget, width: 1.1), numbers(texts.columnResult, width: 1.1),
            words(texts.columnVerdict, width: 1.2), words(texts.columnLead, width: 1.6),
            words(texts.columnDue, width: 1.2),
          ], group.rows.map(registerRow)))
    }
  }

  private func registerRow(_ placed: PlacedRow) -> [Cell] {
    let row = placed.row
    let current = row.current
    let place = row.years.firstIndex { $0.year == row.statusYear }
    let pointer = place.map { "\(placed.pointer)/years/\($0)" }
    var threshold = amount(
      current?.threshold, of: row, at: pointer.map { $0 + "/threshold" })
    if let sign = current?.comparison?.sign, current?.threshold != nil {
      threshold.text = "\(sign) \(threshold.text)"
    }
    var result = amount(current?.result, of: row, at: pointer.map { $0 + "/result" })
    if let year = current?.year, current?.result != nil { result.detail = "\(year)" }
    return [
      Cell("\(row.id). \(registerLabel(row))"), threshold, result, status(row),
      Cell(agencies(row)), Cell(due(row), detail: row.isOverdue ? texts.overdue : ""),
    ]
  }

  /// As entered, with its unit: 45 is a rank, not 45,00.
  private func amount(_ value: Double?, of row: RegisterRow, at source: String?) -> Cell {
    var cell = exactNumber(value, places: 0, isPercent: row.unit == "percent", at: source)
    if let unit = row.unit.flatMap(FigureUnit.init), unit != .percent, value.finite != nil {
      cell.text = texts.figure(cell.text, unit: unit)
    }
    return cell
  }

  private func registerLabel(_ row: RegisterRow) -> String {
    let label = row.label.text(in: texts.language)
    return label.isEmpty ? row.measure ?? row.id : label
  }

  private func agencies(_ row: RegisterRow) -> String {
    row.lead.isEmpty ? NumberStyle.missing : row.lead.joined(separator: "; ")
  }

  private func due(_ row: RegisterRow) -> String {
    row.due ?? row.dueBy.map { texts.day($0.text) } ?? NumberStyle.missing
  }

  private func status(_ row: RegisterRow) -> Cell {
    let words = texts.status(row.status)
    return switch row.status {
    case .met: Cell(words, mark: "✓", standing: .met)
    case .notMet: Cell(words, mark: "✗", standing: .notMet)
    case .missing, .unjudged, .notMeasured, .ahead, .noThreshold:
      Cell(words, mark: "–", standing: .noData)
    }
  }

  /// What has passed its deadline without being met.
  private func overdueTable(_ register: AttainmentRegister) -> DocumentTable? {
    let rows = register.rows.filter(\.isOverdue)
    guard !rows.isEmpty else { return nil }
    return table(
      "register-overdue", texts.words("title.overdue", ["day": texts.day(register.day.text)]),
      [
        words(texts.words["column.target-of-plan"], width: 3), words(texts.columnVerdict),
        words(texts.columnLead, width: 1.6), words(texts.columnDue, width: 1.2),
        words(texts.words["column.next-step"], width: 2.4),
      ],
      rows.map { row in
        [
          Cell("\(row.id). \(registerLabel(row))"), status(row), Cell(agencies(row)),
          Cell(due(row)), Cell(row.nextStep.map { texts.nextStep($0) } ?? NumberStyle.missing),
        ]
      })
  }

  /// How the targets of each lead agency stand; a target of two counts with both.
  private func agencyTable(_ register: AttainmentRegister) -> DocumentTable? {
    var order: [String] = []
    var rowsOf: [String: [RegisterRow]] = [:]
    for row in register.rows {
      for agency in row.lead {
        if rowsOf[agency] == nil { order.append(agency) }
        rowsOf[agency, default: []].append(row)
      }
    }
    guard order.count > 1 else { return nil }
    let counted = order.enumerated().map { place, agency in
      (place: place, agency: agency, rows: rowsOf[agency] ?? [])
    }.sorted { left, right in
      func weight(_ rows: [RegisterRow]) -> [Int] {
        [rows.count(where: \.isOverdue), rows.count { $0.status == .notMet }, rows.count]
      }
      let (first, second) = (weight(left.rows), weight(right.rows))
      return first == second
        ? left.place < right.place : second.lexicographicallyPrecedes(first)
    }
    return table(
      "register-agencies", texts.words["title.by-agency"],
      [
        words(texts.columnLead, width: 3), numbers(texts.words["column.targets"]),
        numbers(texts.verdict(.met)), numbers(texts.verdict(.notMet)),
        numbers(texts.words["column.open"]), numbers(texts.words["column.overdue"]),
      ],
      counted.map { _, agency, rows in
        let (met, notMet) = (
          rows.count { $0.status == .met }, rows.count { $0.status == .notMet }
        )
        return [
          Cell(agency), count(rows.count), count(met), count(notMet),
          count(rows.count - met - notMet), count(rows.count(where: \.isOverdue)),
        ]
      })
  }

  /// Points of the PAR Index or a score card: what was lost, cheapest to win back first.
  private func pointBlocks(_ points: PointsLoss, _ register: AttainmentRegister) -> [Block] {
    var blocks: [Block] = [
      .heading(texts.words["title.points"], id: "points"),
      .paragraph(
        Paragraph(
          texts.pointsSentence(
            won: style.exact(points.won, places: 0),
            standard: style.exact(points.standard, places: 0),
            lost: style.exact(points.lost, places: 0)))),
    ]
    let byID = Dictionary(
      register.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    if !points.losses.isEmpty {
      blocks.append(
        .table(
          table(
            "points-table", texts.words["title.points-lost"],
            [
              words(texts.words["column.target-of-plan"], width: 3), numbers(texts.rank),
              numbers(texts.words["column.points-standard"]),
              numbers(texts.words["column.points-won"]),
              numbers(texts.words["column.points-lost"]),
              numbers(texts.words["column.distance-per-point"], width: 1.4),
              words(texts.columnLead, width: 1.6), words(texts.columnDue, width: 1.2),
            ],
            points.losses.enumerated().map { place, loss in
              let row = byID[loss.target]
              let pointer = "/register/points/losses/\(place)"
              func points(_ value: Double?, _ member: String) -> Cell {
                exactNumber(value, places: 0, isPercent: false, at: "\(pointer)/\(member)")
              }
              return [
                Cell("\(loss.target). \(row.map(registerLabel) ?? "")"),
                count(loss.rank, at: pointer + "/rank"), points(loss.points.standard, "standard"),
                points(loss.points.won, "won"), points(loss.lost, "lost"),
                number(
                  loss.distancePerPoint, places: 2, at: pointer + "/distance_per_point"),
                Cell(row.map(agencies) ?? NumberStyle.missing),
                Cell(row.map(due) ?? NumberStyle.missing),
              ]
            })))
    }
    if !points.checks.isEmpty {
      blocks.append(.list(points.checks.map { Paragraph(texts.check($0), role: .note) }))
    }
    return blocks
  }
}

extension RegisterYear.Comparison {
  var sign: String {
    switch self {
    case .atLeast: "≥"
    case .above: ">"
    case .atMost: "≤"
    case .below: "<"
    }
  }
}
