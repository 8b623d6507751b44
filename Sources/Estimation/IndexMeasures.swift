import SurveyModel

/// One figure of the index: an item, a factor or the overall index.
struct Measure {
  var kind: MeasureKind
  var id: String
  var formula: Formula
  var items: [Int]
  /// Smallest and largest value the figure can have, before the unit.
  var range: ClosedRange<Double>
  /// True for satisfied shares and indices of them, false for means of scores.
  var isShare: Bool

  init(
    _ kind: MeasureKind, _ id: String, _ formula: Formula, ranges: [ClosedRange<Double>],
    isShare: Bool
  ) {
    self.kind = kind
    self.id = id
    self.formula = formula
    self.isShare = isShare
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

  /// Figures that are made of other figures, by their place in ``all``; the share of fully
  /// satisfied people is made of none.
  var figureSums: [FigureSum] {
    let firstItem = factors.count + 1
    func sum(_ measure: Measure, _ whole: Int) -> FigureSum? {
      guard measure.items.allSatisfy({ $0 < items.count }) else { return nil }
      return FigureSum(parts: measure.items.map { firstItem + $0 }, whole: whole)
    }
    let ofFactors = factors.enumerated().compactMap { sum($1, $0 + 1) }
    let ofOverall =
      overallIsMeanOfFactors
      ? FigureSum(parts: Array(1..<firstItem), whole: 0) : sum(overall, 0)
    return ofFactors + (ofOverall.map { [$0] } ?? [])
  }

  init(
    _ questionnaire: Questionnaire, ranges: [ClosedRange<Double>]
  ) throws(EstimationError) {
    let index = questionnaire.index
    let ids = questionnaire.items.map(\.id)
    var numberOfItem: [String: Int] = [:]
    for (number, id) in ids.enumerated() { numberOfItem[id] = number }
    let people = PersonMeasures(questionnaire)
    let isShare = index.item == .satisfiedShare

    var formulas: [Formula] = []
    var itemsOfFactor: [[Int]] = []
    var weights: [Double] = []
    for (number, factor) in questionnaire.factors.enumerated() {
      let items = factor.items.compactMap { numberOfItem[$0] }
      precondition(
        !items.isEmpty && items.count == factor.items.count,
        "factor \(factor.id) names items of the questionnaire")
      itemsOfFactor.append(items)
      switch index.factor {
      case .meanOfItems: formulas.append(.meanOfItems(items))
      case .pooledAnswers: formulas.append(.pooledAnswers(items))
      case .fullySatisfied:
        guard let column = people.columnOfFactor[number] else {
          preconditionFailure("every factor has its column of people")
        }
        formulas.append(.meanOfItems([column]))
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
    let factorsAreShares = isShare || index.factor == .fullySatisfied
    let overall: Formula
    var overallIsShare = isShare
    switch index.overall {
    case .meanOfFactors, .weighted:
      overall = .meanOfFactors(formulas, weights: weights)
      overallIsShare = factorsAreShares
    case .meanOfItems: overall = .meanOfItems(itemsOfFactor.flatMap { $0 })
    case .pooledAnswers: overall = .pooledAnswers(itemsOfFactor.flatMap { $0 })
    case .fullySatisfied:
      guard let column = people.overallColumn else {
        preconditionFailure("the overall index has its column of people")
      }
      overall = .meanOfItems([column])
      overallIsShare = true
    }
    self.overall = Measure(.overall, index.id, overall, ranges: ranges, isShare: overallIsShare)
    factors = zip(questionnaire.factors, formulas).map {
      Measure(.factor, $0.id, $1, ranges: ranges, isShare: factorsAreShares)
    }
    items = ids.enumerated().map {
      Measure(.item, $1, .meanOfItems([$0]), ranges: ranges, isShare: isShare)
    }
    overallIsMeanOfFactors = index.overall == .meanOfFactors || index.overall == .weighted
  }
}
