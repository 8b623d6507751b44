/// Texts as one run of bytes: for each text the offset of its end, counted from the first text, as
/// an unsigned 32-bit little-endian number; then the texts in UTF-8, one after the other.
struct PackedTexts {
  /// A chunk is closed when it holds this many bytes, so that long answers make no giant BLOBs.
  static let byteLimit = 4 << 20

  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  var count: Int { ends.count }
  var isFull: Bool { ends.count == ChunkTable.capacity || bytes.count >= Self.byteLimit }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
  }

  /// Adds the texts `first..<end` of a longer run of bytes that has its own ends.
  mutating func append(_ ends: ArraySlice<UInt32>, from base: UInt32, _ bytes: ArraySlice<UInt8>) {
    let start = UInt32(self.bytes.count)
    self.ends.reserveCapacity(self.ends.count + ends.count)
    for end in ends { self.ends.append(end - base + start) }
    self.bytes.append(contentsOf: bytes)
  }

  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let endBytes = ends.count * 4
    try withUnsafeTemporaryAllocation(byteCount: endBytes + bytes.count, alignment: 8) { packed in
      ends.withUnsafeBytes { packed.copyMemory(from: $0) }
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: packed[endBytes...]).copyMemory(from: $0)
      }
      try body(UnsafeRawBufferPointer(packed))
    }
  }

  /// The parts of a packed run: per text its end, and the bytes; `nil` when they do not fit.
  static func unpack(
    _ packed: UnsafeRawBufferPointer, count: Int
  ) -> (ends: [UInt32], bytes: UnsafeRawBufferPointer)? {
    guard count > 0, packed.count >= count * 4 else { return nil }
    let ends = [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: packed[..<(count * 4)]))
      filled = count
    }
    let bytes = UnsafeRawBufferPointer(rebasing: packed[(count * 4)...])
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard Int(last) == bytes.count else { return nil }
    return (ends, bytes)
  }
}
