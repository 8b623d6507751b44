import Ingestion
import Questionnaires
import SurveyModel

extension FuzzedReader {
  /// A file of column mappings that a survey names.
  static let mapping = FuzzedReader("mapping") { bytes in
    let file = MemoryFile(bytes, isNamed: true)
    let loaded = survey(withMapping: file)
    return withExtendedLifetime(file) { faults(of: loaded.value, loaded.findings) }
  }

  /// A header of any names, from which a mapping is made for a person to confirm: it is a sound one.
  static let savedMapping = FuzzedReader("saved-mapping") { bytes in
    let responses = MemoryFile(bytes)
    var known = InterviewIndex()
    let imported = withExtendedLifetime(responses) {
      readResponses(
        file: responses.path, shownAs: "responses.csv", fields: FuzzSurvey.fields,
        interviewIDField: "interview_id", known: &known,
        settings: ImportSettings(blockSize: 1 << 16, threads: 1))
    }
    var found = faults(of: imported.findings)
    guard let header = imported.header else { return found }
    var document = mappingDocument(of: [header])
    // What awaits a person's word is refused until it has it.
    let text = String(decoding: document, as: UTF8.self)
    document = Array(
      text.replacing("confirmed=\"false\"", with: "confirmed=\"true\"").utf8)
    let file = MemoryFile(document, isNamed: true)
    let loaded = survey(withMapping: file)
    withExtendedLifetime(file) {
      found += loaded.findings.filter { $0.severity == .error }.map {
        "a saved mapping is refused: \($0.code.id) \($0.message.en ?? "")"
      }
    }
    return found
  }

  private static func survey(withMapping file: MemoryFile) -> Loaded<SurveyDefinition> {
    let text = """
      <survey xmlns="urn:sipas:survey:1" id="fuzzed" year="2022" xml:lang="vi">
      <title>Khảo sát thử</title><source document="thử" status="synthetic"/>
      <questionnaire href="questionnaire.xml"/>
      <responses><file href="responses.csv"/><mapping href="\(file.path)"/></responses>
      <design><weight variable="design_weight"/></design></survey>
      """
    return readSurvey(Array(text.utf8), file: surveyBesideFiles, requiresResponses: false)
  }
}
