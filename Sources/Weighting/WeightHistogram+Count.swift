import Numerics
package import SurveyModel

extension WeightHistogram {
  /// Counts the weights of a step by their size relative to their mean.
  ///
  ///     WeightHistogram(of: [10, 10, 20, 20, 15, 15]).mean  // 15
  ///
  /// - Parameter weights: One per respondent, positive, none above ``SumGrid/largestTerm``; none
  ///   at all gives a mean of 0.
  /// - Complexity: O(*n*).
  package init(of weights: [Double]) {
    let grid = SumGrid(largest: weights.max() ?? 0, count: weights.count)
    var sum = OrderFreeSum()
    for weight in weights { sum.add(weight, on: grid) }
    let mean = weights.isEmpty ? 0 : sum.value / Double(weights.count)
    var counts = [Int](repeating: 0, count: Self.edges.count - 1)
    var above = 0
    for weight in weights {
      let ratio = mean > 0 ? weight / mean : 1
      // The first class is half as wide as the others.
      let place = ratio < Self.edges[1] ? 0 : (ratio - Self.edges[1]) * 10 + 1
      var index = place < Double(counts.count) ? Int(place) : counts.count
      // The product may lie a rounding beside the edge.
      if index < counts.count, ratio >= Self.edges[index + 1] { index += 1 }
      if index > 0, ratio < Self.edges[index] { index -= 1 }
      if index < counts.count { counts[index] += 1 } else { above += 1 }
    }
    self.init(mean: mean, counts: counts, above: above)
  }
}
