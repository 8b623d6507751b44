import Glibc

/// A file read from front to back with plain system calls.
package struct ByteFile: ~Copyable {
  private let descriptor: Int32

  /// Why a file could not be opened or read: the system's error number.
  package struct Failure: Error, Sendable, Hashable {
    package var number: Int32

    package init(number: Int32) { self.number = number }

    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  }

  /// What tells a file from what stands under its name later.
  ///
  /// That is which file it is, how long, and when it was last changed. Times move in the steps of the
  /// system's clock, at most 10 ms.
  package struct State: Sendable, Hashable {
    private var numbers: [Int]

    fileprivate init(_ status: stat) {
      numbers = [
        Int(bitPattern: UInt(status.st_dev)), Int(bitPattern: UInt(status.st_ino)),
        Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        // Unlike the time before, nobody can set this one back.
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
  }

  /// Its state when it was opened.
  package let state: State

  package init(path: String) throws(Failure) {
    // Without O_NONBLOCK opening a named pipe waits until somebody writes to it.
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw Failure(number: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let number = errno
      close(opened)
      throw Failure(number: number)
    }
    // A folder fails late and with an odd message, a pipe or a device may never end, and a file
    // is read twice (digest, rows): say it now.
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw Failure(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE)
    }
    descriptor = opened
    state = State(status)
  }

  deinit { close(descriptor) }

  /// Reads up to `buffer.count` bytes; 0 at the end of the file.
  package borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw Failure(number: errno) }
    }
  }

  /// Goes on reading `offset` bytes after the beginning.
  package borrowing func skip(to offset: Int) throws(Failure) {
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw Failure(number: errno) }
  }

  /// Reads the whole file, at most `limit + 1` bytes.
  package borrowing func readAll(limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      var failure: Failure?
      let count = piece.withUnsafeMutableBytes { buffer in
        do throws(Failure) { return try read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }
}
