import SurveyModel

/// How often each code of a coded column was given, with what is too small to publish left out.
struct CategoryCounts {
  struct Cell {
    /// `nil` where it is hidden.
    var count: Int?
    /// The sum of the weights of those respondents; hidden with the count.
    var weighted: Double?
  }

  /// One per code of the list, in its order.
  let cells: [Cell]
  /// Interviews with a valid answer; never hidden.
  let valid: Int

  /// Counts a column.
  ///
  /// Cells of 1 to `minimum` − 1 respondents are hidden. Where the sum of the hidden cells could
  /// still be worked out from the totals and is itself too small, the next smallest cell is hidden
  /// too; among the missing codes the interviews without any code count as a hidden cell.
  init(_ values: ColumnValues, list: CodeList, weights: [Double], minimum: Int) {
    var counts = [Int](repeating: 0, count: list.codes.count)
    var sums = [Double](repeating: 0, count: list.codes.count)
    var others = 0
    func add(_ position: Int, row: Int) {
      guard position >= 1, position <= counts.count else { return others += 1 }
      counts[position - 1] += 1
      sums[position - 1] += weights[row]
    }
    switch values {
    case .coded8(let positions):
      for (row, position) in positions.enumerated() { add(Int(position), row: row) }
    case .coded16(let positions):
      for (row, position) in positions.enumerated() { add(Int(position), row: row) }
    default: break
    }
    let answers = Array(0..<list.answerCount)
    let missing = Array(list.answerCount..<counts.count)
    let hidden = Self.hidden(answers, counts, besides: 0, minimum: minimum)
      .union(Self.hidden(missing, counts, besides: others, minimum: minimum))
    cells = counts.indices.map { index in
      hidden.contains(index)
        ? Cell() : Cell(count: counts[index], weighted: sums[index])
    }
    valid = answers.reduce(0) { $0 + counts[$1] }
  }

  /// Which cells to hide; `besides` are respondents in cells that are not shown in any case.
  private static func hidden(
    _ cells: [Int], _ counts: [Int], besides: Int, minimum: Int
  ) -> Set<Int> {
    var hidden = Set(cells.filter { counts[$0] > 0 && counts[$0] < minimum })
    guard !hidden.isEmpty else { return [] }
    var sum = hidden.reduce(besides) { $0 + counts[$1] }
    // By size, then by place: the same cells in every run.
    let rest = cells.filter { counts[$0] > 0 && !hidden.contains($0) }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    for cell in rest {
      if sum >= minimum, hidden.count + (besides > 0 ? 1 : 0) >= 2 { break }
      hidden.insert(cell)
      sum += counts[cell]
    }
    return hidden
  }
}
