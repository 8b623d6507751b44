import SurveyModel
import XML

/// No variable stands in two `<personal>`.
func checkPersonalOnce(_ root: XMLElement) -> [Finding] {
  var lineOfVariable: [String: Int] = [:]
  return root.children(named: "personal").compactMap { element -> Finding? in
    guard let variable = element.word("variable") else { return nil }
    guard let line = lineOfVariable[variable] else {
      lineOfVariable[variable] = element.place.line
      return nil
    }
    return Finding(
      SurveyCode.personalRepeated, at: element.place,
      message: LocalizedText(
        vi: "biến “\(variable)” đã được khai báo ở dòng \(line)",
        en: "the variable “\(variable)” is declared on line \(line) already"),
      remedy: LocalizedText(vi: "giữ một dòng", en: "keep one of them"), subject: variable)
  }
}

/// What `<personal>` names is personal in the questionnaire and, where pseudonyms are kept, a text.
///
/// That it exists is checked with all other uses of variables.
func checkPersonal(_ survey: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  survey.children(named: "personal").compactMap { element -> Finding? in
    guard let name = element.word("variable"), let field = questionnaire.field(name) else {
      return nil
    }
    let place = element.place(of: "variable")
    guard field.isPersonal else {
      return Finding(
        SurveyCode.personalNot, at: place,
        message: LocalizedText(
          vi: "“\(name)” không phải dữ liệu cá nhân trong phiếu hỏi nên được lưu nguyên văn",
          en: "“\(name)” is not personal in the questionnaire, so it is stored as it stands"),
        expected: LocalizedText(vi: "personal=\"true\"", en: "personal=\"true\""),
        remedy: LocalizedText(
          vi: "thêm personal=\"true\" cho biến này trong \(questionnaire.file), hoặc xoá dòng này",
          en: "add personal=\"true\" to it in \(questionnaire.file), or delete this line"),
        subject: name)
    }
    guard element.word("keep") == "pseudonym", field.kind != .text else { return nil }
    return Finding(
      SurveyCode.personalNotText, at: place,
      message: LocalizedText(
        vi: "“\(name)” không phải kiểu chữ nên không tạo bí danh được",
        en: "“\(name)” is no text, and pseudonyms are made of texts only"),
      expected: LocalizedText(vi: "kind text", en: "kind text"),
      remedy: LocalizedText(
        vi: "ghi kind=\"text\" cho biến này trong \(questionnaire.file): số 0 ở đầu cũng được giữ",
        en: "write kind=\"text\" for it in \(questionnaire.file): leading zeros stay that way"),
      subject: name)
  }
}
