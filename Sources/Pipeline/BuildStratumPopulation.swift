import Questionnaires
import SurveyModel

/// The number of sampling units in the population of each stratum, `nil` where the survey gives
/// none.
///
/// - Throws: ``RunStopped`` with every stratum the file lacks, or in which the variable varies.
func stratumPopulations(
  _ survey: LoadedSurvey, strata: SampledStrata, table: ResponseTable
) throws(RunStopped) -> [Double?] {
  let design = survey.definition.design
  switch design.psuPopulation {
  case .none: return [Double?](repeating: nil, count: strata.levels.count)
  case .file(let path):
    let totals = try population(of: design.strata, in: path, survey).totalOfTerms
    let populations = strata.levels.map { totals[$0.terms] }
    let missing = zip(strata.levels, populations).filter { $1 == nil }.map(\.0)
    guard missing.isEmpty else {
      throw RunStopped(missing.map { missingStratum($0, in: path) }, exit: .badData)
    }
    return populations
  case .variable(let id):
    let values = numericColumn(id, survey: survey, table: table) ?? []
    let place = design.place ?? SourceLocation(file: survey.definition.file)
    return try constantWithinStrata(id, values, strata: strata, at: place)
  }
}

private func missingStratum(_ level: GroupLevel, in path: String) -> Finding {
  Finding(
    PipelineCodes.fpcMissing, at: SourceLocation(file: path),
    message: LocalizedText(
      vi: "tệp không có số đơn vị chọn mẫu của tầng \(level.title(.vi))",
      en: "the file has no number of sampling units for stratum \(level.title(.en))"),
    expected: LocalizedText(vi: "một dòng với \(level.name)", en: "a row with \(level.name)"),
    remedy: LocalizedText(
      vi: "thêm dòng này vào tệp, hoặc bỏ thuộc tính population",
      en: "add the row, or leave out the population attribute"),
    subject: level.name)
}

private func constantWithinStrata(
  _ id: String, _ values: [Double], strata: SampledStrata, at place: SourceLocation
) throws(RunStopped) -> [Double?] {
  var populations = [Double?](repeating: nil, count: strata.levels.count)
  var isReported = [Bool](repeating: false, count: strata.levels.count)
  var faults: [Finding] = []
  for (row, value) in values.enumerated() {
    let stratum = Int(strata.levelOfRow[row])
    guard stratum >= 0, !isReported[stratum] else { continue }
    guard let known = populations[stratum] else {
      populations[stratum] = value
      continue
    }
    guard known != value else { continue }
    isReported[stratum] = true
    let level = strata.levels[stratum]
    faults.append(
      Finding(
        PipelineCodes.fpcNotConstant, at: place,
        message: LocalizedText(
          vi: "biến \(id) không giống nhau trong tầng \(level.title(.vi))",
          en: "variable \(id) varies within stratum \(level.title(.en))"),
        found: LocalizedText(
          vi: [known, value].map { shownNumber($0).text(in: .vi) }.joined(separator: " và "),
          en: [known, value].map { shownNumber($0).text(in: .en) }.joined(separator: " and ")),
        expected: LocalizedText(vi: "một số cho mỗi tầng", en: "one number for each stratum"),
        remedy: LocalizedText(
          vi: "sửa dữ liệu của biến này", en: "correct the data of this variable"),
        subject: level.name))
  }
  if !faults.isEmpty { throw RunStopped(faults, exit: .badData) }
  return populations
}
