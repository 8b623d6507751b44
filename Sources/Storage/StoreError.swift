/// Why the store cannot do what was asked; ``finding`` says it to a person.
package enum StoreError: Error, Sendable, Hashable {
  /// Why a file is not a store.
  package enum ForeignFile: Sendable, Hashable {
    case folder
    case notSQLite
    /// A SQLite database that another program made.
    case otherDatabase
  }

  case folderMissing(path: String)
  case cannotWrite(path: String)
  case cannotOpen(path: String, reason: String)
  case notAStore(path: String, ForeignFile)
  case newerVersion(path: String, found: Int, known: Int)
  case locked(path: String)
  case diskFull(path: String)
  /// `detail` names what does not fit, for the person who repairs the file.
  case corrupted(path: String, detail: String)
  case inputOutput(path: String, reason: String)
  case unknownSurvey(path: String, survey: String)
  case changedMeanwhile(path: String, survey: String)
  /// Another run entered, judged or withdrew for the same figure or target and year.
  case figuresChangedMeanwhile(path: String, plan: String)
  case alreadyImported(path: String, batch: Int64, file: String, importedAt: String)
  case unknownBatch(path: String, batch: Int64)
  case alreadyUndone(path: String, batch: Int64, at: String)
  /// Responses of `batch` answer `field` with `code`, which the list given does not hold.
  case codeNotInList(path: String, field: String, code: String, batch: Int64, file: String)
  /// `stored` and `wanted` are forms of a column, as `batch_column.form` has them.
  case kindChanged(path: String, field: String, stored: String, wanted: String, batch: Int64)
  /// The store's pseudonyms were made with another key.
  case otherKey(path: String)
  case failed(path: String, reason: String)
}
