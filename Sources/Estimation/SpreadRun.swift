/// The sums of one stretch of respondents in one set.
struct SpreadSums: Sendable {
  /// By slot and figure.
  var squares: [Int64]
  /// By group of eight figures, slot and which of them were answered: respondents.
  var patterns: [[Int32]]

  /// Respondents with a valid answer to a figure.
  func answered(_ figure: Int, inSlot slot: Int) -> Int {
    let bit = 1 << (figure % 8)
    var sum = 0
    for pattern in 0..<256 where pattern & bit != 0 {
      sum += Int(patterns[figure / 8][slot * 256 + pattern])
    }
    return sum
  }
}

/// One thread's run over a stretch of respondents for ``RespondentSpread``.
///
/// Works block by block and column by column, so that a block's patterns stay in the nearest cache.
struct SpreadRun {
  private static let block = 2048
  private let answers: ItemAnswers
  private let figures: SpreadFigures
  private let weights: [Double]
  /// What weights are multiplied by: the largest becomes the largest a square may count.
  private let unit: Double
  /// By group of all figures and block row.
  private let patterns: DisjointArray<UInt16>
  private let influence: DisjointArray<Double>
  private let overall: DisjointArray<Double>
  private let scaled: DisjointArray<Double>
  /// By group of eight figures and block row: a bit per figure.
  private let answered: DisjointArray<UInt8>
  /// By block row.
  private let slot: DisjointArray<Int32>

  init(_ answers: ItemAnswers, figures: SpreadFigures, weights: [Double], unit: Double) {
    self.answers = answers
    self.figures = figures
    self.weights = weights
    self.unit = unit
    let groups = figures.figures.reduce(0) { $0 + $1.groups.count }
    patterns = DisjointArray(repeating: 0, count: Self.block * groups)
    influence = DisjointArray(repeating: 0, count: Self.block)
    overall = DisjointArray(repeating: 0, count: Self.block)
    scaled = DisjointArray(repeating: 0, count: Self.block)
    answered = DisjointArray(repeating: 0, count: Self.block * ((figures.count + 7) / 8))
    slot = DisjointArray(repeating: 0, count: Self.block)
  }

  mutating func sums(_ rows: Range<Int>, _ tables: [SpreadTable]) -> [SpreadSums] {
    var sums = tables.map { table in
      SpreadSums(
        squares: [Int64](repeating: 0, count: (table.domains + 1) * figures.count),
        patterns: (0..<(figures.count + 7) / 8).map { _ in
          [Int32](repeating: 0, count: (table.domains + 1) * 256)
        })
    }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let count = min(Self.block, rows.upperBound - start)
      readBlock(start, count)
      for set in tables.indices { addBlock(start, count, tables[set], to: &sums[set]) }
    }
    return sums
  }

  /// The patterns, the answered figures and the scaled weights of a block.
  private func readBlock(_ start: Int, _ count: Int) {
    answered.elements.update(repeating: 0)
    weights.withUnsafeBufferPointer { weights in
      for row in 0..<count { scaled.elements[row] = weights[start &+ row] * unit }
    }
    var base = 0
    for (number, figure) in figures.figures.enumerated() {
      let marks = answered.elements.extracting(
        number / 8 * Self.block..<(number / 8 + 1) * Self.block)
      let bit = UInt8(1) << UInt8(number % 8)
      for group in figure.groups {
        let numbers = patterns.elements.extracting(base..<base + Self.block)
        read(group, start, count, to: numbers)
        for row in 0..<count { marks[row] |= numbers[row] == 0 ? 0 : bit }
        base += Self.block
      }
    }
    guard figures.overallIsMeanOfFactors else { return }
    let last = figures.factors
    let marks = answered.elements.extracting(last / 8 * Self.block..<(last / 8 + 1) * Self.block)
    for eight in 0...last / 8 {
      for row in 0..<count where answered[eight &* Self.block &+ row] != 0 {
        marks[row] |= UInt8(1) << UInt8(last % 8)
      }
    }
  }

  private func read(
    _ group: AnswerGroup, _ start: Int, _ count: Int,
    to numbers: UnsafeMutableBufferPointer<UInt16>
  ) {
    let mask = answers.mask
    numbers.update(repeating: 0)
    for (place, item) in group.items.enumerated() {
      answers.columns[item].withUnsafeBufferPointer { column in
        group.steps[place].withUnsafeBufferPointer { steps in
          for row in 0..<count {
            numbers[row] &+= steps[Int(column[start &+ row] & mask)]
          }
        }
      }
    }
  }

  private func addBlock(
    _ start: Int, _ count: Int, _ table: SpreadTable, to sums: inout SpreadSums
  ) {
    let slots = UnsafeMutableBufferPointer(rebasing: slot.elements[0..<count])
    table.levelOfRow.withUnsafeBufferPointer { levels in
      for row in 0..<count { slots[row] = max(levels[start &+ row], -1) &+ 1 }
    }
    for eight in sums.patterns.indices {
      let marks = answered.elements.extracting(eight * Self.block..<(eight + 1) * Self.block)
      sums.patterns[eight].withUnsafeMutableBufferPointer { patterns in
        for row in 0..<count { patterns[Int(slots[row]) &<< 8 | Int(marks[row])] &+= 1 }
      }
    }
    overall.elements.update(repeating: 0)
    var base = 0
    for (number, figure) in figures.figures.enumerated() {
      if figure.groups.count != 1 { influence.elements.update(repeating: 0) }
      for (place, group) in figure.groups.enumerated() {
        let numbers = patterns.elements.extracting(base..<base + Self.block)
        let values = table.values[number][place]
        if figure.groups.count == 1 {
          setInfluence(numbers, group.patterns, values, slots)
        } else {
          addInfluence(numbers, group.patterns, values, slots)
        }
        base += Self.block
      }
      if figures.overallIsMeanOfFactors { addShare(ofFactor: number, table, slots) }
      addSquares(of: influence.elements, figure: number, slots, to: &sums.squares)
    }
    if figures.overallIsMeanOfFactors {
      addSquares(of: overall.elements, figure: figures.factors, slots, to: &sums.squares)
    }
  }

  private func setInfluence(
    _ numbers: UnsafeMutableBufferPointer<UInt16>, _ width: Int, _ values: [Double],
    _ slots: UnsafeMutableBufferPointer<Int32>
  ) {
    let found = influence.elements
    values.withUnsafeBufferPointer { values in
      for row in slots.indices {
        found[row] = values[Int(slots[row]) &* width &+ Int(numbers[row])]
      }
    }
  }

  private func addInfluence(
    _ numbers: UnsafeMutableBufferPointer<UInt16>, _ width: Int, _ values: [Double],
    _ slots: UnsafeMutableBufferPointer<Int32>
  ) {
    let sums = influence.elements
    values.withUnsafeBufferPointer { values in
      for row in slots.indices {
        sums[row] += values[Int(slots[row]) &* width &+ Int(numbers[row])]
      }
    }
  }

  private func addShare(
    ofFactor factor: Int, _ table: SpreadTable, _ slots: UnsafeMutableBufferPointer<Int32>
  ) {
    let factors = figures.factors
    let (sums, influence) = (overall.elements, influence.elements)
    table.shares.withUnsafeBufferPointer { shares in
      for row in slots.indices {
        sums[row] += shares[Int(slots[row]) &* factors &+ factor] * influence[row]
      }
    }
  }

  private func addSquares(
    of influence: UnsafeMutableBufferPointer<Double>, figure: Int,
    _ slots: UnsafeMutableBufferPointer<Int32>, to squares: inout [Int64]
  ) {
    let width = figures.count
    let scaled = scaled.elements
    squares.withUnsafeMutableBufferPointer { squares in
      for row in slots.indices {
        squares[Int(slots[row]) &* width &+ figure] &+= Int64(
          scaled[row] * influence[row] * influence[row])
      }
    }
  }
}
