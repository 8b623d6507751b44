internal import SurveyModel

/// Where points were lost, each counted once, cheapest to win back first.
///
/// A row without parts counts what it lost. A row with parts counts only what its parts leave
/// unexplained (its remainder): the document may list only some of them. Where parts lose more than
/// the whole, the document contradicts itself; then remainders below that row are cut down first,
/// because a part that was listed is better known than one that was not.
///
/// What it costs to win a point is not known of any row. The order is a rule, not a measurement:
///
/// 1. remainders last: no row says what they are;
/// 2. rows with a lead agency and a deadline before those with one of them, then those with none;
/// 3. rows whose points follow an index before others, fewest percentage points per point first;
/// 4. more points lost first;
/// 5. the order of the plan.
///
/// - Returns: `nil` when no row is worth points.
func pointsLoss(_ rows: [RegisterRow], in plan: Plan) -> PointsLoss? {
  let tree = PointsTree(rows)
  guard !tree.nodes.isEmpty else { return nil }
  var counts: [Int: (lost: Double, isRemainder: Bool)] = [:]
  for top in tree.counted { _ = count(top, in: tree, &counts) }
  let losses = counts.sorted { $0.key < $1.key }.filter { $0.value.lost > 0 }.map { node, loss in
    pointLoss(rows[tree.nodes[node].row], tree.nodes[node].points, loss, plan)
  }
  let order = losses.indices.sorted { left, right in
    isCheaper(losses[left], left, than: losses[right], right)
  }
  let ranked = order.enumerated().map { rank, index in
    var loss = losses[index]
    loss.rank = rank + 1
    return loss
  }
  let known = tree.counted.filter { tree.lost($0) != nil }
  func sum(_ value: (Int) -> Double) -> Double {
    withoutBinaryNoise(known.reduce(0) { $0 + value($1) })
  }
  return PointsLoss(
    standard: sum { tree.nodes[$0].points.standard },
    won: sum { tree.nodes[$0].points.standard - (tree.lost($0) ?? 0) },
    lost: sum { tree.lost($0) ?? 0 }, losses: ranked, checks: pointChecks(tree))
}

/// Counts the losses at and below a row.
///
/// - Returns: The nodes below whose losses are remainders.
private func count(
  _ node: Int, in tree: PointsTree, _ counts: inout [Int: (lost: Double, isRemainder: Bool)]
) -> [Int] {
  let parts = tree.nodes[node].parts
  guard !parts.isEmpty else {
    if let lost = tree.lost(node) { counts[node] = (lost, false) }
    return []
  }
  var remainders: [Int] = []
  for part in parts { remainders += count(part, in: tree, &counts) }
  guard let lost = tree.nodes[node].points.lost else { return remainders }
  // Below a row, what has been counted already: remainders may have been cut.
  let below = withoutBinaryNoise(counted(below: node, in: tree, counts))
  let rest = roundedHalfUp(lost - below, places: 6)
  if rest > 0 {
    counts[node] = (rest, true)
    remainders.append(node)
  } else if rest < 0 {
    var surplus = -rest
    for remainder in remainders where surplus > 0 {
      let held = counts[remainder]?.lost ?? 0
      let cut = min(surplus, held)
      counts[remainder]?.lost = roundedHalfUp(held - cut, places: 6)
      surplus = roundedHalfUp(surplus - cut, places: 6)
    }
  }
  return remainders
}

private func counted(
  below node: Int, in tree: PointsTree, _ counts: [Int: (lost: Double, isRemainder: Bool)]
) -> Double {
  tree.nodes[node].parts.reduce(0) {
    $0 + (counts[$1]?.lost ?? 0) + counted(below: $1, in: tree, counts)
  }
}

private func pointLoss(
  _ row: RegisterRow, _ points: RegisterPoints, _ loss: (lost: Double, isRemainder: Bool),
  _ plan: Plan
) -> PointLoss {
  let rule = plan.parPoints.first { $0.target == row.id }
  // Proportional: the standard score stands for 100 percentage points.
  let perPoint = rule.flatMap { $0.standard > 0 ? withoutBinaryNoise(100 / $0.standard) : nil }
  return PointLoss(
    rank: 0, target: row.id, points: points, lost: roundedHalfUp(loss.lost, places: 6),
    isRemainder: loss.isRemainder, distancePerPoint: perPoint,
    distance: perPoint.map { withoutBinaryNoise($0 * loss.lost) }, hasLead: !row.lead.isEmpty,
    dueBy: row.dueBy, hasDue: row.due != nil || row.dueBy != nil)
}

private func isCheaper(
  _ left: PointLoss, _ leftOrder: Int, than right: PointLoss, _ rightOrder: Int
) -> Bool {
  if left.isRemainder != right.isRemainder { return right.isRemainder }
  func known(_ loss: PointLoss) -> Int { (loss.hasLead ? 1 : 0) + (loss.hasDue ? 1 : 0) }
  if known(left) != known(right) { return known(left) > known(right) }
  switch (left.distancePerPoint, right.distancePerPoint) {
  case (let one?, let other?) where one != other: return one < other
  case (.some, nil): return true
  case (nil, .some): return false
  default: break
  }
  if left.lost != right.lost { return left.lost > right.lost }
  return leftOrder < rightOrder
}
