import SurveyModel

/// What the answers of one interview add up to.
struct InterviewFigures: Sendable {
  /// Items that applied to the person.
  var asked = 0
  /// Items with a valid answer.
  var valid = 0
  var satisfied = 0
  /// The longest run of one answer in the order of the questionnaire, unanswered items passed over.
  var run = 0
  /// The answer of that run: index into the codes of all items, -1 without any answer.
  var runCode = -1
  /// How often the most frequent answer stands.
  var mostFrequent = 0
  /// Which it is; the first of those as frequent.
  var mostFrequentCode = -1

  /// All answers but at most one in twenty are the same.
  var isLittleVaried: Bool { valid > 0 && (valid - mostFrequent) * 20 <= valid }
  var missing: Int { asked - valid }
}

extension ItemAnswers {
  /// The figures of each interview.
  func figures() -> [InterviewFigures] {
    let width = items.count
    var counts = [Int](repeating: 0, count: codes.count + 1)
    return (0..<rows).map { row in
      var figures = InterviewFigures()
      var run = 0
      var last: UInt8 = 0
      for code in counts.indices { counts[code] = 0 }
      for item in 0..<width {
        let position = positions[row * width + item]
        guard position != Self.notAsked else { continue }
        figures.asked += 1
        let code = code(item: item, position: position)
        guard code > 0 else { continue }
        figures.valid += 1
        if isSatisfied(item: item, position: position) { figures.satisfied += 1 }
        counts[Int(code)] += 1
        run = code == last ? run + 1 : 1
        last = code
        if run > figures.run {
          figures.run = run
          figures.runCode = Int(code) - 1
        }
      }
      for code in counts.indices where counts[code] > figures.mostFrequent {
        figures.mostFrequent = counts[code]
        figures.mostFrequentCode = code - 1
      }
      return figures
    }
  }
}
