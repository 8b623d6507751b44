import Foundation
import Reporting
package import SurveyModel

extension ComparedBackCheck {
  private var showsIDs: Bool {
    survey.questionnaire.field(survey.definition.interviewID)?.isPersonal != true
  }

  /// The comparison as text, JSON, or the figures as CSV.
  package func text(format: ListingFormat, language: Language, width: Int) -> String {
    switch format {
    case .text:
      backCheckText(
        result, questionnaire: survey.questionnaire, language: language, width: width)
    case .json:
      String(
        decoding: backCheckJSON(
          result, survey: survey.definition.id, showsIDs: showsIDs, findings: findings),
        as: UTF8.self)
    case .csv: String(decoding: backCheckFiguresCSV(result), as: UTF8.self)
    }
  }

  /// Writes every differing answer, and every interview that was not compared, as CSV.
  package func writeDifferences(to path: String) throws(RunStopped) {
    do {
      try Data(backCheckDifferencesCSV(result, showsIDs: showsIDs))
        .write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunStopped([.outputFailed(path)], exit: .inputOutput)
    }
  }
}
