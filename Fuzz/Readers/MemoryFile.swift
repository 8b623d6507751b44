import Glibc

/// A file in memory, gone when it is let go; readers that open a path open this one.
final class MemoryFile {
  private let descriptor: Int32
  private let name: String?
  var path: String { name ?? "/proc/self/fd/\(descriptor)" }

  /// A file with these bytes; one that is named stands in a folder, for readers that look at more
  /// than what a path opens, and is left behind by a crash.
  init(_ bytes: [UInt8], isNamed: Bool = false) {
    var template = Array("/dev/shm/sipas-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    precondition(descriptor >= 0, "there is room for files in memory")
    // The path through the open descriptor stays, and nothing is left behind by a crash.
    if !isNamed { unlink(template) }
    name = isNamed ? String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self) : nil
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "there is memory for the file")
      written += count
    }
  }

  deinit {
    close(descriptor)
    if let name { unlink(name) }
  }
}
