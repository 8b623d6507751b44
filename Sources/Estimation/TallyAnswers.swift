package import SurveyModel

/// Counts the answers to one item and adds up their weights.
///
/// The satisfied share of the item is `satisfiedWeight / validWeight` of the result: the same figure
/// that the index is made of, told in a way a person can follow.
///
/// - Parameters:
///   - answers: One position in the item's code list per respondent.
///   - item: A field of answers to a scale.
///   - weights: One per respondent.
///   - isCounted: Whether a respondent belongs to the domain.
/// - Returns: One entry per valid answer of the scale, in its order.
/// - Precondition: `answers.count == weights.count`, and the item has a scale of at most 254 codes.
/// - Complexity: O(respondents).
package func tallyAnswers(
  _ answers: ColumnValues, to item: Field, weights: [Double], isCounted: (Int) -> Bool
) -> ItemTally {
  guard case .coded8(let positions) = answers, let list = item.codeList else {
    preconditionFailure("item \(item.id) has a scale of at most 254 codes")
  }
  precondition(positions.count == weights.count)
  var counts = [Int](repeating: 0, count: 256)
  var sums = [Double](repeating: 0, count: 256)
  for row in positions.indices where isCounted(row) {
    counts[Int(positions[row])] += 1
    sums[Int(positions[row])] += weights[row]
  }
  let notAsked = counts[Int(CodeList.notAsked8)]
  let tallied = list.answers.enumerated().map { index, answer in
    ItemTally.Answer(answer: answer, count: counts[index + 1], weight: sums[index + 1])
  }
  return ItemTally(
    item: item.id, answers: tallied,
    missing: counts.reduce(0, +) - notAsked - tallied.reduce(0) { $0 + $1.count },
    notAsked: notAsked)
}
