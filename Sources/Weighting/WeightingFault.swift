package import SurveyModel

/// One reason why a weighting step cannot be carried out.
///
/// Rows count from 0.
package enum WeightingFault: Sendable, Hashable {
  /// The first rows with a weight that is missing, infinite, zero, negative or too large to be
  /// added up, and their number.
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
  case notConverged(ConvergenceFailure)
  /// No weights within the bounds meet the margins.
  case boundsTooNarrow(BoundsFailure)
  /// Linear calibration gives weights of zero or below.
  case notPositive(NotPositiveFailure)
  /// All weights at the limit do not add up to what they must.
  case limitsContradictSum(TrimFailure)
  /// Respondents in a nonresponse class that the sample's file does not list.
  case missingClass(MarginCategory, respondents: Int)
  /// A sampled total that is no weight.
  case badSampled(MarginCategory, total: Double)
  /// Sampled people, none of whom responded.
  case classWithoutRespondents(MarginCategory, sampled: Double)
  /// More responded than were sampled.
  case sampledBelowResponding(MarginCategory, sampled: Double, responding: Double)
  /// Weights times these factors are not positive numbers that can be added up.
  case outOfRange(step: String, smallest: Double, largest: Double)

  /// Rows and cells named in full; the rest is counted.
  package static let shownCount = 20
}

/// Why a weighting step stopped: every fault found, so that all can be mended at once.
package struct WeightingError: Error, Sendable, Hashable {
  package let faults: [WeightingFault]
  /// The step that could not succeed, by its name (`rake_2`), where several were to be made.
  package var step: String?

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
