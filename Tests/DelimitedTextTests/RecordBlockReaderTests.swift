import DelimitedText
import SurveyModel
import Testing

struct RecordBlockReaderTests {
  private func read(
    _ bytes: [UInt8], blockSize: Int, encoding: TextEncoding = .utf8, hasMark: Bool = false,
    recordLimit: Int = TextLimits.record
  ) throws -> (blocks: [[UInt8]], lines: [Int], refusal: Finding?) {
    try withFile(bytes) { path in
      let reader = RecordBlockReader(
        file: try ByteFile(path: path), name: "f.csv",
        encoding: DetectedEncoding(
          encoding: encoding, hasByteOrderMark: hasMark, confidence: .certain),
        delimiter: 44, blockSize: blockSize, recordLimit: recordLimit)
      var blocks: [[UInt8]] = []
      var lines: [Int] = []
      do throws(RecordBlockReader.Refusal) {
        while let block = try reader.next() {
          blocks.append(Array(block.bytes))
          lines.append(block.line)
        }
      } catch {
        return (blocks, lines, error.finding)
      }
      return (blocks, lines, nil)
    }
  }

  @Test(arguments: 0..<60)
  func `blocks of any size hold whole records and give the text back`(seed: Int) throws {
    let text = randomDelimitedText(seed: UInt64(seed), length: 300)
    let whole = records(of: text)
    for blockSize in [1, 2, 7, 64, 4096] {
      let (blocks, lines, refusal) = try read(text, blockSize: blockSize)
      let isTerminated = text.withUnsafeBufferPointer { bytes in
        var cursor = RecordCursor(bytes, delimiter: 44)
        while cursor.next() {}
        return cursor.unterminatedQuote == nil
      }
      #expect((refusal == nil) == isTerminated)
      guard isTerminated else { continue }
      #expect(blocks.flatMap { $0 } == text, "block size \(blockSize)")
      let pieces = zip(blocks, lines).flatMap { block, line in
        records(of: block).map { ($0.line + line - 1, $0.fields) }
      }
      #expect(pieces.map(\.1) == whole.map(\.fields), "block size \(blockSize)")
      #expect(pieces.map(\.0) == whole.map(\.line), "block size \(blockSize)")
    }
  }

  @Test func `an unterminated quotation mark is refused where it opens`() throws {
    let (_, _, refusal) = try read(Array("id,a\n1,\"x\n2,y\n".utf8), blockSize: 4)
    #expect(refusal?.code.id == "csv.quote.unterminated")
    #expect(refusal?.place == SourceLocation(file: "f.csv", line: 2, column: 3))
  }

  @Test func `a NUL byte is refused with its place`() throws {
    let (_, _, refusal) = try read(Array("id,a\n1,é\u{0}\n".utf8), blockSize: 4096)
    #expect(refusal?.code.id == "csv.byte.nul")
    #expect(refusal?.place == SourceLocation(file: "f.csv", line: 2, column: 4))
  }

  @Test func `a record without end is refused before it fills the memory`() throws {
    let endless = Array("id,a\n1,\"".utf8) + [UInt8](repeating: 65, count: 20_000)
    let (_, _, refusal) = try read(endless, blockSize: 64, recordLimit: 1000)
    #expect(refusal?.code.id == "csv.record.too-long")
    #expect(refusal?.place == SourceLocation(file: "f.csv", line: 2, column: 3))
  }

  @Test func `UTF-16 is turned into UTF-8 wherever the pieces are cut`() throws {
    let text = "mã,nhãn\n1,Đắk Lắk 😀\n2,Gia Lai\n"
    let encoded: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for blockSize in [1, 3, 16, 4096] {
      let (blocks, _, refusal) = try read(
        encoded, blockSize: blockSize, encoding: .utf16LittleEndian, hasMark: true)
      #expect(refusal == nil)
      #expect(String(decoding: blocks.flatMap { $0 }, as: UTF8.self) == text)
    }
  }
}
