import Foundation
import Reporting
package import SurveyModel

/// How a listing is printed.
package enum ListingFormat: String, Sendable, CaseIterable {
  case text
  case json
  case csv
}

/// What the checks of the interviews found, as text, JSON or CSV; for staff.
package func qualityText(
  _ report: QualityReport, survey: SurveyDefinition, format: ListingFormat, language: Language,
  width: Int
) -> String {
  switch format {
  case .text: qualityListing(report, language: language, width: width)
  case .json: String(decoding: qualityJSON(report, survey: survey.id), as: UTF8.self)
  case .csv: String(decoding: qualityCSV(report, language: language), as: UTF8.self)
  }
}

/// Writes `quality.json`, `quality.csv`, `quality-interviewers.csv` and `quality-units.csv`.
package func writeQuality(
  _ report: QualityReport, survey: SurveyDefinition, to folder: String, language: Language
) throws(RunStopped) {
  let files = [
    ("quality.json", qualityJSON(report, survey: survey.id)),
    ("quality.csv", qualityCSV(report, language: language)),
    ("quality-interviewers.csv", qualityGroupsCSV(report.interviewers, language: language)),
    ("quality-units.csv", qualityGroupsCSV(report.units, language: language)),
  ]
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
    }
  } catch {
    throw RunStopped([.outputFailed(folder)], exit: .inputOutput)
  }
}
