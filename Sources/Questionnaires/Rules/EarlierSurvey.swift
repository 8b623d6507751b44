import Foundation
import SurveyModel
import XML

/// The earlier survey is another one, sound, of an earlier year, and measures something this one
/// measures too.
///
/// Its own earlier survey is not followed, so that surveys that name each other end nowhere.
func checkEarlierSurvey(
  _ survey: XMLElement, file: String, against questionnaire: Questionnaire
) -> [Finding] {
  guard let element = survey.child("earlier"), let reference = element.attribute("href"),
    !isAddress(reference.value)
  else { return [] }
  let path = resolvePath(reference.value, from: file)
  // A missing file is reported at the place that names it.
  guard isExistingFile(path) else { return [] }
  guard sameFile(path, file) == false else {
    return [
      itself(
        reference,
        LocalizedText(
          vi: "khảo sát trước là chính tệp này", en: "the earlier survey is this file"))
    ]
  }
  let earlier = readCampaign(at: path, requiresResponses: false, followsEarlier: false)
  var findings = earlier.findings.filter { $0.severity == .error }
  guard let campaign = earlier.value else { return findings }
  if campaign.survey.id == survey.word("id") {
    findings.append(
      itself(
        reference,
        LocalizedText(
          vi: "khảo sát trước có cùng mã “\(campaign.survey.id)” với khảo sát này",
          en: "the earlier survey has the identifier of this one, “\(campaign.survey.id)”")))
  }
  if let year = survey.integer("year"), campaign.survey.year >= year {
    findings.append(
      Finding(
        SurveyCode.earlierYear, at: reference.valuePlace,
        message: LocalizedText(
          vi: "khảo sát trước là của năm \(campaign.survey.year), không trước năm \(year)",
          en: "the earlier survey is of \(campaign.survey.year), which is not before \(year)"),
        remedy: LocalizedText(
          vi: "xem lại year của hai tệp khảo sát", en: "check the year of the two surveys"),
        subject: "href"))
  }
  let own = measures(questionnaire)
  let common = measures(campaign.questionnaire).filter(own.contains)
  if common.isEmpty {
    let list = own.sorted().prefix(12).joined(separator: ", ")
    findings.append(
      Finding(
        SurveyCode.earlierNothingCommon, at: reference.valuePlace,
        message: LocalizedText(
          vi: "phiếu của khảo sát trước không có yếu tố hay tiêu chí nào cùng mã",
          en: "the earlier survey's questionnaire has no factor and no item of the same identifier"),
        expected: LocalizedText(vi: list, en: list),
        remedy: LocalizedText(
          vi: "so sánh với khảo sát dùng cùng phiếu, hoặc bỏ <earlier>",
          en: "compare with a survey of the same questionnaire, or take <earlier> out"),
        subject: "href"))
  }
  return findings
}

private func measures(_ questionnaire: Questionnaire) -> Set<String> {
  Set(questionnaire.factors.map(\.id) + questionnaire.items.map(\.id))
}

/// Whether two paths lead to one file, through links too.
private func sameFile(_ left: String, _ right: String) -> Bool {
  let paths = [left, right].map {
    URL(fileURLWithPath: $0).standardizedFileURL.resolvingSymlinksInPath().path
  }
  return paths[0] == paths[1]
}

private func itself(_ reference: XMLAttribute, _ message: LocalizedText) -> Finding {
  Finding(
    SurveyCode.earlierIsItself, at: reference.valuePlace, message: message,
    remedy: LocalizedText(
      vi: "ghi tệp của cuộc khảo sát trước, có mã riêng",
      en: "name the file of the survey before, with an identifier of its own"), subject: "href")
}
