package import SurveyModel

/// A category of a margin or a nonresponse class, as messages name it.
package struct MarginCategory: Sendable, Hashable {
  package var variables: [String]
  /// `district=PLK`, or `gender=male, age_group=60+`.
  package var name: String
  /// The category to merge it with, when it cannot stand alone; `nil` when there is none.
  package var mergeWith: String?
  /// The totals file.
  package var source: SourceLocation?
}

extension Grouping {
  /// A level for messages, with the level proposed to merge it with.
  ///
  /// `source` is the file the levels come from, `respondents` their number per level.
  func category(
    _ level: Int, source: SourceLocation?, respondents: [Int]
  ) -> MarginCategory {
    MarginCategory(
      variables: variables, name: levels[level].name,
      mergeWith: neighbour(of: level, respondents: respondents).map { levels[$0].name },
      source: source)
  }

  /// The level a category too small to stand alone is best merged with.
  ///
  /// Levels that differ in one variable only are looked at. Where the codes of that variable are
  /// numbers or ranges (`18-29`, `60+`), the list has an order that means something: the level
  /// just before and the one just after. Elsewhere any will do. Of these the one with the fewest
  /// respondents, but not none, so that the merged categories stay as even as they can be.
  func neighbour(of level: Int, respondents: [Int]) -> Int? {
    let terms = levels[level].terms
    // The last variable first: it is the one that was crossed into the others.
    for varying in terms.indices.reversed() {
      let alike = levels.indices.filter { other in
        other != level && respondents[other] > 0
          && terms.indices.allSatisfy { $0 == varying || levels[other].terms[$0] == terms[$0] }
      }
      let isOrdered = levels.allSatisfy { $0.terms[varying].code.contains(where: \.isNumber) }
      let candidates =
        isOrdered
        ? [alike.last { $0 < level }, alike.first { $0 > level }].compactMap(\.self) : alike
      if let best = candidates.min(by: { respondents[$0] < respondents[$1] }) { return best }
    }
    return nil
  }
}
