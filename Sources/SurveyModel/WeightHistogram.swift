/// How one step's weights are spread around their mean.
///
/// The classes are the same for every step and every survey, so that pictures of two steps can be
/// laid side by side.
package struct WeightHistogram: Sendable, Hashable {
  /// The mean weight, which the classes are multiples of.
  package var mean: Double
  /// How many weights lie in each class: `counts[i]` of those from `edges[i]` up to, but without,
  /// `edges[i + 1]` times the mean.
  package var counts: [Int]
  /// How many lie at or above the last edge.
  package var above: Int

  package init(mean: Double, counts: [Int], above: Int) {
    precondition(counts.count == Self.edges.count - 1, "one count for each class")
    self.mean = mean
    self.counts = counts
    self.above = above
  }

  /// 0, 0.05, 0.15, 0.25 … 3.05: equal weights, 1 times their mean, stand in the middle of a class
  /// and not at an edge, where rounding would decide.
  package static let edges: [Double] = [0] + (0...30).map { (Double($0) * 10 + 5) / 100 }
}
