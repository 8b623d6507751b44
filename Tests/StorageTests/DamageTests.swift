import Foundation
import SurveyModel
import Testing

@testable import Storage

struct DamageTests {
  /// A generator with a seed: a failure can be played again.
  private struct Numbers {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      // Knuth, The Art of Computer Programming 2, 3.3.4, table 1, line 26 (MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  @Test func `damaged bytes anywhere in a store never end the program`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sipas.sqlite")
    let store = try SampleSurvey.store(in: folder)
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 40), rejects: RejectTests.rows))
    try store.commit(
      SampleSurvey.file(SampleSurvey.table(count: 40, firstID: 90), sha256: "bb"))
    try store.close()
    let sound = try Data(contentsOf: URL(filePath: path))
    let places = sound.indices.filter { sound[$0] != 0 }
    var noticed = 0
    for seed in 0..<150 {
      var numbers = Numbers(state: UInt64(seed))
      var bytes = sound
      for _ in 0..<3 {
        bytes[places[numbers.next(below: places.count)]] = UInt8(numbers.next(below: 256))
      }
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      try bytes.write(to: URL(filePath: path))
      do throws(StoreError) {
        try useEverything(SurveyStore(path: path))
      } catch {
        noticed += 1
        #expect(error.finding.remedy.all.count == 2, "seed \(seed)")
      }
    }
    // Many changes fall on texts that no reader checks; some must not pass.
    #expect(noticed > 10)
  }

  private func useEverything(_ store: SurveyStore) throws(StoreError) {
    _ = try store.batches()
    _ = try store.responses(survey: SampleSurvey.id, fields: SampleSurvey.fields)
    _ = try store.rejects(survey: SampleSurvey.id)
    _ = try store.audit()
    _ = try store.undo(batch: 1, at: "t", by: "lan")
  }
}
