/// Answers packed so that two interviews are compared 32 questions at a time.
///
/// Bit *k* of plane *b* is bit *b* of the answer to question *k*; two interviews differ in the
/// questions where any of their planes differ.
struct AnswerPlanes: Sendable {
  let rows: Int
  /// Groups of at most 32 questions.
  private let words: Int
  /// Bits an answer needs.
  private let bits: Int
  /// By word, then by bit, then by row.
  private let planes: [UInt32]

  /// - Parameters:
  ///   - answers: Row by row; equal bytes are equal answers.
  ///   - width: Bytes of a row.
  ///   - rows: The rows to pack, in the order they shall have here.
  init(_ answers: [UInt8], width: Int, rows: [Int32]) {
    let largest = answers.max() ?? 0
    bits = max(1, 8 - largest.leadingZeroBitCount)
    words = max(1, (width + 31) / 32)
    self.rows = rows.count
    var planes = [UInt32](repeating: 0, count: words * bits * rows.count)
    for (place, row) in rows.enumerated() {
      for item in 0..<width {
        let answer = answers[Int(row) * width + item]
        for bit in 0..<bits where answer >> UInt8(bit) & 1 == 1 {
          planes[((item >> 5) * bits + bit) * rows.count + place] |= 1 << UInt32(item & 31)
        }
      }
    }
    self.planes = planes
  }

  /// Rows compared at a time: what they need stays in the fastest cache.
  static let block = 1024

  /// The number of differing answers between one row and each of a range of rows.
  ///
  /// - Parameters:
  ///   - row: The one row.
  ///   - range: At most ``block`` rows.
  ///   - differences: Room for as many, filled from its beginning.
  ///   - scratch: Room for as many.
  @inline(__always) func compare(
    _ row: Int, with range: Range<Int>, into differences: UnsafeMutablePointer<UInt32>,
    scratch: UnsafeMutablePointer<UInt32>
  ) {
    let count = range.count
    planes.withUnsafeBufferPointer { planes in
      guard let base = planes.baseAddress else { return }
      for place in 0..<count { differences[place] = 0 }
      for word in 0..<words {
        for place in 0..<count { scratch[place] = 0 }
        for bit in 0..<bits {
          let plane = base + (word * bits + bit) * rows
          let own = plane[row]
          let others = plane + range.lowerBound
          for place in 0..<count { scratch[place] |= others[place] ^ own }
        }
        for place in 0..<count {
          // The number of bits set, in steps that the compiler does for several rows at once.
          var ones = scratch[place]
          ones = ones &- ((ones &>> 1) & 0x5555_5555)
          ones = (ones & 0x3333_3333) &+ ((ones &>> 2) & 0x3333_3333)
          ones = (ones &+ (ones &>> 4)) & 0x0F0F_0F0F
          ones = ones &+ (ones &>> 8)
          differences[place] &+= (ones &+ (ones &>> 16)) & 0x3F
        }
      }
    }
  }
}
