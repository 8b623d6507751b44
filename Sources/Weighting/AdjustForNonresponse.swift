import Numerics
package import SurveyModel

/// Scales the respondents' weights up to the whole sample, class by class.
///
/// Every respondent of class *c* gets w′ = w · S_c / R_c: R_c the weight of the class's
/// respondents, S_c that of all its sampled people who belong to the population. Where the file
/// gives the sample by status, S_c = R + N + U when people of unknown status count as
/// nonrespondents, and S_c = (R + N)(R + N + I + U)/(R + N + I) when they are spread over the known
/// statuses (R responding, N nonresponding, I ineligible, U unknown).
///
///     // Two respondents of weight 10 and one of 20 in a class of which 60 was sampled.
///     let step = try adjustForNonresponse(
///       design, NonresponseTotals(classes: oneClass, sample: .sampled([60])), place: 1)
///     step.weights  // [15, 15, 30]
///
/// - Parameters:
///   - step: The weights so far, positive.
///   - totals: The respondents by class, and the sample of each class in the unit of these weights.
///   - place: The place of the step after the design weights, from 1; part of its name.
/// - Returns: The step named `nonresponse_` and its place, with the factors.
/// - Throws: ``WeightingError`` with every fault: respondents without a class or in a class that
///   the file does not have; totals that are no weights; a class with a sample but no respondent,
///   with the class to merge it with; a sample smaller than its respondents (by more than one in a
///   million, which files rounded in print may be off).
/// - Precondition: `totals` sorts as many respondents as there are weights.
/// - Complexity: O(*n*).
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), section 15.6; Valliant,
/// Dever and Kreuter, *Practical Tools for Designing and Weighting Survey Samples* (2013), sections
/// 13.4 (unknown eligibility) and 13.5. Checked: `Tests/Fixtures/published/weights/SOURCE.md`.
package func adjustForNonresponse(
  _ step: WeightStep, _ totals: NonresponseTotals, place: Int
) throws(WeightingError) -> WeightStep {
  try NonresponseClasses(totals, respondents: step.weights.count)
    .adjust(step.weights).step(place: place)
}

/// The respondents by class, read once.
struct NonresponseClasses: Sendable {
  let totals: NonresponseTotals
  private let cells: MarginCells

  init(_ totals: NonresponseTotals, respondents: Int) throws(WeightingError) {
    self.totals = totals
    cells = try MarginCells(classesOf: totals, respondents: respondents)
  }

  /// Per class: what its respondents stand for, with these weights.
  func eligible(_ weights: [Double]) -> [Double] {
    let responding = cells.totals(ofMargin: 0, of: CellWeights(weights, over: cells).sums)
    return responding.indices.map { totals.eligible($0, responding: responding[$0]) }
  }

  /// Multiplies the weights by the factors of the classes.
  ///
  /// `eligible` is, per class, what its respondents stand for; `nil` takes the totals.
  func adjust(
    _ weights: [Double], eligible: [Double]? = nil
  ) throws(WeightingError) -> StepOutcome {
    let start = CellWeights(weights, over: cells)
    let responding = cells.totals(ofMargin: 0, of: start.sums)
    var faults: [WeightingFault] = []
    var factors = [Double](repeating: 1, count: responding.count)
    for level in responding.indices {
      let sampled =
        eligible?[level] ?? totals.eligible(level, responding: responding[level])
      guard sampled > 0 else { continue }
      let category = { cells.category(margin: 0, level: level) }
      if !(responding[level] > 0) {
        faults.append(.classWithoutRespondents(category(), sampled: sampled))
      } else if sampled < responding[level] * (1 - 1e-6) {
        faults.append(
          .sampledBelowResponding(category(), sampled: sampled, responding: responding[level]))
      } else {
        factors[level] = sampled / responding[level]
      }
    }
    guard faults.isEmpty else { throw WeightingError(faults) }
    let adjustment = NonresponseAdjustment(
      classes: totals.classes, factors: factors, sampledCells: totals.sampledCells)
    return try multiplied(weights, start, adjustment)
  }

  /// Multiplies the weights by factors found before.
  func apply(_ factors: [Double], to weights: [Double]) throws(WeightingError) -> [Double] {
    let adjustment = NonresponseAdjustment(classes: totals.classes, factors: factors)
    return try multiplied(weights, CellWeights(weights, over: cells), adjustment).weights
  }

  private func multiplied(
    _ weights: [Double], _ start: CellWeights, _ adjustment: NonresponseAdjustment
  ) throws(WeightingError) -> StepOutcome {
    let levels = cells.cells.levels[0]
    var outcome = try cells.outcome(
      .nonresponse(adjustment), of: weights, start,
      times: levels.map { adjustment.factors[Int($0)] }, iterations: 0, errorBefore: 0)
    // Classes are no population margins: there is nothing that the step has to meet.
    outcome.error = 0
    return outcome
  }
}

extension MarginCells {
  /// Sorts respondents into nonresponse classes and checks the totals.
  init(classesOf totals: NonresponseTotals, respondents rows: Int) throws(WeightingError) {
    let classes = totals.classes
    precondition(classes.count == rows, "one class per respondent")
    let cells = CrossClassification(
      of: [classes.levelOfRow], levelCounts: [classes.levels.count], rows: rows)
    let margin = MarginTotals(
      grouping: classes, totals: [Double](repeating: 0, count: classes.levels.count),
      source: totals.source)
    self.init(
      cells: cells, margins: [margin], targets: [margin.totals],
      respondents: respondentsByCell(cells))
    guard rows > 0 else { throw WeightingError([.noRespondents]) }
    var faults = rowsWithoutLevel(margin)
    if faults.isEmpty {
      var counts = [Int](repeating: 0, count: classes.levels.count)
      for cell in 0..<cells.count { counts[Int(cells.levels[0][cell])] = respondents[cell] }
      for level in counts.indices {
        let category = classes.category(level, source: totals.source, respondents: counts)
        let given = totals.given(level)
        if given.contains(where: \.isNaN), counts[level] > 0 {
          faults.append(.missingClass(category, respondents: counts[level]))
        } else if let bad = given.first(where: { !($0 >= 0 && $0.isFinite) }) {
          faults.append(.badSampled(category, total: bad))
        } else if totals.mustBePositive, let zero = given.first(where: { $0 == 0 }) {
          faults.append(.badSampled(category, total: zero))
        }
      }
    }
    guard faults.isEmpty else { throw WeightingError(faults) }
  }

  private init(
    cells: CrossClassification, margins: [MarginTotals], targets: [[Double]], respondents: [Int]
  ) {
    self.cells = cells
    self.margins = margins
    self.targets = targets
    self.respondents = respondents
  }
}
