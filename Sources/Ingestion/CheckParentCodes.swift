import SurveyModel

/// Checks that a code belongs to the parent code of the same row: a commune to its district.
///
/// The parent variable is the first other coded field whose list holds every parent code named.
final class ParentCodeCheck {
  let child: CodedColumn
  let parent: CodedColumn
  private let parentList: CodeList
  /// By position of the child: position of its parent, 0 where it names none.
  private let parentOfPosition: [Int]
  private let childCount: Int
  private let parentAnswers: Int

  init?(_ child: CodedColumn, among decoders: [ColumnDecoder]) {
    guard let list = child.field.codeList else { return nil }
    let named = Set(list.codes.compactMap(\.parent))
    guard !named.isEmpty else { return nil }
    let candidates = decoders.compactMap { $0 as? CodedColumn }.filter { candidate in
      candidate !== child
        && candidate.field.codeList.map { parents in
          named.isSubset(of: Set(parents.answers.map(\.code)))
        } == true
    }
    guard let parent = candidates.first, let parentList = parent.field.codeList else { return nil }
    self.child = child
    self.parent = parent
    self.parentList = parentList
    parentOfPosition =
      [0] + list.codes.map { code in code.parent.flatMap { parentList.position(of: $0) } ?? 0 }
    childCount = list.answerCount
    parentAnswers = parentList.answerCount
  }

  /// Flags the rows of the tile whose codes do not belong together.
  func check(rows: Int, flags: UnsafeMutablePointer<UInt8>, mark: UInt8) {
    for row in 0..<rows where !agrees(row) { flags[row] |= mark }
  }

  /// The fault of a row, `nil` when its codes belong together.
  func fault(_ row: Int) -> CellFault? {
    guard !agrees(row) else { return nil }
    return .wrongParent(
      expected: parentOfPosition[Int(child.positions[row])], found: Int(parent.positions[row]),
      in: parentList)
  }

  @inline(__always)
  private func agrees(_ row: Int) -> Bool {
    let position = Int(child.positions[row])
    let found = Int(parent.positions[row])
    guard position >= 1, position <= childCount, found >= 1, found <= parentAnswers else {
      return true
    }
    let expected = parentOfPosition[position]
    return expected == 0 || expected == found
  }
}
