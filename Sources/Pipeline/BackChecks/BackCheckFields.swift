import Comparison
import SurveyModel

/// Which variables of a survey find an interview again, and which are asked again.
struct BackCheckFields {
  /// Column of a sheet that holds interviews added because a rule flags them.
  static let partColumn = "backcheck_part"
  /// Neutral codes: whoever asks again should not know which interviews are suspected.
  static let drawn = "1"
  static let added = "2"

  private let survey: LoadedSurvey
  private let interviewer: String
  /// What groups the interviews; empty where the survey has neither interviewers nor a design.
  let groupVariables: [String]

  /// - Parameters:
  ///   - survey: Its design and quality rules name the variables.
  ///   - variable: Groups the interviews instead of the survey's interviewer.
  /// - Throws: ``RunStopped`` when the questionnaire lacks it, or it is personal.
  init(_ survey: LoadedSurvey, by variable: String?) throws(RunStopped) {
    self.survey = survey
    interviewer = survey.definition.quality.interviewer ?? QualityDefinition.usualInterviewer
    let design = survey.definition.design
    let id = survey.definition.interviewID
    if let variable {
      guard let field = survey.questionnaire.field(variable), !field.isPersonal, variable != id
      else { throw RunStopped([.unknownBackCheckGroup(variable)], exit: .badData) }
      groupVariables = [variable]
      return
    }
    let candidates = [[interviewer], design.clusters, design.strata]
    groupVariables =
      candidates.first { variables in
        !variables.isEmpty
          && variables.allSatisfy {
            $0 != id && survey.questionnaire.field($0)?.isPersonal == false
          }
      } ?? []
  }

  /// Numbers of the fields that find an interview: group, interviewer, unit, sampling units, date.
  var locators: [Int] {
    let definition = survey.definition
    let design = definition.design
    var ids = groupVariables + [interviewer]
    ids += [definition.quality.unit].compactMap { $0 }
    ids += design.strata + design.clusters + design.laterStages.flatMap(\.clusters)
    ids += [dateField].compactMap { $0 }
    var seen: Set<String> = [definition.interviewID]
    return ids.compactMap { id in
      guard seen.insert(id).inserted,
        let number = survey.questionnaire.fieldIndex(id),
        !survey.questionnaire.fields[number].isPersonal
      else { return nil }
      return number
    }
  }

  /// When the interview was made: its start, else the first date of the questionnaire.
  private var dateField: String? {
    let start = survey.definition.quality.start?.variable ?? QualityDefinition.usualStart
    if survey.questionnaire.field(start) != nil { return start }
    return survey.questionnaire.fields.first {
      ($0.kind == .date || $0.kind == .datetime) && !$0.isPersonal
    }?.id
  }

  /// Whether two visits of this field can be compared.
  func isComparable(_ number: Int) -> Bool {
    let field = survey.questionnaire.fields[number]
    return !field.isPersonal && field.kind != .text && field.id != survey.definition.interviewID
  }

  /// Numbers of the fields to be asked again.
  ///
  /// - Parameter named: Empty for two items of each factor and the categories that do not find the
  ///   interview.
  /// - Returns: In the order of the questionnaire.
  /// - Throws: ``RunStopped`` with every name that cannot be asked again.
  func askedAgain(_ named: [String]) throws(RunStopped) -> [Int] {
    let questionnaire = survey.questionnaire
    let locating = Set(locators)
    guard named.isEmpty else {
      let numbers = named.map { questionnaire.fieldIndex($0) }
      let findings = zip(named, numbers).compactMap { name, number -> Finding? in
        if let number, isComparable(number), !locating.contains(number) { return nil }
        return .unusableBackCheckField(name)
      }
      guard findings.isEmpty else { throw RunStopped(findings, exit: .badData) }
      return Set(numbers.compactMap { $0 }).sorted()
    }
    let items = Set(
      questionnaire.factors.flatMap { factor in
        factor.items.filter { $0 != factor.overallItem }.prefix(2)
      })
    let numbers = questionnaire.fields.indices.filter { number in
      let field = questionnaire.fields[number]
      guard isComparable(number), !locating.contains(number) else { return false }
      return field.isItem ? items.contains(field.id) : field.codeList != nil
    }
    guard !numbers.isEmpty else { throw RunStopped([.noBackCheckField(nil)], exit: .badData) }
    return numbers
  }

  /// The group of each interview of a table.
  func grouping(of table: ResponseTable) -> Grouping {
    makeGrouping(groupVariables, questionnaire: survey.questionnaire, table: table)
      ?? Grouping(
        variables: [], levels: [], levelOfRow: [Int32](repeating: -1, count: table.count))
  }
}
