import SurveyModel

extension Finding {
  static func earlierWithoutInterviews(_ earlier: EarlierSurvey) -> Finding {
    Finding(
      PipelineCodes.earlierWithoutInterviews, at: earlier.place,
      message: LocalizedText(
        vi: "chưa có phiếu nào của cuộc khảo sát lần trước (\(earlier.path))",
        en: "there is no interview of the earlier survey (\(earlier.path))"),
      remedy: LocalizedText(
        vi: "chạy `sipas run \(earlier.path)` trước, hoặc nhập phiếu của nó vào cùng kho này",
        en: "run `sipas run \(earlier.path)` first, or import its responses into this store"))
  }

  static func earlierMeasuredAnew(_ earlier: EarlierSurvey, _ survey: LoadedSurvey) -> Finding {
    let index = survey.questionnaire.index
    let declared = "\(index.item.rawValue), \(index.factor.rawValue), \(index.overall.rawValue)"
    return Finding(
      PipelineCodes.earlierMeasuredAnew, at: earlier.place,
      message: LocalizedText(
        vi: "cuộc khảo sát \(survey.definition.id) khai báo cách tính khác; đã tính lại theo cách "
          + "của lần này để so sánh được",
        en: "survey \(survey.definition.id) declares another method; it was computed again by this "
          + "survey's so that they compare"),
      found: LocalizedText(vi: declared, en: declared),
      remedy: LocalizedText(
        vi:
          "không cần làm gì; các số đã công bố của lần trước có thể khác số dùng để so sánh ở đây",
        en: "nothing need be done; the figures published then may differ from those compared here"))
  }

  static func noPlan(_ survey: SurveyDefinition) -> Finding {
    Finding(
      PipelineCodes.noPlan, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "tệp khảo sát không nêu kế hoạch (<plan>)", en: "the survey file names no <plan>"),
      remedy: LocalizedText(
        vi: "thêm <plan href=\"plan.xml\"/> với các mục tiêu",
        en: "add <plan href=\"plan.xml\"/> with the targets"))
  }
}
