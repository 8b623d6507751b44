import Documents
import Foundation
import SurveyModel
import Testing

@testable import Reporting

struct WordingTests {
  @Test func `every text stands in both languages with the same places for values`() {
    let entries = WordingCatalogue.standard.entries
    #expect(entries.count > 100)
    for entry in entries {
      #expect(entry.text.vi?.isEmpty == false && entry.text.en?.isEmpty == false, "\(entry.id)")
      #expect(
        WordingPiece.places(of: entry.text.vi ?? "")
          == WordingPiece.places(of: entry.text.en ?? ""),
        "\(entry.id)")
    }
  }

  @Test func `every id that the source asks for is in the wording, and none is there for nothing`()
    throws
  {
    let asked = try Self.idsInSource()
    let carried = Set(WordingCatalogue.standard.ids)
    #expect(asked.count > 100)
    #expect(asked.subtracting(carried).sorted() == [])
    #expect(carried.subtracting(asked).sorted() == [])
  }

  /// Literals in `words["…"]` and `words("…", …)`, also over a line break.
  private static func idsInSource() throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Reporting").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let asking = /[wW]ord(?:s|ing)[\[(]\s*"([a-z.-]+)"/
    var ids: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let code = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop { $0 == " " }.hasPrefix("///") }.joined(separator: "\n")
      for match in code.matches(of: asking) { ids.insert(String(match.1)) }
    }
    return ids
  }

  @Test func `values are put into their places as they are`() {
    #expect(
      Wording.standard(.vi)("title.attainment", ["year": "2021"])
        == "Kết quả thực hiện mục tiêu năm 2021")
    #expect(fill("{a} {b} {a}", with: ["a": "{b}", "b": "x"]) == "{b} x {b}")
    // What is no place stays: other braces, and places nobody fills.
    #expect(fill("{ {} {đ} {a b} {c", with: [:]) == "{ {} {đ} {a b} {c")
    #expect(fill("{c}", with: ["a": "x"]) == "{c}")
    #expect(WordingPiece.places(of: "{year}–{year2}, {}") == ["year", "year2"])
  }

  @Test func `an office's words stand in place of the program's, in their language only`() {
    var settings = ReportSettings()
    let place = SourceLocation(file: "report.xml")
    settings.wording = [
      ReportSettings.Rewording(
        id: "column.lead", language: .vi, text: "Đơn vị đầu mối", idPlace: place, textPlace: place)
    ]
    let template = ReportTemplate(settings)
    #expect(template.wording(.vi)["column.lead"] == "Đơn vị đầu mối")
    #expect(template.wording(.en)["column.lead"] == "Lead agency")
    #expect(template.wording(.vi)["column.due"] == "Thời hạn")
  }

  @Test func `a letterhead leaves room for what the office has not said`() {
    var settings = ReportSettings()
    let empty = ReportTemplate(settings).letterhead(.vi, abstract: "Khảo sát")
    #expect(empty.kind == "BÁO CÁO" && empty.abstract == "Khảo sát" && empty.issuer.isEmpty)
    #expect(empty.recipients == ["Lưu: VT."] && empty.addressees.isEmpty && empty.logo == nil)
    settings.issuer = LocalizedText(vi: "SỞ NỘI VỤ")
    settings.abstract = LocalizedText(vi: "Kết quả SIPAS", en: "SIPAS results")
    settings.recipients = [LocalizedText(vi: "Như trên;"), LocalizedText(vi: "Lưu: VT, CCHC.")]
    let head = ReportTemplate(settings).letterhead(.en, abstract: "Survey")
    #expect(head.issuer == "SỞ NỘI VỤ" && head.abstract == "SIPAS results")
    #expect(head.kind == "REPORT" && head.recipients == ["Như trên;", "Lưu: VT, CCHC."])
  }
}
