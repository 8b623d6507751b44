import Numerics
import SurveyModel

/// What post-stratification and raking did, as far as the variance needs to know.
///
/// Both scale weights by one factor per cell of their crossed margins, so sums of the weights that
/// entered a step follow from sums of the final weights, cell by cell.
struct CalibrationHistory {
  /// Respondents by the crossed margins of all steps.
  let cells: CrossClassification
  /// Per cell: Σ of the final weights.
  let finalWeight: [Double]
  /// In the order the steps were made.
  let steps: [CalibrationStep]

  /// `nil` when the weights are design weights alone.
  init?(_ weights: WeightSet) {
    var margins: [[MarginTotals]] = []
    var entering: [[Double]] = []
    for (step, before) in zip(weights.steps.dropFirst(), weights.steps) {
      switch step.kind {
      case .design, .nonresponse, .calibrate, .trim: continue
      case .poststratify(let totals): margins.append([totals])
      case .rake(let totals, _, _): margins.append(totals)
      }
      entering.append(before.weights)
    }
    guard !margins.isEmpty else { return nil }
    let groupings = margins.flatMap { $0 }.map(\.grouping)
    let cells = CrossClassification(
      of: groupings.map(\.levelOfRow), levelCounts: groupings.map(\.levels.count),
      rows: weights.final.weights.count)
    var first = 0
    var steps: [CalibrationStep] = []
    for (margins, entering) in zip(margins, entering) {
      steps.append(
        CalibrationStep(
          levels: Array(cells.levels[first..<first + margins.count]),
          levelCounts: margins.map(\.grouping.levels.count),
          enteringWeight: Self.sum(entering, over: cells)))
      first += margins.count
    }
    self.cells = cells
    self.steps = steps
    finalWeight = Self.sum(weights.final.weights, over: cells)
  }

  private static func sum(_ weights: [Double], over cells: CrossClassification) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: cells.count)
    for row in weights.indices { sums[Int(cells.cellOfRow[row])].add(weights[row]) }
    return sums.map(\.value)
  }

  /// What the calibration variables explain of an influence, per unit of weight and by cell.
  ///
  /// The last step is undone first: its residual is what the step before it has to explain. B is
  /// the least-squares regression of the influence on the margin indicators, weighted by the
  /// weights that entered the step, over all respondents; outside the domain the influence is 0.
  ///
  /// - Parameter influence: By cell: Σ w u with the final weights.
  /// - Returns: By cell: the fitted influence of one unit of weight.
  func explained(_ influence: [Double]) -> [Double] {
    var explained = [Double](repeating: 0, count: cells.count)
    for step in steps.reversed() {
      let left = (0..<cells.count).map { cell in
        step.enteringWeight[cell] * (influence[cell] / finalWeight[cell] - explained[cell])
      }
      step.addFit(of: left, to: &explained)
    }
    return explained
  }
}

/// One post-stratification or raking: the regression on its margin indicators.
struct CalibrationStep {
  /// Per margin and cell: the level.
  private let levels: [[Int32]]
  /// Per margin: the column of its level 0.
  private let offsets: [Int]
  /// Per cell: Σ of the weights that entered the step.
  let enteringWeight: [Double]
  private let system: SymmetricSystem

  init(levels: [[Int32]], levelCounts: [Int], enteringWeight: [Double]) {
    var offsets: [Int] = []
    var size = 0
    for count in levelCounts {
      offsets.append(size)
      size += count
    }
    var matrix = [Double](repeating: 0, count: size * size)
    for cell in enteringWeight.indices {
      for (first, firstOffset) in zip(levels, offsets) {
        for (second, secondOffset) in zip(levels, offsets) {
          let row = firstOffset + Int(first[cell])
          matrix[row * size + secondOffset + Int(second[cell])] += enteringWeight[cell]
        }
      }
    }
    self.levels = levels
    self.offsets = offsets
    self.enteringWeight = enteringWeight
    system = SymmetricSystem(matrix, size: size)
  }

  /// Adds the fitted values of the regression whose weighted totals by cell are `totals`.
  func addFit(of totals: [Double], to fit: inout [Double]) {
    var right = [Double](repeating: 0, count: system.size)
    for margin in levels.indices {
      for cell in totals.indices {
        right[offsets[margin] + Int(levels[margin][cell])] += totals[cell]
      }
    }
    let coefficients = system.solve(right)
    for margin in levels.indices {
      for cell in totals.indices {
        fit[cell] += coefficients[offsets[margin] + Int(levels[margin][cell])]
      }
    }
  }
}
