internal import GRDB

extension StoreError {
  /// What a fault in the store's code or in SQLite means for the person who runs the program.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    switch error {
    case is RowDecodingError, is UnknownChoice, is DecodingError:
      // What stands there is not said: it may be anything, an answer too.
      self = .corrupted(path: path, detail: "\(type(of: error))")
      return
    default: break
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: String(describing: error))
      return
    }
    // The message only: the description of a DatabaseError may show values bound to a statement.
    let reason = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .cannotWrite(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_NOTADB: self = .notAStore(path: path, .notSQLite)
    case .SQLITE_CORRUPT: self = .corrupted(path: path, detail: reason)
    case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
    default: self = .failed(path: path, reason: reason)
    }
  }
}
