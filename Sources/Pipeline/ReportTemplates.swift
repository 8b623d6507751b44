import Foundation
import Questionnaires
package import Reporting
package import SurveyModel
import XML

/// Reads an office's template of reports: `report.xml` in the folder, with what stands beside it.
///
/// - Parameter folder: As the user gave it; the path of a `report.xml` is understood as well.
/// - Returns: The template, with warnings and notices.
/// - Throws: ``RunStopped`` with every finding, when one of them is an error.
package func reportTemplate(
  at folder: String
) throws(RunStopped) -> (template: ReportTemplate, findings: [Finding]) {
  let loaded = readReportSettings(at: folder)
  let findings = loaded.findings + (loaded.value.map(checkTemplate) ?? [])
  guard let settings = loaded.value, !findings.contains(where: { $0.severity == .error }) else {
    let onlyMissing = loaded.findings.allSatisfy {
      XMLFindingCode.missingInput.contains($0.code)
    }
    throw RunStopped(findings, exit: onlyMissing && loaded.value == nil ? .missingFile : .badData)
  }
  return (ReportTemplate(settings), findings)
}

/// Writes the template that the program carries into a folder, to start from: `report.xml` with
/// every text of the report, `page.mustache` and `style.css`.
///
/// - Returns: The paths written.
/// - Throws: ``RunStopped`` when a file is there already, which is never overwritten, or cannot be
///   written.
@discardableResult
package func saveReportTemplate(to folder: String) throws(RunStopped) -> [String] {
  let files = templateFiles().map { (path: "\(folder)/\($0.name)", bytes: $0.bytes) }
  let existing = files.filter { fileExists($0.path) }.map { Finding.outputExists($0.path) }
  guard existing.isEmpty else { throw RunStopped(existing, exit: .inputOutput) }
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  } catch {
    throw RunStopped([.outputFailed(folder)], exit: .inputOutput)
  }
  for file in files {
    do {
      try Data(file.bytes).write(to: URL(fileURLWithPath: file.path), options: .atomic)
    } catch {
      throw RunStopped([.outputFailed(file.path)], exit: .inputOutput)
    }
  }
  return files.map(\.path)
}
