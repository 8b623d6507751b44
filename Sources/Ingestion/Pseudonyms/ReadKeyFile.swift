import Foundation

/// Longest key file, in bytes; one of ours has about 500.
private let longestKeyFile = 4096

/// Reads a key file: base64 on one line, beside lines that begin with `#`.
///
/// - Parameters:
///   - path: As the user gave it.
///   - store: The store's file, which is never the key.
/// - Returns: A key of ``PseudonymKey/length`` bytes or more.
/// - Throws: ``KeyFault``.
package func readKeyFile(at path: String, store: String?) throws(KeyFault) -> PseudonymKey {
  // Without O_NONBLOCK opening a named pipe waits until somebody writes to it.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: reasonOfErrno())
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: reasonOfErrno()) }
  if let store {
    var other = stat()
    if stat(store, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino {
      throw .isTheStore
    }
  }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged }
  let mode = Int(status.st_mode & 0o777)
  guard mode & 0o077 == 0 else { throw .openToOthers(mode: mode) }
  return try key(in: try content(of: descriptor))
}

private func content(of descriptor: Int32) throws(KeyFault) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: longestKeyFile + 1)
  var filled = 0
  while filled < bytes.count {
    let got = bytes.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
    }
    if got < 0 && errno == EINTR { continue }
    guard got >= 0 else { throw .unreadable(reason: reasonOfErrno()) }
    if got == 0 { break }
    filled += got
  }
  guard filled <= longestKeyFile else { throw .damaged }
  return Array(bytes[..<filled])
}

/// The key in the text of a key file.
func key(in bytes: [UInt8]) throws(KeyFault) -> PseudonymKey {
  // Editors of Windows put a byte order mark before the first comment and CR LF at line ends.
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  let lines = text.split { $0 == 10 || $0 == 13 }.map { line in
    String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
  guard lines.count == 1, let decoded = Data(base64Encoded: lines[0]) else { throw .damaged }
  guard decoded.count >= PseudonymKey.length else { throw .tooShort(decoded.count) }
  guard let key = PseudonymKey([UInt8](decoded)) else { throw .noCryptography }
  return key
}

func reasonOfErrno() -> String { String(cString: strerror(errno)) }
