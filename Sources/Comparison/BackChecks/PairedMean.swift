import Numerics
package import SurveyModel

/// The mean of paired differences with its interval by Student's t.
///
///     pairedMean([1, 0, -1, 2, 0])  // 0.4, −1.0156…, 1.8156…
///
/// - Parameter differences: Second minus first, one per pair.
/// - Returns: The mean with its 95 % interval at pairs − 1 degrees of freedom, `nil` without pairs.
///
/// ## Method
///
/// Agrees with `t.test(c(1, 0, -1, 2, 0))` of R 4.2.2.
package func pairedMean(_ differences: [Double]) -> BackCheck.MeanDifference? {
  guard !differences.isEmpty else { return nil }
  let n = Double(differences.count)
  let mean = differences.reduce(0, +) / n
  guard mean.isFinite else { return nil }
  let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  var result = BackCheck.MeanDifference(pairs: differences.count, mean: mean)
  if differences.count > 1, squares > 0, squares.isFinite {
    let error = (squares / (n - 1) / n).squareRoot()
    let reach = StudentT(degreesOfFreedom: n - 1).quantile(0.975) * error
    (result.low, result.high) = (mean - reach, mean + reach)
  }
  return result
}
