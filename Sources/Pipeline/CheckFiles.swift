import Questionnaires
package import SurveyModel

/// Checks files of any of the three vocabularies; a survey together with the files it names.
///
/// - Returns: Every finding, and the exit code when there is an error: 66 when all that is wrong
///   is a missing file, else 65.
package func checkFiles(_ paths: [String]) -> (findings: [Finding], exit: RunStopped.Exit?) {
  var findings: [Finding] = []
  for path in paths {
    for finding in checkFile(at: path) where !findings.contains(finding) {
      findings.append(finding)
    }
  }
  let failed = findings.contains { $0.severity == .error }
  return (findings, failed ? exitFor(findings) : nil)
}
