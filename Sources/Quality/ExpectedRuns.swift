import SurveyModel

/// How often one answer is expected in a row, from how often it is given and how far the answers of
/// one person resemble each other.
///
/// Each person gives the answer with a chance of their own, which follows a beta distribution over
/// persons: it has the mean and the second moment of the data. So a survey in which most people
/// answer "4" to everything expects sheets of nothing but 4.
struct ExpectedRuns: Sendable {
  /// Mean share of the answer among a person's answers.
  let mean: Double
  /// Sum of the beta parameters; infinite where answers of a person are no more alike than those of
  /// different people.
  let concentration: Double

  /// - Parameters:
  ///   - mean: Of the share c/n over interviews.
  ///   - pairs: Mean of c (c - 1) / (n (n - 1)): the chance that two answers of one person are both
  ///     this one.
  init(mean: Double, pairs: Double) {
    self.mean = mean
    let excess = pairs - mean * mean
    concentration = excess > 1e-12 ? max((mean - pairs) / excess, 0) : .infinity
  }

  /// The chance that `length` given answers are all this one.
  func allSame(_ length: Int) -> Double {
    guard concentration.isFinite else {
      return (0..<length).reduce(1.0) { product, _ in product * mean }
    }
    // Everyone gives either only this answer or never.
    guard concentration > 0 else { return mean }
    return (0..<length).reduce(1.0) { product, index in
      product * (mean * concentration + Double(index)) / (concentration + Double(index))
    }
  }

  /// The chance of a run of at least `length` among `count` answers.
  ///
  /// - Precondition: `length` is at least half of `count`, so that two runs cannot both be there.
  func run(_ length: Int, among count: Int) -> Double {
    let whole = allSame(length)
    return whole + Double(count - length) * (whole - allSame(length + 1))
  }
}

extension ItemAnswers {
  /// For each answer code, what is expected of it.
  func expectedRuns() -> [ExpectedRuns] {
    let width = items.count
    var means = [Double](repeating: 0, count: codes.count)
    var pairs = means
    var counted = 0.0
    var counts = [Int](repeating: 0, count: codes.count + 1)
    for row in 0..<rows {
      for code in counts.indices { counts[code] = 0 }
      for item in 0..<width {
        counts[Int(code(item: item, position: positions[row * width + item]))] += 1
      }
      let valid = width - counts[0]
      guard valid >= 2 else { continue }
      counted += 1
      for code in codes.indices where counts[code + 1] > 0 {
        let count = counts[code + 1]
        means[code] += Double(count) / Double(valid)
        pairs[code] += Double(count * (count - 1)) / Double(valid * (valid - 1))
      }
    }
    return codes.indices.map {
      ExpectedRuns(mean: means[$0] / max(counted, 1), pairs: pairs[$0] / max(counted, 1))
    }
  }
}
