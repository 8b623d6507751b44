/// The answers of one stretch of respondents, counted by cell.
///
/// Counters are bytes; before they can overflow they are emptied into larger ones, which few cells
/// need.
final class CellCounts: @unchecked Sendable {
  /// Respondents of a cell between two emptyings, a power of two of at most 255.
  private static let most: UInt32 = 128
  private let lanes: Int
  /// The cells that may have respondents; whatever is by cell starts at the first of them.
  private let cells: Range<Int>
  /// By cell and lane.
  private let small: DisjointArray<CounterLane>
  /// By cell.
  private let respondents: DisjointArray<UInt32>
  /// By cell: its place among the larger counters, −1 where it has none.
  private let places: DisjointArray<Int32>
  /// By place and counter.
  private var large: [UInt32] = []

  /// No counts yet.
  ///
  /// - Parameters:
  ///   - cellOfRow: The cells of all respondents that will be added.
  ///   - lanes: Number of lanes.
  init(cellOfRow: UnsafeMutableBufferPointer<Int32>, lanes: Int) {
    var (first, last) = (Int32.max, Int32.min)
    for cell in cellOfRow {
      first = min(first, cell)
      last = max(last, cell)
    }
    cells = first <= last ? Int(first)..<Int(last) + 1 : 0..<0
    self.lanes = lanes
    small = DisjointArray(repeating: .zero, count: cells.count * lanes)
    respondents = DisjointArray(repeating: 0, count: cells.count)
    places = DisjointArray(repeating: -1, count: cells.count)
  }

  /// Respondents of a cell.
  func respondents(inCell cell: Int) -> Int {
    cells.contains(cell) ? Int(respondents[cell &- cells.lowerBound]) : 0
  }

  /// Adds some respondents, given by row and lane, to their cells.
  func add(
    _ rows: UnsafeMutableBufferPointer<CounterLane>, cells: UnsafeMutableBufferPointer<Int32>
  ) {
    let (small, respondents, lanes) = (small.elements, respondents.elements, lanes)
    let start = self.cells.lowerBound
    for row in cells.indices {
      let cell = Int(cells[row]) &- start
      let (first, from) = (cell &* lanes, row &* lanes)
      for lane in 0..<lanes { small[first &+ lane] &+= rows[from &+ lane] }
      respondents[cell] &+= 1
      if respondents[cell] & (Self.most &- 1) == 0 { empty(cell) }
    }
  }

  /// Empties the small counters of a cell, given by its place.
  private func empty(_ cell: Int) {
    let counters = lanes * AnswerLanes.width
    if places[cell] < 0 {
      places.elements[cell] = Int32(large.count / counters)
      large += [UInt32](repeating: 0, count: counters)
    }
    let first = Int(places[cell]) * counters
    for lane in 0..<lanes {
      let bytes = small[cell * lanes + lane]
      for place in 0..<AnswerLanes.width {
        large[first + lane * AnswerLanes.width + place] += UInt32(bytes[place])
      }
      small.elements[cell * lanes + lane] = .zero
    }
  }

  /// Adds the counters of one lane of a cell that has respondents to `sums`.
  func add(lane: Int, ofCell cell: Int, to sums: UnsafeMutableBufferPointer<Int32>) {
    let cell = cell &- cells.lowerBound
    small.elements.extracting(cell &* lanes &+ lane..<cell &* lanes &+ lane &+ 1)
      .withMemoryRebound(to: UInt8.self) { bytes in
        for place in 0..<AnswerLanes.width { sums[place] &+= Int32(bytes[place]) }
      }
    if places[cell] < 0 { return }
    let first = (Int(places[cell]) * lanes + lane) * AnswerLanes.width
    for place in 0..<AnswerLanes.width { sums[place] += Int32(large[first + place]) }
  }
}
