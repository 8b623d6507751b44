/// The bytes of characters in the old encodings of Vietnamese, found by decoding: reading and writing
/// cannot disagree.
enum LegacyEncoder {
  private static let windows1258 = made(.windows1258)
  private static let tcvn3 = made(.tcvn3)
  private static let vni = made(.vni)

  /// Bytes by scalar, for scalars beyond ASCII.
  static func letters(of encoding: TextEncoding) -> [UInt32: [UInt8]] {
    switch encoding {
    case .windows1258: windows1258
    case .tcvn3: tcvn3
    case .vni: vni
    default: [:]
    }
  }

  /// Every byte alone, then every letter with every mark after it.
  private static func made(_ encoding: TextEncoding) -> [UInt32: [UInt8]] {
    var letters: [UInt32: [UInt8]] = [:]
    func add(_ bytes: [UInt8]) {
      guard var decoder = LegacyDecoder(encoding) else { return }
      var text: [UInt8] = []
      let outcome = bytes.withUnsafeBufferPointer {
        decoder.convert($0, into: &text, isLast: true)
      }
      let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
      guard outcome == .done, scalars.count == 1, !scalars[0].isASCII,
        // A mark alone would land on the letter before it.
        Tone(combining: scalars[0].value) == nil, letters[scalars[0].value] == nil
      else { return }
      letters[scalars[0].value] = bytes
    }
    let beyond = (0x80...0xFF).map { UInt8($0) }
    for byte in beyond { add([byte]) }
    let capitals = (0x41...0x5A).map { UInt8($0) }
    let small = (0x61...0x7A).map { UInt8($0) }
    // VNI has marks for capitals, C0 to DF, and for small letters; each letter takes its own first.
    for first in capitals { for mark in beyond { add([first, mark]) } }
    for first in small { for mark in beyond.reversed() { add([first, mark]) } }
    for first in beyond {
      let isCapital = first < 0xE0
      for mark in isCapital ? beyond : beyond.reversed() { add([first, mark]) }
    }
    return letters
  }
}
