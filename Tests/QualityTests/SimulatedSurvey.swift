import Numerics
import Quality
import Simulation
import SurveyModel

/// A synthetic survey of the SIPAS kind: 22 items in five factors, communes in districts, one
/// interviewer for each half of a commune's interviews.
struct SimulatedSurvey {
  let questionnaire: Questionnaire
  var table: ResponseTable
  var rules = QualityDefinition()

  static let communesPerDistrict = 5
  static let scale = CodeList(
    answers: (1...5).map {
      AnswerCode(code: "\($0)", isSatisfied: $0 >= 4, score: Double($0))
    }, missing: [AnswerCode(code: "9", missing: .dontKnow)])

  init(interviews: Int, districts: Int, seed: UInt64) {
    let districtCodes = (1...districts).map { AnswerCode(code: "D\($0)") }
    let communeCodes = districtCodes.flatMap { district in
      (1...Self.communesPerDistrict).map {
        AnswerCode(code: "\(district.code)C\($0)", parent: district.code)
      }
    }
    var fields = [
      Field(id: "interview_id", kind: .text, isRequired: true),
      Field(id: "district", kind: .coded(CodeList(answers: districtCodes))),
      Field(id: "commune", kind: .coded(CodeList(answers: communeCodes))),
      Field(
        id: "interviewer",
        kind: .coded(
          CodeList(
            answers: communeCodes.flatMap {
              [AnswerCode(code: $0.code + "a"), AnswerCode(code: $0.code + "b")]
            }))),
      Field(id: "duration_seconds", kind: .integer(minimum: 0, maximum: nil), unit: "s"),
      Field(
        id: "FB", kind: .coded(CodeList(answers: [AnswerCode(code: "0"), AnswerCode(code: "1")]))),
    ]
    var factors: [Factor] = []
    for (name, count) in [("A", 4), ("P", 5), ("O", 6), ("R", 3), ("F", 4)] {
      let items = (1...count).map { "\(name)\($0)" }
      factors.append(Factor(id: name, label: LocalizedText(vi: name), items: items))
      fields += items.map {
        Field(
          id: $0, kind: .coded(Self.scale), isItem: true,
          askedWhen: name == "F" ? .compare(field: "FB", .equal, literal: "1") : nil)
      }
    }
    questionnaire = Questionnaire(
      id: "synthetic", version: "1", title: LocalizedText(vi: "Mô phỏng"), fields: fields,
      factors: factors,
      index: IndexMethod(
        id: "sipas", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
    let survey = SurveyDefinition(
      id: "synthetic", year: 2021, title: LocalizedText(vi: "Mô phỏng"), questionnaire: "q.xml",
      responses: [], design: DesignDefinition(strata: ["district"], clusters: ["commune"]),
      file: "s.xml")
    let simulated = simulateInterviews(
      SimulationSettings(
        survey: survey, questionnaire: questionnaire, plan: nil, margins: [],
        interviews: interviews, seed: seed))
    var rows = simulated.rows
    for number in rows.indices {
      // Two interviewers share each commune.
      rows[number][3] = rows[number][2] + (number % 2 == 0 ? "a" : "b")
    }
    var ids = InterviewIDs()
    for row in rows { ids.append(row[0].utf8) }
    let columns = fields.enumerated().map { number, field in
      Self.column(field, cells: rows.map { $0[number] }, feedback: rows.map { $0[5] })
    }
    table = ResponseTable(ids: ids, columns: columns)
  }

  private static func column(
    _ field: Field, cells: [String], feedback: [String]
  ) -> ColumnValues {
    switch field.kind {
    case .coded(let list):
      var positions: [String: Int] = [:]
      for (index, code) in list.codes.enumerated() { positions[code.code] = index + 1 }
      let values = zip(cells, feedback).map { cell, feedback in
        field.askedWhen != nil && feedback != "1" ? 255 : positions[cell] ?? 0
      }
      return list.fitsByte ? .coded8(values.map(UInt8.init)) : .coded16(values.map(UInt16.init))
    case .integer: return .integers(cells.map { Int64($0) ?? ColumnValues.blankInteger })
    default:
      return .texts(
        TextColumn(positions: cells.indices.map { UInt32($0 + 1) }, texts: cells))
    }
  }

  // MARK: Columns

  func column(_ id: String) -> Int { questionnaire.fieldIndex(id) ?? 0 }

  func positions(_ id: String) -> [UInt16] {
    switch table.columns[column(id)] {
    case .coded8(let values): values.map(UInt16.init)
    case .coded16(let values): values
    default: []
    }
  }

  mutating func change(_ id: String, _ body: (inout [UInt8]) -> Void) {
    guard case .coded8(var values) = table.columns[column(id)] else { return }
    table.columns[column(id)] = .coded8([])
    body(&values)
    table.columns[column(id)] = .coded8(values)
  }

  mutating func changeDurations(_ body: (inout [Int64]) -> Void) {
    guard case .integers(var values) = table.columns[column("duration_seconds")] else { return }
    body(&values)
    table.columns[column("duration_seconds")] = .integers(values)
  }

  func grouping(_ id: String) -> Grouping {
    let codes = questionnaire.field(id)?.codeList?.answers.map(\.code) ?? []
    return Grouping(
      variables: [id],
      levels: codes.map {
        GroupLevel(terms: [DomainTerm(variable: id, code: $0)], labels: [LocalizedText(vi: $0)])
      }, levelOfRow: positions(id).map { Int32($0) - 1 })
  }

  var input: QualityInput {
    QualityInput(
      rules: rules, fields: questionnaire.fields, table: table,
      interviewers: grouping("interviewer"), units: grouping("commune"),
      strata: grouping("district"))
  }

  // MARK: Planting

  /// Makes interviews out of others of the same interviewer, with some answers changed.
  ///
  /// - Returns: The rows that are copies and those copied.
  mutating func plantCopies(
    _ count: Int, changes: Int, random: inout SplitMix64
  ) -> [(copy: Int, original: Int)] {
    let interviewers = positions("interviewer")
    var planted: [(copy: Int, original: Int)] = []
    var used: Set<Int> = []
    while planted.count < count {
      let original = random.uniform(below: table.count)
      let own = interviewers.indices.filter {
        interviewers[$0] == interviewers[original] && $0 != original && !used.contains($0)
      }
      guard !used.contains(original), !own.isEmpty else { continue }
      let copy = own[random.uniform(below: own.count)]
      used.formUnion([copy, original])
      planted.append((copy, original))
      for field in questionnaire.items.map(\.id) + ["FB"] {
        change(field) { $0[copy] = $0[original] }
      }
      var changed: Set<Int> = []
      while changed.count < changes {
        // The last four are not always asked.
        let item = random.uniform(below: questionnaire.items.count - 4)
        guard changed.insert(item).inserted else { continue }
        change(questionnaire.items[item].id) { values in
          values[copy] = UInt8((Int(values[copy]) + random.uniform(below: 4)) % 5 + 1)
        }
      }
    }
    return planted
  }
}
