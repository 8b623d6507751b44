internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// A unit with its place in `results.json`, which lists only units with a figure.
  private struct PlacedUnit {
    let unit: RankedUnit
    let pointer: String
  }

  /// Units in the order of each index, with what sampling error leaves of the order.
  ///
  /// The overall index stands first; the sub-indices are folded away below it.
  func rankSection() -> DocumentSection? {
    var blocks: [Block] = []
    var more: [Block] = []
    for (number, ranking) in run.rankings.enumerated() {
      let units = ranking.units.filter { !$0.estimate.isHidden }.enumerated().map {
        PlacedUnit(unit: $0.element, pointer: "/rankings/\(number)/units/\($0.offset)")
      }
      guard !units.isEmpty else { continue }
      let labels = ranking.variables.map { names.name(ofVariable: $0) }
      let title = texts.ranksTitle(names.name(of: ranking.kind, id: ranking.id), by: labels)
      let id = "ranks-\(number + 1)"
      let isLong = units.count > Self.longTable
      var own: [Block] = [.heading(title, id: id)]
      own += sentences(ranking, units).map { .paragraph(Paragraph($0)) }
      own.append(
        .picture(picture(ranking, isLong ? Self.bothEnds(of: units) : units, id: id, title: title)))
      if isLong {
        own.append(note(texts.onlyEndsShown(2 * Self.ends, of: units.count)))
        // The whole order once: that of the sub-indices is in the files.
        if ranking.kind == .overall {
          own.append(
            .more(
              summary: texts.allUnits(units.count),
              [.table(rankTable(units, id: id + "-all", title: title, head: labels))]))
        }
      }
      if ranking.kind == .overall {
        blocks += flush(&more) + own
      } else {
        more += own
      }
    }
    blocks += flush(&more)
    guard !blocks.isEmpty else { return nil }
    return DocumentSection(
      id: "ranks", title: texts.ranksTitle,
      blocks: [note(texts.ranksNote(level: run.survey.level))] + blocks)
  }

  private func flush(_ more: inout [Block]) -> [Block] {
    defer { more = [] }
    return more.isEmpty ? [] : [.more(summary: texts.ranksOfFactors, more)]
  }

  private static func bothEnds(of units: [PlacedUnit]) -> [PlacedUnit] {
    Array(units.prefix(ends) + units.suffix(ends))
  }

  private func picture(
    _ ranking: Ranking, _ units: [PlacedUnit], id: String, title: String
  ) -> DocumentPicture {
    let labels = ranking.variables.map { names.name(ofVariable: $0) }
    let rows = units.map { placed in
      let shown = placed.unit.estimate.shown
      return IntervalPlot.Row(
        label: names.name(of: placed.unit.estimate.domain),
        figure: ChartFigure(
          value: shown.value ?? 0, lower: shown.lower, upper: shown.upper,
          text: style.decimal(shown.value, places: places)),
        group: groups(placed.unit))
    }
    let whole = run.estimates.estimate(of: ranking.kind, id: ranking.id)?.shown.value
    let extremes = [rows.first, rows.last].compactMap { $0 }.map { "\($0.label) \($0.figure.text)" }
    return DocumentPicture(
      chart: chart(
        id: "picture-\(id)", title: title,
        description: texts.rankPicture(units.count, from: extremes.first, to: extremes.last),
        axisTitle: axisTitle, isShare: isShare,
        content: .intervals(
          IntervalPlot(
            rows: rows,
            line: whole.map {
              ChartFigure(
                value: $0,
                text: "\(texts.wholePopulation) \(style.decimal($0, places: places))")
            }, groupTitle: texts.rankGroup))),
      table: rankTable(units, id: id + "-table", title: title, head: labels))
  }

  private func rankTable(
    _ units: [PlacedUnit], id: String, title: String, head: [String]
  ) -> DocumentTable {
    table(
      id, title, showsTitle: false,
      [
        words(head.joined(separator: " × "), width: 2), numbers(texts.rank, width: 0.6),
        numbers(texts.columnResult), numbers(texts.rankRange), numbers(texts.rankGroup),
        numbers(texts.differenceFromWhole, width: 1.6),
      ],
      units.map { rankRow($0, traced: units.count <= Self.longTable) },
      printedRows: printedRows(of: units.count))
  }

  /// - Parameter traced: Whether the row says where its figure is from; of a long table the figures
  ///   of its ends have said so already.
  private func rankRow(_ placed: PlacedUnit, traced: Bool) -> [Cell] {
    let (unit, pointer) = (placed.unit, placed.pointer)
    var difference = number(
      unit.differenceFromWhole, places: places, unit: .points, at: pointer + "/difference")
    if let pValue = unit.adjustedPValue.finite {
      difference.detail = texts.fromWhole(unit.differenceFromWhole, pValue: pValue)
    }
    return [
      Cell(names.name(of: unit.estimate.domain) + texts.warning(unit.estimate.flag)),
      count(unit.rank, at: pointer + "/rank"),
      number(unit.estimate.shown.value, places: places, unit: self.unit, at: pointer + "/estimate")
        .with(
          trace: traced ? texts.trace(of: unit.estimate, index: index, level: run.survey.level) : ""
        ),
      Cell(
        unit.bestRank == unit.worstRank
          ? style.whole(unit.bestRank)
          : "\(style.whole(unit.bestRank))–\(style.whole(unit.worstRank))"),
      Cell(groups(unit)), difference,
    ]
  }

  private func groups(_ unit: RankedUnit) -> String {
    unit.groups.map { style.whole($0) }.joined(separator: ", ")
  }

  /// The groups in words, where they are few, and who is not ranked.
  private func sentences(_ ranking: Ranking, _ units: [PlacedUnit]) -> [String] {
    var sentences: [String] = []
    let last = units.flatMap(\.unit.groups).max() ?? 0
    // More groups than this tell a reader nothing.
    let mostGroups = 6
    if last <= mostGroups, units.count <= Self.longTable {
      for group in stride(from: 1, through: last, by: 1) {
        let members = units.filter { $0.unit.groups.contains(group) }
        guard !members.isEmpty else { continue }
        sentences.append(
          texts.rankGroup(group, members.map { names.name(of: $0.unit.estimate.domain) }))
      }
    }
    let left = ranking.leftOut + ranking.units.map(\.estimate).filter(\.isHidden)
    if !left.isEmpty {
      let shown = left.prefix(Self.longTable).map { names.name(of: $0.domain) }
      sentences.append(texts.leftOut(shown + (left.count > shown.count ? ["…"] : [])))
    }
    return sentences
  }
}
