internal import Foundation
package import SurveyModel

/// A report file that could not be written.
package struct WriteReportsError: Error, Sendable, Hashable {
  package let path: String
  package let reason: String
}

/// Writes the files of a run into a folder: `results.json`, `estimates.csv`, `targets.csv`,
/// `rejects.csv`, `weights.csv` and `report.html`.
///
/// The folder is made where it does not exist. Each file is written beside its place under another
/// name and moved there once it is whole, so that nobody ever opens half a report; older reports of
/// the same name are replaced. Reports can be made again from the store, so nothing is forced to
/// disk (no `fsync`).
///
/// - Returns: The paths written, in the order above.
@discardableResult
package func writeReports(
  _ result: RunResult, to folder: String, language: Language
) throws(WriteReportsError) -> [String] {
  let page: [UInt8]
  do {
    page = try htmlReport(result, language: language)
  } catch {
    throw WriteReportsError(path: "\(folder)/report.html", reason: error.reason)
  }
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  } catch {
    throw WriteReportsError(path: folder, reason: error.localizedDescription)
  }
  let whole: [(name: String, bytes: [UInt8])] = [
    ("results.json", jsonReport(result)),
    ("estimates.csv", estimatesCSV(result, language: language)),
    ("targets.csv", targetsCSV(result, language: language)),
    ("rejects.csv", rejectsCSV(result.rejects, language: language)),
  ]
  var paths: [String] = []
  for file in whole {
    paths.append(
      try writeAtomically(file.name, in: folder, pieces: 1) { _ in file.bytes })
  }
  var weights = WeightsCSV(result)
  paths.append(
    try writeAtomically("weights.csv", in: folder, pieces: weights.pieceCount) { number in
      weights.piece(number)
    })
  paths.append(try writeAtomically("report.html", in: folder, pieces: 1) { _ in page })
  return paths
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
