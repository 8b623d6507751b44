internal import DelimitedText
internal import SurveyModel

/// `settings.csv`: one setting per row.
func settingsTable(_ export: AnalysisExport, _ columns: ExportedColumns) -> [UInt8] {
  let result = export.result
  let survey = result.survey
  let index = result.questionnaire.index
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: ["setting", "value"])
  func add(_ name: String, _ value: CSVWriter.Cell) { writer.append([.text(name), value]) }
  add("format", number(1))
  add("survey", .text(survey.id))
  add("program", .text("sipas \(result.version)"))
  add("synthetic", flag(isSynthetic(survey)))
  add("interviews", number(export.responses.count))
  add("not_asked", .text(columns.notAsked))
  add("stages", number(export.design.laterStages.count + 1))
  add("single_psu", .text(export.design.singlePSU.rawValue))
  add("index", .text(index.id))
  add("item_measure", .text(index.item.rawValue))
  add("factor_measure", .text(index.factor.rawValue))
  add("overall_measure", .text(index.overall.rawValue))
  add("interval", .text(survey.interval.rawValue))
  add("level", number(survey.level))
  add("variance", .text(survey.variance.name))
  add("centre", .text(centre(survey.variance)?.rawValue ?? ""))
  let replicates = export.replicates
  add("replicates", number(replicates?.columns.count ?? 0))
  add("replicate_content", .text(replicates?.content.rawValue ?? ""))
  add("replicate_scale", number(replicates?.scale))
  add("replicate_df", number(replicates?.degreesOfFreedom))
  return writer.bytes
}

private func centre(_ variance: VarianceMethod) -> ReplicateCentre? {
  switch variance {
  case .taylor: nil
  case .jkn(let centre), .jk1(let centre), .bootstrap(_, _, let centre),
    .replicateWeights(_, let centre):
    centre
  }
}

/// True when the survey says that its answers were made up.
func isSynthetic(_ survey: SurveyDefinition) -> Bool {
  survey.sources.contains { $0.status == "synthetic" }
}
