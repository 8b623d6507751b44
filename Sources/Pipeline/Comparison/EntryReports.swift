import Foundation
import Reporting
package import SurveyModel

extension ComparedEntries {
  private var showsIDs: Bool {
    survey.questionnaire.field(survey.definition.interviewID)?.isPersonal != true
  }

  /// The comparison for the terminal.
  package func text(language: Language, width: Int) -> String {
    entryComparisonText(
      comparison, questionnaire: survey.questionnaire, showsIDs: showsIDs, language: language,
      width: width)
  }

  /// The comparison and its findings as JSON text.
  package func json() -> String {
    String(
      decoding: entryComparisonJSON(
        comparison, survey: survey.definition.id, showsIDs: showsIDs, findings: findings),
      as: UTF8.self)
  }

  /// Every difference and every form that could not be compared, as CSV text.
  package func csv() -> String {
    String(decoding: entryComparisonCSV(comparison, showsIDs: showsIDs), as: UTF8.self)
  }

  package func writeDifferences(to path: String) throws(RunStopped) {
    try writeBytes(entryComparisonCSV(comparison, showsIDs: showsIDs), to: path)
  }

  /// Writes a log of corrections for a person to fill in.
  ///
  /// - Returns: What the log leaves out.
  package func writeCorrections(to path: String) throws(RunStopped) -> [Finding] {
    guard showsIDs else {
      throw RunStopped([.personalID(survey.definition.interviewID)], exit: .badData)
    }
    try writeBytes(entryCorrectionLog(comparison), to: path)
    let hidden = comparison.differences.count { $0.isHidden }
    return hidden == 0 ? [] : [.notInLog(hidden)]
  }

  private func writeBytes(_ bytes: [UInt8], to path: String) throws(RunStopped) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunStopped([.outputFailed(path)], exit: .inputOutput)
    }
  }
}
