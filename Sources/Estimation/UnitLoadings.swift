import Numerics
import SurveyModel

/// The combinations of sampling units and weighting cells that occur.
struct UnitCells {
  private let crossed: CrossClassification
  let units: Int

  var unitOfPair: [Int32] { crossed.levels[0] }
  var cellOfPair: [Int32] { crossed.levels[1] }

  init(_ unitOfRow: [Int32], units: Int, _ cells: CrossClassification) {
    crossed = CrossClassification(
      of: [unitOfRow, cells.cellOfRow], levelCounts: [units, cells.count], rows: unitOfRow.count)
    self.units = units
  }

  /// The sum of a value of the rows, by combination.
  func sums(_ value: (Int) -> Double) -> [Double] { crossed.sums(value) }
}

/// What one unit of each coefficient of a step takes from the total of each sampling unit.
struct UnitLoadings: Sendable {
  /// Entries of unit *u* are `starts[u]..<starts[u + 1]`.
  private let starts: [Int]
  private let columns: [Int32]
  private let values: [Double]

  /// Collects what each unit's respondents add: `weights` holds Σ of the final weights over later
  /// fixed ratios, by combination of unit and cell.
  ///
  /// Of `sampled` people the class's coefficient is part of the total of their PSU; where PSUs have
  /// units of later stages they are shared out over those in proportion to the weights.
  init(
    weights: [Double], of pairs: UnitCells, levels: [[Int32]], offsets: [Int], columns: Int,
    loadings: [[Double]]?, sampled: [NonresponseAdjustment.SampledCell], psuOfUnit: [Int32]
  ) {
    let (units, cells) = (pairs.unitOfPair, pairs.cellOfPair)
    let share = UnitShares(units: units, weights: weights, psuOfUnit: psuOfUnit)
    let sampledOfPSU = Dictionary(grouping: sampled, by: \.psu)
    var starts = [0]
    var columnsOfUnit: [Int32] = []
    var values: [Double] = []
    var place = [Int](repeating: -1, count: columns)
    var pair = 0
    for unit in psuOfUnit.indices {
      let start = values.count
      func add(_ column: Int, _ value: Double) {
        if place[column] < start {
          place[column] = values.count
          columnsOfUnit.append(Int32(column))
          values.append(0)
        }
        values[place[column]] += value
      }
      while pair < units.count, Int(units[pair]) == unit {
        let cell = Int(cells[pair])
        for margin in levels.indices where levels[margin][cell] >= 0 {
          add(
            offsets[margin] + Int(levels[margin][cell]),
            weights[pair] * (loadings?[margin][cell] ?? 1))
        }
        pair += 1
      }
      for people in sampledOfPSU[psuOfUnit[unit]] ?? [] {
        add(Int(people.level), -people.weight * share.values[unit])
      }
      starts.append(values.count)
    }
    self.starts = starts
    self.columns = columnsOfUnit
    self.values = values
  }

  /// Takes the fit from totals by unit and figure.
  func subtract(_ coefficients: [Double], figures: Int, from totals: inout [Double]) {
    totals.withUnsafeMutableBufferPointer { totals in
      coefficients.withUnsafeBufferPointer { coefficients in
        columns.withUnsafeBufferPointer { columns in
          values.withUnsafeBufferPointer { values in
            for unit in 0..<starts.count - 1 {
              for entry in starts[unit]..<starts[unit + 1] {
                let value = values[entry]
                let base = Int(columns[entry]) &* figures
                let row = unit &* figures
                for figure in 0..<figures {
                  totals[row &+ figure] -= value * coefficients[base &+ figure]
                }
              }
            }
          }
        }
      }
    }
  }
}

/// The share of each unit in the weights of its PSU.
private struct UnitShares {
  let values: [Double]

  init(units: [Int32], weights: [Double], psuOfUnit: [Int32]) {
    var ofUnit = [Double](repeating: 0, count: psuOfUnit.count)
    for (unit, weight) in zip(units, weights) { ofUnit[Int(unit)] += weight }
    var ofPSU = [Double](repeating: 0, count: Int((psuOfUnit.max() ?? -1) + 1))
    for (unit, psu) in psuOfUnit.enumerated() { ofPSU[Int(psu)] += ofUnit[unit] }
    values = psuOfUnit.enumerated().map { unit, psu in
      ofPSU[Int(psu)] > 0 ? ofUnit[unit] / ofPSU[Int(psu)] : 0
    }
  }
}
