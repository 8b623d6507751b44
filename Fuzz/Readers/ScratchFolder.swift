import Foundation

/// A folder of its own, removed with it.
final class ScratchFolder {
  let path: String
  var store: String { path + "/store.sqlite" }

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sipas-fuzz-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of the folder; false when there is no room.
  func write(_ bytes: [UInt8], as name: String) -> Bool {
    (try? Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))) != nil
  }
}
