package import SurveyModel
import Numerics

extension WeightDiagnostics {
  /// Measures a set of weights.
  ///
  ///     let diagnostics = WeightDiagnostics(of: [10, 10, 20, 20, 15, 15])
  ///     // sum 90, minimum 10, maximum 20, Kish design effect 1.0740740740740742,
  ///     // effective count 5.586206896551724
  ///
  /// - Parameter weights: One per respondent, positive.
  /// - Complexity: O(*n*).
  ///
  /// ## Method
  ///
  /// L. Kish, *Survey Sampling* (1965), section 11.7: the loss from weights unrelated to the
  /// answers is n Σw² / (Σw)².
  package init(of weights: [Double]) {
    var sum = CompensatedSum()
    var squares = CompensatedSum()
    var minimum = weights.first ?? 0
    var maximum = minimum
    for weight in weights {
      sum.add(weight)
      squares.add(weight * weight)
      minimum = min(minimum, weight)
      maximum = max(maximum, weight)
    }
    let total = sum.value
    let effective = squares.value > 0 ? total * total / squares.value : 0
    self.init(
      count: weights.count, sum: total, minimum: minimum, maximum: maximum,
      kishDesignEffect: effective > 0 ? Double(weights.count) / effective : 0,
      effectiveCount: effective)
  }
}
