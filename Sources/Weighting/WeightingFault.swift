package import SurveyModel

/// A category of a margin, as messages name it.
package struct MarginCategory: Sendable, Hashable {
  package var variables: [String]
  /// `district=PLK`, or `gender=male, age_group=60+`.
  package var name: String
  /// The totals file.
  package var source: SourceLocation?
}

/// How a raking that did not converge stood when it was stopped.
package struct RakingFailure: Sendable, Hashable {
  /// The category farthest from its population.
  package var category: MarginCategory
  package var population: Double
  package var weightedTotal: Double
  package var relativeError: Double
  package var tolerance: Double
  package var iterations: Int
  /// Combinations with categories of other margins that hold no respondent, the first 20.
  package var emptyCells: [String]
  package var emptyCellCount: Int
}

/// One reason why a weighting step cannot be carried out.
///
/// Rows count from 0.
package enum WeightingFault: Sendable, Hashable {
  /// The first rows with a weight that is missing, infinite, zero or negative, and their number.
  case badWeights(rows: [Int], values: [Double], count: Int)
  case noRespondents
  /// The first rows that fall in no category of a margin, and their number.
  case rowsWithoutLevel(variables: [String], rows: [Int], count: Int, source: SourceLocation?)
  /// Respondents in a category that the totals file does not list.
  case missingPopulation(MarginCategory, respondents: Int)
  /// A population total that is not a positive number.
  case badTotal(MarginCategory, total: Double)
  /// People in the population, nobody in the sample.
  case emptyLevel(MarginCategory, population: Double)
  case totalsDiffer(
    first: [String], firstTotal: Double, second: [String], secondTotal: Double,
    source: SourceLocation?)
  case notConverged(RakingFailure)

  /// Rows and cells named in full; the rest is counted.
  package static let shownCount = 20
}

/// Why a weighting step stopped: every fault found, so that all can be mended at once.
package struct WeightingError: Error, Sendable, Hashable {
  package let faults: [WeightingFault]

  init(_ faults: [WeightingFault]) {
    self.faults = faults
  }

  /// The faults for a person to read, in Vietnamese and English.
  ///
  /// - Parameter interview: The name of an interview by its row; by default its number from 1.
  /// - Returns: One finding per fault, in the order they were found.
  package func findings(
    interview: (Int) -> String = { "\($0 + 1)" }
  ) -> [Finding] {
    faults.map { $0.finding(interview: interview) }
  }
}
