import Questionnaires
import SurveyModel
import Weighting

/// Reads the gross sample that a nonresponse step names and joins it with the interviews.
///
/// - Parameters:
///   - definition: The step.
///   - survey: The survey and its questionnaire.
///   - table: The accepted interviews.
///   - design: Their sample design.
///   - weights: The weights that enter the step, one per interview.
/// - Returns: What the step needs: the classes of the file in its order, then those that only
///   interviews have, with unknown totals, so that weighting can name them; by sampling unit too,
///   where the file tells units. And a warning about sampled units without any interview: they count
///   in the totals, but the design has no such unit.
/// - Throws: ``RunStopped`` with every fault of the file, and with the units that have interviews
///   and that a file of all sampled people lacks.
func makeNonresponseTotals(
  _ definition: NonresponseDefinition, _ survey: LoadedSurvey, table: ResponseTable,
  design: SampleDesign, weights: [Double]
) throws(RunStopped) -> (totals: NonresponseTotals, findings: [Finding]) {
  let clusters = survey.isElementSample ? [] : survey.definition.design.clusters
  let (sampled, faults) = readSampled(
    path: definition.sampled, classes: survey.fields(definition.classes),
    strata: survey.fields(survey.definition.design.strata), clusters: survey.fields(clusters),
    unknown: definition.unknown)
  guard let sampled else { throw RunStopped(faults, exit: .badData) }
  guard
    let found = makeGrouping(
      definition.classes, questionnaire: survey.questionnaire, table: table)
  else { preconditionFailure("classes were checked when the survey was read") }
  var totals = totalsByClass(sampled, found: found, unknown: definition.unknown)
  guard sampled.hasDesign else { return (totals, faults) }
  let units = SampledUnits(sampled, classes: totals.classes, design: design)
  if let absent = units.notSampled(in: sampled) {
    throw RunStopped(faults + [absent], exit: .badData)
  }
  totals.sampledCells = units.cells(
    totals, weights: weights, sampled: sampled, unknown: definition.unknown)
  return (totals, faults + [units.withoutInterviews(in: sampled)].compactMap { $0 })
}

/// Adds the rows of the file up by class.
private func totalsByClass(
  _ sampled: SampledTable, found: Grouping, unknown: UnknownEligibility
) -> NonresponseTotals {
  var levels: [GroupLevel] = []
  var numberOfTerms: [[DomainTerm]: Int32] = [:]
  var sums: [SIMD4<Double>] = []
  for row in sampled.rows {
    let number: Int32
    if let known = numberOfTerms[row.level.terms] {
      number = known
    } else {
      number = Int32(levels.count)
      numberOfTerms[row.level.terms] = number
      levels.append(row.level)
      sums.append(.zero)
    }
    sums[Int(number)] += SIMD4(
      row.sampled ?? 0, row.nonresponding, row.ineligible, row.unknown)
  }
  let classes = found.joined(to: levels)
  sums += [SIMD4](repeating: SIMD4(repeating: .nan), count: classes.levels.count - sums.count)
  return NonresponseTotals(
    classes: classes,
    sample: sampled.isByStatus
      ? .byStatus(
        nonresponding: sums.map { $0[1] }, ineligible: sums.map { $0[2] },
        unknown: sums.map { $0[3] })
      : .sampled(sums.map { $0[0] }),
    unknown: unknown, source: SourceLocation(file: sampled.file))
}
