import Reporting
import Storage
package import SurveyModel

/// All batches of a store, taken out ones included.
package func storedBatches(storePath: String) throws(RunStopped) -> [BatchSummary] {
  try withStore(storePath) { store throws(StoreError) in try store.batches(survey: nil) }
}

/// Takes a batch back out and keeps its record.
package func undoBatch(
  _ batch: Int64, storePath: String, invocation: Invocation
) throws(RunStopped) -> BatchSummary {
  try withStore(storePath) { store throws(StoreError) in
    try store.undo(batch: batch, at: invocation.now, by: invocation.user)
  }
}

/// Rows left out, with their reasons, of one batch or of all.
package func storedRejects(
  storePath: String, batch: Int64?
) throws(RunStopped) -> [StoredReject] {
  try withStore(storePath) { store throws(StoreError) in
    try store.rejects(survey: nil, batch: batch)
  }
}

/// All decisions of a store, withdrawn ones included.
package func storedDecisions(storePath: String) throws(RunStopped) -> [Decision] {
  try withStore(storePath) { store throws(StoreError) in try store.decisions(survey: nil) }
}

/// Opens a store that must exist: these operations never make one.
private func withStore<Value>(
  _ path: String, _ body: (SurveyStore) throws(StoreError) -> Value
) throws(RunStopped) -> Value {
  guard fileExists(path) else {
    throw RunStopped([.missing(path, what: .store)], exit: .missingFile)
  }
  do {
    return try body(try SurveyStore(path: path))
  } catch {
    let badData: Bool
    switch error {
    case .unknownBatch, .alreadyUndone, .unknownSurvey: badData = true
    default: badData = false
    }
    throw RunStopped([error.finding], exit: badData ? .badData : .inputOutput)
  }
}
