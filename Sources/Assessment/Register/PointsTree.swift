internal import SurveyModel

/// The rows that are worth points as the document numbers them: `1.3.2` is part of `1.3`, that of `1`.
///
/// Rows without a row above them form families by what their ids have before the last digits
/// (`1`…`8`; `LV1`…`LV8`). A single row whose standard score is the sum of a family's states the
/// family's total. Of two families that speak of the same areas the one with more rows is counted, the
/// other states the same points once more.
struct PointsTree {
  struct Node {
    var row: Int
    var id: String
    var area: String?
    var points: RegisterPoints
    var parts: [Int] = []
    var whole: Int?
  }

  var nodes: [Node]
  /// Rows at the top whose points are counted, in the order of the plan.
  var counted: [Int] = []
  /// Rows that state the total of others.
  var totals: [(node: Int, parts: [Int])] = []
  /// Rows that state what a counted row states.
  var restated: [(node: Int, counted: Int)] = []

  init(_ rows: [RegisterRow]) {
    nodes = rows.enumerated().compactMap { index, row in
      row.points.map { Node(row: index, id: row.id, area: row.area, points: $0) }
    }
    let byID = Dictionary(
      nodes.indices.map { (nodes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in nodes.indices {
      var parts = nodes[index].id.split(separator: ".", omittingEmptySubsequences: false)
      while parts.count > 1, nodes[index].whole == nil {
        parts.removeLast()
        nodes[index].whole = byID[parts.joined(separator: ".")]
      }
      if let whole = nodes[index].whole { nodes[whole].parts.append(index) }
    }
    sortTops()
  }

  private mutating func sortTops() {
    let tops = nodes.indices.filter { nodes[$0].whole == nil }
    var families: [(stem: Substring, members: [Int])] = []
    for top in tops {
      let id = nodes[top].id
      let stem = id[..<(id.lastIndex { !$0.isNumber }.map { id.index(after: $0) } ?? id.startIndex)]
      // Words without a number are no members of a series.
      let isNumbered = stem.endIndex < id.endIndex
      if isNumbered, let known = families.firstIndex(where: { $0.stem == stem }) {
        families[known].members.append(top)
      } else {
        families.append((isNumbered ? stem : id[...], [top]))
      }
    }
    let series = families.map(\.members).filter { $0.count > 1 }
    let singles = families.map(\.members).filter { $0.count == 1 }.flatMap { $0 }
    for single in singles {
      let standard = nodes[single].points.standard
      let family =
        nodes[single].parts.isEmpty
        ? series.first { members in
          withoutBinaryNoise(members.reduce(0) { $0 + nodes[$1].points.standard }) == standard
        } : nil
      if let family { totals.append((single, family)) } else { counted.append(single) }
    }
    for members in series {
      let areas = Set(members.compactMap { nodes[$0].area })
      let finer = series.first { other in
        other != members && size(other) > size(members) && !areas.isEmpty
          && areas.isSubset(of: Set(other.compactMap { nodes[$0].area }))
      }
      guard let finer else {
        counted += members
        continue
      }
      for member in members {
        if let same = finer.first(where: { nodes[$0].area == nodes[member].area }) {
          restated.append((member, same))
        }
      }
    }
    counted.sort()
  }

  private func size(_ members: [Int]) -> Int {
    members.reduce(0) { $0 + 1 + size(nodes[$1].parts) }
  }

  /// Points lost at a row: as stated, or where it states no score, those of its parts.
  func lost(_ node: Int) -> Double? {
    if let lost = nodes[node].points.lost { return lost }
    let parts = nodes[node].parts.compactMap(lost)
    return parts.isEmpty ? nil : withoutBinaryNoise(parts.reduce(0, +))
  }

  func lostByParts(of node: Int) -> Double {
    withoutBinaryNoise(nodes[node].parts.compactMap(lost).reduce(0, +))
  }
}
