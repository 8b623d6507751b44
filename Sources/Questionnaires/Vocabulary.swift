import CSchemas
package import SurveyModel
import XML

/// The vocabularies of the product.
package enum Vocabulary: String, Sendable, Hashable, CaseIterable {
  case questionnaire
  case survey
  case plan
  case report
  case forms

  /// The namespace, for example `urn:sipas:survey:1`.
  package var namespace: String { "urn:sipas:\(rawValue):1" }

  /// The name in a sentence.
  package var title: LocalizedText {
    switch self {
    case .questionnaire: LocalizedText(vi: "phiếu hỏi", en: "questionnaire")
    case .survey: LocalizedText(vi: "khảo sát", en: "survey")
    case .plan: LocalizedText(vi: "kế hoạch", en: "plan")
    case .report: LocalizedText(vi: "mẫu báo cáo", en: "report template")
    case .forms: LocalizedText(vi: "biểu mẫu báo cáo", en: "reporting forms")
    }
  }

  /// The schema carried in the program, compiled at first use.
  var schema: XMLSchema { Self.schemas[self] ?? Self.broken(self) }

  private static let schemas: [Vocabulary: XMLSchema] = {
    var schemas: [Vocabulary: XMLSchema] = [:]
    for vocabulary in allCases {
      do throws(XMLSchemaError) {
        schemas[vocabulary] = try XMLSchema(
          vocabulary.schemaBytes, name: "\(vocabulary.rawValue).xsd",
          imports: ["xml.xsd": embedded(sipas_xml_xsd)])
      } catch {
        preconditionFailure("the built-in schema is broken: \(error)")
      }
    }
    return schemas
  }()

  private var schemaBytes: [UInt8] {
    switch self {
    case .questionnaire: Self.embedded(sipas_questionnaire_xsd)
    case .survey: Self.embedded(sipas_survey_xsd)
    case .plan: Self.embedded(sipas_plan_xsd)
    case .report: Self.embedded(sipas_report_xsd)
    case .forms: Self.embedded(sipas_forms_xsd)
    }
  }

  private static func embedded(
    _ schema: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
  ) -> [UInt8] {
    var length = 0
    let start = schema(&length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  private static func broken(_ vocabulary: Vocabulary) -> XMLSchema {
    preconditionFailure("no schema for \(vocabulary)")
  }
}

/// Tells by the root element which vocabulary a file is written in.
///
/// - Returns: The vocabulary, or the findings that say why it cannot be told.
package func detectVocabulary(at path: String) -> Loaded<Vocabulary> {
  let bytes: [UInt8]
  switch readXMLFile(at: path) {
  case .success(let content): bytes = content
  case .failure(let error): return Loaded(value: nil, findings: [error.finding], file: path)
  }
  let reading = readXML(bytes, file: path)
  guard let root = reading.root else {
    return Loaded(value: nil, findings: reading.findings, file: path)
  }
  if let vocabulary = Vocabulary.allCases.first(where: { $0.namespace == root.namespace })
    ?? Vocabulary(rawValue: root.name)
  {
    return Loaded(value: vocabulary, findings: [], file: path, root: root)
  }
  return Loaded(value: nil, findings: [unknownVocabulary(root)], file: path, root: root)
}

private func unknownVocabulary(_ root: XMLElement) -> Finding {
  let names = Vocabulary.allCases.map(\.rawValue)
  let expected = Vocabulary.allCases.map { "<\($0.rawValue) xmlns=\"\($0.namespace)\">" }
    .joined(separator: ", ")
  let nearest = nearestName(to: root.name, among: names)
  return Finding(
    FileCode.vocabularyUnknown, at: root.place,
    message: LocalizedText(
      vi: "tệp XML này không phải phiếu hỏi, khảo sát, kế hoạch, mẫu hay biểu mẫu báo cáo",
      en: "this XML file is not a questionnaire, a survey, a plan, a report template or forms"),
    found: LocalizedText(vi: "<\(root.name)>", en: "<\(root.name)>"),
    expected: LocalizedText(vi: expected, en: expected),
    remedy: nearest.map {
      LocalizedText(vi: "có phải là <\($0)> không?", en: "did you mean <\($0)>?")
    }
      ?? LocalizedText(
        vi: "kiểm tra xem có nhầm tệp không", en: "check that it is the right file"),
    subject: root.name)
}

/// Checks one file of any vocabulary, for `sipas check`.
///
/// A survey is checked together with the questionnaire, plan, mapping and population files it names;
/// a mapping file by itself.
package func checkFile(at path: String) -> [Finding] {
  let detected = detectVocabulary(at: path)
  switch detected.value {
  case .questionnaire: return readQuestionnaire(at: path).findings
  case .survey where detected.root?.name == "mapping": return checkMappingFile(at: path)
  case .survey: return readCampaign(at: path).findings
  case .plan: return readPlan(at: path).findings
  case .report: return readReportSettings(at: path).findings
  case .forms: return readForms(at: path).findings
  case nil: return detected.findings
  }
}
