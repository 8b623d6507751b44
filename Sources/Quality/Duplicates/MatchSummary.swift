import Numerics
import SurveyModel

extension Flagging {
  /// Fewer answers tell nothing about likeness.
  static let fewestCompared = 8

  /// How many interviews have a near twin or an exact one anywhere in the file.
  ///
  /// The match share is that of N. Kuriakose and M. Robbins, *Don't get duped: fraud through
  /// duplication in public opinion surveys*, Statistical Journal of the IAOS 32 (2016), 283–291.
  /// Their limit of 85 % only describes here: with few items and people who agree, honest surveys
  /// are above it (K. Simmons, A. Mercer, S. Schwarzer and C. Kennedy, *Evaluating a new proposal
  /// for detecting data falsification in surveys*, Pew Research Center, 2016).
  ///
  /// - Returns: `nil` where there is nothing to compare or too much.
  func matchSummary() -> MatchSummary? {
    let width = answers.items.count
    guard rules.copies != nil, rows >= 2, width > 0,
      rows * ((width + 31) / 32) <= input.mostForMatches
    else { return nil }
    let compared = figures.indices.filter { figures[$0].valid >= Self.fewestCompared }
    guard compared.count >= 2 else { return nil }
    // Equal sheets are compared once.
    let answered = comparedAnswers(of: compared)
    let (patterns, members) = distinctRows(answered, width: width, count: compared.count)
    let planes = AnswerPlanes(answered, width: width, rows: patterns)
    var near = 0
    var exact = 0
    for count in members where count > 1 { (near, exact) = (near + count, exact + count) }
    let lone = patterns.indices.filter { members[$0] == 1 }
    let stretches = RowStretches(rows: lone.count, smallest: 256, most: 64)
    let found = stretches.collect { range -> Int in
      let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * AnswerPlanes.block)
      defer { room.deallocate() }
      return range.count { place in
        let row = lone[place]
        let valid = figures[compared[Int(patterns[row])]].valid
        // 15 % of its answers may differ.
        let limit = UInt32(valid * 15 / 100)
        return hasNeighbour(row, within: limit, planes, room)
      }
    }
    near += found.reduce(0, +)
    return MatchSummary(interviews: compared.count, nearTwins: near, exactTwins: exact)
  }

  private func hasNeighbour(
    _ row: Int, within limit: UInt32, _ planes: AnswerPlanes,
    _ room: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    for first in stride(from: 0, to: planes.rows, by: AnswerPlanes.block) {
      let range = first..<min(first + AnswerPlanes.block, planes.rows)
      planes.compare(row, with: range, into: room, scratch: room + AnswerPlanes.block)
      // The row itself must not count.
      if range.contains(row) { room[row - first] = .max }
      var least = UInt32.max
      for place in 0..<range.count { least = min(least, room[place]) }
      if least <= limit { return true }
    }
    return false
  }

  /// The answers of rows, one after the other; not asked and blank are the same.
  func comparedAnswers(of rows: [Int]) -> [UInt8] {
    let width = answers.items.count
    var compared = [UInt8]()
    compared.reserveCapacity(rows.count * width)
    for row in rows {
      for item in 0..<width {
        let position = answers.positions[row * width + item]
        compared.append(position == ItemAnswers.notAsked ? 0 : position)
      }
    }
    return compared
  }

  /// A row of each distinct sheet, and how many have it.
  private func distinctRows(
    _ answered: [UInt8], width: Int, count: Int
  ) -> (rows: [Int32], members: [Int]) {
    let order = answered.withUnsafeBufferPointer { answered -> [Int32] in
      (0..<Int32(count)).sorted { left, right in
        for item in 0..<width {
          let (first, second) = (
            answered[Int(left) * width + item], answered[Int(right) * width + item]
          )
          if first != second { return first < second }
        }
        return left < right
      }
    }
    var rows: [Int32] = []
    var members: [Int] = []
    for row in order {
      if let last = rows.last,
        answered[Int(last) * width..<Int(last) * width + width]
          == answered[Int(row) * width..<Int(row) * width + width]
      {
        members[members.count - 1] += 1
      } else {
        rows.append(row)
        members.append(1)
      }
    }
    return (rows, members)
  }
}
