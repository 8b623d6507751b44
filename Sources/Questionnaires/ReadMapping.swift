import SurveyModel
import XML

/// The elements a mapping consists of, in a file of its own or in `<responses>`.
let mappingElements = ["column", "ignore", "blank", "answer", "scale-direction"]

/// A survey's elements with those of the mapping files it names put in their place.
struct SplicedSurvey {
  /// Each element keeps the place where it stands in its own file.
  var root: XMLElement
  var paths: [String]
  var findings: [Finding]
}

/// Puts the elements of the mapping files before the survey's own.
func spliceMappings(into root: XMLElement, file: String) -> SplicedSurvey {
  var spliced = SplicedSurvey(root: root, paths: [], findings: [])
  guard let index = root.children.firstIndex(where: { $0.name == "responses" }) else {
    return spliced
  }
  for reference in root.children[index].children(named: "mapping") {
    guard let attribute = reference.attribute("href"), !attribute.value.trimmingSpaces.isEmpty,
      !isAddress(attribute.value)
    else { continue }
    let path = resolvePath(attribute.value, from: file)
    // A missing file is reported by the survey, at the place that names it.
    guard isExistingFile(path), !spliced.paths.contains(path) else { continue }
    let reading = readMappingElements(at: path)
    spliced.paths.append(path)
    spliced.findings += reading.findings
    spliced.root.children[index].children += reading.root?.children ?? []
  }
  return spliced
}

/// Checks a mapping file by itself, without the questionnaire its names come from.
func checkMappingFile(at path: String) -> [Finding] {
  let reading = readMappingElements(at: path)
  guard let root = reading.root else { return reading.findings }
  return combine(structure: reading.findings, rules: checkMapping(root), root: root)
}

private func readMappingElements(at path: String) -> XMLReading {
  var reading = readVocabularyFile(at: path, .survey)
  guard let root = reading.root, root.namespace == Vocabulary.survey.namespace else {
    return reading
  }
  guard root.name == "mapping" else {
    reading.findings.append(notAMapping(root))
    reading.root = nil
    return reading
  }
  return reading
}

/// What the elements of a mapping, wherever they stand, tell about the response files.
///
/// - Parameter responses: `<responses>` of the survey, mapping files spliced in.
/// - Returns: The mapping in the order of the elements.
func responseMapping(_ responses: XMLElement?) -> ResponseMapping {
  guard let responses else { return ResponseMapping() }
  return ResponseMapping(
    columns: responses.children(named: "column").map {
      ResponseMapping.Column(header: $0.word("header") ?? "", field: $0.word("variable") ?? "")
    },
    ignored: responses.children(named: "ignore").compactMap { $0.word("header") },
    blanks: responses.children(named: "blank").compactMap { $0.word("text") },
    answers: responses.children(named: "answer").flatMap { answer in
      answer.words("variable").map {
        ResponseMapping.Answer(
          field: $0.text, text: answer.word("text") ?? "", code: answer.word("code") ?? "")
      }
    },
    directions: responses.children(named: "scale-direction").map { element in
      let items = element.words("items").map(\.text)
      return ResponseMapping.Direction(
        items: items == ["all"] ? nil : items, isReversed: element.word("as") == "reversed",
        file: element.word("file").map { resolvePath($0, from: element.place.file) })
    },
    rejectsIncomplete: responses.word("incomplete") == "reject")
}

private func notAMapping(_ root: XMLElement) -> Finding {
  Finding(
    SurveyCode.notAMapping, at: root.place,
    message: LocalizedText(
      vi: "tệp này không phải tệp nối cột", en: "this file is not a mapping"),
    found: LocalizedText(vi: "<\(root.name)>", en: "<\(root.name)>"),
    expected: LocalizedText(
      vi: "<mapping xmlns=\"urn:sipas:survey:1\">", en: "<mapping xmlns=\"urn:sipas:survey:1\">"),
    remedy: LocalizedText(
      vi: "sửa href của <mapping>, hoặc viết tệp bằng `sipas import --dry-run --save-mapping`",
      en: "correct the href of <mapping>, or make the file with"
        + " `sipas import --dry-run --save-mapping`"),
    subject: root.name)
}
