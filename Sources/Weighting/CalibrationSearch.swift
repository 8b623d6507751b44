import Numerics
import SurveyModel

/// Newton's method for λ on the cells of the crossed margins, with steps that are halved.
///
/// λ minimises a convex function whose gradient is the misfit of the margins, so a step is good
/// when the misfits fall, or when the function still falls at the step's end.
struct CalibrationSearch {
  private let cells: MarginCells
  private let start: [Double]
  private let distance: CalibrationDistance
  /// Per margin: the column of its level 0.
  private let offsets: [Int]
  private let columns: Int
  /// Per column.
  private let targets: [Double]

  /// Where the search stands.
  private struct Point {
    /// Per column.
    var lambda: [Double]
    /// Per cell: x′λ.
    var u: [Double]
    /// Per cell.
    var factors: [Double]
    /// Per column: population less weighted total.
    var misfit: [Double]
    /// Largest relative misfit, and the sum of their squares.
    var error: Double
    var merit: Double
  }

  init(_ cells: MarginCells, _ start: [Double], _ distance: CalibrationDistance) {
    self.cells = cells
    self.start = start
    self.distance = distance
    var offsets: [Int] = []
    var columns = 0
    for targets in cells.targets {
      offsets.append(columns)
      columns += targets.count
    }
    self.offsets = offsets
    self.columns = columns
    targets = cells.targets.flatMap(\.self)
  }

  /// Searches until every margin is met.
  func run(
    tolerance: Double, maximumIterations: Int
  ) throws(WeightingError) -> (factors: [Double], iterations: Int) {
    var point = self.point(startingLambda)
    if self.point([Double](repeating: 0, count: columns)).error <= tolerance {
      return ([Double](repeating: 1, count: start.count), 0)
    }
    var iterations = 0
    while !(point.error <= tolerance) {
      guard iterations < maximumIterations, let next = nextPoint(after: point) else {
        throw failure(point, iterations, tolerance)
      }
      point = next
      iterations += 1
    }
    return (point.factors, iterations)
  }

  /// All weights times one ratio, so that they add up to the population.
  private var startingLambda: [Double] {
    let ratio = cells.targets[0].compensatedSum() / start.compensatedSum()
    var lambda = [Double](repeating: 0, count: columns)
    guard ratio > distance.lower, ratio < distance.upper else { return lambda }
    for column in cells.targets[0].indices { lambda[column] = distance.argument(ratio) }
    return lambda
  }

  private func point(_ lambda: [Double]) -> Point {
    let u = explained(lambda)
    let factors = u.map(distance.ratio)
    let misfit = residual(of: factors)
    let relative = misfit.indices.map { misfit[$0] / targets[$0] }
    return Point(
      lambda: lambda, u: u, factors: factors, misfit: misfit,
      error: relative.reduce(0) { $1.magnitude.isFinite ? max($0, $1.magnitude) : .infinity },
      merit: relative.reduce(0) { $0 + $1 * $1 })
  }

  /// Per cell: x′λ.
  private func explained(_ lambda: [Double]) -> [Double] {
    var u = [Double](repeating: 0, count: cells.count)
    for margin in offsets.indices {
      let levels = cells.cells.levels[margin]
      for cell in u.indices { u[cell] += lambda[offsets[margin] + Int(levels[cell])] }
    }
    return u
  }

  private func residual(of factors: [Double]) -> [Double] {
    let values = start.indices.map { start[$0] * factors[$0] }
    var residual = targets
    for margin in offsets.indices {
      for (level, total) in cells.totals(ofMargin: margin, of: values).enumerated() {
        residual[offsets[margin] + level] -= total
      }
    }
    return residual
  }

  /// The next point, or `nil` when no direction brings the margins nearer.
  ///
  /// Where many ratios stand at a bound the slopes vanish and Newton's direction is worth nothing;
  /// slopes are kept above a floor, which turns it towards the gradient. The floor falls with the
  /// error, so that the last steps are Newton's own.
  private func nextPoint(after point: Point) -> Point? {
    for floor in [min(0.01, 0.01 * point.error), 0.01, 1] {
      let direction = system(point, floor: floor).solve(point.misfit)
      guard direction.allSatisfy(\.isFinite) else { continue }
      let full = step(from: point, along: direction, 1)
      if full.merit <= 0.25 * point.merit { return full }
      let next = lowestPoint(from: point, along: direction, full)
      if let next, next.factors != point.factors { return next }
      if full.merit < point.merit * (1 - 1e-4) { return full }
    }
    return nil
  }

  /// A point just before the lowest of a direction.
  ///
  /// The function falls along the direction as long as the misfits point along it, so the place is
  /// found by doubling and halving; a point before it is lower than where the search started.
  private func lowestPoint(
    from point: Point, along direction: [Double], _ full: Point
  ) -> Point? {
    func falls(_ point: Point) -> Bool {
      point.merit.isFinite && zip(point.misfit, direction).reduce(0) { $0 + $1.0 * $1.1 } >= 0
    }
    var (before, beyond) = (0.0, 1.0)
    var lowest: Point?
    var ahead = full
    while falls(ahead), beyond < 1024 {
      lowest = ahead
      before = beyond
      beyond *= 2
      ahead = step(from: point, along: direction, beyond)
    }
    for halving in 0..<60 where lowest == nil || halving < 12 {
      let middle = (before + beyond) / 2
      let tried = step(from: point, along: direction, middle)
      if falls(tried) {
        lowest = tried
        before = middle
      } else {
        beyond = middle
      }
    }
    return lowest
  }

  private func step(from point: Point, along direction: [Double], _ length: Double) -> Point {
    self.point(point.lambda.indices.map { point.lambda[$0] + length * direction[$0] })
  }

  /// Σ w · slope · x x′.
  private func system(_ point: Point, floor: Double) -> CalibrationSystem {
    CalibrationSystem(
      levels: cells.cells.levels, offsets: offsets, columns: columns,
      weights: start.indices.map { start[$0] * max(distance.slope(point.u[$0]), floor) })
  }

  /// What to tell: bounds that are proved too narrow, or margins that were not reached.
  private func failure(_ point: Point, _ iterations: Int, _ tolerance: Double) -> WeightingError {
    let values = start.indices.map { start[$0] * point.factors[$0] }
    let required = RequiredBounds(
      direction: point.u, start: start, distance: distance,
      target: zip(targets, point.lambda).reduce(0) { $0 + $1.0 * $1.1 })
    guard let required, !distance.isUnbounded else {
      return cells.notConverged("calibrate", values, rounds: iterations, tolerance)
    }
    let worst = cells.worstCategory(values)
    return WeightingError([
      .boundsTooNarrow(
        cells.boundsFailure(
          distance, required, margin: worst.margin, level: worst.level,
          weightedTotal: cells.totals(ofMargin: worst.margin, of: start)[worst.level]))
    ])
  }
}
