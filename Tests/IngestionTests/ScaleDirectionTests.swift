import Foundation
import Numerics
import SurveyModel
import Testing

@testable import Ingestion

/// Synthetic answers on a scale of five: people differ in how satisfied they are, items in how well
/// they are liked, and the districts of one province find much the same things good and bad.
struct SyntheticAnswers {
  var people = 300
  var items = 20
  /// Share of an answer's variance that is the person's own satisfaction: correlation of two items.
  var common = 0.3
  /// Standard deviation of the items' levels, in points of the latent scale.
  var spread = 0.4
  /// How much a district's own order of the items differs from the province's.
  var ownOrder = 0.2
  /// Latent level: 1 is a mean of about 4 on 1 to 5.
  var level = 1.0
  /// Items written the other way round.
  var reversed: Set<Int> = []
  /// Province; its items' levels are the same for every file.
  var province: UInt64 = 1
  var seed: UInt64

  var fields: [Field] {
    (0..<items).map {
      Field(id: "I\($0)", kind: .coded(TinySurvey.scale), isItem: true)
    }
  }

  /// One row per person; nothing is blank but one answer in fifty, which is "not applicable".
  func table() -> ResponseTable {
    var order = SplitMix64(seed: province &* 7919)
    var random = SplitMix64(seed: seed)
    let levels = (0..<items).map { _ in
      level + spread * order.normal() + ownOrder * random.normal()
    }
    var columns = [[UInt8]](repeating: [], count: items)
    for _ in 0..<people {
      let person = random.normal()
      for item in 0..<items {
        let latent =
          levels[item] + common.squareRoot() * person + (1 - common).squareRoot() * random.normal()
        // Cuts one apart around the middle.
        let code = min(5, max(1, Int((latent + 3.5).rounded(.down))))
        let missing = random.uniform() < 0.02
        columns[item].append(missing ? 6 : UInt8(reversed.contains(item) ? 6 - code : code))
      }
    }
    var ids = InterviewIDs()
    for person in 0..<people { ids.append("\(person)".utf8) }
    return ResponseTable(ids: ids, columns: columns.map { .coded8($0) })
  }

  func sampled() -> SampledItems { SampledItems(table(), fields: fields) { _ in true } }
}

struct ScaleDirectionTests {
  /// Seeds for each kind of file; `SIPAS_SEEDS=200 swift test --filter ScaleDirection` tries more.
  static let seeds =
    ProcessInfo.processInfo.environment["SIPAS_SEEDS"].flatMap { UInt64($0) } ?? 6

  @Test(arguments: [30, 100, 1000], [4, 8, 25])
  func `honest files raise no alarm about an item`(people: Int, items: Int) {
    var alarms = 0
    for seed in 0..<Self.seeds {
      for (common, level) in [(0.0, 1.0), (0.1, 1.0), (0.3, 1.0), (0.5, -1.5), (0.3, 3.0)] {
        let file = SyntheticAnswers(
          people: people, items: items, common: common, level: level,
          seed: seed &* 1009 &+ UInt64(people + items))
        if !reversedItems(file.sampled()).isEmpty { alarms += 1 }
      }
    }
    #expect(alarms == 0)
  }

  @Test(arguments: [[3], [0, 7], [1, 2, 3, 4, 5]])
  func `items written the other way round are told, and no others`(reversed: [Int]) {
    for seed in 0..<Self.seeds {
      let file = SyntheticAnswers(
        people: 400, items: 20, common: 0.4, reversed: Set(reversed), seed: seed)
      #expect(reversedItems(file.sampled()).map(\.field) == reversed)
    }
  }

  @Test func `half of the items against the other half is no reversed item`() {
    let file = SyntheticAnswers(
      people: 1000, items: 10, common: 0.5, reversed: Set(0..<5), seed: 1)
    #expect(reversedItems(file.sampled()).isEmpty)
  }

  @Test(arguments: [30, 100, 1000])
  func `honest districts raise no alarm about the file, however dissatisfied`(people: Int) {
    var alarms = 0
    for seed in 0..<Self.seeds {
      let province = SyntheticAnswers(people: 1000, province: seed, seed: seed &+ 5_000_000)
      for level in [1.0, 0.0, -1.0, -2.0] {
        let district = SyntheticAnswers(
          people: people, level: level, province: seed, seed: seed &* 31 &+ UInt64(people))
        if reversedFile(district.sampled(), against: [province.sampled()]) != nil { alarms += 1 }
      }
    }
    #expect(alarms == 0)
  }

  @Test(arguments: [30, 100, 1000])
  func `a file written the other way round is told`(people: Int) {
    for seed in 0..<Self.seeds {
      let province = SyntheticAnswers(people: 1000, province: seed, seed: seed &+ 5_000_000)
      let file = SyntheticAnswers(
        people: people, reversed: Set(0..<20), province: seed,
        seed: seed &* 31 &+ UInt64(people))
      let told = reversedFile(file.sampled(), against: [province.sampled()])
      #expect(told?.fields.count == 20)
      #expect((told?.pattern ?? 1) < 0)
    }
  }

  @Test func `a file near the middle of the scale is told by the order of its items`() {
    for seed in 0..<Self.seeds {
      let province = SyntheticAnswers(
        people: 1000, items: 40, level: 0.1, province: seed, seed: seed &+ 5_000_000)
      let file = SyntheticAnswers(
        people: 300, items: 40, level: 0.1, reversed: Set(0..<40), province: seed,
        seed: seed &+ 77)
      #expect(reversedFile(file.sampled(), against: [province.sampled()]) != nil)
    }
  }

  @Test func `numbers of a reversed file are those of its answers`() throws {
    // Twelve of ten answers 1, eight of them 2: mean 1.4, that is 10 of 100; mirrored 90.
    let fields = SyntheticAnswers(items: 3, seed: 0).fields
    func table(_ codes: [UInt8]) -> ResponseTable {
      var ids = InterviewIDs()
      for row in codes.indices { ids.append("\(row)".utf8) }
      return ResponseTable(ids: ids, columns: (0..<3).map { _ in .coded8(codes) })
    }
    let file = SampledItems(
      table([UInt8](repeating: 1, count: 12) + [UInt8](repeating: 2, count: 8)), fields: fields
    ) { _ in true }
    let others = SampledItems(table([UInt8](repeating: 5, count: 60)), fields: fields) { _ in true }
    let told = try #require(reversedFile(file, against: [others]))
    #expect(abs(told.mean - 10) < 1e-9 && abs(told.mirroredMean - 90) < 1e-9)
    #expect(told.otherMean == 100 && told.pattern == nil)
  }

  // MARK: As a user meets it

  private func text(_ answers: SyntheticAnswers, prefix: String) -> String {
    let table = answers.table()
    var text = "interview_id," + answers.fields.map(\.id).joined(separator: ",") + "\n"
    for row in 0..<table.count {
      text += "\(prefix)-\(row)"
      for column in table.columns {
        guard case .coded8(let values) = column else { continue }
        text += ",\(values[row] == 6 ? 9 : values[row])"
      }
      text += "\n"
    }
    return text
  }

  @Test func `a reversed item refuses the file with its numbers and both ways out`() throws {
    let answers = SyntheticAnswers(people: 400, common: 0.4, reversed: [3], seed: 1)
    let imported = try importText(text(answers, prefix: "R"), fields: answers.fields)
    #expect(!imported.isUsable && imported.counts.accepted == 0)
    let finding = try #require(imported.findings.last)
    #expect(finding.code.id == "ingest.scale.reversed" && finding.subject == "I3")
    #expect(finding.found?.vi?.hasPrefix("I3: tương quan −0,") == true)
    #expect(finding.found?.en?.hasPrefix("I3: correlation −0.") == true)
    for direction in ["reversed", "declared"] {
      let element =
        "<scale-direction items=\"I3\" as=\"\(direction)\" file=\"responses.csv\"/>"
      #expect(finding.remedy.vi?.contains(element) == true)
      #expect(finding.remedy.en?.contains(element) == true)
    }
  }

  @Test func `a confirmed direction is applied, recorded, and not asked again`() throws {
    let answers = SyntheticAnswers(people: 400, common: 0.4, reversed: [3], seed: 1)
    let text = text(answers, prefix: "R")
    func read(_ isReversed: Bool) throws -> ImportedFile {
      try importText(
        text,
        fields: answers.fields,
        mapping: ResponseMapping(directions: [
          ResponseMapping.Direction(items: ["I3"], isReversed: isReversed)
        ]))
    }
    let mirrored = try read(true)
    #expect(mirrored.findings.map(\.code.id) == ["ingest.scale.mirrored"])
    #expect(mirrored.findings.first?.found?.vi == "I3")
    var straight = answers
    straight.reversed = []
    #expect(mirrored.table.columns == straight.table().columns)
    let declared = try read(false)
    #expect(declared.findings == [])
    #expect(declared.table.columns == answers.table().columns)
  }

  @Test func `a reversed file is refused beside the files before it`() throws {
    let first = SyntheticAnswers(people: 300, seed: 1)
    let second = SyntheticAnswers(people: 200, reversed: Set(0..<20), seed: 2)
    var known = InterviewIndex()
    let honest = try importBytes(
      Array(text(first, prefix: "A").utf8), fields: first.fields, known: &known)
    #expect(honest.counts.accepted == 300)
    let bytes = Array(text(second, prefix: "B").utf8)
    let refused = try importBytes(bytes, fields: first.fields, known: &known, file: "b.csv")
    #expect(!refused.isUsable && known.count == 300)
    let finding = try #require(refused.findings.last)
    #expect(finding.code.id == "ingest.scale.reversed")
    #expect(
      finding.remedy.vi?.contains(
        "<scale-direction items=\"all\" as=\"reversed\" file=\"b.csv\"/>") == true)
    let confirmed = try importBytes(
      bytes, fields: first.fields,
      mapping: ResponseMapping(directions: [
        ResponseMapping.Direction(items: nil, isReversed: true)
      ]), known: &known, file: "b.csv")
    #expect(confirmed.counts.accepted == 200)
    var straight = second
    straight.reversed = []
    #expect(confirmed.table.columns == straight.table().columns)
  }

  // MARK: Code and label in one cell

  @Test func `a code with its label is read, one that contradicts is rejected`() throws {
    let imported = try importText(
      """
      interview_id,district,A1,A2,E1
      R-1,PLK,5 - Rất hài lòng,4. Hài lòng,
      R-2,PLK,5 - Rất không hài lòng,"(2) Không hài lòng",
      R-3,PLK,9: Không áp dụng,3=Hài lòng,
      """)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 1, rejected: 2))
    #expect(imported.table.columns[9] == .coded8([5]))
    let faults = imported.rejects.flatMap(\.findings)
    #expect(
      faults.map(\.code.id)
        == Array(repeating: "ingest.value.code-contradicts-label", count: 2))
    #expect(faults[0].expected?.vi == "5 Rất hài lòng hoặc 1 Rất không hài lòng")
    #expect(
      faults[0].remedy.vi?.contains("<scale-direction items=\"A1\" as=\"reversed\"/>") == true)
    // 3 and 4 are no mirror of each other.
    #expect(faults[1].remedy.vi == "đối chiếu phiếu gốc và sửa trong tệp")
  }

  @Test func `in a file declared reversed a label beside a mirrored code is believed`() throws {
    let imported = try importText(
      "interview_id,district,A1,A2,E1\nR-1,PLK,5 - Rất không hài lòng,4,9\n",
      mapping: ResponseMapping(directions: [
        ResponseMapping.Direction(items: nil, isReversed: true)
      ]))
    #expect(imported.counts.accepted == 1)
    #expect(imported.table.columns[9...10] == [.coded8([1]), .coded8([2])])
  }
}
