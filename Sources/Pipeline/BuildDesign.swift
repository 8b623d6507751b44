import SurveyModel

/// Builds the sample design and the design weights from the stored columns and the population files
/// that the survey names.
///
/// - Parameters:
///   - survey: The survey and its questionnaire.
///   - table: The accepted interviews.
/// - Returns: The design, one weight per interview, and warnings about strata nobody was asked in.
/// - Throws: ``RunStopped`` with every fault of the design: strata or units without a population
///   number, a number that varies within its unit, more units sampled than there are.
func makeDesign(
  _ survey: LoadedSurvey, table: ResponseTable
) throws(RunStopped) -> (design: SampleDesign, weights: [Double], findings: [Finding]) {
  let definition = survey.definition
  let place = definition.design.place ?? SourceLocation(file: definition.file)
  let strata = SampledStrata(survey, table: table)
  let populations = try stratumPopulations(survey, strata: strata, table: table)
  let stages = try makeLaterStages(survey, table: table)
  let clusters =
    survey.isElementSample
    ? nil
    : makeGrouping(
      definition.design.clusters, questionnaire: survey.questionnaire, table: table)
  let design: SampleDesign
  do {
    design = try SampleDesign(
      strata: zip(strata.levels, populations).map { Stratum(level: $0, populationPSUs: $1) },
      stratumOfRow: strata.levelOfRow, clusterOfRow: clusters?.levelOfRow,
      clusterNames: clusters?.levels.map { $0.title(.vi) } ?? [],
      clusterCodes: clusters?.levels.map { clusterCode($0.terms) }, laterStages: stages,
      elementOrder: elementOrder(survey, table.ids), singlePSU: definition.design.singlePSU)
  } catch {
    let finding = designFinding(error, strata: strata.levels, ids: table.ids, at: place)
    throw RunStopped([finding], exit: .badData)
  }
  let weights: [Double] =
    switch definition.design.weight {
    case .equal: [Double](repeating: 1, count: table.count)
    case .variable(let id): numericColumn(id, survey: survey, table: table) ?? []
    }
  return (design, weights, strata.emptyFindings(at: place))
}

/// The place of each interview in the order of their numbers, where interviews are units of a stage;
/// `nil` where they are not, or stand in that order.
private func elementOrder(_ survey: LoadedSurvey, _ ids: InterviewIDs) -> [Int32]? {
  let design = survey.definition.design
  let interview = [survey.definition.interviewID]
  guard survey.isElementSample || design.laterStages.contains(where: { $0.clusters == interview })
  else { return nil }
  let names = (0..<ids.count).map { ids[$0] }
  guard zip(names, names.dropFirst()).contains(where: { $0 > $1 }) else { return nil }
  var places = [Int32](repeating: 0, count: names.count)
  for (place, row) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
    places[row] = Int32(place)
  }
  return places
}

extension LoadedSurvey {
  /// Drawn one by one: each interview is its own sampling unit.
  var isElementSample: Bool {
    let clusters = definition.design.clusters
    return clusters.isEmpty || clusters == [definition.interviewID]
  }
}

/// A number per respondent; `nil` when the field is not numeric.
func numericColumn(
  _ id: String, survey: LoadedSurvey, table: ResponseTable
) -> [Double]? {
  guard let index = survey.questionnaire.fieldIndex(id) else { return nil }
  switch table.columns[index] {
  case .numbers(let values):
    return values
  case .integers(let values):
    return values.map { $0 == ColumnValues.blankInteger ? .nan : Double($0) }
  default:
    return nil
  }
}

extension GroupLevel {
  /// The labels as people read them: "Thành phố Pleiku × Nữ"; the codes where there are none.
  func title(_ language: Language) -> String {
    if terms.isEmpty { return language == .vi ? "toàn mẫu" : "whole sample" }
    return zip(terms, labels).map { term, label in
      label.isEmpty ? term.code : label.text(in: language)
    }.joined(separator: " × ")
  }
}
