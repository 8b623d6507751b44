import Storage
import SurveyModel
import Testing

struct StoreErrorTests {
  static let errors: [StoreError] = [
    .folderMissing(path: "s"), .cannotWrite(path: "s"), .cannotOpen(path: "s", reason: "r"),
    .notAStore(path: "s", .folder), .notAStore(path: "s", .notSQLite),
    .notAStore(path: "s", .otherDatabase), .newerVersion(path: "s", found: 9, known: 2),
    .locked(path: "s"), .diskFull(path: "s"), .corrupted(path: "s", detail: "d"),
    .inputOutput(path: "s", reason: "r"), .unknownSurvey(path: "s", survey: "x"),
    .changedMeanwhile(path: "s", survey: "x"),
    .figuresChangedMeanwhile(path: "s", plan: "p"),
    .alreadyImported(path: "s", batch: 1, file: "f", importedAt: "t"),
    .unknownBatch(path: "s", batch: 1), .alreadyUndone(path: "s", batch: 1, at: "t"),
    .codeNotInList(path: "s", field: "A1", code: "7", batch: 1, file: "f"),
    .kindChanged(path: "s", field: "A1", stored: "text", wanted: "date", batch: 1),
    .otherKey(path: "s"), .failed(path: "s", reason: "r"),
  ]

  @Test(arguments: errors)
  func `every error says in both languages what is wrong and what to do`(error: StoreError) {
    let finding = error.finding
    #expect(finding.place == SourceLocation(file: "s"))
    #expect(finding.severity == .error)
    for text in [finding.message, finding.remedy, finding.code.meaning] {
      #expect(text.vi?.isEmpty == false)
      #expect(text.en?.isEmpty == false)
      #expect(text.vi != text.en)
    }
    for text in [finding.found, finding.expected].compactMap({ $0 }) {
      #expect(text.all.count == 2)
    }
    #expect(StorageFindingCode.all.contains(finding.code))
  }

  @Test func `every code of the store belongs to an error, and stands once in the list`() {
    let used = Set(Self.errors.map(\.finding.code))
    #expect(used == Set(StorageFindingCode.all))
    #expect(Set(StorageFindingCode.all.map(\.id)).count == StorageFindingCode.all.count)
  }
}
