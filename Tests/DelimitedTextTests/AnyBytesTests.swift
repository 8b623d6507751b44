import DelimitedText
import Numerics
import Testing

/// Nothing that a file may hold stops the readers.
struct AnyBytesTests {
  private func bytes(seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0x0A], [0x0D], [0x2C], [0x22], Array("Đắk".utf8), Array("trường".utf8), [0x74, 0xAD, 0xEA],
      [0x6F, 0xE4], [0xF4, 0x8F, 0xBF], [0xE1, 0xBA], [0xC3], [0xF4, 0xEF],
    ]
    return (0..<60).flatMap { _ -> [UInt8] in
      if Bool.random(using: &generator) { return pieces.randomElement(using: &generator) ?? [] }
      return [UInt8.random(in: 1...255, using: &generator)]
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func everyEncodingGivesUTF8HoweverTheBytesAreCut(seed: UInt64) throws {
    let bytes = bytes(seed: seed)
    for encoding in TextEncoding.allCases where encoding != .utf8 {
      let whole = utf8Text(of: bytes, from: encoding)
      #expect(whole.withUnsafeBufferPointer { validPrefixLength(of: $0) } == whole.count)
      let cut = Int(seed) % bytes.count
      var text: [UInt8] = []
      var converter = try #require(TextConverter(from: encoding))
      for piece in [bytes[..<cut], bytes[cut..<cut], bytes[cut...]] {
        piece.withUnsafeBufferPointer {
          _ = converter.convert($0, into: &text, isLast: piece.endIndex == bytes.count)
        }
      }
      if cut < bytes.count { #expect(text == whole) }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func anyTableEndsInATableOrInFindings(seed: UInt64) {
    let reading = readTable(bytes: bytes(seed: seed), file: "any.csv")
    #expect(reading.table != nil || !reading.findings.isEmpty)
    _ = UndecodedByte.readable(bytes(seed: seed))
  }
}
