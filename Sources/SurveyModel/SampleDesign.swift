/// A stratum of the sample.
package struct Stratum: Sendable, Hashable {
  package var level: GroupLevel
  /// Number of PSUs in the population of the stratum; `nil` means no finite population correction.
  package var populationPSUs: Double?
  /// Number of PSUs in the sample, set by ``SampleDesign``.
  package internal(set) var samplePSUs: Int = 0

  package init(level: GroupLevel, populationPSUs: Double? = nil) {
    self.level = level
    self.populationPSUs = populationPSUs
  }
}

/// Why a design cannot exist.
package enum SampleDesignError: Error, Sendable, Hashable {
  case lengthsDiffer
  /// Rows without a stratum or PSU, by number of rows.
  case missingStratum(rows: Int)
  case missingPSU(rows: Int)
  /// Fewer PSUs in the population than in the sample.
  case populationTooSmall(stratum: Int, population: Double, sample: Int)
  /// Rows without a unit of a later stage (the second stage is 2), by number of rows.
  case missingUnit(stage: Int, rows: Int)
  /// The population number of a later stage's units is not one positive number within a unit of the
  /// stage above; `row` is the first row that says so.
  case stagePopulationUnusable(stage: Int, row: Int)
  /// Fewer units in the population of a unit above than in the sample; `row` is one of its rows.
  case stagePopulationTooSmall(stage: Int, row: Int, population: Double, sample: Int)
}

/// A stage below the PSUs: units drawn within each unit of the stage above.
package struct LaterStage: Sendable, Hashable {
  /// Per unit: the unit of the stage above.
  package let parentOfUnit: [Int32]
  /// Per respondent: its unit.
  package let unitOfRow: [Int32]
  /// Per unit of the stage above: units of this stage in its population.
  package let populationOfParent: [Double]
  /// Per unit of the stage above: units of this stage in the sample.
  package let sampledOfParent: [Int]
}

/// What a later stage is made from.
package struct LaterStageSource: Sendable, Hashable {
  /// Per respondent: any non-negative number of its unit, nested in the unit above by
  /// ``SampleDesign``; `nil` when each respondent is a unit.
  package var clusterOfRow: [Int32]?
  /// Per respondent: units in the population of the unit above.
  package var populationOfRow: [Double]

  package init(clusterOfRow: [Int32]?, populationOfRow: [Double]) {
    self.clusterOfRow = clusterOfRow
    self.populationOfRow = populationOfRow
  }
}

/// How the respondents were drawn: strata, and primary sampling units (PSUs) within strata.
///
/// A design is checked once, here; estimators take it and never filter its rows. A PSU is the pair
/// (stratum, cluster): the same cluster name in two strata is two PSUs.
package struct SampleDesign: Sendable, Hashable {
  package let strata: [Stratum]
  /// Per PSU: its stratum.
  package let stratumOfPSU: [Int32]
  /// Per PSU: its name for messages.
  package let psuNames: [String]
  /// Per PSU: the cluster's codes, which with those of the stratum identify it in another year's
  /// design; empty when each respondent is a PSU.
  package let psuCodes: [String]
  /// Per respondent: its PSU.
  package let psuOfRow: [Int32]
  /// Stages below the PSUs with the population they were drawn from, in order.
  package let laterStages: [LaterStage]
  package let singlePSU: SinglePSURule

  /// Builds and checks a design of *n* respondents.
  ///
  /// - Parameters:
  ///   - strata: Strata, in a fixed order.
  ///   - stratumOfRow: *n* indices into `strata`.
  ///   - clusterOfRow: *n* cluster numbers (any non-negative numbers, nested in the stratum by
  ///     this initialiser), or `nil` when each respondent is a PSU.
  ///   - clusterNames: Names by cluster number, for messages.
  ///   - clusterCodes: Codes by cluster number; `nil` where the names are the codes.
  ///   - laterStages: Stages below the PSUs, in order; they add to the variance only where the
  ///     strata have populations.
  ///   - elementOrder: Per respondent its place among all where respondents are units of a stage,
  ///     so that sums over units do not depend on the order of rows; `nil` for the order of rows.
  ///   - singlePSU: What to do with a stratum that holds a single PSU.
  /// - Throws: ``SampleDesignError`` when lengths differ, a row has no stratum or PSU, or a
  ///   population is smaller than its sample.
  package init(
    strata: [Stratum], stratumOfRow: [Int32], clusterOfRow: [Int32]?,
    clusterNames: [String] = [], clusterCodes: [String]? = nil,
    laterStages: [LaterStageSource] = [], elementOrder: [Int32]? = nil, singlePSU: SinglePSURule
  ) throws(SampleDesignError) {
    let count = stratumOfRow.count
    if let clusterOfRow, clusterOfRow.count != count { throw .lengthsDiffer }
    if let elementOrder, elementOrder.count != count { throw .lengthsDiffer }
    let elements = elementOrder ?? (0..<Int32(count)).map { $0 }
    var rowsWithoutStratum = 0
    var rowsWithoutPSU = 0
    for row in 0..<count {
      if stratumOfRow[row] < 0 || Int(stratumOfRow[row]) >= strata.count { rowsWithoutStratum += 1 }
      if let clusterOfRow, clusterOfRow[row] < 0 { rowsWithoutPSU += 1 }
    }
    if rowsWithoutStratum > 0 { throw .missingStratum(rows: rowsWithoutStratum) }
    if rowsWithoutPSU > 0 { throw .missingPSU(rows: rowsWithoutPSU) }

    var checked = strata
    for index in checked.indices { checked[index].samplePSUs = 0 }
    var stratumOfPSU: [Int32] = []
    var names: [String] = []
    var codes: [String] = []
    if let clusterOfRow {
      let clusterCount = Int((clusterOfRow.max() ?? -1) + 1)
      let (psuOfPair, pairs) = Self.number(
        stratumOfRow, clusterOfRow, strata: strata.count, clusters: clusterCount)
      stratumOfPSU = pairs.map { $0.stratum }
      names = pairs.map {
        Int($0.cluster) < clusterNames.count ? clusterNames[Int($0.cluster)] : "\($0.cluster)"
      }
      codes = names
      if let clusterCodes { codes = pairs.map { clusterCodes[Int($0.cluster)] } }
      psuOfRow = psuOfPair
    } else {
      psuOfRow = elements
      stratumOfPSU = Self.inOrder(elements, stratumOfRow)
    }
    for stratum in stratumOfPSU { checked[Int(stratum)].samplePSUs += 1 }
    for (index, stratum) in checked.enumerated() {
      if let population = stratum.populationPSUs, population < Double(stratum.samplePSUs) {
        throw .populationTooSmall(
          stratum: index, population: population, sample: stratum.samplePSUs)
      }
    }
    var stages: [LaterStage] = []
    var parentOfRow = psuOfRow
    var parents = stratumOfPSU.count
    for (index, source) in laterStages.enumerated() {
      let stage = try Self.stage(
        index + 2, source, parentOfRow: parentOfRow, parents: parents, elements: elements)
      parentOfRow = stage.unitOfRow
      parents = stage.parentOfUnit.count
      stages.append(stage)
    }
    self.laterStages = stages
    self.strata = checked
    self.stratumOfPSU = stratumOfPSU
    psuNames = names
    psuCodes = codes
    self.singlePSU = singlePSU
  }

  package var count: Int { psuOfRow.count }
  package var psuCount: Int { stratumOfPSU.count }

  private static func stage(
    _ number: Int, _ source: LaterStageSource, parentOfRow: [Int32], parents: Int,
    elements: [Int32]
  ) throws(SampleDesignError) -> LaterStage {
    let rows = parentOfRow.count
    guard source.populationOfRow.count == rows, (source.clusterOfRow?.count ?? rows) == rows else {
      throw .lengthsDiffer
    }
    var unitOfRow = elements
    var parentOfUnit: [Int32] = []
    if let clusters = source.clusterOfRow {
      let missing = clusters.lazy.filter { $0 < 0 }.count
      if missing > 0 { throw .missingUnit(stage: number, rows: missing) }
      let (units, pairs) = Self.number(
        parentOfRow, clusters, strata: parents, clusters: Int((clusters.max() ?? -1) + 1))
      unitOfRow = units
      parentOfUnit = pairs.map { $0.stratum }
    } else {
      parentOfUnit = inOrder(elements, parentOfRow)
    }
    var population = [Double](repeating: .nan, count: parents)
    var rowOfParent = [Int](repeating: 0, count: parents)
    for row in 0..<rows {
      let parent = Int(parentOfRow[row])
      let value = source.populationOfRow[row]
      guard value > 0, value.isFinite, population[parent].isNaN || population[parent] == value
      else { throw .stagePopulationUnusable(stage: number, row: row) }
      population[parent] = value
      rowOfParent[parent] = row
    }
    var sampled = [Int](repeating: 0, count: parents)
    for parent in parentOfUnit { sampled[Int(parent)] += 1 }
    for parent in 0..<parents where population[parent] < Double(sampled[parent]) {
      throw .stagePopulationTooSmall(
        stage: number, row: rowOfParent[parent], population: population[parent],
        sample: sampled[parent])
    }
    return LaterStage(
      parentOfUnit: parentOfUnit, unitOfRow: unitOfRow, populationOfParent: population,
      sampledOfParent: sampled)
  }

  /// A value per respondent, by the respondents' places.
  private static func inOrder(_ places: [Int32], _ values: [Int32]) -> [Int32] {
    var ordered = values
    for (row, place) in places.enumerated() { ordered[Int(place)] = values[row] }
    return ordered
  }

  /// Numbers the (stratum, cluster) pairs that occur, by stratum and then by cluster, so that the
  /// order of rows does not change the order of PSUs.
  private static func number(
    _ stratumOfRow: [Int32], _ clusterOfRow: [Int32], strata: Int, clusters: Int
  ) -> (psuOfRow: [Int32], pairs: [(stratum: Int32, cluster: Int32)]) {
    let rows = stratumOfRow.count
    let cellCount = strata.multipliedReportingOverflow(by: clusters)
    if !cellCount.overflow, cellCount.partialValue <= max(4_000_000, rows) {
      var numberOfCell = [Int32](repeating: -1, count: cellCount.partialValue)
      for row in 0..<rows {
        numberOfCell[Int(stratumOfRow[row]) * clusters + Int(clusterOfRow[row])] = 0
      }
      var pairs: [(stratum: Int32, cluster: Int32)] = []
      for cell in numberOfCell.indices where numberOfCell[cell] == 0 {
        numberOfCell[cell] = Int32(pairs.count)
        pairs.append((Int32(cell / clusters), Int32(cell % clusters)))
      }
      let psuOfRow = (0..<rows).map { row in
        numberOfCell[Int(stratumOfRow[row]) * clusters + Int(clusterOfRow[row])]
      }
      return (psuOfRow, pairs)
    }
    let keys = (0..<rows).map { Int64(stratumOfRow[$0]) << 32 | Int64(clusterOfRow[$0]) }
    let distinct = Set(keys).sorted()
    var numberOfKey: [Int64: Int32] = [:]
    for (number, key) in distinct.enumerated() { numberOfKey[key] = Int32(number) }
    return (
      keys.map { numberOfKey[$0] ?? 0 },
      distinct.map { (Int32($0 >> 32), Int32(truncatingIfNeeded: $0)) }
    )
  }
}
