/// Turns the bytes of Windows-1258, TCVN3 or VNI into composed UTF-8.
struct LegacyDecoder {
  private let letters: [UInt16]
  private let hasMarkBytes: Bool
  /// A letter that the next byte may put a mark on; 0 when there is none.
  private var held: UInt32 = 0

  /// `nil` for the encodings of Unicode.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .windows1258: letters = LegacyLetters.windows1258
    case .tcvn3: letters = LegacyLetters.tcvn3
    case .vni: letters = LegacyLetters.vni
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .tcvn3InUTF8, .vniInUTF8: return nil
    }
    hasMarkBytes = encoding == .vni
  }

  /// Appends the UTF-8 of `piece`; a letter at its end waits for the next piece unless this is the
  /// last.
  mutating func convert(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], isLast: Bool
  ) -> TextConverter.Outcome {
    var outcome = TextConverter.Outcome.done
    output.reserveCapacity(output.count + piece.count + piece.count / 2)
    for byte in piece {
      if byte < 0x80 {
        take(ascii: byte, into: &output)
      } else if !take(beyondASCII: byte, into: &output) {
        outcome = .invalid
      }
    }
    if isLast { finish(into: &output) }
    return outcome
  }

  @inline(__always)
  mutating func take(ascii byte: UInt8, into output: inout [UInt8]) {
    finish(into: &output)
    if byte < 0x41 { output.append(byte) } else { held = UInt32(byte) }
  }

  /// False when the byte means nothing in the encoding; it is kept as ``UndecodedByte``.
  mutating func take(beyondASCII byte: UInt8, into output: inout [UInt8]) -> Bool {
    if add(byte, to: &output) { return true }
    take(undecoded: byte, into: &output)
    return false
  }

  mutating func take(undecoded byte: UInt8, into output: inout [UInt8]) {
    finish(into: &output)
    UndecodedByte.append(byte, to: &output)
  }

  /// Writes the letter that waits for a mark.
  @inline(__always)
  mutating func finish(into output: inout [UInt8]) {
    if held == 0 { return }
    if held < 0x80 { output.append(UInt8(held)) } else { appendUTF8(held, to: &output) }
    held = 0
  }

  /// False when the byte means nothing here.
  private mutating func add(_ byte: UInt8, to output: inout [UInt8]) -> Bool {
    if hasMarkBytes, let mark = VNIMark(byte) {
      guard let letter = mark.composed(with: held) else { return false }
      held = letter
      return true
    }
    let scalar = UInt32(letters[Int(byte) - 0x80])
    guard scalar != 0 else { return false }
    if let tone = Tone(combining: scalar), let letter = VietnameseAlphabet.adding(tone, to: held) {
      held = letter
      return true
    }
    finish(into: &output)
    held = scalar
    return true
  }
}

/// Appends a scalar value of the basic plane or above, no surrogate.
func appendUTF8(_ scalar: UInt32, to output: inout [UInt8]) {
  func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
  switch scalar {
  case 0..<0x80: output.append(UInt8(scalar))
  case 0x80..<0x800: output += [0xC0 | UInt8(scalar >> 6), tail(0)]
  case 0x800..<0x10000: output += [0xE0 | UInt8(scalar >> 12), tail(6), tail(0)]
  default: output += [0xF0 | UInt8(scalar >> 18 & 7), tail(12), tail(6), tail(0)]
  }
}
