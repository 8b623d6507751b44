internal import SurveyModel

/// Totals of the document beside the sums of their parts, where the two differ.
///
/// A row whose listed parts have its whole standard score between them states a total, and its score
/// must be theirs. Where the document lists only some parts, what they leave unexplained is told as
/// such; only parts that lose more than the whole are a disagreement.
func pointChecks(_ tree: PointsTree) -> [PointCheck] {
  var checks: [PointCheck] = []
  for node in tree.nodes.indices where !tree.nodes[node].parts.isEmpty {
    let parts = tree.nodes[node].parts
    guard let stated = tree.nodes[node].points.lost,
      parts.contains(where: { tree.lost($0) != nil }),
      isSameYear(node, parts, in: tree)
    else { continue }
    checks.append(
      check(
        node, .lost, parts, stated: stated, recomputed: tree.lostByParts(of: node),
        isComplete: hasWholeStandard(node, parts, in: tree), in: tree))
  }
  for (node, parts) in tree.totals {
    let scores = parts.compactMap { tree.nodes[$0].points.won }
    guard let stated = tree.nodes[node].points.won, scores.count == parts.count,
      isSameYear(node, parts, in: tree)
    else { continue }
    checks.append(
      check(
        node, .assessed, parts, stated: stated,
        recomputed: withoutBinaryNoise(scores.reduce(0, +)), isComplete: true, in: tree))
  }
  for (node, counted) in tree.restated {
    guard let stated = tree.nodes[node].points.won, let other = tree.nodes[counted].points.won,
      isSameYear(node, [counted], in: tree)
    else { continue }
    let isSame = tree.nodes[node].points.standard == tree.nodes[counted].points.standard
    if isSame {
      checks.append(
        check(
          node, .assessed, [counted], stated: stated, recomputed: other, isComplete: true, in: tree)
      )
    } else if let lost = tree.lost(node), let otherLost = tree.lost(counted) {
      checks.append(
        check(
          node, .lost, [counted], stated: lost, recomputed: otherLost, isComplete: false, in: tree))
    }
  }
  return checks.filter { $0.difference != 0 }
}

private func check(
  _ node: Int, _ quantity: PointCheck.Quantity, _ parts: [Int], stated: Double,
  recomputed: Double, isComplete: Bool, in tree: PointsTree
) -> PointCheck {
  PointCheck(
    target: tree.nodes[node].id, quantity: quantity, parts: parts.map { tree.nodes[$0].id },
    stated: roundedHalfUp(stated, places: 6), recomputed: roundedHalfUp(recomputed, places: 6),
    isComplete: isComplete)
}

private func hasWholeStandard(_ node: Int, _ parts: [Int], in tree: PointsTree) -> Bool {
  withoutBinaryNoise(parts.reduce(0) { $0 + tree.nodes[$1].points.standard })
    == tree.nodes[node].points.standard
}

/// Scores of different years are no total of each other.
private func isSameYear(_ node: Int, _ parts: [Int], in tree: PointsTree) -> Bool {
  let years = Set(([node] + parts).compactMap { tree.nodes[$0].points.year })
  return years.count == 1
}
