/// The sums of some respondents in one set.
///
/// All are whole numbers: sums of parts give the sums of the whole whatever their order.
struct SpreadSums: Sendable {
  /// By slot and figure: squares, of figures of several groups.
  let squares: DisjointArray<Int64>
  /// By slot and pattern: weights, in groups that are a figure of their own.
  let weights: DisjointArray<Int64>
  /// By group of eight figures, slot and which of them were answered: respondents.
  let answered: DisjointArray<Int64>
  private let figures: Int
  private let slots: Int

  /// - Parameters:
  ///   - figures: What is summed.
  ///   - slots: The domains of the set and one.
  ///   - isDerived: True where weights and answered figures come from a finer set.
  init(_ figures: SpreadFigures, slots: Int, isDerived: Bool) {
    self.figures = figures.count
    self.slots = slots
    squares = DisjointArray(repeating: 0, count: slots * figures.count)
    weights = DisjointArray(
      repeating: 0, count: isDerived ? 0 : slots * figures.patterns.count)
    answered = DisjointArray(repeating: 0, count: isDerived ? 0 : slots * figures.eights * 256)
  }

  /// The respondents of a group of eight figures, by slot and which of them were answered.
  func answered(eight: Int) -> UnsafeMutableBufferPointer<Int64> {
    answered.elements.extracting(eight * slots * 256..<(eight + 1) * slots * 256)
  }

  /// Respondents with a valid answer to a figure.
  func answered(_ figure: Int, inSlot slot: Int) -> Int {
    let found = answered(eight: figure / 8)
    let bit = 1 << (figure % 8)
    var sum = 0
    for pattern in 0..<256 where pattern & bit != 0 { sum += Int(found[slot * 256 + pattern]) }
    return sum
  }

  /// Adds the sums of other respondents in the same set.
  func add(_ other: SpreadSums) {
    for (mine, theirs) in [
      (squares, other.squares), (weights, other.weights), (answered, other.answered),
    ] {
      let (mine, theirs) = (mine.elements, theirs.elements)
      for place in theirs.indices { mine[place] &+= theirs[place] }
    }
  }

  /// Adds the weights and answered figures of the same respondents in a finer set.
  func add(finer: SpreadSums, slotOfFiner: [Int32]) {
    let patterns = weights.elements.count / slots
    for (from, to) in slotOfFiner.enumerated() where to >= 0 {
      for pattern in 0..<patterns {
        weights.elements[Int(to) &* patterns &+ pattern] &+=
          finer.weights.elements[from &* patterns &+ pattern]
      }
      for eight in 0..<(figures + 7) / 8 {
        let (mine, theirs) = (answered(eight: eight), finer.answered(eight: eight))
        for pattern in 0..<256 { mine[Int(to) &<< 8 | pattern] &+= theirs[from &<< 8 | pattern] }
      }
    }
  }
}

/// The scale on which weights and squares are whole numbers.
struct SpreadScale {
  /// What weights are multiplied by.
  let unit: Double
  /// What a sum of one is worth.
  let worth: Double

  /// - Parameters:
  ///   - largest: The largest weight.
  ///   - count: The largest number of terms of a sum.
  init(largest: Double, count: Int) {
    // The sum of n squares of at most 1 stays below 2⁶², and each square below 2⁵¹.
    let bits = Int.bitWidth - count.leadingZeroBitCount
    let scale = Double(sign: .plus, exponent: min(50, 61 - bits), significand: 1)
    unit = largest > 0 ? scale / largest : 0
    worth = largest / scale
  }

  /// The nearest whole number to a number from 0 to 2⁵¹.
  ///
  /// Beside 3 · 2⁵¹ the last bit of a number is worth 1, so the bits above those of 3 · 2⁵¹ are the
  /// whole number; the conversion of the library would check every term for overflow.
  static func whole(_ number: Double) -> Int64 {
    Int64(bitPattern: (number + 0x1.8p52).bitPattern &- (0x1.8p52).bitPattern)
  }
}
