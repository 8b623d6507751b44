import Ingestion
import Storage
import SurveyModel

extension SurveySession {
  /// The key of the survey's pseudonyms, the same as that of the pseudonyms in the store; `nil` where
  /// the survey keeps none.
  ///
  /// - Throws: ``RunStopped`` when no key was named (exit 66), or it is not in order.
  func pseudonymKey() throws(RunStopped) -> PseudonymKey? {
    let variables = survey.questionnaire.fields.filter(\.isPseudonym).map(\.id)
    guard !variables.isEmpty else { return nil }
    guard let path = invocation.keyPath else {
      throw RunStopped(
        [KeyFault.notGiven(survey: survey.definition.file, variables: variables)],
        exit: .missingFile)
    }
    let key: PseudonymKey
    do {
      key = try readKeyFile(at: path, store: store.path)
    } catch {
      throw RunStopped([error.finding(file: path)], exit: error.exit)
    }
    do {
      try store.check(keyFingerprint: key.fingerprint)
    } catch {
      var finding = error.finding
      guard case .otherKey = error else { throw RunStopped([finding], exit: .inputOutput) }
      finding.found = LocalizedText(vi: path, en: path)
      throw RunStopped([finding], exit: .badData)
    }
    return key
  }
}

/// Makes a key file for pseudonyms.
///
/// - Throws: ``RunStopped`` when the file is there already or cannot be written.
package func makePseudonymKey(at path: String) throws(RunStopped) {
  do {
    try makeKeyFile(at: path)
  } catch {
    throw RunStopped([error.finding(file: path)], exit: error.exit)
  }
}

extension KeyFault {
  fileprivate var exit: RunStopped.Exit {
    switch self {
    case .missing: .missingFile
    case .openToOthers, .isTheStore, .damaged, .tooShort: .badData
    case .unreadable, .exists, .notWritten: .inputOutput
    case .noCryptography: .internalFault
    }
  }
}
