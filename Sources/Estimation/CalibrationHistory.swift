import Numerics
import SurveyModel

/// What the weighting steps did, as far as the variance needs to know.
///
/// A step that met population totals (or used estimated nonresponse factors) is undone by taking
/// from each respondent's influence what the step's margins explain of it; steps with fixed ratios
/// (trimming, nonresponse factors taken as given) multiply the influence that the steps before them
/// see. All of it works on the cells of the crossed margins: within a cell the steps that are undone
/// have one factor, so weights that enter a step, times the later fixed ratios, are proportional to
/// the final weights there.
struct CalibrationHistory: Sendable {
  /// Respondents by the crossed margins of all steps that are undone.
  let cells: CrossClassification
  /// In the order they were made.
  let steps: [CalibrationStep]

  /// True where a step needs sums of unweighted influences.
  var needsUnweightedSums: Bool { steps.contains(where: \.isSweeps) }

  /// As in ``EstimateTable/variance``.
  var varianceName: String {
    needsUnweightedSums ? "taylor-rake-sweeps" : "taylor-calibration-residuals"
  }

  /// `nil` when there is nothing to undo.
  ///
  /// - Parameters:
  ///   - weights: All steps.
  ///   - units: Per respondent: the sampling unit of the last stage.
  ///   - psuOfUnit: Per unit.
  init?(_ weights: WeightSet, unitOfRow units: [Int32], psuOfUnit: [Int32]) {
    let undone = UndoneStep.list(weights)
    guard !undone.isEmpty else { return nil }
    let groupings = undone.flatMap(\.groupings)
    let final = weights.final.weights
    let cells = CrossClassification(
      of: groupings.map(\.levelOfRow), levelCounts: groupings.map(\.levels.count),
      rows: final.count)
    let finalSums = cells.sums { final[$0] }
    let inUnits = UnitCells(units, units: psuOfUnit.count, cells)
    var first = 0
    steps = undone.indices.map { index in
      let step = undone[index]
      let levels = Array(cells.levels[first..<first + step.groupings.count])
      first += step.groupings.count
      return CalibrationStep(
        step, later: undone[(index + 1)...], levels: levels, cells: cells, finalSums: finalSums,
        final: final, inUnits: inUnits, psuOfUnit: psuOfUnit)
    }
    self.cells = cells
  }
}

/// A step that the variance undoes, with the weights it was made of.
struct UndoneStep {
  let kind: WeightStep.Kind
  let groupings: [Grouping]
  /// The weights that entered the step.
  let entering: [Double]
  /// Per respondent: the product of the fixed ratios of later steps; `nil` where all are 1.
  let laterRatio: [Double]?

  static func list(_ weights: WeightSet) -> [UndoneStep] {
    var found: [UndoneStep] = []
    var ratio: [Double]?
    for index in weights.steps.indices.dropFirst().reversed() {
      let step = weights.steps[index]
      let entering = weights.steps[index - 1].weights
      if let groupings = step.kind.undoneGroupings {
        found.append(
          UndoneStep(
            kind: step.kind, groupings: groupings, entering: entering, laterRatio: ratio))
      } else {
        let ratios = zip(step.weights, entering).map { $0 / $1 }
        ratio = ratio.map { zip($0, ratios).map { $0 * $1 } } ?? ratios
      }
    }
    return found.reversed()
  }

  /// Per respondent: the product of the fixed ratios between this step and a later one.
  func ratio(before later: UndoneStep, _ row: Int) -> Double {
    switch (laterRatio, later.laterRatio) {
    case (nil, nil): 1
    case (let mine?, nil): mine[row]
    case (nil, let theirs?): 1 / theirs[row]
    case (let mine?, let theirs?): mine[row] / theirs[row]
    }
  }
}

extension WeightStep.Kind {
  /// The classifications whose indicators explain the step; `nil` where its ratios are fixed.
  fileprivate var undoneGroupings: [Grouping]? {
    switch self {
    case .design, .trim: nil
    case .nonresponse(let adjustment): adjustment.sampledCells == nil ? nil : [adjustment.classes]
    case .poststratify(let totals): [totals.grouping]
    case .rake(let totals, _, _), .calibrate(let totals, _): totals.map(\.grouping)
    }
  }
}

extension CrossClassification {
  /// The sum of a non-negative value of the rows, by cell; the order of the rows changes no bit.
  func sums(_ value: (Int) -> Double) -> [Double] {
    let rows = cellOfRow.count
    // Each stretch has sums of its own: together they stay smaller than the rows.
    let stretches = RowStretches(rows: rows, most: max(1, min(8, rows / (4 * max(1, count)))))
    let largest = stretches.collect { rows in
      var largest = 0.0
      for row in rows { largest = max(largest, value(row)) }
      return largest
    }.reduce(0, max)
    let grid = SumGrid(largest: min(largest, SumGrid.largestTerm), count: rows)
    let parts = DisjointArray<OrderFreeSum>(
      repeating: OrderFreeSum(), count: stretches.count * count)
    func add(_ index: Int, _ rows: Range<Int>) {
      let sums = parts.elements.extracting(index * count..<(index + 1) * count)
      cellOfRow.withUnsafeBufferPointer { cellOfRow in
        for row in rows {
          sums[Int(cellOfRow[row])].add(min(value(row), SumGrid.largestTerm), on: grid)
        }
      }
    }
    stretches.forEach(add)
    return (0..<count).map { cell in
      var sum = parts[cell]
      for index in 1..<max(1, stretches.count) { sum.add(parts[index * count + cell]) }
      return sum.value
    }
  }
}
