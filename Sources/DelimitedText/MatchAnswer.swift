package import SurveyModel

/// Finds the code a cell means, tolerant of the ways people write it.
///
/// Tried in this order, the first that fits wins: the code as it is; the code in another letter
/// case; the code as a number ("4.0" and "04" are 4); the label in either language, letter case and
/// blanks aside; the label with its tone marks in the old or new place; the label with some or all
/// diacritics left out, but none that it does not have. A spelling that fits two codes at the same
/// step is ambiguous and matches neither.
package struct AnswerMatcher: Sendable {
  package enum Match: Sendable, Hashable {
    /// Position in the code list, from 1.
    case position(Int)
    case ambiguous([Int])
    case none
  }

  private let list: CodeList
  private var byCode: [String: Int] = [:]
  private var byFoldedCode: [String: [Int]] = [:]
  private var byNumber: [Int: [Int]] = [:]
  private var byLabel: [String: [Int]] = [:]
  private var byToneFoldedLabel: [String: [Int]] = [:]
  private var byPlainLabel: [String: [Int]] = [:]
  /// Longest text worth folding, in UTF-8 bytes.
  private static let longestSpelling = 1024

  package init(_ list: CodeList) {
    self.list = list
    for (index, answer) in list.codes.enumerated() {
      let position = index + 1
      if byCode[answer.code] == nil { byCode[answer.code] = position }
      Self.add(position, as: TextFolding.caseFolded(answer.code), to: &byFoldedCode)
      if let number = Self.wholeNumber(answer.code) {
        if byNumber[number]?.contains(position) != true {
          byNumber[number, default: []] += [position]
        }
      }
      for label in answer.label.all {
        Self.add(position, as: TextFolding.caseFolded(label), to: &byLabel)
        Self.add(position, as: TextFolding.toneFolded(label), to: &byToneFoldedLabel)
        Self.add(position, as: TextFolding.plain(label), to: &byPlainLabel)
      }
    }
  }

  package func match(_ text: String) -> Match {
    let byCode = matchCode(text)
    return byCode == .none ? matchLabel(text) : byCode
  }

  /// The answer that has this code.
  package func matchCode(_ text: String) -> Match {
    if let position = byCode[text] { return .position(position) }
    guard text.utf8.count <= Self.longestSpelling else { return .none }
    let folded = TextFolding.caseFolded(text)
    if let found = byFoldedCode[folded] { return Self.decide(found) }
    if let number = Self.wholeNumber(folded) {
      if let found = byNumber[number] { return Self.decide(found) }
    }
    return .none
  }

  /// The answer that has this label.
  package func matchLabel(_ text: String) -> Match {
    guard text.utf8.count <= Self.longestSpelling else { return .none }
    let folded = TextFolding.caseFolded(text)
    guard !folded.isEmpty else { return .none }
    if let found = byLabel[folded] { return Self.decide(found) }
    if let found = byToneFoldedLabel[TextFolding.toneFolded(text)] { return Self.decide(found) }
    if let found = byPlainLabel[TextFolding.plain(text)] {
      let fitting = found.filter { position in
        list.codes[position - 1].label.all.contains { TextFolding.leavesOutMarks(text, of: $0) }
      }
      if !fitting.isEmpty { return Self.decide(fitting) }
      if found.count > 1 { return .ambiguous(found) }
    }
    return .none
  }

  private static func decide(_ positions: [Int]) -> Match {
    positions.count == 1 ? .position(positions[0]) : .ambiguous(positions)
  }

  private static func add(_ position: Int, as key: String, to table: inout [String: [Int]]) {
    guard !key.isEmpty, table[key]?.contains(position) != true else { return }
    table[key, default: []].append(position)
  }

  /// "4", "04", "-8", "4.0" and "4,00"; `nil` for everything else.
  private static func wholeNumber(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "." || $0 == ","
    }
    guard let whole = parts.first, whole.utf8.count <= 18, let number = Int(whole) else {
      return nil
    }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    }
    return number
  }
}
