import SurveyModel
import Testing
import Weighting

/// Which category an empty one is proposed to be merged with.
@Suite struct NearestCategoryTests {
  private func proposal(
    _ variables: [String], _ codes: [[String]], empty: Int, respondents: [Int]
  ) throws -> String? {
    let levels = respondents.enumerated().flatMap { level, count in
      [Int32](repeating: Int32(level), count: count)
    }
    let grouping = Grouping(
      variables: variables,
      levels: codes.map { codes in
        GroupLevel(
          terms: zip(variables, codes).map { DomainTerm(variable: $0, code: $1) },
          labels: codes.map { LocalizedText(vi: $0) })
      },
      levelOfRow: levels)
    let error = #expect(throws: WeightingError.self) {
      try poststratify(
        designWeights([Double](repeating: 1, count: levels.count)),
        to: MarginTotals(grouping: grouping, totals: codes.map { _ in 10 }), place: 1)
    }
    guard case .emptyLevel(let category, _) = error?.faults.first else {
      Issue.record("another error: \(String(describing: error))")
      return nil
    }
    #expect(category.name == grouping.levels[empty].name)
    if let mergeWith = category.mergeWith {
      #expect(error?.findings().first?.remedy.vi?.contains(mergeWith) == true)
    }
    return category.mergeWith
  }

  @Test func ordinalCategoriesMergeWithASmallNeighbour() throws {
    let ages = [["18-29"], ["30-44"], ["45-59"], ["60+"]]
    #expect(
      try proposal(["age"], ages, empty: 1, respondents: [4, 0, 3, 1]) == "age=45-59")
    #expect(
      try proposal(["age"], ages, empty: 3, respondents: [1, 5, 6, 0]) == "age=45-59")
  }

  @Test func namesWithoutOrderMergeWithTheSmallest() throws {
    let groups = [["Kinh"], ["Jrai"], ["Bahnar"], ["other"]]
    #expect(
      try proposal(["ethnicity"], groups, empty: 1, respondents: [9, 0, 5, 2])
        == "ethnicity=other")
  }

  @Test func crossedCategoriesMergeWithinTheOthers() throws {
    let cells = [["A", "m"], ["A", "f"], ["B", "m"], ["B", "f"]]
    #expect(
      try proposal(["district", "sex"], cells, empty: 3, respondents: [1, 2, 8, 0])
        == "district=B, sex=m")
  }

  @Test func aLoneCategoryHasNoneToMergeWith() throws {
    let cells = [["A", "m"], ["B", "f"]]
    #expect(try proposal(["district", "sex"], cells, empty: 1, respondents: [3, 0]) == nil)
  }
}
