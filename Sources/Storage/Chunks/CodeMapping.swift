internal import SurveyModel

/// A number that can be a position in a code list: `UInt8` or `UInt16`.
typealias Position = BitwiseCopyable & FixedWidthInteger & UnsignedInteger

/// Where the positions of a stored code list stand in the list asked for.
struct CodeMapping {
  /// By stored position, 0 first: the new position, or -1 for a code that is no longer listed.
  private let newPosition: [Int32]
  private let codes: [String]
  /// True when every stored position means the same code in the new list.
  let isIdentity: Bool

  init(from codes: [String], to list: CodeList) {
    self.codes = codes
    // Nearly always the list is the same, or has grown at its end.
    isIdentity =
      codes.count <= list.codes.count
      && zip(codes, list.codes).allSatisfy { stored, new in stored == new.code }
    if isIdentity {
      newPosition = (0...codes.count).map { Int32($0) }
      return
    }
    var positions: [String: Int32] = [:]
    for (index, code) in list.codes.enumerated() where positions[code.code] == nil {
      positions[code.code] = Int32(index + 1)
    }
    newPosition = [0] + codes.map { positions[$0] ?? -1 }
  }

  /// What is wrong with a stored position.
  enum Fault: Error {
    case notListed(code: String)
    /// No code list of the batch ever had this position.
    case noSuchPosition(Int)
  }

  /// Translates `count` positions; the largest value of either type stays "not asked".
  func translate<Stored: Position, New: Position>(
    _ stored: UnsafeRawBufferPointer, as: Stored.Type, to output: UnsafeMutableBufferPointer<New>
  ) throws(Fault) {
    var table = [Int32](repeating: -2, count: Int(Stored.max) + 1)
    for (old, new) in newPosition.prefix(Int(Stored.max)).enumerated() { table[old] = new }
    table[Int(Stored.max)] = Int32(New.max)
    var worst: Int32 = 0
    for row in output.indices {
      let new = table[Int(load(stored, row, as: Stored.self))]
      output[row] = New(truncatingIfNeeded: new)
      worst = min(worst, new)
    }
    guard worst < 0 else { return }
    for row in output.indices {
      let old = Int(load(stored, row, as: Stored.self))
      if table[old] == -2 { throw .noSuchPosition(old) }
      if table[old] == -1 { throw .notListed(code: codes[old - 1]) }
    }
  }

  /// Copies positions that keep their meaning, checking that each is in the list.
  func copy<Stored: Position>(
    _ stored: UnsafeRawBufferPointer, to output: UnsafeMutableBufferPointer<Stored>
  ) throws(Fault) {
    UnsafeMutableRawBufferPointer(output).copyMemory(from: stored)
    let last = Stored(truncatingIfNeeded: codes.count)
    // Adding 1 carries "not asked", the largest value, to 0.
    guard largest(of: UnsafeBufferPointer(output), plus: 1) > last &+ 1 else { return }
    for position in output where position > last && position != .max {
      throw .noSuchPosition(Int(position))
    }
  }

  @inline(__always)
  private func load<Stored: Position>(
    _ bytes: UnsafeRawBufferPointer, _ row: Int, as: Stored.Type
  ) -> Stored {
    bytes.loadUnaligned(fromByteOffset: row &* MemoryLayout<Stored>.stride, as: Stored.self)
  }
}

/// The largest of the values, each with `step` added modulo its range; 0 when there are none.
///
/// Written so that the compiler compares many values at once.
func largest<Value: FixedWidthInteger & UnsignedInteger>(
  of values: UnsafeBufferPointer<Value>, plus step: Value = 0
) -> Value {
  var largest: Value = 0
  for index in 0..<values.count {
    let value = values[index] &+ step
    largest = value > largest ? value : largest
  }
  return largest
}
