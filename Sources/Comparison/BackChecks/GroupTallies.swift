import Numerics
import SurveyModel

/// The differences of interviews counted by group, and each group tested against the others.
///
/// What is tested is interviews, not answers: the answers of one interview hang together, and a test
/// that took them as independent would accuse honest interviewers. The test is Fisher's, not a
/// binomial test against the rate of the others: theirs is estimated too, and where it happens to be
/// zero the binomial would flag a single difference.
struct GroupTallies {
  /// Expected share of false alarms among the flags, over both kinds of questions.
  private static let falseDiscovery = 0.05

  private struct Interview {
    var compared = [0, 0]
    var differing = [0, 0]
    var hasFar = [false, false]
  }

  private let input: BackCheckInput
  private var interviews: [Interview]

  init(_ input: BackCheckInput) {
    self.input = input
    interviews = input.pairs.map { _ in Interview() }
  }

  /// Counts two valid answers of a pair.
  ///
  /// A fact counts where it differs, an opinion where it is more
  /// than one step away.
  mutating func add(_ steps: Int, isOpinion: Bool, pair: Int) {
    let kind = isOpinion ? 1 : 0
    interviews[pair].compared[kind] += 1
    if steps > 0 { interviews[pair].differing[kind] += 1 }
    if steps > kind { interviews[pair].hasFar[kind] = true }
  }

  /// The groups with an interview compared, in the order of the grouping; those whose group is
  /// missing last.
  func results() -> [BackCheck.GroupResult] {
    let levels = input.grouping.levels
    var members = [[Int]](repeating: [], count: levels.count + 1)
    for (index, pair) in input.pairs.enumerated() where pair.isRandom {
      let level = Int(input.grouping.levelOfRow[pair.stored])
      members[level < 0 ? levels.count : level].append(index)
    }
    let occurring = members.indices.filter { !members[$0].isEmpty }
    var results = occurring.map { group in
      BackCheck.GroupResult(
        level: group < levels.count ? levels[group] : nil, interviews: members[group].count,
        facts: test(members[group], kind: 0), opinions: test(members[group], kind: 1))
    }
    compare(&results, \.facts)
    compare(&results, \.opinions)
    flag(&results)
    return results
  }

  private func test(_ members: [Int], kind: Int) -> BackCheck.GroupTest {
    let compared = members.map { interviews[$0] }.filter { $0.compared[kind] > 0 }
    return BackCheck.GroupTest(
      interviews: rate(compared.count { $0.hasFar[kind] }, of: compared.count),
      answers: BackCheck.Rate(
        count: compared.reduce(0) { $0 + $1.differing[kind] },
        total: compared.reduce(0) { $0 + $1.compared[kind] }))
  }

  private func compare(
    _ results: inout [BackCheck.GroupResult],
    _ kind: WritableKeyPath<BackCheck.GroupResult, BackCheck.GroupTest>
  ) {
    let count = results.reduce(0) { $0 + $1[keyPath: kind].interviews.count }
    let total = results.reduce(0) { $0 + $1[keyPath: kind].interviews.total }
    for group in results.indices {
      let own = results[group][keyPath: kind].interviews
      // Interviews without a group are told, but nobody answers for them.
      guard results[group].level != nil, own.total > 0, own.total < total else { continue }
      results[group][keyPath: kind].pValue = fisherUpperTail(
        own.count, of: own.total, others: count - own.count, of: total - own.total)
    }
  }

  private func flag(_ results: inout [BackCheck.GroupResult]) {
    let tests = results.flatMap { [$0.facts.pValue, $0.opinions.pValue] }
    var flags = isDiscovery(tests.compactMap { $0 }, level: Self.falseDiscovery)[...]
    for group in results.indices {
      if results[group].facts.pValue != nil { results[group].facts.isFlagged = flags.removeFirst() }
      if results[group].opinions.pValue != nil {
        results[group].opinions.isFlagged = flags.removeFirst()
      }
    }
  }
}
