import SurveyModel
import XML

/// Fills the categories that await their codes from the lists the survey names.
///
/// - Returns: The questionnaire with the codes, and what was found in the lists.
func fillCodeLists(
  of questionnaire: Questionnaire, survey: XMLElement, file: String, year: Int?
) -> (questionnaire: Questionnaire, findings: [Finding]) {
  var questionnaire = questionnaire
  var findings: [Finding] = []
  for element in survey.child("responses")?.children(named: "code-list") ?? [] {
    guard let name = element.word("variable"), let index = questionnaire.fieldIndex(name),
      let reference = element.attribute("href")
    else { continue }
    let field = questionnaire.fields[index]
    guard field.awaitsCodeList, let list = field.codeList, !field.isItem else {
      findings.append(
        Finding(
          SurveyCode.codeListNotWanted, at: element.place(of: "variable"),
          message: field.codeList == nil
            ? LocalizedText(
              vi: "biến “\(name)” không phải loại category nên không nhận danh mục",
              en: "the variable “\(name)” is no category and takes no code list")
            : LocalizedText(
              vi: "biến “\(name)” đã có mã trong phiếu hỏi",
              en: "the variable “\(name)” has its codes in the questionnaire"),
          remedy: LocalizedText(vi: "xoá <code-list> này", en: "delete this <code-list>"),
          subject: name))
      continue
    }
    let path = resolvePath(reference.value, from: file)
    // A missing file is reported by the survey itself.
    guard isExistingFile(path) else {
      questionnaire.fields[index].awaitsCodeList = false
      continue
    }
    let reading = readCodeList(at: path, namedAt: reference.valuePlace, year: year)
    findings += reading.findings
    let answers = reading.list.map { Array($0.answers) } ?? []
    questionnaire.fields[index].kind = .coded(
      CodeList(answers: answers, missing: Array(list.missing)))
    questionnaire.fields[index].awaitsCodeList = false
  }
  let awaiting = questionnaire.fields.filter(\.awaitsCodeList)
  for field in awaiting {
    findings.append(
      Finding(
        SurveyCode.codeListMissing,
        at: survey.child("responses")?.place ?? survey.place,
        message: LocalizedText(
          vi: "biến “\(field.id)” của phiếu hỏi chưa có mã nào, khảo sát phải cho danh mục",
          en: "the variable “\(field.id)” has no codes; the survey must give its list"),
        remedy: LocalizedText(
          vi: "thêm <code-list variable=\"\(field.id)\" href=\"….csv\"/> vào <responses>",
          en: "add <code-list variable=\"\(field.id)\" href=\"….csv\"/> to <responses>"),
        subject: field.id))
  }
  return (questionnaire, findings)
}
