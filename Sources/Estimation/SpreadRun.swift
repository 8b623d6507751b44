/// One thread's run over a stretch of respondents for ``RespondentSpread``.
///
/// Works block by block and column by column, so that a block's influences stay in the nearest
/// cache.
struct SpreadRun {
  private let answers: ItemAnswers
  private let weights: [Double]
  private let measures: IndexMeasures
  private let tables: [InfluenceTable]
  private let block = 2048
  /// Whether a factor (the last one: the overall index) has any valid answer, by block row.
  private let answered: DisjointArray<UInt8>
  private let influence: DisjointArray<Double>
  private let overall: DisjointArray<Double>
  private let slotBase: DisjointArray<Int32>
  private let isValid: [[UInt8]]

  init(
    _ answers: ItemAnswers, weights: [Double], measures: IndexMeasures, tables: [InfluenceTable]
  ) {
    self.answers = answers
    self.weights = weights
    self.measures = measures
    self.tables = tables
    answered = DisjointArray(repeating: 0, count: block * (measures.factors.count + 1))
    influence = DisjointArray(repeating: 0, count: block)
    overall = DisjointArray(repeating: 0, count: block)
    slotBase = DisjointArray(repeating: 0, count: block)
    isValid = answers.terms.map { $0.map { UInt8($0[0]) } }
  }

  /// Adds Σ w u² and the respondents who answered, by set, slot and figure, from `base` on.
  func add(
    _ rows: Range<Int>, to sums: UnsafeMutableBufferPointer<SIMD2<Double>>, at base: Int
  ) {
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
      let count = min(block, rows.upperBound - start)
      markAnswered(start, count)
      var setBase = base
      for table in tables {
        addBlock(start, count, table, sums, setBase)
        setBase += (table.domains + 1) * (measures.factors.count + 1)
      }
    }
  }

  private func markAnswered(_ start: Int, _ count: Int) {
    let factors = measures.factors.count
    answered.elements.update(repeating: 0)
    for (factor, measure) in measures.factors.enumerated() {
      for item in measure.items { mark(item, start, count, at: factor * block) }
    }
    if measures.overallIsMeanOfFactors {
      for factor in 0..<factors {
        for row in 0..<count {
          answered.elements[factors * block + row] |= answered.elements[factor * block + row]
        }
      }
    } else {
      for item in measures.overall.items { mark(item, start, count, at: factors * block) }
    }
  }

  private func mark(_ item: Int, _ start: Int, _ count: Int, at base: Int) {
    let marks = answered.elements.extracting(base..<base + count)
    let mask = answers.mask
    answers.columns[item].withUnsafeBufferPointer { column in
      isValid[item].withUnsafeBufferPointer { isValid in
        for row in 0..<count { marks[row] |= isValid[Int(column[start + row] & mask)] }
      }
    }
  }

  private func addBlock(
    _ start: Int, _ count: Int, _ table: InfluenceTable,
    _ sums: UnsafeMutableBufferPointer<SIMD2<Double>>, _ setBase: Int
  ) {
    let factors = measures.factors.count
    let figures = factors + 1
    table.levelOfRow.withUnsafeBufferPointer { levels in
      for row in 0..<count {
        slotBase.elements[row] = max(levels[start + row], -1) + 1
      }
    }
    overall.elements.update(repeating: 0)
    var term = 0
    for (factor, measure) in measures.factors.enumerated() {
      influence.elements.update(repeating: 0)
      addTerms(measure.items, from: &term, start, count, table, to: influence.elements)
      if measures.overallIsMeanOfFactors {
        addShare(ofFactor: factor, count, table)
      }
      addSquares(
        of: influence.elements, figure: factor, start, count, sums, setBase, figures)
    }
    if !measures.overallIsMeanOfFactors {
      addTerms(measures.overall.items, from: &term, start, count, table, to: overall.elements)
    }
    addSquares(of: overall.elements, figure: factors, start, count, sums, setBase, figures)
  }

  /// Adds the influences of some items' answers, four items at a time where there are four.
  private func addTerms(
    _ items: [Int], from term: inout Int, _ start: Int, _ count: Int, _ table: InfluenceTable,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    var index = 0
    table.values.withUnsafeBufferPointer { values in
      while index < items.count {
        let width = items.count - index >= 4 ? 4 : 1
        let offset = term * answers.stride
        if width == 4 {
          addFour(items[index..<index + 4], start, count, values, table.width, offset, to: sums)
        } else {
          addOne(items[index], start, count, values, table.width, offset, to: sums)
        }
        index += width
        term += width
      }
    }
  }

  private func addOne(
    _ item: Int, _ start: Int, _ count: Int, _ values: UnsafeBufferPointer<Double>, _ width: Int,
    _ offset: Int, to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let mask = answers.mask
    let slots = slotBase.elements
    answers.columns[item].withUnsafeBufferPointer { column in
      for row in 0..<count {
        let entry = Int(slots[row]) &* width &+ offset
        sums[row] += values[entry &+ Int(column[start &+ row] & mask)]
      }
    }
  }

  private func addFour(
    _ items: ArraySlice<Int>, _ start: Int, _ count: Int, _ values: UnsafeBufferPointer<Double>,
    _ width: Int, _ offset: Int, to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let mask = answers.mask
    let stride = answers.stride
    let slots = slotBase.elements
    let first = items.startIndex
    answers.columns[items[first]].withUnsafeBufferPointer { a in
      answers.columns[items[first + 1]].withUnsafeBufferPointer { b in
        answers.columns[items[first + 2]].withUnsafeBufferPointer { c in
          answers.columns[items[first + 3]].withUnsafeBufferPointer { d in
            for row in 0..<count {
              let at = start &+ row
              let entry = Int(slots[row]) &* width &+ offset
              let left =
                values[entry &+ Int(a[at] & mask)]
                + values[entry &+ stride &+ Int(b[at] & mask)]
              let right =
                values[entry &+ 2 &* stride &+ Int(c[at] & mask)]
                + values[entry &+ 3 &* stride &+ Int(d[at] & mask)]
              sums[row] += left + right
            }
          }
        }
      }
    }
  }

  private func addShare(ofFactor factor: Int, _ count: Int, _ table: InfluenceTable) {
    let factors = measures.factors.count
    table.shares.withUnsafeBufferPointer { shares in
      for row in 0..<count {
        let share = shares[Int(slotBase.elements[row]) &* factors &+ factor]
        overall.elements[row] += share * influence.elements[row]
      }
    }
  }

  private func addSquares(
    of influence: UnsafeMutableBufferPointer<Double>, figure: Int, _ start: Int, _ count: Int,
    _ sums: UnsafeMutableBufferPointer<SIMD2<Double>>, _ setBase: Int, _ figures: Int
  ) {
    weights.withUnsafeBufferPointer { weights in
      for row in 0..<count {
        let u = influence[row]
        let element = setBase &+ Int(slotBase.elements[row]) &* figures &+ figure
        sums[element] += SIMD2(
          weights[start + row] * u * u, Double(answered.elements[figure * block + row]))
      }
    }
  }
}
