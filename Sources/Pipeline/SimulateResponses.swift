import DelimitedText
import Foundation
import Questionnaires
import Simulation
package import SurveyModel

/// In what form synthetic responses are written, in the words of the command line.
package struct SimulatedForm: Sendable {
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf8WithMark = "utf-8-bom"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1258 = "windows-1258"
    case tcvn3
    case vni
  }

  package var format: ResponseFileFormat
  package var encoding: Encoding
  package var delimiter: ColumnDelimiter
  package var labels: Bool

  package init(
    format: ResponseFileFormat = .csv, encoding: Encoding = .utf8,
    delimiter: ColumnDelimiter = .comma,
    labels: Bool = false
  ) {
    self.format = format
    self.encoding = encoding
    self.delimiter = delimiter
    self.labels = labels
  }

  var fileForm: FileForm {
    let textEncoding: TextEncoding =
      switch encoding {
      case .utf8, .utf8WithMark: .utf8
      case .utf16LittleEndian: .utf16LittleEndian
      case .utf16BigEndian: .utf16BigEndian
      case .windows1258: .windows1258
      case .tcvn3: .tcvn3
      case .vni: .vni
      }
    return FileForm(
      format: format, encoding: textEncoding, hasByteOrderMark: encoding == .utf8WithMark,
      delimiter: delimiter, spellsLabels: labels)
  }
}

/// Writes synthetic responses for a survey.
///
/// - Returns: The paths written.
package func simulateResponses(
  surveyPath: String, interviews: Int, seed: UInt64, splitBy: String?, messy: Bool,
  form: SimulatedForm = SimulatedForm(), levels: [String: Double] = [:], output: String
) throws(RunStopped) -> [String] {
  let survey = try loadSurvey(at: surveyPath, requiresResponses: false)
  let factors = survey.questionnaire.factors.map(\.id)
  if let unknown = levels.keys.sorted().first(where: { !factors.contains($0) }) {
    throw RunStopped(
      [SimulationError.unknownFactor(unknown, known: factors).finding], exit: .badData)
  }
  var margins: [PopulationMargin] = []
  for step in survey.definition.weighting {
    for definition in step.margins {
      let population = try population(of: definition.variables, in: definition.totals, survey)
      margins.append(PopulationMargin(levels: population.levels, totals: population.totals))
    }
  }
  let settings = SimulationSettings(
    survey: survey.definition, questionnaire: survey.questionnaire, plan: survey.plan,
    margins: margins, interviews: interviews, seed: seed, levels: levels)
  let files: [SimulatedFile]
  do throws(SimulationError) {
    files = try simulatedFiles(
      simulateInterviews(settings), settings: settings,
      layout: FileLayout(splitBy: splitBy, isMessy: messy, form: form.fileForm))
  } catch {
    throw RunStopped([error.finding], exit: .badData)
  }
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
