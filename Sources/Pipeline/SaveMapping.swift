import Foundation
import Questionnaires
import SurveyModel

extension SurveySession {
  /// Writes how the columns of the files read go with the questionnaire, for a person to confirm.
  ///
  /// A file that is there already is not overwritten: a person may have worked on it.
  ///
  /// - Parameter path: The file to write.
  /// - Throws: ``RunStopped`` when it cannot be written.
  package func saveMapping(to path: String) throws(RunStopped) {
    guard !fileExists(path) else { throw RunStopped([.outputExists(path)], exit: .inputOutput) }
    do {
      try Data(
        mappingDocument(
          of: readings.compactMap(\.header), unread: readings.flatMap(\.unreadTexts))
      )
      .write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunStopped([.outputFailed(path)], exit: .inputOutput)
    }
  }
}
