/// One thread's run over a stretch of respondents for ``RespondentSpread``, block by block.
struct SpreadRun {
  private static let block = 1024
  private let figures: SpreadFigures
  private let weights: [Double]
  /// What weights are multiplied by: the largest becomes the largest a square may count.
  private let unit: Double
  private let scaled = DisjointArray<Double>(repeating: 0, count: block)
  /// The scaled weights as whole numbers.
  private let whole = DisjointArray<Int64>(repeating: 0, count: block)
  /// By group of eight figures and block row: a bit per figure.
  private let answered: [DisjointArray<UInt8>]
  /// By block row and group.
  private let numbers: DisjointArray<Int32>
  /// By block row.
  private let slot = DisjointArray<Int32>(repeating: 0, count: block)

  init(_ figures: SpreadFigures, weights: [Double], unit: Double) {
    self.figures = figures
    self.weights = weights
    self.unit = unit
    numbers = DisjointArray(repeating: 0, count: Self.block * figures.patterns.groups.count)
    answered = (0..<figures.eights).map { _ in
      DisjointArray(repeating: 0, count: Self.block)
    }
  }

  func sums(_ rows: Range<Int>, _ tables: [SpreadTable]) -> [SpreadSums] {
    let sums = tables.map { SpreadSums(figures, slots: $0.slots, isDerived: $0.finer != nil) }
    let numbers = UnsafeBufferPointer(numbers.elements)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
      let block = start..<min(start + Self.block, rows.upperBound)
      figures.patterns.read(block, to: self.numbers.elements)
      readBlock(block)
      for set in tables.indices { addBlock(block, numbers, tables[set], to: sums[set]) }
    }
    return sums
  }

  /// The answered figures and the scaled weights of a block.
  private func readBlock(_ rows: Range<Int>) {
    let (scaled, whole) = (scaled.elements, whole.elements)
    weights.withUnsafeBufferPointer { weights in
      for row in 0..<rows.count {
        scaled[row] = weights[rows.lowerBound &+ row] * unit
        whole[row] = SpreadScale.whole(scaled[row])
      }
    }
    for marks in answered { marks.elements.update(repeating: 0) }
    for (number, figure) in figures.figures.enumerated() {
      let marks = answered[number / 8].elements
      let bit = UInt8(1) << UInt8(number % 8)
      for group in figure.groups {
        let numbers = figures.patterns.numbers(ofGroup: group, rows)
        // Pattern 0 is no valid answer.
        for row in numbers.indices { marks[row] |= numbers[row] == 0 ? 0 : bit }
      }
    }
  }

  private func addBlock(
    _ rows: Range<Int>, _ numbers: UnsafeBufferPointer<Int32>, _ table: SpreadTable,
    to sums: SpreadSums
  ) {
    let slots = UnsafeMutableBufferPointer(rebasing: slot.elements[0..<rows.count])
    table.levelOfRow.withUnsafeBufferPointer { levels in
      for row in slots.indices { slots[row] = max(levels[rows.lowerBound &+ row], -1) &+ 1 }
    }
    if table.finer == nil {
      for (eight, marks) in answered.enumerated() {
        let (marks, sums) = (marks.elements, sums.answered(eight: eight))
        for row in slots.indices { sums[Int(slots[row]) &<< 8 | Int(marks[row])] &+= 1 }
      }
      addWeights(numbers, slots, to: sums.weights.elements)
    }
    for figure in figures.direct {
      table.values[figure].withUnsafeBufferPointer { values in
        addSquares(figure, values, numbers, slots, to: sums.squares.elements)
      }
    }
  }

  private func addWeights(
    _ numbers: UnsafeBufferPointer<Int32>, _ slots: UnsafeMutableBufferPointer<Int32>,
    to sums: UnsafeMutableBufferPointer<Int64>
  ) {
    let (width, patterns) = (figures.patterns.groups.count, figures.patterns.count)
    let whole = whole.elements
    figures.byPattern.withUnsafeBufferPointer { groups in
      for row in slots.indices {
        let weight = whole[row]
        let (first, base) = (row &* width, Int(slots[row]) &* patterns)
        for group in groups { sums[base &+ Int(numbers[first &+ group])] &+= weight }
      }
    }
  }

  private func addSquares(
    _ figure: Int, _ values: UnsafeBufferPointer<Double>,
    _ numbers: UnsafeBufferPointer<Int32>, _ slots: UnsafeMutableBufferPointer<Int32>,
    to squares: UnsafeMutableBufferPointer<Int64>
  ) {
    let (width, count) = (figures.patterns.groups.count, figures.count)
    let (range, patterns) = (figures.figures[figure].range, figures.figures[figure].patterns)
    let scaled = scaled.elements
    for row in slots.indices {
      let slot = Int(slots[row])
      let base = slot &* patterns.count &- patterns.lowerBound
      var place = row &* width &+ range.lowerBound
      let end = row &* width &+ range.upperBound
      // Two sums side by side, so that an addition need not wait for the one before it.
      var (even, odd) = (0.0, 0.0)
      while place &+ 1 < end {
        even += values[base &+ Int(numbers[place])]
        odd += values[base &+ Int(numbers[place &+ 1])]
        place &+= 2
      }
      if place < end { even += values[base &+ Int(numbers[place])] }
      let influence = even + odd
      squares[slot &* count &+ figure] &+= SpreadScale.whole(
        scaled[row] * influence * influence)
    }
  }
}
