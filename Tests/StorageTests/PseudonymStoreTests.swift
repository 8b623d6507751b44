import Foundation
import SurveyModel
import Testing

@testable import Storage

/// Pseudonyms in the store: kept as texts, read only as pseudonyms, under one key.
struct PseudonymStoreTests {
  private static var fields: [Field] {
    SampleSurvey.fields.map { field in
      var field = field
      field.keepsPseudonym = field.id == "phone"
      return field
    }
  }
  private static var phone: Field { fields[7] }
  private static let one = "00112233445566778899aabbccddeeff"
  private static let two = "ffeeddccbbaa99887766554433221100"
  private static let column = ColumnValues.texts(
    TextColumn(positions: [1, 0, 2, 1], texts: [one, two]))

  private static func file(sha256: String = "aa", firstID: Int = 1) -> ImportedFile {
    var table = SampleSurvey.table(count: 4, firstID: firstID)
    table.columns[7] = column
    return SampleSurvey.file(table, name: sha256, sha256: sha256)
  }

  private static func fingerprint(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

  @discardableResult
  private static func commit(
    _ file: ImportedFile, key: UInt8, to store: SurveyStore
  ) throws -> BatchSummary {
    try store.commit(
      file, survey: SampleSurvey.id, fields: fields, importedAt: SampleSurvey.time, by: "lan",
      keyFingerprint: fingerprint(key))
  }

  @Test func `Pseudonyms come back as they went in, and never as answers`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try Self.commit(Self.file(), key: 1, to: store)
    #expect(try store.column(survey: SampleSurvey.id, field: Self.phone) == Self.column)
    var open = Self.phone
    open.isPersonal = false
    let blank = ColumnValues.texts(TextColumn(positions: [0, 0, 0, 0]))
    #expect(try store.column(survey: SampleSurvey.id, field: open) == blank)
    // The survey keeps none any more.
    #expect(
      try store.column(survey: SampleSurvey.id, field: SampleSurvey.fields[7])
        == .dropped(count: 4))
  }

  @Test func `A clear text of earlier batches is never given out as a pseudonym`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    var comment = SampleSurvey.fields[6]
    (comment.isPersonal, comment.keepsPseudonym) = (true, true)
    #expect(
      try store.column(survey: SampleSurvey.id, field: comment)
        == .texts(TextColumn(positions: [0, 0, 0, 0])))
  }

  @Test func `Another key is refused until the last batch with pseudonyms is undone`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try store.check(keyFingerprint: Self.fingerprint(1))
    let batch = try Self.commit(Self.file(), key: 1, to: store)
    try store.check(keyFingerprint: Self.fingerprint(1))
    let refusal = StoreError.otherKey(path: store.path)
    #expect(throws: refusal) { try store.check(keyFingerprint: Self.fingerprint(2)) }
    let second = Self.file(sha256: "bb", firstID: 100)
    // Also where the key was checked before another program stored its first batch.
    #expect(throws: refusal) { try Self.commit(second, key: 2, to: store) }
    #expect(try store.batches().count == 1)
    try Self.commit(second, key: 1, to: store)
    for number in [batch.id, batch.id + 1] {
      _ = try store.undo(batch: number, at: SampleSurvey.time, by: "lan")
    }
    try store.check(keyFingerprint: Self.fingerprint(2))
    try Self.commit(Self.file(sha256: "cc"), key: 2, to: store)
    #expect(throws: refusal) { try store.check(keyFingerprint: Self.fingerprint(1)) }
  }

  @Test func `Erasing a person takes the pseudonym along`() throws {
    let folder = try TemporaryFolder()
    let store = try SampleSurvey.store(in: folder)
    try Self.commit(Self.file(), key: 1, to: store)
    let content = try store.erase(
      [InterviewToErase(id: "PLK-3", digest: [UInt8](repeating: 9, count: 32))],
      decision: Decision(
        survey: SampleSurvey.id, kind: .erasure, at: SampleSurvey.time, by: "lan",
        reason: "Yêu cầu của chủ thể dữ liệu", interviewCount: 1),
      ifGeneration: try store.generation(survey: SampleSurvey.id))
    #expect(content.texts.contains(Self.two))
    guard case .texts(let left) = try store.column(survey: SampleSurvey.id, field: Self.phone)
    else {
      Issue.record("pseudonyms are texts")
      return
    }
    #expect((0..<3).map { left.text(at: $0) } == [Self.one, nil, Self.one])
    #expect(try store.searchTraces(of: content.texts).traces == 0)
    try store.close()
    let bytes = try folder.allBytes()
    #expect(bytes.range(of: Data(Self.two.utf8)) == nil)
    #expect(bytes.range(of: Data(Self.one.utf8)) != nil)
  }
}
