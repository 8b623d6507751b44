import Foundation
import GRDB
import SurveyModel
import Testing

@testable import Storage

struct ErasureTests {
  private static let text = "Nhà tôi ở cạnh chợ, ai cũng biết"

  private static func digest(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }

  private static func decision(_ count: Int) -> Decision {
    Decision(
      survey: SampleSurvey.id, kind: .erasure, at: DecisionTests.time, by: "lan",
      reason: "Yêu cầu của chủ thể dữ liệu", interviewCount: count)
  }

  @discardableResult
  private static func erase(_ ids: [String], from store: SurveyStore) throws -> ErasedContent {
    try store.erase(
      ids.enumerated().map { InterviewToErase(id: $1, digest: digest(UInt8($0 + 1))) },
      decision: decision(ids.count), ifGeneration: try store.generation(survey: SampleSurvey.id))
  }

  /// The table without some rows, by the plainest code there is.
  private static func without(_ rows: Set<Int>, _ table: ResponseTable) -> ResponseTable {
    let kept = (0..<table.count).filter { !rows.contains($0) }
    var ids = InterviewIDs()
    for row in kept { ids.append(table.ids[row].utf8) }
    let columns = table.columns.map { column -> ColumnValues in
      switch column {
      case .coded8(let values): .coded8(kept.map { values[$0] })
      case .coded16(let values): .coded16(kept.map { values[$0] })
      case .integers(let values): .integers(kept.map { values[$0] })
      case .numbers(let values): .numbers(kept.map { values[$0] })
      case .days(let values): .days(kept.map { values[$0] })
      case .texts(let column):
        .texts(TextColumn(positions: kept.map { column.positions[$0] }, texts: column.texts))
      case .dropped: .dropped(count: kept.count)
      }
    }
    return ResponseTable(ids: ids, columns: columns)
  }

  private static func texts(_ table: ResponseTable) -> [String?] {
    guard case .texts(let column) = table.columns[6] else { return [] }
    return (0..<table.count).map { column.text(at: $0) }
  }

  @Test(arguments: [3, 65_536, 70_000])
  func `an erased row leaves every column, and the others keep their answers`(count: Int) throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    let table = SampleSurvey.table(count: count)
    try store.commit(SampleSurvey.file(table))
    try Self.erase(["PLK-1", "PLK-\(count)"], from: store)
    let left = try store.allResponses()
    let expected = Self.without([0, count - 1], table)
    #expect(left.ids == expected.ids)
    for column in [0, 1, 2, 3, 4, 5, 7] {
      #expect(isSame(left.columns[column], expected.columns[column]), "column \(column)")
    }
    #expect(Self.texts(left) == Self.texts(expected))
    let counts = try #require(try store.batches().first).counts
    #expect(
      counts
        == ImportCounts(read: count, accepted: count - 2, rejected: 0, duplicate: 0, erased: 2))
  }

  @Test func `a batch of one is empty afterwards, and can be read and undone`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 1)))
    try Self.erase(["PLK-1"], from: store)
    #expect(try store.allResponses().count == 0)
    _ = try store.undo(batch: 1, at: DecisionTests.time, by: "lan")
    #expect(try store.allResponses().count == 0)
  }

  /// 40 interviews, the fifth with a text of its own, a rejected row of the same person, and
  /// decisions that name it.
  private func storeWithTraces(in folder: TemporaryFolder) throws -> SurveyStore {
    let store = try SampleSurvey.store(in: folder)
    var table = SampleSurvey.table(count: 40, firstID: 10_000)
    guard case .texts(var column) = table.columns[6] else { return store }
    column.texts.append(Self.text)
    column.positions[4] = UInt32(column.texts.count)
    table.columns[6] = .texts(column)
    let code = FindingCode("ingest.interview.conflict", .error, vi: "x", en: "x")
    let reject = RejectedRow(
      kind: .rejected, line: 7, interviewID: "PLK-10004",
      findings: [
        Finding(
          code, at: nil, message: LocalizedText(vi: "mã phiếu “PLK-10004” đã có"),
          remedy: LocalizedText(vi: "đối chiếu"))
      ], rawText: "PLK-10004;2;4;0905;\(Self.text)")
    let unreadable = RejectedRow(
      kind: .rejected, line: 9, interviewID: nil, findings: [], rawText: "x;\"PLK-10004\";7")
    let other = RejectedRow(
      kind: .duplicate, line: 8, interviewID: "PLK-100041", findings: [],
      rawText: "PLK-100041;2;4")
    try store.commit(SampleSurvey.file(table, rejects: [reject, other, unreadable]))
    var exclusion = DecisionTests.exclusion(["PLK-10004", "PLK-10005"])
    exclusion.reason = "PLK-10004 và PLK-100041 giống nhau"
    _ = try store.record(exclusion, ifGeneration: try store.generation(survey: SampleSurvey.id))
    var correction = DecisionTests.correction
    for index in correction.corrections.indices {
      correction.corrections[index].interview = "PLK-10004"
      correction.corrections[index].new = .value("Câu mới của người này")
    }
    _ = try store.record(correction, ifGeneration: try store.generation(survey: SampleSurvey.id))
    try store.appendAudit(
      AuditEntry(
        at: DecisionTests.time, by: "lan", action: "note", survey: SampleSurvey.id,
        note: LocalizedText(vi: "xem PLK-10004", en: "see PLK-10004")))
    return store
  }

  @Test func `no byte of the person is left in any file of the store`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTraces(in: folder)
    let before = try folder.allBytes()
    let wanted = ["PLK-10004", Self.text, "Câu mới của người này", "Phiếu giấy bỏ trống"]
    for text in wanted { #expect(before.range(of: Data(text.utf8)) != nil, "\(text)") }

    #expect(try store.erasureKey().count == 32)
    let erased = try Self.erase(["PLK-10004"], from: store)
    #expect(erased.texts == [Self.text])
    #expect(erased.sources.map(\.lines) == [[7, 9]])
    #expect(erased.sources.map(\.rows) == [3])
    let search = try store.searchTraces(of: ["PLK-10004"] + erased.texts)
    #expect(search.traces == 0)
    // The longer id stands in its reject twice and in the reason of the exclusion.
    #expect(search.partsOfOthers == 3)
    let folderBytes = try folder.allBytes()
    #expect(search.bytes == folderBytes.count)
    for text in wanted.dropFirst() { #expect(folderBytes.range(of: Data(text.utf8)) == nil) }
    let rest = String(decoding: folderBytes, as: UTF8.self)
      .replacingOccurrences(of: "PLK-100041", with: "")
    #expect(!rest.contains("PLK-10004"))

    let decisions = try store.decisions()
    #expect(decisions.map(\.kind) == [.exclusion, .correction, .erasure])
    #expect(decisions[0].interviews == ["PLK-10005"])
    #expect(decisions[0].reason == "[đã xóa] và PLK-100041 giống nhau")
    #expect(decisions[1].corrections.isEmpty && decisions[1].interviewCount == 1)
    #expect(
      try store.batches()[0].counts
        == ImportCounts(read: 43, accepted: 39, rejected: 0, duplicate: 1, erased: 3))
    #expect(try store.audit().map(\.note.vi).contains("xem [đã xóa]"))
    #expect(try store.erasedDigests(survey: SampleSurvey.id)?.digests == [Self.digest(1)])
  }

  @Test func `the search finds what was not erased`() throws {
    let folder = try TemporaryFolder()
    let store = try storeWithTraces(in: folder)
    let stored = try store.searchTraces(of: [Self.text, "12", "PLK-99999"])
    #expect(stored.partsOfOthers > 0)
    #expect((stored.wanted, stored.tooShort) == (3, 1))
    // Bytes that belong to no table: a trace.
    try store.settle()
    let file = try #require(FileHandle(forWritingAtPath: folder.file("sipas.sqlite")))
    try file.seekToEnd()
    try file.write(contentsOf: Data("PLK-99999".utf8))
    try file.close()
    #expect(try store.searchTraces(of: ["PLK-99999"]).traces == 1)
  }

  @Test func `a piece boundary hides nothing from the search`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("large")
    var bytes = [UInt8](repeating: 65, count: 9 << 20)
    let needle = Array("PLK-10004".utf8)
    // About the pieces of 4 MiB, and at both ends.
    let starts = [0, (4 << 20) - 4, (4 << 20) + 9, (8 << 20) - 1, bytes.count - needle.count]
    for start in starts { bytes.replaceSubrange(start..<(start + needle.count), with: needle) }
    try Data(bytes).write(to: URL(filePath: path))
    var counts = [0, 0]
    let search = NeedleSearch([needle, Array("không có".utf8)])
    #expect(try search.count(inFile: path, into: &counts) == bytes.count)
    #expect(counts == [starts.count, 0])
  }

  @Test func `names are taken out of sentences as whole words only`() {
    #expect(
      withoutNames(["12"], in: "Phiếu 12, 123 và (12)") == "Phiếu [đã xóa], 123 và ([đã xóa])")
    #expect(withoutNames(["A-1"], in: "A-1") == "[đã xóa]")
    #expect(withoutNames(["A-1"], in: "A-12 BA-1") == "A-12 BA-1")
    #expect(withoutNames([""], in: "x") == "x")
  }
}
