internal import Dispatch
internal import Foundation
package import Documents
package import SurveyModel
internal import Synchronization

/// Why a report file could not be written.
package struct WriteReportsError: Error, Sendable, Hashable {
  package let path: String
  package let reason: String
  /// What a person is told, where the writer of the format says more than that the disk refused.
  package let finding: Finding?

  package init(path: String, reason: String, finding: Finding? = nil) {
    self.path = path
    self.reason = reason
    self.finding = finding
  }
}

/// A file that another module makes of the same document: text document, printed pages, workbook.
package struct ReportFile: Sendable {
  package let name: String
  /// Writes the document to a path of its own, from where it is moved to its name once it is whole.
  package let write: @Sendable (Document, _ path: String) -> Result<Void, WriteReportsError>

  package init(
    name: String,
    write: @escaping @Sendable (Document, _ path: String) -> Result<Void, WriteReportsError>
  ) {
    self.name = name
    self.write = write
  }
}

/// Writes the files of a run into a folder.
///
/// They are `results.json`, `estimates.csv`, `targets.csv`, `rejects.csv`, where there is something
/// to tell `change.csv`, `rankings.csv`, `contributions.csv`, `covariance.csv`, `decisions.csv` and
/// `register.csv`, then `weights.csv`, `report.html` and the other files of the same document.
///
/// The folder is made where it does not exist. Each file is written beside its place under another
/// name and moved there once it is whole, so that nobody ever opens half a report; older reports of
/// the same name are replaced, or removed where this run has no such table. Reports can be made
/// again from the store, so nothing is forced to disk (no `fsync`). A file that fails does not keep
/// the others from being written.
///
/// `around` does the work of one part, called for each on the thread that does it, for who wants to
/// know how long it takes. The parts are `document`, the endings of the documents' files, `tables`
/// and `weights`.
///
/// - Returns: The faults, always in one order; empty when all is written.
package func writeReports(
  _ result: RunResult, to folder: String, language: Language, template: ReportTemplate = .standard,
  files: [ReportFile] = [],
  around: @escaping @Sendable (_ part: String, _ work: () -> Void) -> Void = { _, work in work() }
) -> [WriteReportsError] {
  if let fault = makeFolder(folder) { return [fault] }
  let documents = files + [pageFile("report.html", template: template)]
  let document = OnceMade<Document> {
    var made: Document?
    around("document") { made = reportDocument(result, template: template, language: language) }
    guard let made else { preconditionFailure("the work of a part is done") }
    return made
  }
  // What needs no document is written while another core puts the document together.
  return sideBySide(documents.count + 3) { number in
    func part(_ name: String, _ work: () -> [WriteReportsError]) -> [WriteReportsError] {
      var faults: [WriteReportsError] = []
      around(name) { faults = work() }
      return faults
    }
    switch number {
    case 0:
      _ = document.value
      return []
    case 1: return part("weights") { writeWeights(result, to: folder) }
    case 2: return part("tables") { writeTables(result, to: folder, language: language) }
    default:
      let file = documents[number - 3]
      let ending = file.name.split(separator: ".").last.map(String.init) ?? file.name
      let document = document.value
      return part(ending) { write(file, of: document, to: folder) }
    }
  }
}

/// A value that the first who asks makes, while all others wait for it.
private final class OnceMade<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

/// Writes one document in several formats into a folder, which is made where it does not exist.
///
/// - Returns: The faults, in the order of the files; empty when all is written.
package func writeDocument(
  _ document: Document, to folder: String, files: [ReportFile]
) -> [WriteReportsError] {
  if let fault = makeFolder(folder) { return [fault] }
  return sideBySide(files.count) { write(files[$0], of: document, to: folder) }
}

private func makeFolder(_ path: String) -> WriteReportsError? {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return nil
  } catch {
    return WriteReportsError(path: path, reason: error.localizedDescription)
  }
}

/// The page of a document.
package func pageFile(_ name: String, template: ReportTemplate) -> ReportFile {
  ReportFile(name: name) { document, path in writePage(document, to: path, template: template) }
}

private func sideBySide(
  _ count: Int, _ work: @Sendable (Int) -> [WriteReportsError]
) -> [WriteReportsError] {
  let faults = Mutex([Int: [WriteReportsError]]())
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let found = work(number)
    faults.withLock { $0[number] = found }
  }
  let found = faults.withLock { $0 }
  return (0..<count).flatMap { found[$0] ?? [] }
}

private func write(
  _ file: ReportFile, of document: Document, to folder: String
) -> [WriteReportsError] {
  let path = "\(folder)/\(file.name)"
  let temporary = temporaryPath(file.name, in: folder)
  switch file.write(document, temporary) {
  case .failure(let error):
    unlink(temporary)
    // The temporary name says nothing to a person.
    var finding = error.finding
    finding?.place = SourceLocation(file: path)
    return [WriteReportsError(path: path, reason: error.reason, finding: finding)]
  case .success:
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      return [WriteReportsError(path: path, reason: "rename: \(reason)")]
    }
    return []
  }
}

private func writeTables(
  _ result: RunResult, to folder: String, language: Language
) -> [WriteReportsError] {
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
  var faults: [WriteReportsError] = []
  for table in tables {
    guard let bytes = table.bytes else {
      // That of an earlier run would be read as this one's.
      unlink("\(folder)/\(table.name)")
      continue
    }
    faults += writeAtomically(table.name, in: folder, pieces: 1) { _ in bytes }
  }
  return faults
}

private func writeWeights(_ result: RunResult, to folder: String) -> [WriteReportsError] {
  var weights = WeightsCSV(result)
  return writeAtomically("weights.csv", in: folder, pieces: weights.pieceCount) { number in
    weights.piece(number)
  }
}

private func writePage(
  _ document: Document, to path: String, template: ReportTemplate
) -> Result<Void, WriteReportsError> {
  let page: [UInt8]
  do {
    page = try htmlPage(of: document, template: template)
  } catch {
    return .failure(WriteReportsError(path: path, reason: error.reason))
  }
  return writeReportBytes(page, to: path)
}

private func temporaryPath(_ name: String, in folder: String) -> String {
  "\(folder)/.\(name).\(ProcessInfo.processInfo.processIdentifier).part"
}

/// Writes the pieces one after the other to a temporary file, then renames it.
private func writeAtomically(
  _ name: String, in folder: String, pieces: Int, piece: (Int) -> [UInt8]
) -> [WriteReportsError] {
  let path = "\(folder)/\(name)"
  let temporary = temporaryPath(name, in: folder)
  do throws(WriteReportsError) {
    try write(pieces: pieces, to: temporary, piece: piece)
  } catch {
    return [WriteReportsError(path: path, reason: error.reason)]
  }
  guard rename(temporary, path) == 0 else {
    let reason = String(cString: strerror(errno))
    unlink(temporary)
    return [WriteReportsError(path: path, reason: "rename: \(reason)")]
  }
  return []
}

/// Writes the pieces to a file that replaces any of its name; a file cut off is removed.
private func write(
  pieces: Int, to path: String, piece: (Int) -> [UInt8]
) throws(WriteReportsError) {
  func failed(_ action: String) -> WriteReportsError {
    let reason = String(cString: strerror(errno))
    unlink(path)
    return WriteReportsError(path: path, reason: "\(action): \(reason)")
  }
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
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
}

/// Writes bytes to a path, whole or not at all; for the writers of other formats.
package func writeReportBytes(
  _ bytes: [UInt8], to path: String
) -> Result<Void, WriteReportsError> {
  do throws(WriteReportsError) {
    return .success(try write(pieces: 1, to: path) { _ in bytes })
  } catch {
    return .failure(error)
  }
}
