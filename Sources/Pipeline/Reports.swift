import Foundation
import Reporting
package import SurveyModel

/// The attainment table for the terminal.
package func attainmentTable(
  _ result: RunResult, language: Language, width: Int, inColour: Bool
) -> String {
  textReport(
    result, options: TextReportOptions(language: language, width: width, usesColour: inColour))
}

/// `results.json` as text.
package func resultsJSON(_ result: RunResult) -> String {
  String(decoding: jsonReport(result), as: UTF8.self)
}

/// `estimates.csv` as text.
package func estimatesTable(_ result: RunResult, language: Language) -> String {
  String(decoding: estimatesCSV(result, language: language), as: UTF8.self)
}

/// Findings as a person reads them, at most `limit` of one code; the rest are counted.
package func renderFindings(
  _ findings: [Finding], language: Language, limit: Int = 20, inColour: Bool
) -> String {
  findingsReport(findings, language: language, limit: limit, usesColour: inColour)
}

/// Writes rejected rows as CSV.
package func writeRejects(
  _ rejects: [StoredReject], to path: String, language: Language
) throws(RunStopped) {
  do {
    try Data(rejectsCSV(rejects, language: language)).write(
      to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    throw RunStopped([.outputFailed(path)], exit: .inputOutput)
  }
}

/// Writes a generated page of the documentation.
package func writePage(_ text: String, to path: String) throws(RunStopped) {
  do {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  } catch {
    throw RunStopped([.outputFailed(path)], exit: .inputOutput)
  }
}

/// The batches of a store as a table for the terminal.
package func batchTable(_ batches: [BatchSummary], language: Language) -> String {
  batchListing(batches, language: language)
}

/// What an import would do, for the terminal.
package func importTrialTable(_ readings: [FileReading], language: Language) -> String {
  importTrialListing(readings, language: language)
}

/// What an import would do, and the findings it would print, as JSON text.
package func importTrialJSON(
  _ readings: [FileReading], survey: SurveyDefinition, findings: [Finding]
) -> String {
  String(
    decoding: importTrialJSON(readings, survey: survey.id, findings: findings), as: UTF8.self)
}

/// The weights after each step as a table for the terminal.
package func weightTable(_ steps: [WeightStep], language: Language) -> String {
  weightListing(steps, language: language)
}

/// The methods side by side, for the terminal or as CSV.
package func comparisonTable(
  _ comparison: MethodComparison, questionnaire: Questionnaire, language: Language, asCSV: Bool
) -> String {
  asCSV
    ? String(
      decoding: comparisonCSV(comparison, questionnaire: questionnaire, language: language),
      as: UTF8.self)
    : comparisonListing(comparison, questionnaire: questionnaire, language: language)
}

/// The sample that detects each target's step, for the terminal or as CSV.
package func samplePlanTable(
  _ rows: [SamplePlanRow], settings: SamplePlanSettings, questionnaire: Questionnaire,
  language: Language, asCSV: Bool
) -> String {
  asCSV
    ? String(
      decoding: samplePlanCSV(
        rows, settings: settings, questionnaire: questionnaire, language: language),
      as: UTF8.self)
    : samplePlanListing(rows, settings: settings, questionnaire: questionnaire, language: language)
}

/// How one figure came about, for the terminal.
package func explanation(
  _ explanation: Explanation, of result: RunResult, language: Language, width: Int
) -> String {
  explanationText(explanation, of: result, language: language, width: width)
}
