import SurveyModel

@testable import Export

/// Codes a table, a shell or a program could mistake for something else.
let hostileCodes = [
  "'\"; system(\"x\")", "NA", "01", "=1+1", "a,b", "T", "Đak Pơ", "not-asked",
]

/// Eight made-up interviews in two strata, with a personal variable, a free text and ids that must
/// not be found in any exported byte.
func tinyAnalysis(includesSuppressed: Bool = false) -> AnalysisExport {
  let result = tinyResult()
  return AnalysisExport(
    result: result, responses: tinyResponses(), design: tinyDesign(),
    replicates: ExportedReplicates(
      content: .psuMultipliers, columns: [[0, 2, 1, 1], [1, 1, 2, 0]], scale: 0.5,
      replicateScales: [1, 1]),
    includesSuppressed: includesSuppressed)
}

private let districts = CodeList(
  answers: hostileCodes.map { AnswerCode(code: $0, label: LocalizedText(vi: "Nơi \($0)")) })

private let scale = CodeList(
  answers: [
    AnswerCode(code: "1", score: 1), AnswerCode(code: "2", isSatisfied: true, score: 2),
  ],
  missing: [AnswerCode(code: "9", missing: .dontKnow)])

func tinyQuestionnaire() -> Questionnaire {
  Questionnaire(
    id: "tiny", version: "1", title: LocalizedText(vi: "Nhỏ"),
    fields: [
      Field(id: "interview_id", kind: .text),
      Field(id: "if", label: LocalizedText(vi: "Huyện"), kind: .coded(districts)),
      Field(id: "mobile", kind: .text, isPersonal: true),
      Field(id: "hamlet", kind: .text),
      Field(id: "comment", kind: .text),
      Field(id: "A1", kind: .coded(scale), isItem: true),
      Field(id: "A2", kind: .coded(scale), isItem: true),
    ],
    factors: [
      Factor(id: "access", label: LocalizedText(vi: "Tiếp cận"), items: ["A1", "A2"])
    ],
    index: IndexMethod(
      id: "overall", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))
}

private func tinyResponses() -> ResponseTable {
  var ids = InterviewIDs()
  for row in 1...8 { ids.append("SECRET-ID-\(row)".utf8) }
  let blank = TextColumn(positions: [UInt32](repeating: 0, count: 8), texts: [])
  return ResponseTable(
    ids: ids,
    columns: [
      .texts(blank),
      .coded8([1, 2, 3, 4, 5, 6, 7, 8]),
      .dropped(count: 8),
      .texts(
        TextColumn(
          positions: [1, 1, 2, 2, 1, 1, 2, 2], texts: ["SECRET-HAMLET-B", "SECRET-HAMLET-A"])),
      .texts(TextColumn(positions: [1, 0, 0, 0, 0, 0, 0, 0], texts: ["SECRET-COMMENT"])),
      .coded8([1, 2, 3, 0, 255, 2, 2, 1]),
      .coded8([2, 2, 2, 1, 2, 2, 2, 1]),
    ])
}

private func tinyDesign() -> SampleDesign {
  let strata = [4.0, 6.0].map {
    Stratum(level: GroupLevel(terms: [], labels: []), populationPSUs: $0)
  }
  do {
    return try SampleDesign(
      strata: strata, stratumOfRow: [0, 0, 0, 0, 1, 1, 1, 1],
      clusterOfRow: [0, 0, 1, 1, 0, 0, 1, 1], singlePSU: .adjust)
  } catch {
    preconditionFailure("the tiny design is right: \(error)")
  }
}

private func step(_ name: String, _ kind: WeightStep.Kind, _ weights: [Double]) -> WeightStep {
  WeightStep(
    name: name, kind: kind, weights: weights,
    diagnostics: WeightDiagnostics(
      count: 8, sum: weights.reduce(0, +), minimum: 1, maximum: 2, kishDesignEffect: 1,
      effectiveCount: 8))
}

private func tinyResult() -> RunResult {
  let design = SurveyDefinition(
    id: "tiny", year: 2022, title: LocalizedText(vi: "Nhỏ"),
    sources: [SourceDocument(document: "made up", status: "synthetic")], questionnaire: "q.xml",
    responses: [], design: DesignDefinition(strata: ["if"], clusters: ["hamlet"]),
    weighting: [
      .poststratify(MarginDefinition(variables: ["if"], totals: "totals.csv")),
      .trim(TrimDefinition(lower: 0.5, upper: 3, isStrict: true)),
    ],
    domains: [["if"]], file: "survey.xml")
  let levels = hostileCodes.map {
    GroupLevel(terms: [DomainTerm(variable: "if", code: $0)], labels: [LocalizedText(vi: $0)])
  }
  let margin = MarginTotals(
    grouping: Grouping(variables: ["if"], levels: levels, levelOfRow: [0, 1, 2, 3, 4, 5, 6, 7]),
    totals: [1.5, 2, 1, 1, 2, 1, 1, 2.25])
  let weights = margin.totals
  return RunResult(
    survey: design, questionnaire: tinyQuestionnaire(), plan: nil, version: "0",
    generated: "2022-01-01T00:00:00Z", batches: [], counts: ImportCounts(),
    weights: [
      step("design", .design, [Double](repeating: 1, count: 8)),
      step("poststratify_1", .poststratify(margin), weights),
      step("trim_2", .trim(lower: 0.5, upper: 3), weights),
    ],
    estimates: EstimateTable(
      estimates: [
        Estimate(
          kind: .overall, id: "overall", value: 200 / 3, standardError: 0.1 + 0.2, lower: 50,
          upper: 80, intervalMethod: .waldT, degreesOfFreedom: 2, designEffect: 1.5,
          respondents: 8),
        Estimate(
          kind: .item, id: "A1", domain: [DomainTerm(variable: "if", code: hostileCodes[0])],
          value: 12.345, standardError: 6.789, intervalMethod: .waldT, degreesOfFreedom: 0,
          respondents: 1, flag: .suppressed, flagReason: .fewRespondents),
      ],
      variance: "taylor", singlePSUStrata: [], singlePSURule: .adjust, strataCount: 2, psuCount: 4),
    targets: [], rejects: [], findings: [], inputs: [], interviewIDs: tinyResponses().ids)
}
