internal import Dispatch
internal import Foundation
package import SurveyModel
internal import Synchronization

/// A report file that could not be written.
package struct WriteReportsError: Error, Sendable, Hashable {
  package let path: String
  package let reason: String
}

/// Writes the files of a run into a folder: `results.json`, `estimates.csv`, `targets.csv`,
/// `rejects.csv`, where there is something to tell `change.csv`, `rankings.csv`,
/// `contributions.csv`, `covariance.csv`, `decisions.csv` and `register.csv`, then `weights.csv` and `report.html`.
///
/// The folder is made where it does not exist. Each file is written beside its place under another
/// name and moved there once it is whole, so that nobody ever opens half a report; older reports of
/// the same name are replaced, or removed where this run has no such table. Reports can be made again from the store, so nothing is forced to
/// disk (no `fsync`).
///
/// - Returns: The paths written, in the order above.
@discardableResult
package func writeReports(
  _ result: RunResult, to folder: String, language: Language
) throws(WriteReportsError) -> [String] {
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  } catch {
    throw WriteReportsError(path: folder, reason: error.localizedDescription)
  }
  // Three lanes that cost about the same, side by side.
  let outcomes = Mutex([Lane: Result<[String], WriteReportsError>]())
  DispatchQueue.concurrentPerform(iterations: Lane.allCases.count) { number in
    let lane = Lane.allCases[number]
    let outcome = write(lane, of: result, to: folder, language: language)
    outcomes.withLock { $0[lane] = outcome }
  }
  let finished = outcomes.withLock { $0 }
  var paths: [String] = []
  for lane in Lane.allCases { paths += try finished[lane]?.get() ?? [] }
  return paths
}

private enum Lane: CaseIterable { case tables, weights, page }

private func write(
  _ lane: Lane, of result: RunResult, to folder: String, language: Language
) -> Result<[String], WriteReportsError> {
  do throws(WriteReportsError) {
    switch lane {
    case .tables: return .success(try writeTables(result, to: folder, language: language))
    case .weights: return .success([try writeWeights(result, to: folder)])
    case .page: return .success([try writePage(result, to: folder, language: language)])
    }
  } catch {
    return .failure(error)
  }
}

private func writeTables(
  _ result: RunResult, to folder: String, language: Language
) throws(WriteReportsError) -> [String] {
  let tables: [(name: String, bytes: [UInt8]?)] = [
    ("results.json", jsonReport(result)),
    ("estimates.csv", estimatesCSV(result, language: language)),
    ("targets.csv", targetsCSV(result, language: language)),
    ("rejects.csv", rejectsCSV(result.rejects, language: language)),
    ("change.csv", changeCSV(result, language: language)),
    ("rankings.csv", rankingsCSV(result, language: language)),
    ("contributions.csv", contributionsCSV(result, language: language)),
    ("covariance.csv", covarianceCSV(result)),
    ("decisions.csv", decisionEffectsCSV(result, language: language)),
    (
      "register.csv",
      result.register.map { registerCSV($0, showsDay: false, language: language) }
    ),
  ]
  var paths: [String] = []
  for table in tables {
    guard let bytes = table.bytes else {
      // That of an earlier run would be read as this one's.
      unlink("\(folder)/\(table.name)")
      continue
    }
    paths.append(try writeAtomically(table.name, in: folder, pieces: 1) { _ in bytes })
  }
  return paths
}

private func writeWeights(
  _ result: RunResult, to folder: String
) throws(WriteReportsError) -> String {
  var weights = WeightsCSV(result)
  return try writeAtomically("weights.csv", in: folder, pieces: weights.pieceCount) { number in
    weights.piece(number)
  }
}

private func writePage(
  _ result: RunResult, to folder: String, language: Language
) throws(WriteReportsError) -> String {
  let page: [UInt8]
  do {
    page = try htmlReport(result, language: language)
  } catch {
    throw WriteReportsError(path: "\(folder)/report.html", reason: error.reason)
  }
  return try writeAtomically("report.html", in: folder, pieces: 1) { _ in page }
}

/// Writes the pieces one after the other to a temporary file, then renames it.
private func writeAtomically(
  _ name: String, in folder: String, pieces: Int, piece: (Int) -> [UInt8]
) throws(WriteReportsError) -> String {
  let path = "\(folder)/\(name)"
  let temporary = "\(folder)/.\(name).\(ProcessInfo.processInfo.processIdentifier).part"
  func failed(_ action: String) -> WriteReportsError {
    let reason = String(cString: strerror(errno))
    unlink(temporary)
    return WriteReportsError(path: path, reason: "\(action): \(reason)")
  }
  let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw failed("open") }
  for number in 0..<pieces {
    let isWritten = piece(number).withUnsafeBytes { bytes -> Bool in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    guard isWritten else {
      let error = failed("write")
      close(file)
      throw error
    }
  }
  guard close(file) == 0 else { throw failed("close") }
  guard rename(temporary, path) == 0 else { throw failed("rename") }
  return path
}
