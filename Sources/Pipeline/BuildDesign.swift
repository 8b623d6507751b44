import SurveyModel

/// Builds the sample design and the design weights from the stored columns.
///
/// - Parameters:
///   - survey: The survey and its questionnaire.
///   - table: The accepted interviews.
///   - population: Number of sampling units in the population of each stratum, read from the file
///     the survey names; `nil` when it names none.
/// - Returns: The design, one weight per interview, and warnings about strata nobody was asked in.
/// - Throws: ``RunStopped`` with every fault of the design: strata without a population number,
///   a population number that varies within its stratum, more units sampled than there are.
func makeDesign(
  _ survey: LoadedSurvey, table: ResponseTable, population: [[DomainTerm]: Double]?
) throws(RunStopped) -> (design: SampleDesign, weights: [Double], findings: [Finding]) {
  let definition = survey.definition
  var findings: [Finding] = []
  let strata = makeStrata(survey, table: table)
  var faults: [Finding] = []
  let place = definition.design.place ?? SourceLocation(file: definition.file)
  for level in strata.empty {
    findings.append(
      Finding(
        PipelineCodes.stratumEmpty, at: place,
        message: LocalizedText(
          vi: "tầng \(level.title(.vi)) không có phiếu nào",
          en: "stratum \(level.title(.en)) has no interview"),
        remedy: LocalizedText(
          vi: "kiểm tra xem tệp của tầng này đã được nhập chưa",
          en: "check whether the file of this stratum was imported"),
        subject: level.name))
  }

  var populationOfStratum = [Double?](repeating: nil, count: strata.levels.count)
  switch definition.design.psuPopulation {
  case .none:
    break
  case .file(let path):
    for (index, level) in strata.levels.enumerated() {
      populationOfStratum[index] = population?[level.terms]
      if populationOfStratum[index] == nil {
        faults.append(
          Finding(
            PipelineCodes.fpcMissing, at: SourceLocation(file: path),
            message: LocalizedText(
              vi: "tệp không có số đơn vị chọn mẫu của tầng \(level.title(.vi))",
              en: "the file has no number of sampling units for stratum \(level.title(.en))"),
            expected: LocalizedText(
              vi: "một dòng với \(level.name)", en: "a row with \(level.name)"),
            remedy: LocalizedText(
              vi: "thêm dòng này vào tệp, hoặc bỏ thuộc tính population",
              en: "add the row, or leave out the population attribute"),
            subject: level.name))
      }
    }
  case .variable(let id):
    let values = numericColumn(id, survey: survey, table: table) ?? []
    for (row, value) in values.enumerated() {
      let stratum = Int(strata.levelOfRow[row])
      guard stratum >= 0 else { continue }
      if let known = populationOfStratum[stratum], known != value {
        let level = strata.levels[stratum]
        if !faults.contains(where: { $0.subject == level.name }) {
          faults.append(
            Finding(
              PipelineCodes.fpcNotConstant, at: place,
              message: LocalizedText(
                vi: "biến \(id) không giống nhau trong tầng \(level.title(.vi))",
                en: "variable \(id) varies within stratum \(level.title(.en))"),
              found: LocalizedText(vi: "\(known) và \(value)", en: "\(known) and \(value)"),
              expected: LocalizedText(
                vi: "một số cho mỗi tầng", en: "one number for each stratum"),
              remedy: LocalizedText(
                vi: "sửa dữ liệu của biến này", en: "correct the data of this variable"),
              subject: level.name))
        }
      } else {
        populationOfStratum[stratum] = value
      }
    }
  }
  if !faults.isEmpty { throw RunStopped(faults, exit: .badData) }

  // Drawn one by one: each interview is its own sampling unit.
  let isElementSample =
    definition.design.clusters.isEmpty
    || definition.design.clusters == [definition.interviewID]
  let clusters =
    isElementSample
    ? nil
    : makeGrouping(
      definition.design.clusters, questionnaire: survey.questionnaire, table: table)
  let design: SampleDesign
  do {
    design = try SampleDesign(
      strata: zip(strata.levels, populationOfStratum).map {
        Stratum(level: $0, populationPSUs: $1)
      },
      stratumOfRow: strata.levelOfRow, clusterOfRow: clusters?.levelOfRow,
      clusterNames: clusters?.levels.map { $0.title(.vi) } ?? [],
      singlePSU: definition.design.singlePSU)
  } catch {
    throw RunStopped([designFault(error, strata: strata.levels, at: place)], exit: .badData)
  }
  let weights: [Double] =
    switch definition.design.weight {
    case .equal: [Double](repeating: 1, count: table.count)
    case .variable(let id): numericColumn(id, survey: survey, table: table) ?? []
    }
  return (design, weights, findings)
}

/// The strata that occur, and those of a code list that do not.
private func makeStrata(
  _ survey: LoadedSurvey, table: ResponseTable
) -> (levels: [GroupLevel], levelOfRow: [Int32], empty: [GroupLevel]) {
  let variables = survey.definition.design.strata
  guard !variables.isEmpty,
    let grouping = makeGrouping(variables, questionnaire: survey.questionnaire, table: table)
  else {
    let whole = GroupLevel(terms: [], labels: [])
    return ([whole], [Int32](repeating: 0, count: table.count), [])
  }
  var occurs = [Bool](repeating: false, count: grouping.levels.count)
  for level in grouping.levelOfRow where level >= 0 { occurs[Int(level)] = true }
  var newNumber = [Int32](repeating: -1, count: grouping.levels.count)
  var levels: [GroupLevel] = []
  for (index, level) in grouping.levels.enumerated() where occurs[index] {
    newNumber[index] = Int32(levels.count)
    levels.append(level)
  }
  return (
    levels, grouping.levelOfRow.map { $0 < 0 ? -1 : newNumber[Int($0)] },
    zip(grouping.levels, occurs).filter { !$1 }.map(\.0)
  )
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

private func designFault(
  _ error: SampleDesignError, strata: [GroupLevel], at place: SourceLocation
) -> Finding {
  let message: LocalizedText
  let remedy: LocalizedText
  switch error {
  case .lengthsDiffer:
    preconditionFailure("columns of one table have one length")
  case .missingStratum(let rows):
    message = LocalizedText(
      vi: "\(rows) phiếu không có tầng", en: "\(rows) interviews have no stratum")
    remedy = LocalizedText(
      vi: "đặt required=\"true\" cho biến tầng và nhập lại các tệp",
      en: "mark the stratum variable required=\"true\" and import the files again")
  case .missingPSU(let rows):
    message = LocalizedText(
      vi: "\(rows) phiếu không có đơn vị chọn mẫu", en: "\(rows) interviews have no sampling unit")
    remedy = LocalizedText(
      vi: "đặt required=\"true\" cho biến đơn vị chọn mẫu và nhập lại các tệp",
      en: "mark the cluster variable required=\"true\" and import the files again")
  case .missingUnit(let stage, let rows):
    message = LocalizedText(
      vi: "\(rows) phiếu không có đơn vị chọn mẫu bậc \(stage)",
      en: "\(rows) interviews have no sampling unit of stage \(stage)")
    remedy = LocalizedText(
      vi: "đặt required=\"true\" cho biến đơn vị chọn mẫu và nhập lại các tệp",
      en: "mark the cluster variable required=\"true\" and import the files again")
  case .stagePopulationUnusable(let stage, let row):
    message = LocalizedText(
      vi:
        "số đơn vị bậc \(stage) của tổng thể không phải là một số dương duy nhất trong đơn vị bậc trên",
      en:
        "the population number of stage-\(stage) units is not one positive number within its unit above"
    )
    remedy = LocalizedText(
      vi: "sửa tệp tổng thể, hoặc biến số đơn vị, ở phiếu thứ \(row + 1)",
      en: "correct the population file, or the variable, at interview \(row + 1)")
  case .stagePopulationTooSmall(let stage, let row, let population, let sample):
    message = LocalizedText(
      vi: "bậc \(stage): tổng thể có \(population) đơn vị nhưng mẫu có \(sample)",
      en: "stage \(stage): \(population) units in the population, \(sample) in the sample")
    remedy = LocalizedText(
      vi: "sửa tệp tổng thể, hoặc mã đơn vị chọn mẫu, ở phiếu thứ \(row + 1)",
      en: "correct the population file, or the cluster codes, at interview \(row + 1)")
  case .populationTooSmall(let stratum, let population, let sample):
    let name = strata[stratum]
    message = LocalizedText(
      vi: "tầng \(name.title(.vi)): tổng thể có \(population) đơn vị nhưng mẫu có \(sample)",
      en:
        "stratum \(name.title(.en)): \(population) units in the population, \(sample) in the sample"
    )
    remedy = LocalizedText(
      vi: "sửa tệp tổng thể, hoặc mã đơn vị chọn mẫu trong phiếu",
      en: "correct the population file, or the cluster codes of the interviews")
  }
  return Finding(PipelineCodes.designInvalid, at: place, message: message, remedy: remedy)
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
