/// Turns UTF-16 into UTF-8; surrogates without a partner become U+FFFD.
struct UTF16Decoder {
  private let isBigEndian: Bool
  /// First byte of a unit that a piece cut.
  private var half: UInt8?
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func convert(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], isLast: Bool
  ) -> TextConverter.Outcome {
    var outcome = TextConverter.Outcome.done
    output.reserveCapacity(output.count + piece.count)
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      if !add(unit, to: &output) { outcome = .invalid }
    }
    if isLast, half != nil || highSurrogate != nil {
      appendUTF8(0xFFFD, to: &output)
      (half, highSurrogate) = (nil, nil)
      outcome = .invalid
    }
    return outcome
  }

  /// False when a surrogate has no partner.
  private mutating func add(_ unit: UInt32, to output: inout [UInt8]) -> Bool {
    let isLow = unit & 0xFC00 == 0xDC00
    let high = highSurrogate
    highSurrogate = nil
    if let high, isLow {
      appendUTF8(0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF), to: &output)
      return true
    }
    if high != nil { appendUTF8(0xFFFD, to: &output) }
    if unit & 0xFC00 == 0xD800 {
      highSurrogate = unit
    } else {
      appendUTF8(isLow ? 0xFFFD : unit, to: &output)
    }
    return high == nil && !isLow
  }
}
