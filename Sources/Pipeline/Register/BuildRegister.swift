import Assessment
import Storage
import SurveyModel

/// A survey as the register sees it, with its present figures.
struct RegisterSurvey {
  var survey: LoadedSurvey
  var estimates: EstimateTable?
  var change: ChangeTable?
}

/// Puts a register together from what one store holds.
///
/// - Parameters:
///   - plan: With the figures on record.
///   - own: The survey behind the plan; without one the surveys of the store are not looked at, because
///     nothing says what their figures mean to the plan.
///   - store: `nil` where there is none yet.
///   - judgements: Of the plan.
///   - year: The year under review.
///   - day: The day that deadlines are compared with.
/// - Returns: The register, and what its reader should know.
/// - Throws: ``StoreError`` when the store cannot be read.
func makeRegister(
  _ plan: Plan, own: RegisterSurvey?, store: SurveyStore?, judgements: [TargetJudgement],
  year: Int, day: CivilDate
) throws(StoreError) -> (register: AttainmentRegister, findings: [Finding]) {
  var findings: [Finding] = []
  var surveys: [SurveyOfYear] = []
  if let own {
    let definition = own.survey.definition
    if let estimates = own.estimates {
      surveys.append(
        SurveyOfYear(
          id: definition.id, year: definition.year, questionnaire: own.survey.questionnaire.id,
          estimates: estimates))
    } else {
      findings.append(.notEstimated(definition))
    }
    for other in try store?.estimatedSurveys(except: definition.id) ?? [] {
      if other.isStale { findings.append(.staleSurvey(other.id, store?.path ?? "")) }
      surveys.append(
        SurveyOfYear(
          id: other.id, year: other.year, questionnaire: other.questionnaire,
          estimates: other.estimates))
    }
  }
  let register = attainmentRegister(
    RegisterInput(
      plan: plan, year: year, day: day, index: own?.survey.questionnaire.index, surveys: surveys,
      change: own?.change, changeOf: own?.survey.definition.year, judgements: judgements))
  return (register, findings)
}

extension Finding {
  fileprivate static func notEstimated(_ survey: SurveyDefinition) -> Finding {
    Finding(
      PipelineCodes.notEstimated, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "kho chưa có kết quả của khảo sát \(survey.id)",
        en: "the store has no results of the survey \(survey.id) yet"),
      remedy: LocalizedText(
        vi: "chạy `sipas run` hoặc `sipas assess`, rồi xem lại",
        en: "run `sipas run` or `sipas assess`, then look again"), subject: survey.id)
  }

  fileprivate static func staleSurvey(_ id: String, _ store: String) -> Finding {
    Finding(
      PipelineCodes.staleSurvey, at: SourceLocation(file: store),
      message: LocalizedText(
        vi: "kết quả đã lưu của khảo sát \(id) cũ hơn dữ liệu của nó",
        en: "the stored results of the survey \(id) are older than its data"),
      remedy: LocalizedText(
        vi: "chạy lại `sipas assess` với tệp của khảo sát ấy",
        en: "run `sipas assess` again with that survey's file"), subject: id)
  }
}
