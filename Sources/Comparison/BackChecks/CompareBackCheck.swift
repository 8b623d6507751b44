import Numerics
package import SurveyModel

/// One interview that was asked again.
package struct BackCheckPair: Sendable, Hashable {
  /// Rows of the stored and of the returned table.
  package var stored: Int
  package var returned: Int
  /// False for an interview added because a rule flagged it; it stays out of every rate.
  package var isRandom: Bool

  package init(stored: Int, returned: Int, isRandom: Bool) {
    self.stored = stored
    self.returned = returned
    self.isRandom = isRandom
  }
}

/// Two visits of the same interviews.
package struct BackCheckInput: Sendable {
  /// Of both tables, same order; the returned table may have more columns after them.
  package var fields: [Field]
  /// Numbers of the fields that were asked again.
  package var compared: [Int]
  package var stored: ResponseTable
  package var returned: ResponseTable
  package var pairs: [BackCheckPair]
  /// Of the rows of the stored table.
  package var grouping: Grouping

  package init(
    fields: [Field], compared: [Int], stored: ResponseTable, returned: ResponseTable,
    pairs: [BackCheckPair], grouping: Grouping
  ) {
    self.fields = fields
    self.compared = compared
    self.stored = stored
    self.returned = returned
    self.pairs = pairs
    self.grouping = grouping
  }
}

package struct BackCheckResults: Sendable {
  package var fields: [BackCheck.FieldResult]
  package var groups: [BackCheck.GroupResult]
  /// Rows of the stored and of the returned table, in the order of the pairs, then of the fields.
  ///
  /// Where there are more than `limit`, those of the first fields.
  package var cells: [DifferingCell]
  /// All differing cells.
  package var differing: Int
}

/// Compares the answers of two visits by question and by group.
///
/// A pair counts where both visits have a valid answer. A question blank in the second visit was not
/// asked again. Answers of one visit only are counted apart, and are no disagreement.
///
/// - Parameters:
///   - input: Texts and personal fields must not be among those compared.
///   - limit: Differing cells listed; all are counted.
/// - Returns: Results by field in the order of `compared`, and of the groups with a pair.
/// - Complexity: Linear in pairs times fields.
package func compareBackCheck(_ input: BackCheckInput, limit: Int) -> BackCheckResults {
  var tallies = GroupTallies(input)
  var results = BackCheckResults(fields: [], groups: [], cells: [], differing: 0)
  var found: [(pair: Int, field: Int)] = []
  for number in input.compared {
    let field = input.fields[number]
    var tally = FieldTally(field)
    for (index, pair) in input.pairs.enumerated() {
      let first = input.stored.columns[number].visitAnswer(pair.stored, of: field)
      let second = input.returned.columns[number].visitAnswer(pair.returned, of: field)
      let steps = tally.steps(from: first, to: second)
      if let steps, steps > 0 {
        results.differing += 1
        if found.count < limit { found.append((index, number)) }
      }
      guard pair.isRandom else { continue }
      tally.add(first, second)
      if let steps { tallies.add(steps, isOpinion: field.isItem, pair: index) }
    }
    results.fields.append(tally.result)
  }
  results.groups = tallies.results()
  found.sort { ($0.pair, $0.field) < ($1.pair, $1.field) }
  results.cells = found.map {
    DifferingCell(
      first: input.pairs[$0.pair].stored, second: input.pairs[$0.pair].returned, field: $0.field)
  }
  return results
}
