/// Distinct byte strings, numbered in the order they came.
///
/// An open-addressing hash table over one array of bytes: no string is allocated, and the numbering
/// is the same on every run because the hash is not seeded.
struct ByteStringTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// 1 + number of an entry in the low half, 0 where free.
  ///
  /// The high half is that of the entry's hash, so that a neighbour is told apart without looking at
  /// it. The size is a power of two.
  private var slots: [UInt64]

  init(minimumCapacity: Int = 16) {
    var size = 32
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  var count: Int { hashes.count }

  /// Makes room for `more` strings of about `length` bytes, so that filling the table moves nothing.
  mutating func reserve(_ more: Int, length: Int) {
    bytes.reserveCapacity(bytes.count + more * length)
    ends.reserveCapacity(ends.count + more)
    hashes.reserveCapacity(hashes.count + more)
    grow(toHold: count + more)
  }

  /// A fixed, well-mixed hash of a byte string.
  static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: string.count)
    let multiplier: UInt64 = 0xA076_1D64_78BD_642F
    var index = 0
    if let base = UnsafeRawPointer(string.baseAddress) {
      while index + 8 <= string.count {
        hash = mix(hash ^ (base + index).loadUnaligned(as: UInt64.self), multiplier)
        index += 8
      }
    }
    var tail: UInt64 = 0
    while index < string.count {
      tail = tail << 8 | UInt64(string[index])
      index += 1
    }
    return mix(hash ^ tail, multiplier)
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Number of `string`, or `nil` when it is not in the table.
  func find(_ string: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let entry = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if holds(string, at: entry) { return entry }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Number of `string`, which is added when it is new.
  mutating func intern(
    _ string: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) -> (number: Int, isNew: Bool) {
    if (count + 1) * 2 > slots.count { grow(toHold: count + 1) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let entry = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if holds(string, at: entry) { return (entry, false) }
      }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = (hash >> 32) << 32 | UInt64(count)
    return (count - 1, true)
  }

  func hash(at number: Int) -> UInt64 { hashes[number] }

  /// Calls `body` with the bytes of an entry.
  func withBytes<Result>(
    at number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[ends[number]..<ends[number + 1]]))
    }
  }

  func string(at number: Int) -> String {
    String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self)
  }

  private func holds(_ string: UnsafeBufferPointer<UInt8>, at entry: Int) -> Bool {
    let start = ends[entry]
    guard ends[entry + 1] - start == string.count else { return false }
    for index in 0..<string.count where bytes[start + index] != string[index] { return false }
    return true
  }

  private mutating func grow(toHold wanted: Int) {
    var size = slots.count
    while wanted * 2 > size { size *= 2 }
    guard size > slots.count else { return }
    var larger = [UInt64](repeating: 0, count: size)
    let mask = larger.count - 1
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = (hash >> 32) << 32 | UInt64(entry + 1)
    }
    slots = larger
  }
}
