import SurveyModel

@testable import Storage

/// A survey with a field of every kind, and response files made to measure.
enum SampleSurvey {
  static let id = "gia-lai-2021"
  static let time = "2021-11-03T02:00:00Z"

  static let scale = CodeList(
    answers: (1...5).map { AnswerCode(code: "\($0)") },
    missing: [AnswerCode(code: "9", missing: .notApplicable)])
  /// More codes than fit a byte.
  static let communes = CodeList(answers: (1...300).map { AnswerCode(code: "X\($0)") })

  static let fields = [
    Field(id: "A1", kind: .coded(scale), isItem: true),
    Field(id: "commune", kind: .coded(communes)),
    Field(id: "duration", kind: .integer(minimum: 0, maximum: nil)),
    Field(id: "started", kind: .datetime),
    Field(id: "design_weight", kind: .number(minimum: 0, maximum: nil)),
    Field(id: "interview_date", kind: .date),
    Field(id: "comment", kind: .text),
    Field(id: "phone", kind: .text, isPersonal: true),
  ]

  static let definition = SurveyDefinition(
    id: id, year: 2021, title: LocalizedText(vi: "Khảo sát", en: "Survey"), questionnaire: "q.xml",
    responses: [], design: DesignDefinition(), file: "survey.xml")

  static func questionnaire(_ fields: [Field] = fields, version: String = "1") -> Questionnaire {
    Questionnaire(
      id: "q", version: version, title: LocalizedText(vi: "Phiếu"), fields: fields, factors: [],
      index: IndexMethod(
        id: "sipas", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
  }

  /// A store that knows the survey.
  static func store(in folder: TemporaryFolder) throws -> SurveyStore {
    let store = try SurveyStore(path: folder.file("sipas.sqlite"))
    try store.register(definition, questionnaire: questionnaire(), definitionSHA256: "d1")
    return store
  }

  /// `count` interviews that go through every value a column can hold: blank, not asked, extremes.
  static func table(count: Int, firstID: Int = 1) -> ResponseTable {
    var ids = InterviewIDs()
    for row in 0..<count { ids.append("PLK-\(firstID + row)".utf8) }
    let eight: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 255]
    let sixteen: [UInt16] = [0, 1, 255, 256, 300, 65535]
    let whole: [Int64] = [.min, 0, -1, 1, .max, 1_635_904_800]
    let numbers: [Double] = [.nan, 0, -2.5, 0.1, 1e300, .leastNonzeroMagnitude, 84.78]
    let days: [Int32] = [.min, -1, 0, 18934, .max]
    // A text that no interview uses is not worth a place in the store.
    let texts = count == 0 ? [] : ["", "Chờ lâu quá", "a\nb, \"c\"", "🏠", "a\0b"]
    return ResponseTable(
      ids: ids,
      columns: [
        .coded8((0..<count).map { eight[$0 % eight.count] }),
        .coded16((0..<count).map { sixteen[$0 % sixteen.count] }),
        .integers((0..<count).map { whole[$0 % whole.count] }),
        .integers((0..<count).map { whole[($0 + 1) % whole.count] }),
        .numbers((0..<count).map { numbers[$0 % numbers.count] }),
        .days((0..<count).map { days[$0 % days.count] }),
        .texts(
          TextColumn(positions: (0..<count).map { UInt32($0 % (texts.count + 1)) }, texts: texts)),
        .dropped(count: count),
      ])
  }

  static func file(
    _ table: ResponseTable, name: String = "responses/plk.csv", sha256: String = "aa",
    rejects: [RejectedRow] = [], findings: [Finding] = []
  ) -> ImportedFile {
    let rejected = rejects.count { $0.kind == .rejected }
    return ImportedFile(
      file: name, sha256: sha256, byteCount: 1234,
      dialect: FileDialect(
        encoding: "UTF-8", delimiter: ";", hasByteOrderMark: true, composedText: true),
      counts: ImportCounts(
        read: table.count + rejects.count, accepted: table.count, rejected: rejected,
        duplicate: rejects.count - rejected),
      table: table, rejects: rejects, findings: findings, isUsable: true)
  }
}

extension SurveyStore {
  @discardableResult
  func commit(_ file: ImportedFile, fields: [Field] = SampleSurvey.fields) throws -> BatchSummary {
    try commit(
      file, survey: SampleSurvey.id, fields: fields, importedAt: SampleSurvey.time, by: "lan")
  }

  func allResponses(_ fields: [Field] = SampleSurvey.fields) throws -> ResponseTable {
    try responses(survey: SampleSurvey.id, fields: fields)
  }
}

/// Equal values, NaN equal to NaN: compares the bits of numbers.
func isSame(_ left: ResponseTable, _ right: ResponseTable) -> Bool {
  left.ids == right.ids && left.columns.count == right.columns.count
    && zip(left.columns, right.columns).allSatisfy { isSame($0, $1) }
}

func isSame(_ left: ColumnValues, _ right: ColumnValues) -> Bool {
  if case .numbers(let left) = left, case .numbers(let right) = right {
    return left.map(\.bitPattern) == right.map(\.bitPattern)
  }
  return left == right
}
