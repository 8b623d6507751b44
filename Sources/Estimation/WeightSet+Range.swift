import SurveyModel

extension WeightSet {
  /// The same weights, multiplied by a power of two where they are too large or small for sums of
  /// squares.
  ///
  /// Figures and errors do not depend on the unit of the weights, and a power of two changes no bit
  /// of the others.
  var withinRange: WeightSet {
    let largest = steps.map { $0.weights.max() ?? 1 }.max() ?? 1
    guard largest > 0, largest.isFinite else { return self }
    let exponent = Int(largest.exponent)
    let kept = min(max(exponent, -400), 400)
    guard kept != exponent else { return self }
    let (half, rest) = ((kept - exponent) / 2, (kept - exponent) - (kept - exponent) / 2)
    let first = Double(sign: .plus, exponent: half, significand: 1)
    let second = Double(sign: .plus, exponent: rest, significand: 1)
    var scaled = self
    for index in steps.indices {
      scaled.steps[index].weights = steps[index].weights.map { $0 * first * second }
      if case .nonresponse(var adjustment) = steps[index].kind {
        adjustment.sampledCells = adjustment.sampledCells?.map {
          .init(psu: $0.psu, level: $0.level, weight: $0.weight * first * second)
        }
        scaled.steps[index].kind = .nonresponse(adjustment)
      }
    }
    return scaled
  }
}
