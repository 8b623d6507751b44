import SurveyModel

/// One figure of the index: an item, a factor or the overall index.
struct Measure {
  var kind: MeasureKind
  var id: String
  var formula: Formula
  var items: [Int]
  /// Smallest and largest value the figure can have, before the unit.
  var range: ClosedRange<Double>

  init(_ kind: MeasureKind, _ id: String, _ formula: Formula, ranges: [ClosedRange<Double>]) {
    self.kind = kind
    self.id = id
    self.formula = formula
    items = formula.items
    let mine = items.map { ranges[$0] }
    let lowest = mine.map(\.lowerBound).min() ?? 0
    range = lowest...(mine.map(\.upperBound).max() ?? lowest)
  }
}

/// All figures of a questionnaire's index.
struct IndexMeasures {
  let overall: Measure
  let factors: [Measure]
  let items: [Measure]
  /// How the overall index is made of the factors' influences, where it is.
  let overallIsMeanOfFactors: Bool

  /// In the order of results: overall, factors, items.
  var all: [Measure] { [overall] + factors + items }

  init(
    _ questionnaire: Questionnaire, ranges: [ClosedRange<Double>]
  ) throws(EstimationError) {
    let index = questionnaire.index
    let ids = questionnaire.items.map(\.id)
    var numberOfItem: [String: Int] = [:]
    for (number, id) in ids.enumerated() { numberOfItem[id] = number }

    var formulas: [Formula] = []
    var itemsOfFactor: [[Int]] = []
    var weights: [Double] = []
    for factor in questionnaire.factors {
      let items = factor.items.compactMap { numberOfItem[$0] }
      precondition(
        !items.isEmpty && items.count == factor.items.count,
        "factor \(factor.id) names items of the questionnaire")
      itemsOfFactor.append(items)
      switch index.factor {
      case .meanOfItems: formulas.append(.meanOfItems(items))
      case .pooledAnswers, .fullySatisfied: formulas.append(.pooledAnswers(items))
      case .item:
        guard let id = factor.overallItem, let item = numberOfItem[id] else {
          throw .noOverallItem(factor: factor.id)
        }
        formulas.append(.meanOfItems([item]))
      }
      guard index.overall == .weighted else {
        weights.append(1)
        continue
      }
      guard let weight = factor.weight, weight > 0, weight.isFinite else {
        throw .noFactorWeight(factor: factor.id)
      }
      weights.append(weight)
    }
    let overall: Formula =
      switch index.overall {
      case .meanOfFactors, .weighted: .meanOfFactors(formulas, weights: weights)
      case .meanOfItems: .meanOfItems(itemsOfFactor.flatMap { $0 })
      case .pooledAnswers, .fullySatisfied: .pooledAnswers(itemsOfFactor.flatMap { $0 })
      }
    self.overall = Measure(.overall, index.id, overall, ranges: ranges)
    factors = zip(questionnaire.factors, formulas).map {
      Measure(.factor, $0.id, $1, ranges: ranges)
    }
    items = ids.enumerated().map { Measure(.item, $1, .meanOfItems([$0]), ranges: ranges) }
    overallIsMeanOfFactors = index.overall == .meanOfFactors || index.overall == .weighted
  }
}
