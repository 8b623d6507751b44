import DelimitedText
import SurveyModel
import XML

/// Codes and labels of one list must tell its answers apart.
func checkAnswerCodes(_ source: QuestionnaireSource) -> [Finding] {
  (source.scales + source.variables).flatMap { owner in
    duplicateCodes(of: owner) + duplicateLabels(of: owner)
  }
}

private func answers(of owner: XMLElement) -> [XMLElement] {
  owner.children.filter { $0.name == "answer" || $0.name == "missing" }
}

private func duplicateCodes(of owner: XMLElement) -> [Finding] {
  var first: [String: XMLElement] = [:]
  var findings: [Finding] = []
  for answer in answers(of: owner) {
    guard let code = answer.word("code") else { continue }
    guard let earlier = first[code] else {
      first[code] = answer
      continue
    }
    let line = earlier.place.line ?? 0
    let id = owner.word("id") ?? ""
    findings.append(
      Finding(
        QuestionnaireCode.duplicateCode, at: answer.place(of: "code"),
        message: LocalizedText(
          vi: "mã “\(code)” đã có trong <\(owner.name) id=\"\(id)\">, ở dòng \(line)",
          en: "code “\(code)” stands in <\(owner.name) id=\"\(id)\"> already, on line \(line)"),
        remedy: LocalizedText(vi: "đặt mã khác", en: "choose another code"), subject: id))
  }
  return findings
}

private func duplicateLabels(of owner: XMLElement) -> [Finding] {
  var first: [Language: [String: XMLElement]] = [:]
  var findings: [Finding] = []
  for answer in answers(of: owner) {
    for label in answer.children(named: "label") {
      guard let language = label.textLanguage, !label.phrase.isEmpty else { continue }
      let key = TextFolding.plain(label.phrase)
      guard let earlier = first[language]?[key] else {
        first[language, default: [:]][key] = answer
        continue
      }
      guard earlier.place != answer.place else { continue }
      let code = earlier.word("code") ?? ""
      findings.append(
        Finding(
          QuestionnaireCode.duplicateLabel, at: label.place,
          message: LocalizedText(
            vi: "nhãn này trùng với nhãn của mã “\(code)” (không kể dấu và chữ hoa)",
            en: "this label equals that of code “\(code)” (diacritics and case aside)"),
          found: LocalizedText(vi: "“\(label.phrase)”", en: "“\(label.phrase)”"),
          remedy: LocalizedText(
            vi: "viết nhãn khác, vì câu trả lời có thể được ghi bằng nhãn",
            en: "word it differently: answers may be given by label"),
          subject: owner.word("id")))
    }
  }
  return findings
}
