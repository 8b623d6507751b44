import Glibc

/// A file in memory, gone when it is let go; readers that open a path open this one.
final class MemoryFile {
  private let descriptor: Int32
  var path: String { "/proc/self/fd/\(descriptor)" }

  init(_ bytes: [UInt8]) {
    var template = Array("/dev/shm/sipas-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    precondition(descriptor >= 0, "there is room for files in memory")
    // The path through the open descriptor stays, and nothing is left behind by a crash.
    unlink(template)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "there is memory for the file")
      written += count
    }
  }

  deinit { close(descriptor) }
}
