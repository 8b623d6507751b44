/// Upright bars beside the rows, one for each group of units that cannot be told apart.
struct GroupBrackets {
  /// The first and the last row of a group.
  struct Run: Hashable {
    var first: Int
    var last: Int
    var lane: Int
  }

  static let laneWidth = 9.0
  /// More side by side than these tell a reader nothing.
  static let mostLanes = 8

  private(set) var runs: [Run] = []
  private(set) var lanes = 0

  /// Reads the groups of each row; `nil` where they cannot be drawn as bars.
  ///
  /// A group whose rows are not neighbours gives one bar for each stretch of neighbours.
  init?(_ groups: [String]) {
    let members = groups.map(groupMembers)
    guard members.contains(where: { !$0.isEmpty }) else { return nil }
    var open: [String: Int] = [:]
    var found: [Run] = []
    for row in 0...members.count {
      let present = row < members.count ? members[row] : []
      let ended = open.filter { !present.contains($0.key) }
      for (name, first) in ended {
        found.append(Run(first: first, last: row - 1, lane: 0))
        open[name] = nil
      }
      for name in present where open[name] == nil { open[name] = row }
    }
    // Two groups over the same rows say the same thing once.
    var ends: [Int] = []
    for run in Set(found).sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      let lane = ends.firstIndex { $0 < run.first } ?? ends.count
      if lane == ends.count { ends.append(run.last) } else { ends[lane] = run.last }
      runs.append(Run(first: run.first, last: run.last, lane: lane))
    }
    lanes = ends.count
    if lanes > Self.mostLanes { return nil }
  }
}

/// The groups in a text such as `2`, `1–3`, `1, 2` or `ab`: numbers as numbers, letters one by one.
private func groupMembers(_ text: String) -> [String] {
  var members: [String] = []
  var rangeStart: Int?
  for part in plainText(text).split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
    for (index, end) in part.split(whereSeparator: { "–-—".contains($0) }).enumerated() {
      guard let number = Int(end) else {
        members += end.filter(\.isLetter).map(String.init)
        continue
      }
      if index > 0, let start = rangeStart, start < number, number - start < 1000 {
        members += (start + 1...number).map(String.init)
      } else {
        members.append(String(number))
      }
      rangeStart = number
    }
  }
  return members
}
