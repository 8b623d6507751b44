import Foundation
import SurveyModel
import Testing

@testable import Export

private func text(_ name: String, _ export: AnalysisExport = tinyAnalysis()) -> String {
  exportFiles(export).first { $0.name == name }
    .map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
}

@Test func theTablesOfATinySurveyAreTheGoldenOnes() throws {
  let programs = Set(checkPrograms().map(\.name))
  for file in exportFiles(tinyAnalysis()) where !programs.contains(file.name) {
    try expectGolden(file.bytes, file.name)
  }
}

@Test func nothingThatNamesAPersonIsExported() {
  for file in exportFiles(tinyAnalysis(includesSuppressed: true)) {
    let content = String(decoding: file.bytes, as: UTF8.self)
    #expect(!content.contains("SECRET"), "\(file.name)")
    #expect(!content.contains("mobile"), "\(file.name)")
    #expect(!content.contains("comment,"), "\(file.name)")
  }
}

@Test func programsHoldNoByteOfTheSurvey() {
  let programs = checkPrograms().map { String(decoding: $0.bytes, as: UTF8.self) }
  #expect(programs.count == 5)
  for program in programs {
    #expect(!program.isEmpty)
    #expect(!program.contains("Đak Pơ") && !program.contains("system(\"x\")"))
    #expect(program.utf8.allSatisfy { $0 != 13 && $0 != 0 })
  }
}

@Test func hostileCodesStandInQuotedCellsAsTheyAre() {
  let rows = text("interviews.csv").split(separator: "\n")
  #expect(rows.count == 9)
  // The quotation marks are doubled and the cell is quoted, so that it is one cell.
  #expect(rows[1].contains(",\"'\"\"; system(\"\"x\"\")\","))
  // A code that looks like a formula is a code: no apostrophe is put before it.
  #expect(rows[4].contains(",=1+1,"))
  #expect(rows[3].contains(",01,"))
}

@Test func notAskedIsKeptApartFromMissingAndFromEveryCode() {
  // A code of the survey reads `not-asked`, so the mark of a question not asked must not.
  #expect(text("settings.csv").contains("\nnot_asked,~not-asked\n"))
  let rows = text("interviews.csv").split(separator: "\n").map(String.init)
  #expect(rows[5].hasSuffix(",~not-asked,2"))
  #expect(rows[3].hasSuffix(",9,2"))
  #expect(rows[4].hasSuffix(",,1"))
}

@Test func suppressedFiguresKeepTheirNumbersOnlyOnRequest() {
  #expect(!text("expected.csv").contains("12.345"))
  #expect(text("expected.csv").contains("suppressed"))
  #expect(text("expected.csv", tinyAnalysis(includesSuppressed: true)).contains("12.345"))
}

@Test func numbersReadBackAsTheSameDoubles() {
  #expect(text("expected.csv").contains(",66.66666666666667,0.30000000000000004,50,80,"))
}

@Test func theFolderIsWrittenTwiceWithTheSameBytes() throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "sipas-export-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let first = try exportAnalysis(tinyAnalysis(), to: folder.path)
  let before = try first.map { try Data(contentsOf: URL(filePath: $0)) }
  let second = try exportAnalysis(tinyAnalysis(), to: folder.path)
  #expect(first == second)
  #expect(try second.map { try Data(contentsOf: URL(filePath: $0)) } == before)
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(names == exportFiles(tinyAnalysis()).map(\.name).sorted())
}

@Test func aFolderThatCannotBeMadeIsAnErrorWithItsPath() {
  #expect(throws: ExportError.self) { try exportAnalysis(tinyAnalysis(), to: "/dev/null/x") }
}
