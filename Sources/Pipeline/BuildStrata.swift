import SurveyModel

/// The strata of the sample, from the stored columns.
struct SampledStrata {
  /// Those that occur, in code-list order.
  var levels: [GroupLevel]
  /// Per interview: index into `levels`, -1 where a variable is missing.
  var levelOfRow: [Int32]
  /// Those of a code list that nobody was asked in.
  var empty: [GroupLevel]

  init(_ survey: LoadedSurvey, table: ResponseTable) {
    let variables = survey.definition.design.strata
    guard !variables.isEmpty,
      let grouping = makeGrouping(variables, questionnaire: survey.questionnaire, table: table)
    else {
      levels = [GroupLevel(terms: [], labels: [])]
      levelOfRow = [Int32](repeating: 0, count: table.count)
      empty = []
      return
    }
    let occurs = grouping.occurs
    var newNumber = [Int32](repeating: -1, count: grouping.levels.count)
    levels = []
    for (index, level) in grouping.levels.enumerated() where occurs[index] {
      newNumber[index] = Int32(levels.count)
      levels.append(level)
    }
    levelOfRow = grouping.levelOfRow.map { $0 < 0 ? -1 : newNumber[Int($0)] }
    empty = zip(grouping.levels, occurs).filter { !$1 }.map(\.0)
  }

  /// A warning for each stratum nobody was asked in.
  func emptyFindings(at place: SourceLocation) -> [Finding] {
    empty.map { level in
      Finding(
        PipelineCodes.stratumEmpty, at: place,
        message: LocalizedText(
          vi: "tầng \(level.title(.vi)) không có phiếu nào",
          en: "stratum \(level.title(.en)) has no interview"),
        remedy: LocalizedText(
          vi: "kiểm tra xem tệp của tầng này đã được nhập chưa",
          en: "check whether the file of this stratum was imported"),
        subject: level.name)
    }
  }
}
