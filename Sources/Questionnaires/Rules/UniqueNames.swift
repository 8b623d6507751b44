import DelimitedText
import SurveyModel
import XML

/// Identifiers are unique among those they could be confused with.
///
/// Variables and items share one list of names, as columns of a response file do. Factors and items
/// share another, as measures of a plan do. Scales and areas have their own.
func checkUniqueNames(_ source: QuestionnaireSource) -> [Finding] {
  let items = source.items.map(\.element)
  var findings =
    duplicates(source.variables + items) + duplicates(source.scales) + duplicates(source.areas)
  // An item that repeats a variable's name is already reported; report only those against factors.
  let reported = Set(findings.compactMap(\.place))
  findings += duplicates(source.factors + items).filter { finding in
    finding.place.map { !reported.contains($0) } ?? true
  }
  for element in source.factors + items {
    guard let id = element.word("id") else { continue }
    let isIndex = id == source.index?.word("id")
    guard id == "overall" || isIndex else { continue }
    findings.append(
      Finding(
        QuestionnaireCode.reservedID, at: element.place(of: "id"),
        message: LocalizedText(
          vi: "“\(id)” là tên của chỉ số chung, không đặt cho <\(element.name)> được",
          en: "“\(id)” names the overall index and cannot name a <\(element.name)>"),
        remedy: LocalizedText(vi: "đặt mã khác", en: "choose another identifier"), subject: id))
  }
  return findings + duplicateFieldLabels(source)
}

private func duplicates(_ elements: [XMLElement]) -> [Finding] {
  var first: [String: XMLElement] = [:]
  var findings: [Finding] = []
  for element in elements {
    guard let id = element.word("id"), !id.isEmpty else { continue }
    guard let earlier = first[id] else {
      first[id] = element
      continue
    }
    let line = earlier.place.line ?? 0
    findings.append(
      Finding(
        QuestionnaireCode.duplicateID, at: element.place(of: "id"),
        message: LocalizedText(
          vi: "mã “\(id)” đã được dùng cho <\(earlier.name)> ở dòng \(line)",
          en: "the identifier “\(id)” is used by <\(earlier.name)> on line \(line) already"),
        remedy: LocalizedText(
          vi: "đặt mã khác cho <\(element.name)> này",
          en: "choose another for this <\(element.name)>"),
        subject: id))
  }
  return findings
}

/// Columns may be headed by labels, which works only while labels differ.
private func duplicateFieldLabels(_ source: QuestionnaireSource) -> [Finding] {
  var findings: [Finding] = []
  var first: [Language: [String: XMLElement]] = [:]
  for element in source.variables + source.items.map(\.element) {
    for label in element.children(named: "label") {
      guard let language = label.textLanguage, !label.phrase.isEmpty else { continue }
      let key = TextFolding.plain(label.phrase)
      guard let earlier = first[language]?[key] else {
        first[language, default: [:]][key] = element
        continue
      }
      guard earlier.place != element.place else { continue }
      let id = earlier.word("id") ?? ""
      findings.append(
        Finding(
          QuestionnaireCode.duplicateFieldLabel, at: label.place,
          message: LocalizedText(
            vi: "nhãn này trùng với nhãn của \(id) (không kể dấu và chữ hoa)",
            en: "this label equals that of \(id) (diacritics and case aside)"),
          found: LocalizedText(vi: "“\(label.phrase)”", en: "“\(label.phrase)”"),
          remedy: LocalizedText(
            vi: "viết nhãn khác, hoặc luôn dùng mã làm tiêu đề cột",
            en: "word it differently, or always head columns by identifier"),
          subject: element.word("id")))
    }
  }
  return findings
}
