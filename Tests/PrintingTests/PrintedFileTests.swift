import Documents
import Pictures
import SurveyModel
import Testing

@testable import Printing

@Suite struct PrintedFileTests {
  let file: [UInt8]

  init() throws { file = try pdf(of: SampleDocument.document(), drawing: SampleDocument.drawing) }

  private func contains(_ words: String, in file: [UInt8]) -> Bool {
    !file.ranges(of: Array(words.utf8)).isEmpty
  }

  @Test func `the file is a PDF from its first byte to its end`() {
    #expect(file.starts(with: Array("%PDF-1.4\n".utf8)))
    #expect(file.suffix(6).elementsEqual("%%EOF\n".utf8))
  }

  @Test func `equal documents give equal bytes, without a time in them`() throws {
    let again = try pdf(of: SampleDocument.document(), drawing: SampleDocument.drawing)
    #expect(file == again)
    #expect(!contains("CreationDate", in: file))
    #expect(!contains("ModDate", in: file))
  }

  @Test func `a file of each language says its language`() throws {
    #expect(contains("/Lang (vi-VN)", in: file))
    #expect(contains("/DisplayDocTitle true", in: file))
    let english = try pdf(
      of: SampleDocument.document(language: .en), drawing: SampleDocument.drawing)
    #expect(contains("/Lang (en)", in: english))
  }

  /// ISO 32000-1, 7.5.6: the update names the table before it, and its own place.
  @Test func `the update at the end of the file points to the parts it stands on`() throws {
    let text = String(decoding: file, as: UTF8.self)
    let trailer = try #require(text.components(after: "trailer").last)
    let previous = try #require(number(after: "/Prev ", in: trailer))
    let table = try #require(number(after: "startxref\n", in: trailer))
    #expect(file[previous...].starts(with: "xref\n0 ".utf8))
    let root = try #require(number(after: "/Root ", in: trailer))
    #expect(file[table...].starts(with: "xref\n\(root) 1\n".utf8))
    let line = String(decoding: file[table...], as: UTF8.self).split(separator: "\n")[2]
    let place = try #require(Int(line.prefix(10)))
    #expect(file[place...].starts(with: "\(root) 0 obj\n<< /Lang".utf8))
  }

  @Test func `a file that is not of the known build is left alone`() {
    let other = Array("%PDF-1.7\nsomething else\n%%EOF\n".utf8)
    #expect(with(language: "vi-VN", in: other) == other)
    #expect(with(language: "vi-VN", in: []).isEmpty)
  }

  @Test func `sections and headings are bookmarks, and the structure is tagged`() {
    // Titles of bookmarks stand in UTF-16 with hexadecimal digits: I. MỨC…
    #expect(contains("FEFF0049002E0020004D1EE80043", in: uppercased(file)))
    for tag in ["Document", "H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure"] {
      #expect(contains("/S /\(tag)\n", in: file), "\(tag)")
    }
  }

  @Test func `charts are drawn as the page draws them, each in the file`() throws {
    let few = try pdf(of: SampleDocument.document(pictures: 0))
    let charts = try pdf(of: SampleDocument.document(pictures: 3))
    #expect(few.ranges(of: Array("/S /Figure\n".utf8)).isEmpty)
    #expect(charts.ranges(of: Array("/S /Figure\n".utf8)).count == 3)
  }

  @Test func `a document that is refused half-way ends without harm`() {
    for limit in 1...3 {
      let typesetter = Typesetter()
      let surface = Surface.pages(width: 100, height: 100)
      let composer = PageComposer(PagePainter(surface, typesetter), mostPages: limit)
      var flow = DocumentFlow(
        PieceMaker(typesetter, words: PrintedWords(language: .vi)), composer,
        drawing: SampleDocument.drawing)
      #expect(throws: PrintingError.tooManyPages(limit: limit)) {
        try flow.place(SampleDocument.document())
      }
    }
  }

  @Test func `pages grow with rows`() throws {
    func pages(_ rows: Int) throws -> Int {
      let file = try pdf(
        of: SampleDocument.document(rows: rows), drawing: SampleDocument.drawing)
      return file.ranges(of: Array("/Type /Page ".utf8)).count
    }
    let few = try pages(20)
    let many = try pages(520)
    // 500 rows of two lines, between 20 and 40 of them on a page.
    #expect((500 / 40...500 / 20).contains(many - few))
  }

  /// Hexadecimal digits are written small or large.
  private func uppercased(_ file: [UInt8]) -> [UInt8] {
    file.map { (0x61...0x66).contains($0) ? $0 - 0x20 : $0 }
  }

  private func number(after word: String, in text: String) -> Int? {
    guard let range = text.firstRange(of: word) else { return nil }
    return Int(text[range.upperBound...].prefix { $0.isNumber })
  }
}

extension String {
  /// The stretches that follow each occurrence of a word.
  fileprivate func components(after word: String) -> [String] {
    ranges(of: word).map { String(self[$0.upperBound...]) }
  }
}
