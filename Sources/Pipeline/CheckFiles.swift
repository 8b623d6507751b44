import Questionnaires
import Reporting
package import SurveyModel
import XML

/// Checks files of any vocabulary; a survey together with the files it names.
///
/// - Returns: Every finding, and the exit code when there is an error: 66 when all that is wrong is
///   that a named file does not exist, else 65. A file that names a missing one is itself at fault.
package func checkFiles(_ paths: [String]) -> (findings: [Finding], exit: RunStopped.Exit?) {
  var findings: [Finding] = []
  for path in paths {
    for finding in checkFile(at: path) + checkWords(at: path) where !findings.contains(finding) {
      findings.append(finding)
    }
  }
  let errors = findings.filter { $0.severity == .error }
  if errors.isEmpty { return (findings, nil) }
  let onlyMissing = errors.allSatisfy {
    XMLFindingCode.missingInput.contains($0.code) && paths.contains($0.place?.file ?? "")
  }
  return (findings, onlyMissing ? .missingFile : .badData)
}

/// What a template of reports says, where the file is one whose form is right.
private func checkWords(at path: String) -> [Finding] {
  guard detectVocabulary(at: path).value == .report else { return [] }
  return readReportSettings(at: path).value.map(checkTemplate) ?? []
}
