import Numerics

/// PSU × weighting cell, and the finer cells of the sets whose domains cut through these.
///
/// Where all respondents of a cell have one weight, counting them is enough.
struct CountedCells {
  let psus: Int
  /// The number of weighting cells; 0 when there is nothing to undo.
  let weightingCells: Int
  private let base: RowCells
  private let weightOfBase: [Double]
  private let rows: Int

  /// `nil` where weights differ within a cell, or cells are nearly as many as rows.
  init?(weights: [Double], psuOfRow: [Int32], psus: Int, weightingCells: CrossClassification?) {
    var classifications = [psuOfRow]
    var levelCounts = [psus]
    if let weightingCells {
      classifications.append(weightingCells.cellOfRow)
      levelCounts.append(weightingCells.count)
    }
    rows = weights.count
    base = RowCells(of: classifications, levelCounts: levelCounts, rows: rows)
    guard Self.areWorthwhile(base.count, rows: rows) else { return nil }
    guard let found = base.constant(weights) else { return nil }
    weightOfBase = found
    self.psus = psus
    self.weightingCells = weightingCells?.count ?? 0
  }

  /// Every cell has its counters: for nearly as many cells as rows they would need too much room.
  private static func areWorthwhile(_ cells: Int, rows: Int) -> Bool {
    cells <= max(64, rows / 4 * 3)
  }

  /// The cells that each set is summed from; `nil` for a set with too many of them.
  func cells(of sets: [DomainSet]) -> [SetCells?] {
    let baseOfRow = Array(base.cellOfRow.elements)
    let classified = concurrentMap(sets.count) { number -> (coarse: [Int32]?, fine: SetCells?) in
      let levels = sets[number].levelOfRow
      if let coarse = base.levels(following: levels) { return (coarse, nil) }
      let cells = RowCells(
        of: [baseOfRow, levels], levelCounts: [base.count, sets[number].count], rows: rows)
      guard Self.areWorthwhile(cells.count, rows: rows) else { return (nil, nil) }
      return (nil, setCells(cells, source: number, baseOfCell: cells.levels[0], cells.levels[1]))
    }
    var found = classified.map(\.fine)
    // Finer cells give the sums of the coarser too, if they are few.
    let few = found.compactMap { $0 }.min { $0.cells.count < $1.cells.count }
    let finer = few.flatMap { $0.cells.count <= rows / 16 ? $0 : nil }
    for (number, level) in classified.map(\.coarse).enumerated() {
      guard let level else { continue }
      if let finer {
        found[number] = setCells(
          finer.cells, source: finer.source, baseOfCell: finer.baseOfCell,
          finer.baseOfCell.map { level[Int($0)] })
      } else {
        found[number] = setCells(
          base, source: -1, baseOfCell: (0..<Int32(base.count)).map { $0 }, level)
      }
    }
    return found
  }

  private func setCells(
    _ cells: RowCells, source: Int, baseOfCell: [Int32], _ domainOfCell: [Int32]
  ) -> SetCells {
    SetCells(
      cells: cells, source: source, baseOfCell: baseOfCell, domainOfCell: domainOfCell,
      psuOfCell: baseOfCell.map { base.levels[0][Int($0)] },
      weightingOfCell: weightingCells == 0 ? nil : baseOfCell.map { base.levels[1][Int($0)] },
      weightOfCell: baseOfCell.map { weightOfBase[Int($0)] })
  }
}

/// The cells that one set is summed from.
struct SetCells {
  let cells: RowCells
  /// The same for sets that share their cells.
  let source: Int
  let baseOfCell: [Int32]
  let domainOfCell: [Int32]
  let psuOfCell: [Int32]
  let weightingOfCell: [Int32]?
  let weightOfCell: [Double]
}

extension RowCells {
  /// The value that all rows of each cell have; `nil` where some differ.
  fileprivate func constant(_ values: [Double]) -> [Double]? {
    var found = [Double](repeating: 0, count: count)
    let cellOfRow = cellOfRow.elements
    for row in values.indices.reversed() { found[Int(cellOfRow[row])] = values[row] }
    return values.indices.allSatisfy { found[Int(cellOfRow[$0])] == values[$0] } ? found : nil
  }

  /// The level that all rows of each cell have; `nil` where some differ.
  fileprivate func levels(following levelOfRow: [Int32]) -> [Int32]? {
    var found = [Int32](repeating: .min, count: count)
    let cellOfRow = cellOfRow.elements
    for row in levelOfRow.indices {
      let cell = Int(cellOfRow[row])
      let level = max(levelOfRow[row], -1)
      if found[cell] == .min { found[cell] = level }
      if found[cell] != level { return nil }
    }
    return found
  }
}
