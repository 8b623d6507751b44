/// Some items whose answers make one number: the pattern of a respondent.
struct AnswerGroup: Sendable {
  let items: [Int]
  /// The places of the items among the terms of the figure.
  let terms: Range<Int>
  /// Per item and masked byte: what the answer adds to the number of the pattern.
  let steps: [[UInt16]]
  /// Number of patterns; 0 is no valid answer at all.
  let patterns: Int
  /// By pattern and item: a masked byte with that answer.
  let bytes: [Int]
}

/// One figure whose squares are summed.
struct SpreadFigure: Sendable {
  var groups: [AnswerGroup] = []
}

/// The factors, and the overall index, cut into groups of items.
struct SpreadFigures: Sendable {
  /// The factors, then the overall index where it is not made of the factors.
  let figures: [SpreadFigure]
  let factors: Int
  let overallIsMeanOfFactors: Bool

  /// With the overall index.
  var count: Int { factors + 1 }

  /// Cuts the figures; `domains` is the largest number of them in a set: the more, the smaller the
  /// groups.
  init(_ answers: ItemAnswers, measures: IndexMeasures, domains: Int) {
    let most = max(32, min(1024, 1_000_000 / (domains + 1)))
    var measured = measures.factors
    if !measures.overallIsMeanOfFactors { measured.append(measures.overall) }
    figures = measured.map { measure in
      var figure = SpreadFigure()
      var first = 0
      while first < measure.items.count {
        let group = AnswerGroup(answers, measure.items, from: first, most: most)
        figure.groups.append(group)
        first = group.terms.upperBound
      }
      return figure
    }
    factors = measures.factors.count
    overallIsMeanOfFactors = measures.overallIsMeanOfFactors
  }
}

extension AnswerGroup {
  /// As many items from `first` on as make at most `most` patterns, at least one.
  fileprivate init(_ answers: ItemAnswers, _ items: [Int], from first: Int, most: Int) {
    var size = 1
    var steps: [[UInt16]] = []
    var bytesOfState: [[Int]] = []
    var next = first
    while next < items.count {
      let (states, bytes) = Self.states(answers.terms[items[next]])
      if next > first, size * bytes.count > most { break }
      steps.append(states.map { UInt16($0 * size) })
      bytesOfState.append(bytes)
      size *= bytes.count
      next += 1
    }
    self.items = Array(items[first..<next])
    terms = first..<next
    self.steps = steps
    patterns = size
    bytes = (0..<size).flatMap { pattern in
      var left = pattern
      return bytesOfState.map { bytes in
        defer { left /= bytes.count }
        return bytes[left % bytes.count]
      }
    }
  }

  /// Answers worth the same are one state; 0 is no valid answer.
  private static func states(_ terms: [AnswerTerms]) -> (states: [Int], bytes: [Int]) {
    var bytes = [terms.count - 1]
    let states = terms.indices.map { byte in
      if terms[byte][3] == 0 { return 0 }
      if let known = bytes.dropFirst().firstIndex(where: { terms[$0] == terms[byte] }) {
        return known
      }
      bytes.append(byte)
      return bytes.count - 1
    }
    return (states, bytes)
  }
}
