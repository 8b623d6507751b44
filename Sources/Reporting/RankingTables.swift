internal import SurveyModel

struct RankRow {
  let rankNumber: String
  let rankUnit: String
  let rankFigure: String
  let rankSet: String
  let rankGroupNumbers: String
  let rankDifference: String
}

/// The units of one ranking, with what sampling error leaves of their order.
struct RankTable {
  let rankTitle: String
  let rankID: String
  let rankHead: String
  let rankRows: [RankRow]
  let rankSentences: [String]
}

/// The rankings of the overall index as tables; those of the sub-indices are in `rankings.csv`.
struct RankingTables {
  let run: RunResult
  let texts: Texts
  let names: MeasureNames

  /// Of more units than this the first and last are shown.
  static let longest = 40
  static let ends = 10
  /// More groups than this tell a reader nothing.
  private static let mostGroups = 6

  func tables() -> [RankTable] {
    run.rankings.filter { $0.kind == .overall }.enumerated().map { number, ranking in
      table(ranking, number: number + 1)
    }
  }

  private func table(_ ranking: Ranking, number: Int) -> RankTable {
    let labels = ranking.variables.map { names.name(ofVariable: $0) }
    let units = ranking.units.filter { !$0.estimate.isHidden }
    var rows = units.map(row)
    if units.count > Self.longest {
      let between = units.count - 2 * Self.ends
      let gap = RankRow(
        rankNumber: "", rankUnit: texts.unitsBetween(between), rankFigure: "", rankSet: "",
        rankGroupNumbers: "", rankDifference: "")
      rows = rows.prefix(Self.ends) + [gap] + rows.suffix(Self.ends)
    }
    return RankTable(
      rankTitle: texts.ranksTitle(
        names.name(of: ranking.kind, id: ranking.id), by: labels),
      rankID: "ranks-\(number)", rankHead: labels.joined(separator: " × "), rankRows: rows,
      rankSentences: sentences(ranking, units))
  }

  private func row(_ unit: RankedUnit) -> RankRow {
    let places = run.questionnaire.index.places
    var difference = texts.numbers.signed(unit.differenceFromWhole, places: places)
    if let pValue = unit.adjustedPValue.finite {
      let words =
        pValue >= 0.05
        ? texts.pick("chưa phân biệt được", "not distinguishable")
        : unit.differenceFromWhole > 0
          ? texts.pick("cao hơn rõ rệt", "clearly above")
          : texts.pick("thấp hơn rõ rệt", "clearly below")
      difference += " (\(words))"
    }
    return RankRow(
      rankNumber: texts.numbers.whole(unit.rank),
      rankUnit: names.name(of: unit.estimate.domain) + texts.warning(unit.estimate.flag),
      rankFigure: EstimateText(unit.estimate, index: run.questionnaire.index, texts: texts).value,
      rankSet: unit.bestRank == unit.worstRank
        ? texts.numbers.whole(unit.bestRank)
        : "\(texts.numbers.whole(unit.bestRank))–\(texts.numbers.whole(unit.worstRank))",
      rankGroupNumbers: unit.groups.map { texts.numbers.whole($0) }.joined(separator: ", "),
      rankDifference: difference)
  }

  /// The groups in words, where they are few, and who is not ranked.
  private func sentences(_ ranking: Ranking, _ units: [RankedUnit]) -> [String] {
    var sentences: [String] = []
    let last = units.flatMap { $0.groups }.max() ?? 0
    if last <= Self.mostGroups, units.count <= Self.longest {
      for group in stride(from: 1, through: last, by: 1) {
        let members = units.filter { $0.groups.contains(group) }
        guard !members.isEmpty else { continue }
        sentences.append(
          texts.rankGroup(group, members.map { names.name(of: $0.estimate.domain) }))
      }
    }
    let left = ranking.leftOut + ranking.units.map { $0.estimate }.filter { $0.isHidden }
    if !left.isEmpty {
      let shown = left.prefix(Self.longest).map { names.name(of: $0.domain) }
      sentences.append(texts.leftOut(shown + (left.count > shown.count ? ["…"] : [])))
    }
    return sentences
  }
}
