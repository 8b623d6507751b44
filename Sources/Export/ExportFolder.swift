internal import Foundation

/// A folder whose files are written beside their place and moved there once whole.
struct ExportFolder {
  private let path: String

  /// Makes the folder where it does not exist.
  init(_ path: String) throws(ExportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritten(path: path, reason: error.localizedDescription)
    }
    self.path = path
  }

  /// Writes one file and returns its path.
  ///
  /// Nobody opens half a file: it takes its name once it is whole. A folder can be exported again,
  /// so nothing is forced to disk.
  func write(_ bytes: [UInt8], to name: String) throws(ExportError) -> String {
    let file = "\(path)/\(name)"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw .notWritten(path: file, reason: error.localizedDescription)
    }
    return file
  }
}

/// Writes one exported file as a whole; nobody opens half of it.
///
/// - Throws: ``ExportError/notWritten(path:reason:)``.
package func writeExport(_ bytes: [UInt8], to path: String) throws(ExportError) {
  do {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    throw .notWritten(path: path, reason: error.localizedDescription)
  }
}
