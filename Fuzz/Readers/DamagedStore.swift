import Foundation
import Storage
import SurveyModel

extension FuzzedReader {
  /// A store with some bytes changed, used for everything a store is for.
  ///
  /// The input is a list of changes, five bytes each: the place, a little-endian number counted over
  /// the bytes that are not 0, and the new byte. A last incomplete one cuts the file off.
  static let store = FuzzedReader("store") { bytes in
    guard let sound = soundStore else { return ["no sound store could be made"] }
    var damaged = sound.bytes
    for start in stride(from: 0, to: bytes.count, by: 5) {
      let change = bytes[start..<min(bytes.count, start + 5)]
      let number = change.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      if change.count == 5 {
        damaged[sound.places[number % sound.places.count]] = change[start + 4]
      } else {
        damaged.removeLast(number % damaged.count)
      }
    }
    return opened(damaged)
  }

  private static func opened(_ bytes: [UInt8]) -> [String] {
    guard let folder = try? ScratchFolder() else { return ["no folder to work in"] }
    guard (try? Data(bytes).write(to: URL(filePath: folder.store))) != nil else {
      return ["no file to work on"]
    }
    do throws(StoreError) {
      let store = try SurveyStore(path: folder.store)
      _ = try store.batches()
      let table = try store.responses(survey: definition.id, fields: FuzzSurvey.fields)
      _ = try store.rejects(survey: definition.id)
      _ = try store.fileFindings(survey: definition.id)
      _ = try store.weights(survey: definition.id)
      _ = try store.estimates(survey: definition.id)
      _ = try store.analysis(survey: definition.id)
      _ = try store.audit()
      _ = try store.undo(batch: 1, at: "2021-11-03T02:00:00Z", by: "lan")
      return table.columns.allSatisfy { $0.count == table.count }
        ? [] : ["columns of the same length"]
    } catch {
      return faults(of: [error.finding])
    }
  }

  private static let definition = SurveyDefinition(
    id: "fuzzed", year: 2021, title: LocalizedText(vi: "Khảo sát", en: "Survey"),
    questionnaire: "q.xml", responses: [], design: DesignDefinition(), file: "survey.xml")

  /// A store with two batches, made once, and the places of its bytes that are not 0.
  private static let soundStore: (bytes: [UInt8], places: [Int])? = {
    guard let folder = try? ScratchFolder() else { return nil }
    do {
      let store = try SurveyStore(path: folder.store)
      let questionnaire = Questionnaire(
        id: "q", version: "1", title: LocalizedText(vi: "Phiếu"), fields: FuzzSurvey.fields,
        factors: [],
        index: IndexMethod(
          id: "sipas", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
      try store.register(definition, questionnaire: questionnaire, definitionSHA256: "d1")
      for number in 0..<2 {
        _ = try store.commit(
          batch(number), survey: definition.id, fields: FuzzSurvey.fields,
          importedAt: "2021-11-03T02:00:00Z", by: "lan")
      }
      try store.close()
      let bytes = Array(try Data(contentsOf: URL(filePath: folder.store)))
      return (bytes, bytes.indices.filter { bytes[$0] != 0 })
    } catch {
      return nil
    }
  }()

  private static func batch(_ number: Int) -> ImportedFile {
    let count = 20
    var ids = InterviewIDs()
    for row in 0..<count { ids.append("R-\(number)-\(row)".utf8) }
    let columns: [ColumnValues] = FuzzSurvey.fields.map { field in
      if field.isPersonal { return .dropped(count: count) }
      switch field.kind {
      case .coded: return .coded8((0..<count).map { UInt8($0 % 2 + 1) })
      case .integer, .datetime: return .integers((0..<count).map { Int64($0) })
      case .number: return .numbers((0..<count).map { Double($0) / 4 })
      case .date: return .days((0..<count).map { Int32(18_900 + $0) })
      case .text:
        return .texts(
          TextColumn(
            positions: (0..<count).map { UInt32($0 % 3) }, texts: ["Chờ lâu", "Thiếu ghế"]))
      }
    }
    return ImportedFile(
      file: "responses/\(number).csv", sha256: "sha\(number)", byteCount: 100,
      dialect: FileDialect(encoding: "UTF-8", delimiter: "comma", hasByteOrderMark: false),
      counts: ImportCounts(read: count, accepted: count),
      table: ResponseTable(ids: ids, columns: columns), rejects: [], findings: [], isUsable: true)
  }
}
