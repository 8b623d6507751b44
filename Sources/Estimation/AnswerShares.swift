import Numerics
package import SurveyModel

/// How the valid answers to every item are spread over its scale, in the whole population.
///
/// The share of answer *a* to item *k* is Σ w [answer = a] / Σ w x, where x = 1 for a valid answer:
/// missing answers of any kind leave the denominator, as they do for the item's estimate. Of a
/// questionnaire of satisfied shares the shares of the satisfied answers add up to the estimate.
///
///     // Answers 4 5 2 4, weights 1 2 1 4.
///     let spread = answerShares(of: [column], questionnaire: questionnaire, weights: weights, estimates: table)
///     spread[0].answers.map(\.share)  // 0, 12.5, 0, 62.5, 25
///
/// - Parameters:
///   - answers: The columns of `questionnaire.items`, in that order, *n* values each.
///   - questionnaire: The items and their scales.
///   - weights: The weights of the *n* respondents; the last step's are used.
///   - estimates: Those of the same answers and weights: a distribution has the flag of its item,
///     so that what is kept back there is kept back here.
/// - Returns: One distribution per item, in the order of the questionnaire; shares in percent at full
///   precision, the same bits for any order of the respondents and number of threads.
/// - Precondition: Columns and weights have the same *n*; items are coded with at most 254 codes.
/// - Complexity: O(*n* × items) time.
///
/// Checked against `svymean(~factor(item))`: `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
package func answerShares(
  of answers: [ColumnValues], questionnaire: Questionnaire, weights: WeightSet,
  estimates: EstimateTable
) -> [AnswerDistribution] {
  let items = questionnaire.items
  precondition(answers.count == items.count, "one column of answers per item")
  let weights = weights.withinRange.final.weights
  let grid = SumGrid(largest: weights.max() ?? 0, count: weights.count)
  var ofItem: [String: Estimate] = [:]
  for estimate in estimates.estimates where estimate.kind == .item && estimate.domain.isEmpty {
    ofItem[estimate.id] = estimate
  }
  let (flags, columns) = (ofItem, answers)
  return concurrentMap(items.count) { place in
    let item = items[place]
    guard case .coded8(let positions) = columns[place], case .coded(let list) = item.kind else {
      preconditionFailure("item \(item.id) has a scale of at most 254 codes")
    }
    precondition(positions.count == weights.count, "one answer per respondent and item")
    let counts = WeightedPositions(positions, weights: weights, grid: grid)
    let estimate = flags[item.id]
    return AnswerDistribution(
      id: item.id, respondents: counts.respondents(of: list), answers: counts.shares(of: list),
      flag: estimate?.flag, flagReason: estimate?.flagReason)
  }
}

/// The weight and the number of respondents at every position of a code list.
private struct WeightedPositions {
  private var sums = [OrderFreeSum](repeating: OrderFreeSum(), count: 256)
  private var counts = [Int](repeating: 0, count: 256)

  init(_ positions: [UInt8], weights: [Double], grid: SumGrid) {
    sums.withUnsafeMutableBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        for row in positions.indices {
          let position = Int(positions[row])
          sums[position].add(weights[row], on: grid)
          counts[position] &+= 1
        }
      }
    }
  }

  func respondents(of list: CodeList) -> Int {
    list.answers.indices.reduce(0) { $0 + counts[$1 + 1] }
  }

  func shares(of list: CodeList) -> [AnswerDistribution.Answer] {
    var whole = OrderFreeSum()
    for place in list.answers.indices { whole.add(sums[place + 1]) }
    return list.answers.enumerated().map { place, answer in
      AnswerDistribution.Answer(
        code: answer.code,
        share: whole.value > 0 ? 100 * (sums[place + 1].value / whole.value) : nil)
    }
  }
}
