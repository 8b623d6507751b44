/// The centred replicate estimates of one domain, and the sums of their squares and products.
struct DomainReplicates {
  private let figures: ReplicateFigures
  /// Per column: the sum of its replicates' rscales.
  private let scales: [Double]
  /// What all squares are multiplied by.
  private let scale: Double
  /// Per replicate: its column; `nil` when every replicate has its own.
  private let columnOfReplicate: [Int32]?

  init(
    _ figures: ReplicateFigures, scales: [Double], scale: Double, columnOfReplicate: [Int32]?
  ) {
    self.figures = figures
    self.scales = scales
    self.scale = scale
    self.columnOfReplicate = columnOfReplicate
  }

  /// The covariance of two figures; NaN where one is unknown or the sum is not finite.
  func covariance(_ first: Int, _ second: Int) -> Double {
    guard figures.isKnown[first], figures.isKnown[second] else { return .nan }
    let columns = figures.columns
    let sum = figures.deviations.withUnsafeBufferPointer { deviations in
      scales.withUnsafeBufferPointer { scales in
        // Eight partial sums, always added in one order.
        var sums = SIMD8<Double>.zero
        let whole = columns & ~7
        let first = first * columns
        let second = second * columns
        for column in stride(from: 0, to: whole, by: 8) {
          for lane in 0..<8 {
            let column = column &+ lane
            sums[lane] +=
              scales[column] * deviations[first &+ column] * deviations[second &+ column]
          }
        }
        var sum = sums.sum()
        for column in whole..<columns {
          sum += scales[column] * deviations[first + column] * deviations[second + column]
        }
        return sum
      }
    }
    let covariance = scale * sum
    return covariance.isFinite ? covariance : .nan
  }

  /// The centred estimates of a figure, one per replicate; `nil` when it is unknown.
  func deviations(ofFigure figure: Int) -> [Double]? {
    guard figures.isKnown[figure] else { return nil }
    let own = figures.deviations[figure * figures.columns..<(figure + 1) * figures.columns]
    guard let columnOfReplicate else { return Array(own) }
    return columnOfReplicate.map { own[own.startIndex + Int($0)] }
  }
}
