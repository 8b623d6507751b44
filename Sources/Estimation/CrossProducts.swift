/// Sums of scaled products of the figures of many units: the upper triangle, or the squares alone.
struct CrossProducts {
  private let figures: Int
  private let isDiagonal: Bool
  private var sums: [Double]
  private var centred: [Double]

  init(figures: Int, isDiagonal: Bool) {
    self.figures = figures
    self.isDiagonal = isDiagonal
    sums = [Double](repeating: 0, count: isDiagonal ? figures : figures * figures)
    centred = [Double](repeating: 0, count: figures)
  }

  /// Adds scale · (z − z̄)(z − z̄)ᵀ for row `place` of `values` and row `group` of `means`.
  mutating func add(
    _ values: [Double], at place: Int, minus means: [Double], at group: Int, scale: Double
  ) {
    for figure in 0..<figures {
      centred[figure] = values[place * figures + figure] - means[group * figures + figure]
    }
    addCentred(scale)
  }

  /// Adds scale · z zᵀ for row `place` of `values`.
  mutating func add(_ values: [Double], at place: Int, scale: Double) {
    for figure in 0..<figures { centred[figure] = values[place * figures + figure] }
    addCentred(scale)
  }

  private mutating func addCentred(_ scale: Double) {
    let (figures, isDiagonal) = (figures, isDiagonal)
    sums.withUnsafeMutableBufferPointer { sums in
      centred.withUnsafeBufferPointer { centred in
        if isDiagonal {
          for figure in 0..<figures {
            sums[figure] += scale * centred[figure] * centred[figure]
          }
          return
        }
        for row in 0..<figures {
          let factor = scale * centred[row]
          let base = row &* figures
          for column in row..<figures { sums[base &+ column] += factor * centred[column] }
        }
      }
    }
  }

  func addSums(to matrix: inout [Double]) {
    for index in sums.indices { matrix[index] += sums[index] }
  }
}
