import SurveyModel
import XML

/// Warns of texts in a language the product does not show.
func checkLanguages(_ root: XMLElement) -> [Finding] {
  var findings: [Finding] = []
  visit(root) { element in
    guard let attribute = element.attribute("xml:lang"), element.textLanguage == nil else { return }
    findings.append(
      Finding(
        FileCode.languageUnsupported, at: attribute.valuePlace,
        message: LocalizedText(
          vi: "chữ bằng ngôn ngữ này không được hiện ở đâu",
          en: "text in this language is shown nowhere"),
        found: LocalizedText(vi: "“\(attribute.value)”", en: "“\(attribute.value)”"),
        expected: LocalizedText(vi: "vi hoặc en", en: "vi or en"),
        remedy: LocalizedText(
          vi: "sửa xml:lang, hoặc bỏ qua nếu cố ý", en: "correct xml:lang, or leave it if intended"),
        subject: "xml:lang"))
  }
  return findings
}

/// Reports a text of these names, else a label or title, that stands twice in one language.
func checkRepeatedTexts(
  _ root: XMLElement, named names: [String] = ["label", "title"]
) -> [Finding] {
  var findings: [Finding] = []
  visit(root) { element in
    for name in names {
      var first: [Language: XMLElement] = [:]
      for child in element.children(named: name) {
        guard let language = child.textLanguage else { continue }
        guard let earlier = first[language] else {
          first[language] = child
          continue
        }
        let line = earlier.place.line ?? 0
        findings.append(
          Finding(
            FileCode.textRepeated, at: child.place,
            message: LocalizedText(
              vi: "<\(name)> cùng ngôn ngữ (\(language.rawValue)) đã có ở dòng \(line)",
              en: "there is a <\(name)> in the same language (\(language.rawValue)) on line \(line)"
            ),
            remedy: LocalizedText(
              vi: "xoá một cái, hoặc ghi xml:lang=\"\(language == .vi ? "en" : "vi")\"",
              en: "delete one, or write xml:lang=\"\(language == .vi ? "en" : "vi")\""),
            subject: name))
      }
    }
  }
  return findings
}

/// Visits an element and everything in it, in file order.
func visit(_ element: XMLElement, _ body: (XMLElement) -> Void) {
  body(element)
  for child in element.children { visit(child, body) }
}
