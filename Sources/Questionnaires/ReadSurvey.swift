import DelimitedText
package import SurveyModel
import XML

/// Reads a survey file: safe parsing, validation, values, rules.
///
/// Reads the mapping files it names and no other file; only looks whether those exist.
///
/// - Parameters:
///   - path: As the user gave it; every path in the value is seen from its folder.
///   - requiresResponses: Reports patterns that match no response file; `false` for commands that
///     make the responses.
/// - Returns: The survey when there is no error, and everything found.
package func readSurvey(
  at path: String, requiresResponses: Bool = true
) -> Loaded<SurveyDefinition> {
  let reading = readVocabularyFile(at: path, .survey)
  return survey(from: reading, file: path, requiresResponses: requiresResponses)
}

/// Reads a survey file from memory; `file` is the name findings give it, and the files it names are
/// looked for beside it.
package func readSurvey(
  _ bytes: [UInt8], file: String, requiresResponses: Bool = true
) -> Loaded<SurveyDefinition> {
  let reading = readVocabulary(bytes, file: file, .survey)
  return survey(from: reading, file: file, requiresResponses: requiresResponses)
}

private func survey(
  from reading: XMLReading, file path: String, requiresResponses: Bool
) -> Loaded<SurveyDefinition> {
  guard let written = reading.root, isReadable(reading, as: .survey) else {
    return Loaded(value: nil, findings: reading.findings, file: path, root: reading.root)
  }
  let spliced = spliceMappings(into: written, file: path)
  let root = spliced.root
  var rules = spliced.findings + (root.child("responses").map { checkMapping($0) } ?? [])
  rules += checkCodeListsOnce(root) + checkResponseEncodings(root) + checkVariableLists(root)
  rules +=
    checkPersonalOnce(root) + checkWeightChoice(root) + checkClusterPopulations(root)
    + checkStages(root)
  rules += checkMargins(root) + checkNonresponsePlace(root) + checkCalibrationBounds(root)
  rules += checkTrimLimits(root) + checkVariance(root)
  rules += checkReferences(root, file: path) + checkRepeatedTexts(root)
  if requiresResponses { rules += checkResponseFiles(root, file: path) }
  let findings = combine(structure: reading.findings, rules: rules, root: root)
  let hasErrors = findings.contains { $0.severity == .error }
  let survey = hasErrors ? nil : survey(root, file: path, mappingFiles: spliced.paths)
  return Loaded(value: survey, findings: findings, file: path, root: root)
}

private func survey(
  _ root: XMLElement, file: String, mappingFiles: [String]
) -> SurveyDefinition {
  let responses = root.child("responses")
  let interval = root.child("interval")
  return SurveyDefinition(
    id: root.word("id") ?? "", year: root.integer("year") ?? 0, title: root.texts("title"),
    notes: root.notes, sources: root.children(named: "source").map(\.sourceDocument),
    questionnaire: resolvePath(root.child("questionnaire")?.word("href") ?? "", from: file),
    interviewID: responses?.word("interview-id") ?? "interview_id",
    responses: responses?.children(named: "file").map { pattern($0, file: file) } ?? [],
    mapping: responseMapping(responses), mappingFiles: mappingFiles,
    codeLists: responses?.children(named: "code-list").map {
      (
        field: $0.word("variable") ?? "", path: resolvePath($0.word("href") ?? "", from: file)
      )
    } ?? [],
    pseudonyms: root.children(named: "personal").filter { $0.word("keep") == "pseudonym" }
      .compactMap { $0.word("variable") },
    design: design(root.child("design"), file: file),
    weighting: root.child("weighting")?.children.compactMap { step($0, file: file) } ?? [],
    variance: variance(root.child("variance"), file: file),
    interval: interval?.word("method").flatMap(IntervalMethod.init) ?? .waldT,
    level: interval?.number("level") ?? 0.95,
    domains: root.child("domains")?.children(named: "domain").map {
      $0.words("variable").map(\.text)
    } ?? [],
    minimumRespondents: root.child("disclosure")?.integer("minimum-respondents") ?? 0,
    quality: quality(root.child("quality"), file: file),
    earlier: root.child("earlier").map { earlier($0, file: file) },
    plan: root.child("plan")?.word("href").map { resolvePath($0, from: file) },
    forms: root.child("forms")?.word("href").map { resolvePath($0, from: file) }, file: file)
}

private func pattern(_ element: XMLElement, file: String) -> ResponseFilePattern {
  ResponseFilePattern(
    pattern: resolvePath(element.word("href") ?? "", from: file),
    encoding: element.word("encoding"), delimiter: element.word("delimiter"),
    decimal: element.word("decimal"), dates: element.word("dates"),
    sheet: element.word("sheet"), place: element.place)
}

private func earlier(_ element: XMLElement, file: String) -> EarlierSurvey {
  EarlierSurvey(
    path: resolvePath(element.word("href") ?? "", from: file),
    sharesClusters: element.word("clusters") == "shared", place: element.place)
}
