import Documents
import ReportReaders
import SurveyModel
import Testing
import WordDocuments

/// A form prints its own numbers; the layout's numbering would stand in front of them.
@Suite struct OwnNumbersTests {
  private func document(hasOwnNumbers: Bool) -> Document {
    Document(
      language: .vi, title: "Biểu mẫu", subtitle: "", banners: [], letterhead: Letterhead(),
      sections: [
        DocumentSection(
          id: "a", title: "Phần II KẾT QUẢ",
          blocks: [.heading("1. Chỉ đạo", id: "b"), .more(summary: "a) Chi tiết", [])])
      ], imprint: [], hasOwnNumbers: hasOwnNumbers)
  }

  private func numbers(_ document: Document) throws -> [String?] {
    let titles = ["Phần II KẾT QUẢ", "1. Chỉ đạo", "a) Chi tiết"]
    return try Parts(document).body.all("p").filter { titles.contains($0.shown) }
      .map { $0.all("numId").first?.value }
  }

  /// ECMA-376 part 1, 17.9.18: a numbering of 0 takes a paragraph out of that of its style.
  @Test func `headings with numbers of their own are not numbered again`() throws {
    #expect(try numbers(document(hasOwnNumbers: true)) == ["0", "0", "0"])
    // A heading that begins with a number keeps it alone in any document.
    #expect(try numbers(document(hasOwnNumbers: false)) == [nil, "0", nil])
  }
}
