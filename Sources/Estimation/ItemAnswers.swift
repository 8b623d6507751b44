import SurveyModel

/// What one answer adds to the sums of its item, per unit of weight: valid, value, value squared,
/// and 1 respondent.
typealias AnswerTerms = SIMD4<Double>

/// The answers of all items as bytes, and what each byte is worth.
///
/// Items are numbered in the order of the questionnaire; the columns of ``PersonMeasures`` follow
/// them.
struct ItemAnswers {
  /// One byte per respondent: the position in the item's code list.
  let columns: [[UInt8]]
  /// A power of two above every position: `byte & (stride − 1)` keeps positions as they are and
  /// sends ``CodeList/notAsked8`` to the last entry, which adds nothing.
  let stride: Int
  /// Per item and masked byte.
  let terms: [[AnswerTerms]]
  /// Smallest and largest value an answer to the item can have.
  let ranges: [ClosedRange<Double>]
  /// What values are multiplied by when reported: 100 for shares and 0–100 means, else 1.
  let unit: Double

  var count: Int { columns.count }
  var mask: UInt8 { UInt8(stride - 1) }

  /// Reads the columns of the questionnaire's items by its measure.
  ///
  /// Shares and 0–100 means are kept as 0 to 1, so that a share of exactly 1 is exact.
  ///
  /// - Throws: ``EstimationError`` when the measure needs scores that the scales lack, or mixes
  ///   mean scores with shares of people.
  init(
    _ answers: [ColumnValues], questionnaire: Questionnaire
  ) throws(EstimationError) {
    let people = PersonMeasures(questionnaire)
    let measure = questionnaire.index.item
    if measure == .meanScore, !people.groups.isEmpty { throw .personShareInScores }
    try self.init(answers, items: questionnaire.items, measure: measure, people: people)
  }

  /// Reads the columns of `items` by `measure`, and adds those of `people`.
  private init(
    _ answers: [ColumnValues], items: [Field], measure: ItemMeasure, people: PersonMeasures
  ) throws(EstimationError) {
    precondition(answers.count == items.count, "one column of answers per item")
    var columns: [[UInt8]] = []
    var lists: [CodeList] = []
    for (column, item) in zip(answers, items) {
      guard case .coded8(let bytes) = column, case .coded(let list) = item.kind else {
        preconditionFailure("item \(item.id) has a scale of at most 254 codes")
      }
      precondition(Self.holdsPositions(bytes, of: list), "\(item.id) holds positions of its scale")
      columns.append(bytes)
      lists.append(list)
    }
    var stride = 4
    for list in lists { while stride < list.codes.count + 2 { stride *= 2 } }
    var terms: [[AnswerTerms]] = []
    var ranges: [ClosedRange<Double>] = []
    for (item, list) in zip(items, lists) {
      let values = try Self.values(of: list, item: item.id, measure: measure)
      terms.append(Self.table(values, stride: stride))
      ranges.append(
        measure == .meanScore ? (values.min() ?? 0)...(values.max() ?? 0) : 0...1)
    }
    for column in people.columns(of: columns, lists: lists) {
      columns.append(column)
      terms.append(Self.table(PersonMeasures.values, stride: stride))
      ranges.append(0...1)
    }
    self.columns = columns
    self.stride = stride
    self.terms = terms
    self.ranges = ranges
    unit = measure == .meanScore ? 1 : 100
  }

  /// What each masked byte adds, from the values of the valid answers.
  private static func table(_ values: [Double], stride: Int) -> [AnswerTerms] {
    var table = [AnswerTerms](repeating: .zero, count: stride)
    for (index, value) in values.enumerated() {
      table[index + 1] = AnswerTerms(1, value, value * value, 1)
    }
    return table
  }

  /// A byte outside the list would be read as another answer once it is masked.
  private static func holdsPositions(_ bytes: [UInt8], of list: CodeList) -> Bool {
    // One more than the byte, so that 255 (not asked) becomes 0; a plain maximum runs at the speed
    // of memory.
    precondition(CodeList.notAsked8 == .max)
    var highest: UInt8 = 0
    for byte in bytes { highest = max(highest, byte &+ 1) }
    return Int(highest) <= list.codes.count + 1
  }

  /// The value of each valid answer, in list order.
  private static func values(
    of list: CodeList, item: String, measure: ItemMeasure
  ) throws(EstimationError) -> [Double] {
    if measure == .satisfiedShare { return list.answers.map { $0.isSatisfied ? 1 : 0 } }
    var scores: [Double] = []
    for answer in list.answers {
      guard let score = answer.score else {
        throw .answerWithoutScore(item: item, code: answer.code)
      }
      scores.append(score)
    }
    guard measure == .meanScore100 else { return scores }
    guard let lowest = scores.min(), let highest = scores.max(), highest > lowest else {
      throw .scaleWithoutRange(item: item)
    }
    return scores.map { ($0 - lowest) / (highest - lowest) }
  }
}
