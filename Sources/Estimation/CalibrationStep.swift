import Numerics
import SurveyModel

/// One step that the variance undoes: how an influence is fitted by the step's margins.
///
/// The fit is a coefficient per level of each margin; a unit of weight in a cell is explained by
/// Σ over the margins of (the level's coefficient × the margin's loading in the cell).
struct CalibrationStep: Sendable {
  /// Per margin and cell: the level, negative where there is none.
  private let levels: [[Int32]]
  /// Per margin: the column of its level 0.
  private let offsets: [Int]
  let columns: Int
  /// Per cell: the weights that entered the step, times later fixed ratios, over the final weights.
  private let enteringShare: [Double]
  /// Per margin and cell; `nil` where all are 1.
  private let loadings: [[Double]]?
  /// `nil` for the sweeps.
  private let system: MarginSystem?
  /// Per cell: respondents.
  private let counts: [Double]
  /// Per later step and cell: what one unit of its fit takes from this step's sums.
  private let carried: [[Double]]
  /// What the coefficients take from the totals of the sampling units.
  let unitLoadings: UnitLoadings

  /// True for a raking undone by sweeps: it works on unweighted sums.
  var isSweeps: Bool { system == nil }

  init(
    _ step: UndoneStep, later: ArraySlice<UndoneStep>, levels: [[Int32]],
    cells: CrossClassification, finalSums: [Double], final: [Double], inUnits: UnitCells,
    psuOfUnit: [Int32]
  ) {
    var offsets: [Int] = []
    var columns = 0
    for grouping in step.groupings {
      offsets.append(columns)
      columns += grouping.levels.count
    }
    let entering = step.entering
    var loadings: [[Double]]?
    var isSweeps = false
    if case .rake(_, .sweeps, let lastFactors) = step.kind {
      loadings = Self.loadings(lastFactors, levels: levels)
      isSweeps = true
    }
    let ratio = step.laterRatio
    let enteringSums = cells.sums { entering[$0] * (ratio?[$0] ?? 1) }
    enteringShare = zip(enteringSums, finalSums).map { $1 > 0 ? $0 / $1 : 0 }
    system =
      isSweeps
      ? nil
      : MarginSystem(
        levels: levels, offsets: offsets, columns: columns,
        weights: ratio == nil ? enteringSums : cells.sums { entering[$0] })
    counts = isSweeps ? cells.sums { _ in 1 } : []
    carried = later.map { next in
      cells.sums { row in (isSweeps ? 1 : entering[row]) * step.ratio(before: next, row) }
    }
    var sampled: [NonresponseAdjustment.SampledCell] = []
    if case .nonresponse(let adjustment) = step.kind { sampled = adjustment.sampledCells ?? [] }
    unitLoadings = UnitLoadings(
      weights: inUnits.sums { final[$0] / (ratio?[$0] ?? 1) }, of: inUnits, levels: levels,
      offsets: offsets, columns: columns, loadings: loadings, sampled: sampled,
      psuOfUnit: psuOfUnit)
    self.levels = levels
    self.offsets = offsets
    self.columns = columns
    self.loadings = loadings
  }

  /// The weights right after each margin's turn in the last round, over those after the last.
  private static func loadings(_ lastFactors: [[Double]], levels: [[Int32]]) -> [[Double]] {
    precondition(lastFactors.count == levels.count, "the last round's factors of every margin")
    let cells = levels.first?.count ?? 0
    var loadings = levels.map { _ in [Double](repeating: 1, count: cells) }
    for margin in levels.indices.dropLast().reversed() {
      for cell in 0..<cells where levels[margin + 1][cell] >= 0 {
        loadings[margin][cell] =
          loadings[margin + 1][cell] / lastFactors[margin + 1][Int(levels[margin + 1][cell])]
      }
    }
    return loadings
  }

  /// The coefficients that fit the influences of several figures.
  ///
  /// - Parameters:
  ///   - influences: Sums over the cells where they are not 0.
  ///   - sweep: Which of the unweighted sums is this step's, if it is undone by sweeps.
  ///   - explained: Per later step: by cell and figure, what it explained of a unit of weight.
  ///   - figures: Number of figures.
  /// - Returns: By column and figure.
  func coefficients(
    of influences: CellInfluences, sweep: Int, explained: [[Double]], figures: Int
  ) -> [Double] {
    guard let system else {
      return self.sweep(
        influences.cells, influences.unweighted[sweep], explained: explained, figures: figures)
    }
    var right = [Double](repeating: 0, count: columns * figures)
    func add(_ cell: Int, _ value: (Int) -> Double) {
      for margin in levels.indices where levels[margin][cell] >= 0 {
        let base = (offsets[margin] + Int(levels[margin][cell])) * figures
        for figure in 0..<figures { right[base + figure] += value(figure) }
      }
    }
    for (place, cell) in influences.cells.enumerated() {
      let share = enteringShare[Int(cell)]
      add(Int(cell)) { share * influences.weighted[place * figures + $0] }
    }
    for (fits, carried) in zip(explained, carried) {
      for cell in carried.indices {
        add(cell) { -carried[cell] * fits[cell * figures + $0] }
      }
    }
    return system.solve(right, figures: figures)
  }

  /// Ten sweeps over the margins, each taking the plain mean of every level.
  private func sweep(
    _ cells: [Int32], _ unweighted: [Double], explained: [[Double]], figures: Int
  ) -> [Double] {
    var left = [Double](repeating: 0, count: counts.count * figures)
    for (place, cell) in cells.enumerated() {
      for figure in 0..<figures {
        left[Int(cell) * figures + figure] += unweighted[place * figures + figure]
      }
    }
    for (fits, carried) in zip(explained, carried) {
      for cell in carried.indices {
        for figure in 0..<figures {
          left[cell * figures + figure] -= carried[cell] * fits[cell * figures + figure]
        }
      }
    }
    var coefficients = [Double](repeating: 0, count: columns * figures)
    for _ in 0..<10 {
      for margin in levels.indices {
        let means = means(of: left, margin: margin, figures: figures)
        for cell in counts.indices where levels[margin][cell] >= 0 {
          let level = Int(levels[margin][cell])
          let scale = counts[cell] * loading(margin, cell)
          for figure in 0..<figures {
            left[cell * figures + figure] -= scale * means[level * figures + figure]
          }
        }
        let base = offsets[margin] * figures
        for index in means.indices { coefficients[base + index] += means[index] }
      }
    }
    return coefficients
  }

  private func means(of left: [Double], margin: Int, figures: Int) -> [Double] {
    let end = margin + 1 < offsets.count ? offsets[margin + 1] : columns
    var sums = [Double](repeating: 0, count: (end - offsets[margin]) * figures)
    var sizes = [Double](repeating: 0, count: end - offsets[margin])
    for cell in counts.indices where levels[margin][cell] >= 0 {
      let level = Int(levels[margin][cell])
      sizes[level] += counts[cell]
      let loading = loading(margin, cell)
      for figure in 0..<figures {
        sums[level * figures + figure] += left[cell * figures + figure] / loading
      }
    }
    for level in sizes.indices where sizes[level] > 0 {
      for figure in 0..<figures { sums[level * figures + figure] /= sizes[level] }
    }
    return sums
  }

  private func loading(_ margin: Int, _ cell: Int) -> Double { loadings?[margin][cell] ?? 1 }

  /// By cell and figure: what the coefficients explain of one unit of weight.
  func explained(by coefficients: [Double], figures: Int) -> [Double] {
    let cells = enteringShare.count
    var explained = [Double](repeating: 0, count: cells * figures)
    for margin in levels.indices {
      for cell in 0..<cells where levels[margin][cell] >= 0 {
        let base = (offsets[margin] + Int(levels[margin][cell])) * figures
        let loading = loading(margin, cell)
        for figure in 0..<figures {
          explained[cell * figures + figure] += loading * coefficients[base + figure]
        }
      }
    }
    return explained
  }
}
