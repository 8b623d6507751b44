import DelimitedText
import Testing

struct DetectionTests {
  private func encoding(_ bytes: [UInt8]) -> DetectedEncoding? {
    if case .text(let found) = detectEncoding(of: bytes) { found } else { nil }
  }

  @Test func `byte order marks decide the encoding`() {
    #expect(encoding([0xEF, 0xBB, 0xBF, 0x61])?.encoding == .utf8)
    #expect(encoding([0xFF, 0xFE, 0x61, 0])?.encoding == .utf16LittleEndian)
    #expect(encoding([0xFE, 0xFF, 0, 0x61])?.encoding == .utf16BigEndian)
    #expect(encoding([0xFE, 0xFF, 0, 0x61])?.confidence == .certain)
  }

  @Test func `UTF-16 without a mark is known by its NUL bytes`() {
    let text = "interview_id,district\n1,PLK\n"
    #expect(encoding(text.utf16.flatMap { [UInt8($0), 0] })?.encoding == .utf16LittleEndian)
    #expect(encoding(text.utf16.flatMap { [0, UInt8($0)] })?.encoding == .utf16BigEndian)
  }

  @Test func `valid UTF-8 is UTF-8, also when the sample cuts a letter`() {
    let bytes = Array("huyện,Chư Păh".utf8)
    #expect(encoding(bytes)?.encoding == .utf8)
    #expect(encoding(Array("huyện,Chư Pă".utf8.dropLast()))?.encoding == .utf8)
  }

  @Test func `other bytes above ASCII are Windows-1258, as a guess`() {
    // "Huyện" in Windows-1258: e circumflex is EA, the dot below F2 (Microsoft code page 1258).
    let found = encoding(Array("Huy".utf8) + [0xEA, 0xF2] + Array("n,1\n".utf8))
    #expect(found?.encoding == .windows1258)
    #expect(found?.confidence == .guessed)
  }

  @Test func `one damaged byte does not turn a UTF-8 file into Windows-1258`() {
    let text = Array(String(repeating: "Đắk Đoa, Chư Sê\n", count: 40).utf8) + [0xFF]
    #expect(encoding(text + Array("ấy\n".utf8))?.encoding == .utf8)
  }

  @Test func `workbooks, PDFs and other bytes are not text`() {
    #expect(detectEncoding(of: [0x50, 0x4B, 3, 4, 20, 0]) == .binary(.zip))
    #expect(detectEncoding(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .binary(.compoundDocument))
    #expect(detectEncoding(of: Array("%PDF-1.7".utf8)) == .binary(.pdf))
    #expect(detectEncoding(of: [1, 2, 0, 3, 200, 0, 0, 7, 9]) == .binary(.unknown))
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1;2,5;3\n2;1,5;4\n", ";"), ("a\tb\n1\t2\n", "\t"),
    ("a;b\n\"x,y,z\";2\n\"u,v,w\";3\n", ";"), ("alone\n1\n2\n", ","),
  ])
  func `the delimiter is the one that cuts rows alike`(text: String, delimiter: Character) {
    let found = Array(text.utf8).withUnsafeBufferPointer { detectDelimiter(in: $0) }
    #expect(found.delimiter == delimiter.asciiValue)
  }

  @Test func `names of encodings and delimiters are those of the survey file`() {
    #expect(namedEncoding("UTF-8") == .utf8)
    #expect(namedEncoding("windows-1258") == .windows1258)
    #expect(namedEncoding("EBCDIC") == nil)
    #expect(namedDelimiter("semicolon") == 59)
    #expect(namedDelimiter("pipe") == 124)
    #expect(namedDelimiter("colon") == nil)
  }

  @Test func `the valid prefix ends at overlong forms, surrogates and cut letters`() {
    func prefix(_ bytes: [UInt8]) -> Int {
      bytes.withUnsafeBufferPointer { validPrefixLength(of: $0) }
    }
    #expect(
      prefix(Array("Chư Prông 😀 dài hơn tám byte".utf8))
        == "Chư Prông 😀 dài hơn tám byte".utf8.count)
    #expect(prefix([0x61, 0xC0, 0x80]) == 1)
    #expect(prefix([0xE0, 0x80, 0x80]) == 0)
    #expect(prefix([0xED, 0xA0, 0x80]) == 0)
    #expect(prefix([0xF4, 0x90, 0x80, 0x80]) == 0)
    #expect(prefix([0x61, 0xE1, 0xBA]) == 1)
  }
}
