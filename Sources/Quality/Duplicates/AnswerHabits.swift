import Foundation

/// How likely each answer is for a person with the same habits of answering.
///
/// People who answer mostly 4 and sometimes 5 resemble each other without having copied. Interviews
/// are put in classes by their most frequent answer, how dominant it is and the second one; within a
/// class an answer is as likely as it is frequent there, small classes leaning on larger ones.
struct AnswerHabits: Sendable {
  private let width: Int
  private let span: Int
  private let classOfRow: [Int32]
  /// By class, item and answer.
  private let chance: [Double]

  /// So many interviews of the wider class stand behind the frequencies of a narrower one.
  private static let weightOfWider = 20.0
  private static let largestTable = 1 << 24

  /// - Parameters:
  ///   - answers: Row by row; 0 for none.
  ///   - width: Bytes of a row.
  ///   - rows: Their number.
  init(_ answers: [UInt8], width: Int, rows: Int) {
    let span = Int(answers.max() ?? 0) + 1
    var levels: [[Int32]] = []
    for level in 0..<4 {
      levels.append(Self.classes(answers, width: width, rows: rows, span: span, level: level))
    }
    // From the widest classes to the narrowest; a narrower class knows its wider one by a row.
    var wider = [Double](repeating: 1 / Double(max(span - 1, 1)), count: width * span)
    var widerOfRow = [Int32](repeating: 0, count: rows)
    for classes in levels {
      let count = Int((classes.max() ?? -1) + 1)
      // Questionnaires of hundreds of items make do with wider classes.
      guard count * width * span <= Self.largestTable else { break }
      var counts = [Double](repeating: 0, count: count * width * span)
      var parent = [Int32](repeating: 0, count: count)
      for row in 0..<rows {
        let first = Int(classes[row]) * width * span
        parent[Int(classes[row])] = widerOfRow[row]
        for item in 0..<width {
          counts[first + item * span + Int(answers[row * width + item])] += 1
        }
      }
      for number in 0..<count {
        for item in 0..<width {
          let own = (number * width + item) * span
          let above = (Int(parent[number]) * width + item) * span
          // Given that the question is answered at all.
          let answered = counts[own + 1..<own + span].reduce(0, +)
          for answer in 1..<max(span, 1) {
            counts[own + answer] =
              (counts[own + answer] + Self.weightOfWider * wider[above + answer])
              / (answered + Self.weightOfWider)
          }
          counts[own] = 1
        }
      }
      wider = counts
      widerOfRow = classes
    }
    self.width = width
    self.span = span
    classOfRow = widerOfRow
    chance = wider
  }

  /// The chance of an answer, given that there is one, for people answering like a row does.
  @inline(__always) func chance(of answer: UInt8, item: Int, like row: Int) -> Double {
    chance[(Int(classOfRow[row]) * width + item) * span + Int(answer)]
  }

  /// Rows by their habits: level 0 all together, 1 by the most frequent answer, 2 also by how
  /// dominant it is, 3 also by the second most frequent one.
  private static func classes(
    _ answers: [UInt8], width: Int, rows: Int, span: Int, level: Int
  ) -> [Int32] {
    var numberOfKey: [Int: Int32] = [:]
    var counts = [Int](repeating: 0, count: span)
    return (0..<rows).map { row in
      for answer in counts.indices { counts[answer] = 0 }
      for item in 0..<width { counts[Int(answers[row * width + item])] += 1 }
      let answered = max(width - counts[0], 1)
      counts[0] = -1
      var (first, second) = (0, 0)
      for answer in counts.indices.dropFirst() where counts[answer] > 0 {
        if counts[answer] > counts[first] {
          (first, second) = (answer, first)
        } else if counts[answer] > counts[second] {
          second = answer
        }
      }
      let dominance = 10 * max(counts[first], 0) / answered
      var key = 0
      if level >= 1 { key = first }
      if level >= 2 { key = key * 16 + dominance }
      if level >= 3 { key = key * 256 + second }
      if let number = numberOfKey[key] { return number }
      let number = Int32(numberOfKey.count)
      numberOfKey[key] = number
      return number
    }
  }
}
