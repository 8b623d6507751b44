import DelimitedText
import SurveyModel

/// Finds the fields that a header nobody knows is most like, to be offered to a person.
///
/// Alike is an id that differs in punctuation, leading zeros or a letter of a longer id, and a label
/// that shares at least half of all its words with the header (`shared / (shared + others)`), or
/// whose letters are changed by a quarter at most.
struct NearestFields {
  /// Least likeness of words that is offered.
  ///
  /// Measured on the 349 labels of four words or more in the questionnaires of the repository, each
  /// with one word left out and a letter changed: 88 % are offered their own field first; where the
  /// questionnaire lacks it, 17 % are offered another one, mostly the same phrase of another factor.
  /// More than a misspelling needs, but nothing is used before a person confirms it.
  static let leastShare = 0.5
  /// Headers and fields compared at most; a file with more is of another survey.
  private static let mostCompared = 400

  private struct Candidate {
    var number: Int
    var key: String
    var id: String
    var labels: [(words: Set<String>, letters: [UInt8])]
  }

  private let candidates: [Candidate]

  init(_ fields: [Field], among numbers: [Int]) {
    candidates = numbers.prefix(Self.mostCompared).map { number in
      let field = fields[number]
      return Candidate(
        number: number, key: Self.key(field.id), id: TextFolding.caseFolded(field.id),
        labels: field.label.all.map { label in
          let plain = BareHeader(label).plain
          return (Self.words(plain), Array(plain.utf8.prefix(64)))
        })
    }
  }

  /// The fields most like a header, the likeliest first; three at most.
  func fields(like header: String) -> [Int] {
    guard header.utf8.count <= 1024 else { return [] }
    let plain = BareHeader(header).plain
    guard !plain.isEmpty else { return [] }
    let words = Self.words(plain)
    let letters = Array(plain.utf8.prefix(64))
    let parts = Self.parts(header)
    let scored = candidates.compactMap { candidate -> (number: Int, likeness: Double)? in
      let byID = Self.likeness(ofID: candidate.key, parts)
      let byLabel =
        candidate.labels.map { label in
          max(
            Self.share(words, label.words),
            Self.letterLikeness(letters, label.letters))
        }.max() ?? 0
      let likeness = max(byID, byLabel)
      return likeness >= Self.leastShare ? (candidate.number, likeness) : nil
    }
    guard let best = scored.map(\.likeness).max() else { return [] }
    return scored.filter { $0.likeness >= best - 0.2 }
      .sorted { ($1.likeness, $0.number) < ($0.likeness, $1.number) }
      .prefix(3).map(\.number)
  }

  /// Words longer than a letter or two carry the meaning, but Vietnamese syllables are short: all
  /// count.
  private static func words(_ plain: String) -> Set<String> {
    Set(
      plain.split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  private static func share(_ left: Set<String>, _ right: Set<String>) -> Double {
    let shared = left.intersection(right).count
    // One word in common says little.
    guard shared >= 2 else { return 0 }
    return Double(shared) / Double(left.count + right.count - shared)
  }

  /// The part of letters that stay when one text is made the other, where that is three quarters.
  private static func letterLikeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let longest = max(left.count, right.count)
    guard min(left.count, right.count) >= 6, abs(left.count - right.count) * 4 <= longest else {
      return 0
    }
    let kept = 1 - Double(distance(left, right)) / Double(longest)
    return kept >= 0.75 ? kept : 0
  }

  /// Letters and digits alone, zeros before a number taken off: `A-01` and `a1` come out the same.
  private static func key(_ text: some StringProtocol) -> String {
    var key = ""
    for character in TextFolding.plain(String(text))
    where character.isLetter || character.isNumber {
      if character != "0" || key.last?.isNumber == true { key.append(character) }
    }
    return key
  }

  /// The keys of the header, and of its first and last parts.
  private static func parts(_ header: String) -> [String] {
    let words = header.split { " /:.[]()-|".contains($0) }
    let ends = [words.first, words.last].compactMap { $0 }.map { key($0) }
    return [key(header)] + ends.filter { !$0.isEmpty }
  }

  private static func likeness(ofID key: String, _ parts: [String]) -> Double {
    guard !key.isEmpty else { return 0 }
    if parts[0] == key { return 1 }
    if parts.dropFirst().contains(key) && key.count >= 2 { return 0.9 }
    // Short codes differ by a letter from each other.
    guard key.count >= 5, abs(parts[0].utf8.count - key.utf8.count) <= 2,
      parts[0].utf8.count <= 64
    else { return 0 }
    let distance = distance(Array(parts[0].utf8), Array(key.utf8))
    return distance * 5 <= key.count + 4 && distance <= 2 ? 0.8 : 0
  }

  /// Letters to add, drop or change.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (number, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for column in right.indices {
        let change = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
