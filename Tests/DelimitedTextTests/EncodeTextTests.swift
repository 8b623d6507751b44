import DelimitedText
import Testing

@Suite struct EncodeTextTests {
  private static let vietnamese =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"

  @Test(arguments: [
    TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1258, .tcvn3, .vni,
  ])
  func `every letter of Vietnamese comes back`(encoding: TextEncoding) throws {
    for letter in Self.vietnamese + Self.vietnamese.uppercased() {
      // Between others: a mark must not wander to its neighbour.
      let text = "x\(letter), \(letter)\(letter)a\n"
      let bytes = try encoded(text, as: encoding)
      #expect(String(decoding: utf8Text(of: bytes, from: encoding), as: UTF8.self) == text)
    }
  }

  @Test(arguments: [TextEncoding.windows1258, .tcvn3, .vni])
  func `a letter the encoding lacks is named with its line`(encoding: TextEncoding) {
    #expect(throws: UnencodableCharacter(scalar: 0x4E2D, line: 2)) {
      try encoded("một\nhai 中", as: encoding)
    }
  }
}
