import Foundation
import Questionnaires
import Simulation
package import SurveyModel

/// Writes synthetic responses for a survey.
///
/// - Returns: The paths written.
package func simulateResponses(
  surveyPath: String, interviews: Int, seed: UInt64, splitBy: String?, messy: Bool,
  format: ResponseFileFormat = .csv, output: String
) throws(RunStopped) -> [String] {
  let survey = try loadSurvey(at: surveyPath, requiresResponses: false)
  var margins: [PopulationMargin] = []
  for step in survey.definition.weighting {
    for definition in step.margins {
      let population = try population(of: definition.variables, in: definition.totals, survey)
      margins.append(PopulationMargin(levels: population.levels, totals: population.totals))
    }
  }
  let settings = SimulationSettings(
    survey: survey.definition, questionnaire: survey.questionnaire, plan: survey.plan,
    margins: margins, interviews: interviews, seed: seed)
  let files = simulatedFiles(
    simulateInterviews(settings), settings: settings,
    layout: FileLayout(splitBy: splitBy, isMessy: messy, format: format))
  var written: [String] = []
  do {
    try FileManager.default.createDirectory(
      atPath: output, withIntermediateDirectories: true)
    for file in files {
      let path = output + "/" + file.name
      if file.name.contains("/") {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      }
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      written.append(path)
    }
  } catch {
    throw RunStopped([.outputFailed(output)], exit: .inputOutput)
  }
  return written
}
