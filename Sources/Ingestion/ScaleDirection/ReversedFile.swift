import Foundation
import SurveyModel

/// A file all of whose items look answered the other way round.
struct ReversedFile: Equatable {
  /// Numbers of the fields compared.
  var fields: [Int]
  /// Mean of all answers of the file, of the interviews it is compared with, and of the file were it
  /// mirrored: 0 for the lowest valid answer, 100 for the highest.
  var mean: Double
  var otherMean: Double
  var mirroredMean: Double
  /// Correlation over items of the file's item means with the others'; `nil` where too few items
  /// differ for it to say anything.
  var pattern: Double?
}

/// Compares a file with interviews read before, as a whole.
///
/// Told is a file
///
/// - whose **order of the items** is turned round: the correlation *r* of its item means with those
///   of the interviews before it is so far below zero that artanh(−*r*) √(*k* − 3) ≥ 4 for *k* items,
///   whatever the level; or
/// - whose **level** is turned round and whose order does not speak against it: its mean lies on the
///   other side of the middle of the scale, both means are at least a fifth of the half scale away
///   (0.4 of a point on a scale of five) and by four standard errors of the file's respondents,
///   mirrored it would come at least twice as close, and *r* is not above 0.
///
/// A district that is dissatisfied with everything still finds the same things better and worse than
/// others do; a mirrored file finds the best things worst. Fewer than five items, or items that
/// hardly differ (standard deviation of their means below 0.05), leave the order unsaid; then the
/// level alone decides, and a person is asked.
///
/// ## Method
///
/// Our own. Measured on files made like `SyntheticAnswers` in the tests of this rule: 20 items on a
/// scale of five whose levels differ by a standard deviation of 0.4, compared with 1,000 interviews
/// of a satisfied province; 400 files in each of the cases.
///
/// - False alarms where a district's own order of the items departs by a standard deviation of 0.2:
///   0 of 4,800 files of 30, 100 and 1,000 interviews from the usual level to very dissatisfied. By
///   0.4, as much as the items differ at all: 0 of 2,400 at the usual and the middle level, 32 of
///   2,400 (1.3 %) of the dissatisfied districts.
/// - Reversed files at the usual level: all of 1,200 told, or 1,187 of 1,200 by the larger departure.
///   Near the middle of the scale, where level says nothing, 51 to 70 %, or about 4 % by the larger
///   departure.
///
/// - Parameters:
///   - file: The file's answers.
///   - others: Answers of the same questionnaire read before, by source.
/// - Returns: The numbers where the file is told, else `nil`.
func reversedFile(_ file: SampledItems, against others: [SampledItems]) -> ReversedFile? {
  var fields: [Int] = []
  var means: [Double] = []
  var otherMeans: [Double] = []
  for item in file.items {
    let own = meanOfAnswers(item.answers)
    var sum = 0.0
    var count = 0
    for other in others {
      guard let same = other.items.first(where: { $0.field == item.field }) else { continue }
      let (mean, number) = meanOfAnswers(same.answers)
      sum += mean * Double(number)
      count += number
    }
    guard own.count >= 20, count >= 50 else { continue }
    fields.append(item.field)
    means.append(own.mean)
    otherMeans.append(sum / Double(count))
  }
  guard fields.count >= 3 else { return nil }
  let mean = means.reduce(0, +) / Double(fields.count)
  let other = otherMeans.reduce(0, +) / Double(fields.count)
  var pattern: Double?
  if fields.count >= 5, standardDeviation(otherMeans) >= 0.05 {
    pattern = correlation(means, otherMeans)
  }
  let isOrderReversed =
    pattern.map { atanh(min(0.999_999, max(0, -$0))) * Double(fields.count - 3).squareRoot() >= 4 }
    ?? false
  if !isOrderReversed {
    guard (pattern ?? 0) <= 0, mean * other < 0, abs(mean) >= 0.2, abs(other) >= 0.2,
      abs(-mean - other) * 2 <= abs(mean - other),
      abs(mean) >= 4 * standardErrorOfLevel(file, fields: fields)
    else { return nil }
  }
  return ReversedFile(
    fields: fields, mean: 50 + 50 * mean, otherMean: 50 + 50 * other, mirroredMean: 50 - 50 * mean,
    pattern: pattern)
}

/// Standard error of the mean of the respondents' own means.
private func standardErrorOfLevel(_ file: SampledItems, fields: [Int]) -> Double {
  var sums = [Double](repeating: 0, count: file.rowCount)
  var counts = [Double](repeating: 0, count: file.rowCount)
  for item in file.items where fields.contains(item.field) {
    for (row, answer) in item.answers.enumerated() where !answer.isNaN {
      sums[row] += answer
      counts[row] += 1
    }
  }
  let levels = zip(sums, counts).compactMap { $1 > 0 ? $0 / $1 : nil }
  return standardDeviation(levels) / Double(max(1, levels.count)).squareRoot()
}

private func standardDeviation(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (squares / Double(values.count - 1)).squareRoot()
}
