internal import SurveyModel

/// Writes a folder with which another statistician checks a run in R or Python.
///
/// The folder holds the coded data of the analysis (`interviews.csv`), the tables that describe
/// the design, the weighting and the index, every figure of the run (`expected.csv`), and programs
/// that compute all of it again (`check.R`, `check.py`). The programs are the same bytes for every
/// survey: names and codes of a survey stand in tables only, so that none of them is ever read as
/// program text.
///
/// Personal variables, free text and interview ids are not written: a text variable that the
/// design or a domain uses becomes numbers. The same run gives the same bytes.
///
/// - Parameters:
///   - export: The run, its interviews and its design.
///   - folder: Made where it does not exist; files of the same name are replaced, each as a whole.
/// - Returns: The paths written.
/// - Throws: ``ExportError/notWritten(path:reason:)``.
/// - Complexity: O(interviews × exported columns).
///
/// ## Method
///
/// T. Lumley, *Complex Surveys: A Guide to Analysis Using R* (2010): the programs use its package
/// `survey`, and `docs/methods.md` says where a definition differs.
@discardableResult
package func exportAnalysis(
  _ export: AnalysisExport, to folder: String
) throws(ExportError) -> [String] {
  let target = try ExportFolder(folder)
  var paths: [String] = []
  for file in exportFiles(export) {
    paths.append(try target.write(file.bytes, to: file.name))
  }
  return paths
}

/// A file of the folder.
struct ExportFile {
  var name: String
  var bytes: [UInt8]
}

/// Every file of the folder, in a fixed order.
func exportFiles(_ export: AnalysisExport) -> [ExportFile] {
  let columns = ExportedColumns(export)
  var files = [
    ExportFile(name: "README.md", bytes: Array(readMe(export).utf8)),
    ExportFile(name: "settings.csv", bytes: settingsTable(export, columns)),
    ExportFile(name: "columns.csv", bytes: columnsTable(columns)),
    ExportFile(name: "codes.csv", bytes: codesTable(columns)),
    ExportFile(name: "index.csv", bytes: indexTable(export.result.questionnaire, columns)),
    ExportFile(name: "steps.csv", bytes: stepsTable(export.result)),
  ]
  files += stepFiles(export.result, columns)
  files.append(ExportFile(name: "expected.csv", bytes: expectedTable(export, columns)))
  if let replicates = export.replicates { files += replicateFiles(replicates) }
  files.append(ExportFile(name: "interviews.csv", bytes: interviewsTable(export, columns)))
  files += checkPrograms()
  return files
}

/// The programs, the same for every survey.
func checkPrograms() -> [ExportFile] {
  [
    ExportFile(name: "check.R", bytes: PackageResources.check_R),
    ExportFile(name: "weighting.R", bytes: PackageResources.weighting_R),
    ExportFile(name: "figures.R", bytes: PackageResources.figures_R),
    ExportFile(name: "replicates.R", bytes: PackageResources.replicates_R),
    ExportFile(name: "check.py", bytes: PackageResources.check_py),
  ]
}
