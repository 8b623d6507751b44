import SurveyModel
import XML

/// Rows of a score card lose what the rows under them lose (`6.1` against `6.1.1`, `6.1.2` …).
///
/// Documents list only the rows below their standard score, and some do not add up; the plan keeps
/// the figures as printed. A row with a part whose score is not printed is not compared.
func checkScoreParts(_ root: XMLElement) -> [Finding] {
  let rows = root.children(named: "target").compactMap { target -> ScoreRow? in
    guard let id = target.word("id"), case .score(let card) = targetRule(of: target) else {
      return nil
    }
    return ScoreRow(id: id, lost: card.pointsLost, place: target.place)
  }
  var parts: [Substring: [ScoreRow]] = [:]
  for row in rows {
    guard let point = row.id.lastIndex(of: ".") else { continue }
    parts[row.id[..<point], default: []].append(row)
  }
  let disagreeing = rows.compactMap { row -> (row: ScoreRow, sum: Double)? in
    guard let lost = row.lost, let under = parts[row.id[...]] else { return nil }
    let losses = under.compactMap(\.lost)
    let sum = withoutBinaryNoise(losses.reduce(0, +))
    return losses.count == under.count && sum != lost ? (row, sum) : nil
  }
  guard let first = disagreeing.first else { return [] }
  let ids = disagreeing.prefix(12).map(\.row.id).joined(separator: ", ")
  let more = disagreeing.count > 12 ? ", …" : ""
  func shown(_ number: (Double) -> String) -> String {
    disagreeing.prefix(12).map { "\($0.row.id): \(number($0.row.lost ?? 0)) ≠ \(number($0.sum))" }
      .joined(separator: "; ") + more
  }
  return [
    Finding(
      PlanCode.scoreParts, at: first.row.place,
      message: LocalizedText(
        vi: "điểm mất khác tổng điểm mất của các mục con: \(ids)\(more)",
        en: "points lost are not the sum of the rows under them: \(ids)\(more)"),
      found: LocalizedText(vi: shown(inVietnamese), en: shown(shortened)),
      remedy: LocalizedText(
        vi: "đối chiếu văn bản; nếu văn bản in như vậy thì giữ nguyên và ghi chú",
        en: "compare with the document; where it prints so, keep it and say so in a note"))
  ]
}

private struct ScoreRow {
  var id: String
  var lost: Double?
  var place: SourceLocation
}
