/// Some items whose answers make one number: the pattern of a respondent.
struct AnswerGroup: Sendable {
  let items: [Int]
  /// Per item: its answers as states.
  let states: [AnswerStates]
  /// Per item: what one state adds to the number of the pattern.
  let sizes: [Int]
  /// By item and pattern: the state.
  private let stateOfPattern: [[UInt8]]
  /// Number of patterns; 0 is no valid answer at all.
  let patterns: Int
  /// The number of pattern 0 among the patterns of all groups.
  let first: Int

  /// The state of an item, by its place in ``items``, in each pattern.
  func states(ofPlace place: Int) -> [UInt8] { stateOfPattern[place] }

  /// As many of `items` from `next` on as make at most `most` patterns and sixteen states with an
  /// answer, at least one.
  init(_ items: [Int], next: inout Int, states all: [AnswerStates], first: Int, most: Int) {
    var taken: [Int] = []
    var sizes: [Int] = []
    var size = 1
    var answered = 0
    while next < items.count {
      let count = all[items[next]].count
      if !taken.isEmpty, size * count > most || answered + count - 1 > 16 { break }
      taken.append(items[next])
      sizes.append(size)
      size *= count
      answered += count - 1
      next += 1
    }
    self.items = taken
    self.sizes = sizes
    states = taken.map { all[$0] }
    patterns = size
    stateOfPattern = taken.indices.map { place in
      let count = all[taken[place]].count
      return (0..<size).map { UInt8($0 / sizes[place] % count) }
    }
    self.first = first
  }
}

/// The answers to one item, those worth the same taken as one; state 0 is no valid answer.
struct AnswerStates: Sendable {
  /// By state: what an answer adds to the sums.
  let terms: [AnswerTerms]
  /// Where the state changes along the bytes from 0 (always state 0) up, and by how much.
  ///
  /// Changes count modulo 256. Comparing with a few limits is quicker than a table: it takes sixteen
  /// bytes at once.
  let steps: [(from: UInt8, by: UInt8)]

  var count: Int { terms.count }

  /// - Parameter byByte: What each byte of a column adds; bytes beyond add nothing.
  init(_ byByte: [AnswerTerms]) {
    var terms = [AnswerTerms.zero]
    var steps: [(from: UInt8, by: UInt8)] = []
    var last: UInt8 = 0
    for (byte, term) in (byByte + [.zero]).enumerated() where byte < 256 {
      var state = 0
      if term[3] > 0 {
        state = terms.dropFirst().firstIndex(of: term) ?? terms.count
        if state == terms.count { terms.append(term) }
      }
      let found = UInt8(state)
      if found != last { steps.append((UInt8(byte), found &- last)) }
      last = found
    }
    self.terms = terms
    self.steps = steps
  }

  /// The states of some bytes.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, to states: UnsafeMutableBufferPointer<UInt8>) {
    let states = UnsafeMutableBufferPointer(rebasing: states[0..<bytes.count])
    states.update(repeating: 0)
    for first in stride(from: 0, to: steps.count, by: 4) {
      func step(_ place: Int) -> (from: UInt8, by: UInt8) {
        first + place < steps.count ? steps[first + place] : (0, 0)
      }
      let (one, two, three, four) = (step(0), step(1), step(2), step(3))
      for row in bytes.indices {
        let byte = bytes[row]
        var sum = states[row]
        sum &+= byte >= one.from ? one.by : 0
        sum &+= byte >= two.from ? two.by : 0
        sum &+= byte >= three.from ? three.by : 0
        sum &+= byte >= four.from ? four.by : 0
        states[row] = sum
      }
    }
  }
}
