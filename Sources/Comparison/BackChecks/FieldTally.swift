import Numerics
import SurveyModel

/// The pairs of answers to one question, counted.
struct FieldTally {
  private let field: Field
  /// Per valid answer its place on the scale: by score where all have one, else by the list.
  private let ranks: [Int]
  private let answers: [AnswerCode]
  /// Pairs by rank of the first and of the second answer; coded fields only.
  private var table: [[Int]] = []
  private var total = 0
  private var same = 0
  private var near = 0
  private var once = 0
  private var gained = 0
  private var lost = 0
  private var differences: [Double] = []

  init(_ field: Field) {
    self.field = field
    answers = field.codeList.map { Array($0.answers) } ?? []
    let scores = answers.map { $0.score ?? .nan }
    var order = Array(answers.indices)
    if !scores.contains(where: \.isNaN) {
      order.sort { (scores[$0], $0) < (scores[$1], $1) }
    }
    var ranks = order
    for (rank, answer) in order.enumerated() { ranks[answer] = rank }
    self.ranks = ranks
    // A list of thousands of codes (communes) is compared without a table of all their pairs.
    if !answers.isEmpty, answers.count <= 254 {
      table = [[Int]](
        repeating: [Int](repeating: 0, count: answers.count), count: answers.count)
    }
  }

  /// How far apart two valid answers are: steps of the scale for items, else 0 or 1; `nil` where one
  /// visit has no valid answer.
  func steps(from first: VisitAnswer, to second: VisitAnswer) -> Int? {
    switch (first, second) {
    case (.category(let left), .category(let right)):
      field.isItem ? abs(ranks[left] - ranks[right]) : (left == right ? 0 : 1)
    case (.value(let left), .value(let right)): left == right ? 0 : 1
    default: nil
    }
  }

  mutating func add(_ first: VisitAnswer, _ second: VisitAnswer) {
    guard let steps = steps(from: first, to: second) else {
      if second != .blank, first.isValid != second.isValid { once += 1 }
      return
    }
    total += 1
    if steps == 0 { same += 1 }
    if steps <= 1 { near += 1 }
    switch (first, second) {
    case (.category(let left), .category(let right)):
      if !table.isEmpty { table[ranks[left]][ranks[right]] += 1 }
      guard field.isItem else { break }
      if let before = answers[left].score, let after = answers[right].score {
        differences.append(after - before)
      }
      if answers[right].isSatisfied && !answers[left].isSatisfied { gained += 1 }
      if answers[left].isSatisfied && !answers[right].isSatisfied { lost += 1 }
    case (.value(let left), .value(let right)):
      if isMeasured { differences.append(right - left) }
    default: break
    }
  }

  /// Dates and times have no mean that anybody asks for.
  private var isMeasured: Bool {
    switch field.kind {
    case .integer, .number: true
    case .coded, .date, .datetime, .text: false
    }
  }

  var result: BackCheck.FieldResult {
    var result = BackCheck.FieldResult(
      field: field.id, isOpinion: field.isItem, same: rate(same, of: total), answeredOnce: once,
      difference: pairedMean(differences))
    if !table.isEmpty { result.kappa = cohensKappa(table, weight: .equal) }
    if field.isItem {
      result.withinOneStep = rate(near, of: total)
      result.weightedKappa = cohensKappa(table, weight: .quadratic)
      (result.gained, result.lost) = (gained, lost)
      result.pValue = exactMcNemar(gained, lost)
    }
    return result
  }
}

/// A share with its 95 % interval by Wilson.
func rate(_ count: Int, of total: Int) -> BackCheck.Rate {
  guard total > 0 else { return BackCheck.Rate(count: count, total: total) }
  let interval = wilsonInterval(of: count, among: total, level: 0.95)
  return BackCheck.Rate(count: count, total: total, low: interval.low, high: interval.high)
}
