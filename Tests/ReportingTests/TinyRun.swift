import SurveyModel

/// A small run built by hand.
///
/// It has every kind of row the reports know, with round figures that a reader can check by eye. The baselines and thresholds of 8.1.1 to 8.1.5 are those of 1320/KH-UBND
/// section II.2; every estimate is invented.
enum TinyRun {
  static func result() -> RunResult {
    RunResult(
      survey: survey, questionnaire: questionnaire, plan: plan, version: "0.1.0",
      generated: "2021-12-01T02:03:04Z", batches: batches,
      counts: ImportCounts(read: 1250, accepted: 1244, rejected: 4, duplicate: 2),
      weights: weights, estimates: estimates, targets: targets, rejects: rejects,
      findings: findings,
      inputs: [
        ("samples/survey.xml", String(repeating: "1a", count: 32)),
        ("samples/plan.xml", String(repeating: "2b", count: 32)),
      ],
      interviewIDs: interviewIDs, change: change, rankings: rankings,
      decompositions: decompositions, joint: joint, answers: answers,
      weightHistograms: weightHistograms, register: register)
  }

  static let synthetic = SourceDocument(
    document: "Dữ liệu tạo bằng máy", status: "synthetic", note: "seed 2021")

  static let survey = SurveyDefinition(
    id: "gia-lai-2021", year: 2021,
    title: LocalizedText(
      vi: "Đo lường sự hài lòng tỉnh Gia Lai năm 2021", en: "Gia Lai satisfaction survey 2021"),
    sources: [synthetic], questionnaire: "sipas.xml",
    responses: [ResponseFilePattern(pattern: "responses/*.csv")],
    design: DesignDefinition(
      strata: ["district"], clusters: ["commune"], psuPopulation: .file("communes.csv"),
      weight: .variable("design_weight"), singlePSU: .adjust),
    weighting: [
      .rake(
        RakeDefinition(
          margins: [MarginDefinition(variables: ["district"], totals: "district.csv")]))
    ],
    interval: .waldT, level: 0.95, domains: [["district"], ["district", "gender"]],
    minimumRespondents: 10, plan: "plan.xml", file: "samples/survey.xml")

  // MARK: Questionnaire

  static let districts = [
    ("PLK", "Thành phố Pleiku"), ("ANK", "Thị xã An Khê"), ("AYP", "Thị xã Ayun Pa"),
    ("CPA", "Huyện Chư Păh"), ("CSE", "Huyện Chư Sê"), ("DDO", "Huyện Đak Đoa"),
    ("KPA", "Huyện Krông Pa"), ("CPR", "Huyện Chư Prông"),
  ]

  static let factors: [(id: String, vi: String, en: String, items: [String])] = [
    ("access", "Tiếp cận dịch vụ", "Access to services", ["A1", "A2", "A3", "A4"]),
    ("procedures", "Thủ tục hành chính", "Administrative procedures", ["P1", "P2"]),
    ("officials", "Công chức trực tiếp giải quyết công việc", "Officials", ["O1", "O2"]),
    ("results", "Kết quả cung ứng dịch vụ", "Results", ["R1", "R2"]),
    (
      "feedback", "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị", "Feedback handling",
      ["F1", "F2"]
    ),
  ]

  static let questionnaire: Questionnaire = {
    let scale = Scale(
      id: "satisfaction",
      codeList: CodeList(answers: [
        AnswerCode(
          code: "1", label: LocalizedText(vi: "Rất không hài lòng", en: "Very dissatisfied")),
        AnswerCode(code: "2", label: LocalizedText(vi: "Không hài lòng", en: "Dissatisfied")),
        AnswerCode(code: "3", label: LocalizedText(vi: "Bình thường", en: "Neutral")),
        AnswerCode(
          code: "4", label: LocalizedText(vi: "Hài lòng", en: "Satisfied"), isSatisfied: true),
        AnswerCode(
          code: "5", label: LocalizedText(vi: "Rất hài lòng", en: "Very satisfied"),
          isSatisfied: true),
      ]))
    let variables = [
      Field(
        id: "district", label: LocalizedText(vi: "Huyện", en: "District"),
        kind: .coded(
          CodeList(
            answers: districts.map { AnswerCode(code: $0.0, label: LocalizedText(vi: $0.1)) }))),
      Field(
        id: "commune", label: LocalizedText(vi: "Xã", en: "Commune"),
        kind: .coded(CodeList(answers: [AnswerCode(code: "C1")]))),
      Field(
        id: "gender", label: LocalizedText(vi: "Giới tính", en: "Gender"),
        kind: .coded(
          CodeList(answers: [
            AnswerCode(code: "f", label: LocalizedText(vi: "Nữ", en: "Women")),
            AnswerCode(code: "m", label: LocalizedText(vi: "Nam", en: "Men")),
          ]))),
    ]
    let items = factors.flatMap { factor in
      factor.items.map { id in
        Field(
          id: id,
          label: LocalizedText(vi: "Câu hỏi \(id) về \(factor.vi)", en: "Question \(id)"),
          kind: .coded(scale.codeList), isItem: true)
      }
    }
    return Questionnaire(
      id: "sipas-2017-2020", version: "1",
      title: LocalizedText(vi: "Phiếu đo lường sự hài lòng"),
      sources: [
        SourceDocument(document: "2640/QĐ-BNV", date: "2017-10-10", status: "reconstructed")
      ],
      scales: [scale], fields: variables + items,
      factors: factors.map {
        Factor(id: $0.id, label: LocalizedText(vi: $0.vi, en: $0.en), items: $0.items)
      },
      index: IndexMethod(
        id: "sipas", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
  }()

  // MARK: What came in

  static let batches = [
    BatchSummary(
      id: 1, file: "responses/pleiku.csv", sha256: String(repeating: "3c", count: 32),
      counts: ImportCounts(read: 1000, accepted: 996, rejected: 3, duplicate: 1),
      dialect: FileDialect(encoding: "UTF-8", delimiter: ";", hasByteOrderMark: true),
      importedAt: "2021-11-30T00:00:00Z", importedBy: "lan"),
    BatchSummary(
      id: 2, file: "responses/an-khê.csv", sha256: String(repeating: "4d", count: 32),
      counts: ImportCounts(read: 250, accepted: 248, rejected: 1, duplicate: 1),
      dialect: FileDialect(
        encoding: "windows-1258", delimiter: ",", hasByteOrderMark: false, composedText: true),
      importedAt: "2021-11-30T00:00:01Z", importedBy: "lan"),
  ]

  static let notInList = FindingCode(
    "ingest.value.not-in-code-list", .error, vi: "Giá trị không có trong danh sách mã.",
    en: "A value is not in the code list.")
  static let blankRequired = FindingCode(
    "ingest.value.missing", .error, vi: "Thiếu giá trị bắt buộc.", en: "A required value is blank.")
  static let reversedScale = FindingCode(
    "ingest.scale.reversed", .warning, vi: "Thang đo có vẻ bị đảo ngược.",
    en: "The scale looks reversed.")

  static func notInListFinding(line: Int) -> Finding {
    Finding(
      notInList, at: SourceLocation(file: "responses/pleiku.csv", line: line, column: 14),
      message: LocalizedText(
        vi: "giá trị không có trong danh sách mã của A3", en: "value is not in the code list of A3"),
      found: LocalizedText(vi: "“7”", en: "\"7\""),
      expected: LocalizedText(vi: "1 đến 5, hoặc 9", en: "1 to 5, or 9"),
      remedy: LocalizedText(
        vi: "sửa ô này rồi nạp lại tệp", en: "correct the cell and import the file again"),
      subject: "A3")
  }

  static let rejects: [StoredReject] = [
    StoredReject(
      batch: 1, file: "responses/pleiku.csv",
      row: RejectedRow(
        kind: .rejected, line: 12, interviewID: "GL-0012",
        findings: [
          notInListFinding(line: 12),
          Finding(
            blankRequired, at: SourceLocation(file: "responses/pleiku.csv", line: 12, column: 2),
            message: LocalizedText(vi: "thiếu mã huyện", en: "district is blank"),
            remedy: LocalizedText(vi: "điền mã huyện", en: "fill in the district"),
            subject: "district"),
        ],
        rawText: "GL-0012;;3;7;\"a;b\"")),
    StoredReject(
      batch: 1, file: "responses/pleiku.csv",
      row: RejectedRow(
        kind: .rejected, line: 31, interviewID: nil, findings: [notInListFinding(line: 31)],
        rawText: "=cmd|'/c calc'!A1;PLK;3;7")),
    StoredReject(
      batch: 2, file: "responses/an-khê.csv",
      row: RejectedRow(
        kind: .duplicate, line: 9, interviewID: "GL-0900", findings: [], rawText: "GL-0900,ANK,4"
      )),
  ]

  static let findings: [Finding] = [
    Finding(
      reversedScale, at: SourceLocation(file: "responses/an-khê.csv"),
      message: LocalizedText(
        vi: "mức 1 được chọn nhiều bất thường ở mọi câu hỏi",
        en: "level 1 is chosen unusually often in every question"),
      remedy: LocalizedText(
        vi: "đối chiếu với phiếu giấy xem thang đo có in ngược không",
        en: "compare with the paper form: is the scale printed in reverse?"))
  ]

  static let interviewIDs: InterviewIDs = {
    var ids = InterviewIDs()
    for id in ["GL-0001", "GL-0002", "=SUM(A1)", "a,b"] { ids.append(id.utf8) }
    return ids
  }()

  static let weights: [WeightStep] = {
    let district = Grouping(
      variables: ["district"],
      levels: [
        GroupLevel(
          terms: [DomainTerm(variable: "district", code: "PLK")],
          labels: [LocalizedText(vi: "Thành phố Pleiku")])
      ],
      levelOfRow: [0, 0, 0, 0])
    return [
      WeightStep(
        name: "design", kind: .design, weights: [10, 10, 12.5, 0.1],
        diagnostics: WeightDiagnostics(
          count: 4, sum: 32.6, minimum: 0.1, maximum: 12.5, kishDesignEffect: 1.3408860,
          effectiveCount: 2.983102)),
      WeightStep(
        name: "rake_1",
        kind: .rake([MarginTotals(grouping: district, totals: [1000])]),
        weights: [306.74846625766872, 306.74846625766872, 383.4355828220859, 3.067484662576687],
        diagnostics: WeightDiagnostics(
          count: 4, sum: 1000, minimum: 3.067484662576687, maximum: 383.4355828220859,
          kishDesignEffect: 1.3408860, effectiveCount: 2.983102),
        iterations: 7, maximumRelativeErrorBefore: 0.0425, maximumRelativeError: 3.1e-12,
        smallestRatio: 0.875, largestRatio: 1.25),
    ]
  }()
}
