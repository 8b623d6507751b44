import SurveyModel
import XML

/// `min` and `max` are numbers, in order, on variables that are numbers.
func checkVariableBounds(_ source: QuestionnaireSource) -> [Finding] {
  source.variables.flatMap { variable in
    let bounds = ["min", "max"].compactMap { variable.attribute($0) }
    guard !bounds.isEmpty, let kind = variable.word("kind") else { return [Finding]() }
    guard kind == "integer" || kind == "number" else {
      return bounds.map { notNumeric($0, kind: kind, of: variable) }
    }
    let malformed = bounds.filter { strictNumber($0.value.trimmingSpaces) == nil }
    guard malformed.isEmpty else { return malformed.map { badForm($0, of: variable) } }
    guard let minimum = variable.number("min"), let maximum = variable.number("max"),
      minimum > maximum
    else { return [] }
    let low = variable.word("min") ?? ""
    let high = variable.word("max") ?? ""
    return [
      Finding(
        QuestionnaireCode.boundsOrder, at: variable.place(of: "min"),
        message: LocalizedText(
          vi: "min (\(low)) lớn hơn max (\(high)), nên không giá trị nào được nhận",
          en: "min (\(low)) is greater than max (\(high)): no value is accepted"),
        remedy: LocalizedText(vi: "đổi chỗ hai giới hạn", en: "swap the two limits"),
        subject: variable.word("id"))
    ]
  }
}

private func notNumeric(
  _ attribute: XMLAttribute, kind: String, of variable: XMLElement
) -> Finding {
  Finding(
    QuestionnaireCode.boundsKind, at: attribute.place,
    message: LocalizedText(
      vi: "\(attribute.name) không dùng được cho biến loại \(kind) trong phiên bản này",
      en: "\(attribute.name) is not available for variables of kind \(kind) in this version"),
    expected: LocalizedText(vi: "kind integer hoặc number", en: "kind integer or number"),
    remedy: LocalizedText(vi: "xoá \(attribute.name)", en: "delete \(attribute.name)"),
    subject: variable.word("id"))
}

private func badForm(_ attribute: XMLAttribute, of variable: XMLElement) -> Finding {
  Finding(
    QuestionnaireCode.boundsForm, at: attribute.valuePlace,
    message: LocalizedText(
      vi: "\(attribute.name) phải là một số", en: "\(attribute.name) must be a number"),
    found: LocalizedText(vi: "“\(attribute.value)”", en: "“\(attribute.value)”"),
    expected: LocalizedText(
      vi: "một số, viết với dấu chấm thập phân", en: "a number, written with a decimal point"),
    remedy: LocalizedText(vi: "sửa lại thành số", en: "write a number"),
    subject: variable.word("id"))
}

/// Answers and lists belong to category variables, one of the two.
func checkAnswerLists(_ source: QuestionnaireSource) -> [Finding] {
  let lists = (source.scales + source.variables).compactMap(tooManyCodes)
  return lists
    + source.variables.compactMap { variable in
      let id = variable.word("id") ?? ""
      let answer = variable.child("answer")
      let list = variable.attribute("list")
      guard let kind = variable.word("kind"), answer != nil || list != nil else { return nil }
      if kind != "category" {
        return Finding(
          QuestionnaireCode.answersKind, at: list?.place ?? answer?.place,
          message: LocalizedText(
            vi: "biến “\(id)” loại \(kind) không có danh sách mã trả lời",
            en: "variable “\(id)” of kind \(kind) takes no answer codes"),
          remedy: LocalizedText(
            vi:
              "viết kind=\"category\", hoặc xoá các mã (mã nghĩa là không trả lời thì dùng <missing>)",
            en: "write kind=\"category\", or delete the codes (codes for no answer go in <missing>)"
          ),
          subject: id)
      }
      guard let answer, list != nil else { return nil }
      return Finding(
        QuestionnaireCode.answersTwice, at: answer.place,
        message: LocalizedText(
          vi: "biến “\(id)” vừa có <answer> vừa có list",
          en: "variable “\(id)” has both <answer> and list"),
        remedy: LocalizedText(
          vi: "giữ danh mục hoặc các <answer>, không cả hai",
          en: "keep the list or the answers, not both"),
        subject: id)
    }
}

/// A position in a code list must fit two bytes, with blank and "not asked" beside it.
private func tooManyCodes(_ owner: XMLElement) -> Finding? {
  let count = owner.children.count { $0.name == "answer" || $0.name == "missing" }
  guard count > Int(CodeList.notAsked16) - 1 else { return nil }
  return Finding(
    QuestionnaireCode.tooManyCodes, at: owner.place,
    message: LocalizedText(vi: "danh sách có \(count) mã", en: "the list has \(count) codes"),
    expected: LocalizedText(vi: "không quá 65534 mã", en: "at most 65534 codes"),
    remedy: LocalizedText(
      vi: "chia thành nhiều biến, ví dụ huyện và xã",
      en: "split it, for example district and commune"),
    subject: owner.word("id"))
}
