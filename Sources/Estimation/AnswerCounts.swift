import Dispatch
import Numerics

/// The answers to each item, counted by cell and answer.
///
/// Where all respondents of a cell have one weight, counts say everything. Where not, the weights
/// are added by cell and answer in two exact pieces (``OrderFreeSum``). Either way the order of the
/// respondents changes no bit of a sum.
struct AnswerCounts {
  private let answers: ItemAnswers
  private let weights: [Double]
  private let cells: RowCells
  /// Per cell; `nil` when the weights of a cell differ.
  private let weightOfCell: DisjointArray<Double>?
  private let grid: SumGrid

  init(_ answers: ItemAnswers, weights: [Double], cells: RowCells) {
    self.answers = answers
    self.weights = weights
    self.cells = cells
    grid = SumGrid(largest: weights.max() ?? 0, count: weights.count)
    weightOfCell = Self.weights(weights, cells)
  }

  private static func weights(_ weights: [Double], _ cells: RowCells) -> DisjointArray<Double>? {
    let found = DisjointArray<Double>(repeating: 0, count: cells.count)
    let isConstant = weights.withUnsafeBufferPointer { weights in
      let (cellOfRow, found) = (cells.cellOfRow.elements, found.elements)
      for row in weights.indices { found[Int(cellOfRow[row])] = weights[row] }
      return weights.indices.allSatisfy { found[Int(cellOfRow[$0])] == weights[$0] }
    }
    return isConstant ? found : nil
  }

  /// The sums of one item, by cell.
  func sums(ofItem item: Int) -> DisjointArray<ItemSums> {
    let stride = answers.stride
    let counts = count(answers.columns[item])
    let found = DisjointArray<ItemSums>(repeating: .zero, count: cells.count)
    if let weightOfCell {
      for (answer, terms) in answers.terms[item].enumerated() where terms[3] > 0 {
        for cell in 0..<cells.count {
          let number = Double(counts[cell &* stride &+ answer])
          let weight = weightOfCell[cell] * number
          found.elements[cell] += SIMD4(weight, weight, weight, number) * terms
        }
      }
      return found
    }
    let weighted = weigh(answers.columns[item])
    for (answer, terms) in answers.terms[item].enumerated() where terms[3] > 0 {
      for cell in 0..<cells.count {
        let weight = weighted[cell &* stride &+ answer].value
        let number = Double(counts[cell &* stride &+ answer])
        found.elements[cell] += SIMD4(weight, weight, weight, number) * terms
      }
    }
    return found
  }

  /// By cell: Σ w and the number of respondents.
  func sizes() -> DisjointArray<SIMD2<Double>> {
    let found = DisjointArray<SIMD2<Double>>(repeating: .zero, count: cells.count)
    let cellOfRow = cells.cellOfRow.elements
    weights.withUnsafeBufferPointer { weights in
      if let weightOfCell {
        for row in weights.indices { found.elements[Int(cellOfRow[row])][1] += 1 }
        for cell in 0..<cells.count {
          found.elements[cell][0] = weightOfCell[cell] * found[cell][1]
        }
      } else {
        let sums = DisjointArray<OrderFreeSum>(repeating: OrderFreeSum(), count: cells.count)
        for row in weights.indices {
          sums.elements[Int(cellOfRow[row])].add(weights[row], on: grid)
          found.elements[Int(cellOfRow[row])][1] += 1
        }
        for cell in 0..<cells.count { found.elements[cell][0] = sums[cell].value }
      }
    }
    return found
  }

  /// Respondents by cell and answer byte.
  private func count(_ column: [UInt8]) -> DisjointArray<UInt32> {
    let counts = DisjointArray<UInt32>(repeating: 0, count: cells.count * answers.stride)
    let shift = answers.stride.trailingZeroBitCount
    let mask = answers.mask
    let (cellOfRow, found) = (cells.cellOfRow.elements, counts.elements)
    column.withUnsafeBufferPointer { column in
      for row in column.indices {
        found[Int(cellOfRow[row]) &<< shift | Int(column[row] & mask)] &+= 1
      }
    }
    return counts
  }

  /// Σ w by cell and answer byte.
  private func weigh(_ column: [UInt8]) -> DisjointArray<OrderFreeSum> {
    let sums = DisjointArray<OrderFreeSum>(
      repeating: OrderFreeSum(), count: cells.count * answers.stride)
    let shift = answers.stride.trailingZeroBitCount
    let mask = answers.mask
    let (cellOfRow, found) = (cells.cellOfRow.elements, sums.elements)
    column.withUnsafeBufferPointer { column in
      weights.withUnsafeBufferPointer { weights in
        for row in column.indices {
          found[Int(cellOfRow[row]) &<< shift | Int(column[row] & mask)]
            .add(weights[row], on: grid)
        }
      }
    }
    return sums
  }
}
