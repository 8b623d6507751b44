import Documents
import Foundation
import ReportReaders
import Reporting
import SurveyModel
import Testing
import XML

/// The report of a hostile survey, made once.
struct HostileFolder: Sendable, CustomTestStringConvertible {
  let start: Int
  let folder: Result<ReportFolder, any Error>

  var testDescription: String { "attacks from \(start)" }

  /// - Parameter start: Which of the attacks stands at the first place.
  init(from start: Int) {
    self.start = start
    folder = Result {
      let folder = NSTemporaryDirectory() + "sipas-hostile-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let survey = try HostileSurveyFiles.write(to: folder, from: start)
      return try ReportFolder(survey: survey, language: .vi, folder: "<script>=1+1 \u{202E}")
    }
  }

  /// Each text of the survey bears several attacks in turn.
  static let all = [0, 2, 10].map { HostileFolder(from: $0) }
}

/// Texts of a survey that try to be something else, through a whole run into every file.
@Suite struct HostileReportTests {
  /// The report of the same survey before it was changed.
  private static let plain = SampleFolder.all[0].folder

  /// Marks that turn the direction of what follows.
  private static func turns(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test(arguments: HostileFolder.all)
  func `the survey is told in full, its hostile rows left out`(_ hostile: HostileFolder) throws {
    let folder = try hostile.folder.get()
    #expect(folder.run.counts.rejected == 2)
    #expect(folder.document.title == HostileSurveyFiles.texts[hostile.start])
    let names = [
      "change.csv", "contributions.csv", "covariance.csv", "estimates.csv", "rankings.csv",
      "register.csv", "rejects.csv", "report.docx", "report.html", "report.pdf", "report.xlsx",
      "results.json", "targets.csv", "weights.csv",
    ]
    #expect(folder.files.keys.sorted() == names)
  }

  @Test(arguments: HostileFolder.all)
  func `the page has no element, attribute or link but our own`(_ hostile: HostileFolder) throws {
    let folder = try hostile.folder.get()
    let page = try folder.page()
    let all = page.all { _ in true }
    let own = try Self.plain.get().page().all { _ in true }
    func attributes(_ elements: [XMLElement]) -> Set<String> {
      Set(elements.flatMap { $0.attributes.map(\.name) })
    }
    #expect(Set(all.map(\.name)).isSubset(of: Set(own.map(\.name))))
    #expect(attributes(all).isSubset(of: attributes(own)))
    #expect(!attributes(all).contains { $0.hasPrefix("on") || $0 == "src" })
    #expect(all.compactMap { $0[attribute: "href"] }.allSatisfy { $0.hasPrefix("#") })
    #expect(page.all("style").count == 1)
    #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.text.contains("{{{content}}}"))
    #expect(!page.text.unicodeScalars.contains(where: Self.turns))
  }

  @Test(arguments: HostileFolder.all)
  func `no cell of any CSV file is a formula or holds a control character`(_ hostile: HostileFolder)
    throws
  {
    let folder = try hostile.folder.get()
    var guarded = 0
    for (name, bytes) in folder.files where name.hasSuffix(".csv") {
      for cell in csvRows(bytes).joined() {
        let first = cell.first ?? " "
        #expect(
          !"=+-@\t\r".contains(first) || Double(cell) != nil, "\(name): \(cell.prefix(40))")
        #expect(
          !cell.unicodeScalars.contains {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || Self.turns($0)
          }, "\(name): \(cell.prefix(40))")
        if first == "'" { guarded += 1 }
      }
    }
    #expect(guarded > 5)
    let rejects = try csvRows(folder.bytes("rejects.csv")).joined()
    #expect(rejects.contains("'=1+1") && rejects.contains("'@S"))
  }

  @Test(arguments: HostileFolder.all)
  func `the workbook has no formula, link or part but our own`(_ hostile: HostileFolder) throws {
    let folder = try hostile.folder.get()
    let workbook = try folder.workbook()
    let reference = /-?(ROUND\([A-Z]+\d+,\d+\)|[A-Z]+\d+)/
    for sheet in workbook.sheets {
      for formula in sheet.formulas.values {
        let isOwn =
          formula.wholeMatch(of: /SUM\([A-Z]+\d+:[A-Z]+\d+\)/) != nil
          || formula.split(separator: "-").allSatisfy {
            String($0).wholeMatch(of: reference) != nil
              || String($0).wholeMatch(of: /[A-Z]+\d+\/2/) != nil
          }
        #expect(isOwn, "\(sheet.name): \(formula)")
      }
    }
    #expect(!workbook.charts.isEmpty)
    for formula in workbook.charts.flatMap({ $0.all("f") }) {
      #expect(formula.text.hasPrefix("'") && formula.text.contains("'!$"), "\(formula.text)")
    }
    let texts = Set(workbook.sheets.flatMap(\.texts.values))
    for text in ["=cmd|' /C calc'!A0", "@SUM(1)", "<script>alert(1)</script>", "_x003D_1+1"] {
      #expect(texts.contains { $0.contains(text) }, "\(text)")
    }
    for (name, part) in workbook.parts {
      #expect(!part.contains("TargetMode=\"External\""), "\(name)")
      #expect(!part.unicodeScalars.contains(where: Self.turns), "\(name)")
    }
    func kinds(_ names: [String]) -> Set<String> {
      Set(names.map { $0.filter { !$0.isNumber } })
    }
    let own = try Self.plain.get().workbook().partNames
    #expect(kinds(workbook.partNames).isSubset(of: kinds(own)))
  }

  @Test(arguments: HostileFolder.all)
  func `the text document has no element, field or link but our own`(_ hostile: HostileFolder)
    throws
  {
    let folder = try hostile.folder.get()
    let parts = try Parts(folder.bytes("report.docx"))
    let own = try Parts(Self.plain.get().bytes("report.docx"))
    // Breaks and tabs come from the texts.
    let names = Set(try own.body.all.map(\.name)).union(["br", "tab"])
    let body = try parts.body
    #expect(Set(body.all.map(\.name)).isSubset(of: names))
    let fields = Set(body.all("fldSimple").compactMap { $0.attributes["instr"] })
    #expect(fields == [" SEQ Bảng \\* ARABIC ", " SEQ Hình \\* ARABIC "])
    for (name, bytes) in parts.bytes where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      // What is not well-formed, or holds what XML cannot, cannot be read.
      _ = try parts.part(name)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("TargetMode=\"External\""), "\(name)")
      #expect(!text.unicodeScalars.contains(where: Self.turns), "\(name)")
    }
    let shown = body.shown
    for text in HostileSurveyFiles.texts.prefix(6) { #expect(shown.contains(text), "\(text)") }
  }

  @Test(arguments: HostileFolder.all)
  func `the printed pages have no link or action`(_ hostile: HostileFolder) throws {
    let folder = try hostile.folder.get()
    let bytes = try folder.bytes("report.pdf")
    #expect(bytes.starts(with: Array("%PDF-1.4".utf8)))
    let text = String(decoding: bytes, as: UTF8.self)
    for action in ["/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction", "/EmbeddedFile"] {
      #expect(!text.contains(action), "\(action)")
    }
  }

  @Test(arguments: HostileFolder.all)
  func `the results are JSON that gives the texts back as they were`(_ hostile: HostileFolder)
    throws
  {
    let folder = try hostile.folder.get()
    let json = try #require(try folder.json() as? [String: Any])
    let title = try #require(json["title"] as? [String: Any])
    #expect(title["vi"] as? String == HostileSurveyFiles.texts[hostile.start])
  }

  @Test(arguments: HostileFolder.all, Language.allCases)
  func `nothing in the terminal's text acts on a terminal`(
    _ hostile: HostileFolder, language: Language
  ) throws {
    let folder = try hostile.folder.get()
    let text = textReport(folder.run, options: TextReportOptions(language: language))
    #expect(
      !text.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || Self.turns($0)
      })
  }
}
