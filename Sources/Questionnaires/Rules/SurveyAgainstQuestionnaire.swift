import SurveyModel
import XML

/// Every variable the survey names exists and may be used so.
func checkVariableUses(_ survey: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  let names = questionnaire.fields.map(\.id)
  let interviewID = survey.child("responses")?.word("interview-id") ?? "interview_id"
  return variableUses(survey).compactMap { use in
    guard let field = questionnaire.field(use.name) else {
      // Each interview a unit of its own: its number need not be a variable.
      if use.role == .cluster, use.name == interviewID { return nil }
      return Finding(
        SurveyCode.variableUnknown, at: use.place,
        message: LocalizedText(
          vi: "phiếu hỏi không có biến “\(use.name)”",
          en: "the questionnaire has no variable “\(use.name)”"),
        found: LocalizedText(vi: use.name, en: use.name),
        remedy: nearestName(to: use.name, among: names).map(didYouMean)
          ?? LocalizedText(
            vi: "sửa tên, hoặc thêm biến vào \(questionnaire.file)",
            en: "correct the name, or add the variable to \(questionnaire.file)"),
        subject: use.name)
    }
    if field.isPersonal, use.role.forbidsPersonal {
      return Finding(
        SurveyCode.variablePersonal, at: use.place,
        message: LocalizedText(
          vi: "“\(use.name)” là dữ liệu cá nhân, không dùng ở đây được",
          en: "“\(use.name)” is personal data and may not be used here"),
        remedy: LocalizedText(
          vi: "dùng một biến khác (ví dụ huyện, nhóm tuổi)",
          en: "use another variable (for example district, age group)"), subject: use.name)
    }
    if field.kind == .text, use.role == .margin || use.role == .nonresponseClass {
      return Finding(
        SurveyCode.variableText, at: use.place,
        message: LocalizedText(
          vi: "“\(use.name)” là chữ tự do, không khớp với bảng tổng số được",
          en: "“\(use.name)” is free text and cannot be matched with totals"),
        expected: LocalizedText(vi: "kind category", en: "kind category"),
        remedy: LocalizedText(
          vi: "dùng một biến có danh sách mã", en: "use a variable with a list of codes"),
        subject: use.name)
    }
    if use.role == .startTime, field.kind != .datetime {
      return Finding(
        SurveyCode.variableNotTime, at: use.place,
        message: LocalizedText(
          vi: "“\(use.name)” phải có ngày và giờ vì được dùng làm giờ bắt đầu",
          en: "“\(use.name)” must hold date and time, as it serves as start of the interview"),
        expected: LocalizedText(vi: "kind datetime", en: "kind datetime"),
        remedy: LocalizedText(
          vi: "chọn biến khác, hoặc sửa kind trong phiếu hỏi",
          en: "choose another variable, or correct its kind in the questionnaire"),
        subject: use.name)
    }
    guard use.role.needsNumber else { return nil }
    switch field.kind {
    case .integer, .number: return nil
    case .coded, .date, .datetime, .text:
      return Finding(
        SurveyCode.variableNotNumeric, at: use.place,
        message: LocalizedText(
          vi: "“\(use.name)” phải là biến số vì được dùng làm \(numberRole(use, .vi))",
          en: "“\(use.name)” must be numeric, as it serves as \(numberRole(use, .en))"),
        expected: LocalizedText(vi: "kind number hoặc integer", en: "kind number or integer"),
        remedy: LocalizedText(
          vi: "chọn biến khác, hoặc sửa kind trong phiếu hỏi",
          en: "choose another variable, or correct its kind in the questionnaire"),
        subject: use.name)
    }
  }
}

private func numberRole(_ use: VariableUse, _ language: Language) -> String {
  switch (use.role, language) {
  case (.weight, .vi): "trọng số"
  case (.weight, .en): "weight"
  case (.duration, .vi): "thời lượng"
  case (.duration, .en): "duration"
  case (_, .vi): "số đơn vị của tổng thể"
  case (_, .en): "population number"
  }
}

/// The number of an interview, where the survey names it, is a variable of the questionnaire.
func checkInterviewID(_ survey: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  guard let responses = survey.child("responses") else { return [] }
  let written = responses.word("interview-id")
  if let field = questionnaire.field(written ?? "interview_id"), field.isPersonal {
    return [
      Finding(
        SurveyCode.variablePersonal, at: responses.place(of: "interview-id"),
        message: LocalizedText(
          vi:
            "“\(field.id)” là dữ liệu cá nhân nên không làm số phiếu được: số phiếu được lưu và in ra",
          en:
            "“\(field.id)” is personal data and cannot number the interviews: the number is stored"
            + " and printed"),
        remedy: LocalizedText(
          vi: "dùng số phiếu do đội khảo sát đánh, không dùng số căn cước hay số điện thoại",
          en: "use a form number given by the survey team, no identity or telephone number"),
        subject: field.id)
    ]
  }
  guard let name = written, questionnaire.field(name) == nil else { return [] }
  let names = questionnaire.fields.filter { !$0.isItem }.map(\.id)
  return [
    Finding(
      SurveyCode.interviewIDUnknown, at: responses.place(of: "interview-id"),
      message: LocalizedText(
        vi: "phiếu hỏi không có biến “\(name)” mang số phiếu",
        en: "the questionnaire has no variable “\(name)” with the number of the interview"),
      remedy: nearestName(to: name, among: names).map(didYouMean)
        ?? LocalizedText(
          vi: "sửa interview-id, hoặc thêm biến này vào \(questionnaire.file)",
          en: "correct interview-id, or add the variable to \(questionnaire.file)"),
      subject: name)
  ]
}
