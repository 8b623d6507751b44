import DelimitedText
import Testing

/// The rules of RFC 4180 and what real files add to them.
struct RecordCursorTests {
  private func fields(_ text: String) -> [[String]] { records(of: Array(text.utf8)).map(\.fields) }

  @Test func `fields are cut at delimiters and rows at any line end`() {
    #expect(fields("a,b\nc,d\r\ne,f\rg,h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
  }

  @Test func `a quoted field holds delimiters, newlines and doubled marks`() {
    #expect(fields("\"a,b\",\"c\nd\",\"e\"\"f\"\n") == [["a,b", "c\nd", "e\"f"]])
  }

  @Test func `a quotation mark inside an unquoted field is a letter`() {
    #expect(fields("màn hình 5\",x\n1,2\n") == [["màn hình 5\"", "x"], ["1", "2"]])
  }

  @Test func `blank lines are passed over and counted`() {
    let found = records(of: Array("\n\na,b\n\r\n\nc,d\n".utf8))
    #expect(found.map(\.line) == [3, 6])
  }

  @Test func `lines inside quotes are counted`() {
    let found = records(of: Array("\"a\nb\r\nc\",1\nd,2\n".utf8))
    #expect(found.map(\.line) == [1, 4])
  }

  @Test func `an unterminated quotation mark is reported where it opens`() {
    let text = Array("a,b\nc,\"d\ne,f\n".utf8)
    text.withUnsafeBufferPointer { bytes in
      var cursor = RecordCursor(bytes, delimiter: 44)
      while cursor.next() {}
      #expect(cursor.unterminatedQuote == 6)
    }
  }

  @Test func `text after a closing quotation mark is marked as malformed`() {
    let text = Array("\"a\"b,c\n".utf8)
    text.withUnsafeBufferPointer { bytes in
      var cursor = RecordCursor(bytes, delimiter: 44)
      let isRead = cursor.next()
      #expect(isRead)
      #expect(cursor.fields.map(\.isMalformed) == [true, false])
    }
  }
}
