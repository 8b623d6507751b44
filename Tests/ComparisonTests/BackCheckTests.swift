import Comparison
import SurveyModel
import Testing

/// Made-up visits; expected numbers by hand, or R 4.2.2 where a command stands.
@Suite struct BackCheckTests {
  /// Kappa by its formula in R 4.2.2:
  /// `k <- function(m, w) 1 - sum(w * m) / sum(w * outer(rowSums(m), colSums(m)) / sum(m))`.
  @Test func `kappa is that of the formula in R`() {
    let table = [[11, 4, 1, 0], [3, 20, 5, 2], [0, 6, 31, 7], [1, 1, 8, 25]]
    // k(m, outer(1:4, 1:4, "!=") * 1) and k(m, outer(1:4, 1:4, "-")^2)
    let equal = cohensKappa(table, weight: .equal) ?? .nan
    let quadratic = cohensKappa(table, weight: .quadratic) ?? .nan
    #expect(abs(equal - 0.579087284005317) < 1e-13)
    #expect(abs(quadratic - 0.760662881288789) < 1e-13)
    #expect(cohensKappa([[20, 5], [10, 15]], weight: .equal) == 0.4)
  }

  @Test func `kappa is undefined where chance agrees always, or nothing is compared`() {
    #expect(cohensKappa([[9, 0], [0, 0]], weight: .equal) == nil)
    #expect(cohensKappa([[0, 0], [0, 0]], weight: .quadratic) == nil)
    #expect(cohensKappa([], weight: .equal) == nil)
  }

  @Test func `the interval of a mean difference is that of t_test`() {
    // t.test(c(1, 0, -1, 2, 0))$conf.int
    let result = pairedMean([1, 0, -1, 2, 0])
    #expect(result?.mean == 0.4)
    #expect(abs((result?.low ?? .nan) + 1.01571477698227) < 1e-12)
    #expect(abs((result?.high ?? .nan) - 1.81571477698227) < 1e-12)
    #expect(pairedMean([2, 2])?.low == nil)
    #expect(pairedMean([3])?.mean == 3)
    #expect(pairedMean([]) == nil)
  }

  private let fields = [
    Field(
      id: "A1",
      kind: .coded(
        // The scale stands from high to low; score orders it.
        CodeList(
          answers: [
            AnswerCode(code: "vs", isSatisfied: true, score: 4),
            AnswerCode(code: "s", isSatisfied: true, score: 3),
            AnswerCode(code: "d", score: 2), AnswerCode(code: "vd", score: 1),
          ], missing: [AnswerCode(code: "9", missing: .dontKnow)])), isItem: true),
    Field(
      id: "gender", kind: .coded(CodeList(answers: ["m", "f"].map { AnswerCode(code: $0) }))),
    Field(id: "members", kind: .integer(minimum: nil, maximum: nil)),
  ]

  private func table(_ rows: [(UInt8, UInt8, Int64)]) -> ResponseTable {
    var ids = InterviewIDs()
    for row in rows.indices { ids.append("i\(row)".utf8) }
    return ResponseTable(
      ids: ids, columns: [.coded8(rows.map(\.0)), .coded8(rows.map(\.1)), .integers(rows.map(\.2))])
  }

  private func compare(
    _ first: [(UInt8, UInt8, Int64)], _ second: [(UInt8, UInt8, Int64)], groups: [Int32],
    added: Set<Int> = [], limit: Int = 100
  ) -> BackCheckResults {
    let levels = (0...max(0, groups.max() ?? 0)).map {
      GroupLevel(terms: [DomainTerm(variable: "interviewer", code: "\($0)")], labels: [])
    }
    return compareBackCheck(
      BackCheckInput(
        fields: fields, compared: [0, 1, 2], stored: table(first), returned: table(second),
        pairs: first.indices.map {
          BackCheckPair(stored: $0, returned: $0, isRandom: !added.contains($0))
        },
        grouping: Grouping(variables: ["interviewer"], levels: levels, levelOfRow: groups)),
      limit: limit)
  }

  @Test func `pairs of valid answers count, others are told apart`() {
    let none = ColumnValues.blankInteger
    let results = compare(
      // vs→s, s→vd, d→d, don't know→s, s→don't know, s→blank, not asked→don't know
      [(1, 1, 4), (2, 2, 4), (3, 1, none), (5, 1, 2), (2, 1, 2), (2, 1, 2), (255, 1, 2)],
      [(2, 1, 4), (4, 1, 6), (3, 0, 3), (2, 1, none), (5, 1, 2), (0, 1, 2), (5, 1, 2)],
      groups: [0, 0, 0, 0, 0, 0, 0])
    let item = results.fields[0]
    #expect(item.isOpinion)
    #expect(item.same.count == 1)
    #expect(item.same.total == 3)
    #expect(item.withinOneStep?.count == 2)
    #expect(item.answeredOnce == 2)
    // 3 − 4, 1 − 3, 2 − 2
    #expect(item.difference?.mean == -1)
    #expect(item.gained == 0)
    #expect(item.lost == 1)
    #expect(item.pValue == 1)
    let gender = results.fields[1]
    #expect(!gender.isOpinion)
    #expect(gender.same.count == 5)
    #expect(gender.same.total == 6)
    #expect(gender.weightedKappa == nil)
    #expect(gender.withinOneStep == nil)
    let members = results.fields[2]
    #expect(members.same.total == 5)
    #expect(members.same.count == 4)
    #expect(members.answeredOnce == 1)
    #expect(members.difference?.mean == 0.4)
    #expect(results.differing == 4)
    let cells = results.cells.map { [$0.first, $0.field] }
    #expect(cells == [[0, 0], [1, 0], [1, 1], [1, 2]])
  }

  @Test func `interviews that were added count in no rate, yet their differences are listed`() {
    let results = compare(
      [(1, 1, 4), (1, 1, 4)], [(1, 1, 4), (4, 2, 9)], groups: [0, 1], added: [1])
    #expect(results.fields.allSatisfy { $0.same.count == 1 && $0.same.total == 1 })
    #expect(results.groups.count == 1)
    #expect(results.differing == 3)
    #expect(results.cells.allSatisfy { $0.first == 1 })
  }

  @Test func `a list that is cut still counts every difference`() {
    let results = compare(
      [(1, 1, 4), (1, 1, 4)], [(4, 2, 9), (4, 2, 9)], groups: [0, 1], limit: 2)
    #expect(results.differing == 6)
    #expect(results.cells.count == 2)
  }

  @Test func `an interviewer whose facts change is flagged, one honest difference is not`() {
    // Interviewer 0: 5 of 6 interviews with another gender; 1 to 4: one of 24.
    let first = [(UInt8, UInt8, Int64)](repeating: (2, 1, 3), count: 30)
    var second = first
    for row in 0..<5 { second[row].1 = 2 }
    second[10].1 = 2
    let groups = first.indices.map { Int32($0 / 6) }
    let results = compare(first, second, groups: groups)
    let facts = results.groups.map(\.facts)
    let flagged = facts.map(\.isFlagged)
    #expect(flagged == [true, false, false, false, false])
    // fisher.test(matrix(c(5, 1, 1, 23), 2), alternative = "greater")$p.value
    #expect(abs((facts[0].pValue ?? .nan) - 0.000244200244200244) < 1e-15)
    #expect(facts[0].interviews.count == 5)
    #expect(facts[0].answers.total == 12)
    #expect(results.groups.allSatisfy { !$0.opinions.isFlagged && $0.opinions.pValue == 1 })
  }

  @Test func `one difference against none elsewhere is not enough`() {
    let first = [(UInt8, UInt8, Int64)](repeating: (2, 1, 3), count: 12)
    var second = first
    second[0].1 = 2
    let results = compare(first, second, groups: first.indices.map { Int32($0 / 3) })
    #expect(results.groups.allSatisfy { !$0.facts.isFlagged })
    // fisher.test(matrix(c(1, 2, 0, 9), 2), alternative = "greater")$p.value: 3 / 12
    #expect(abs((results.groups[0].facts.pValue ?? .nan) - 0.25) < 1e-12)
  }

  @Test func `interviews without a group are told and not tested`() {
    let first = [(UInt8, UInt8, Int64)](repeating: (2, 1, 3), count: 4)
    let results = compare(first, first, groups: [0, 0, -1, -1])
    #expect(results.groups.count == 2)
    #expect(results.groups[1].level == nil)
    #expect(results.groups[1].facts.pValue == nil)
    #expect(results.groups[0].facts.pValue == 1)
  }

  @Test func `an opinion one step away is no sign, two steps are`() {
    let first = [(UInt8, UInt8, Int64)](repeating: (1, 1, 3), count: 2)
    let results = compare(first, [(2, 1, 3), (3, 1, 3)], groups: [0, 0])
    #expect(results.groups[0].opinions.interviews.count == 1)
    #expect(results.groups[0].opinions.answers.count == 2)
    // All others are none: nothing to be tested against.
    #expect(results.groups[0].opinions.pValue == nil)
  }
}
