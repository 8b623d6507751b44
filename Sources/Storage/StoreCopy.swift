internal import Glibc

/// A copy of a store in a folder of its own, for trying something out without touching the store.
///
/// The store is only read, byte by byte, and never opened by SQLite, which would make or change the
/// `-wal` and `-shm` files beside it.
struct StoreCopy {
  let folder: String
  var path: String { folder + "/store.sqlite" }

  /// The main file, and what may hold part of its content.
  private static let suffixes = ["", "-wal", "-journal"]

  /// Copies the store at `original`; nothing where there is none.
  ///
  /// - Throws: What opening the store would throw of its file; ``StoreError/locked(path:)`` when
  ///   other programs keep changing it.
  init(of original: String) throws(StoreError) {
    let source = StoreFile(path: original)
    var status = stat()
    let isThere = stat(original, &status) == 0
    if isThere {
      try source.checkKind(status)
    } else if errno != ENOENT || !source.hasFolder {
      throw source.fault(errno)
    }
    var template = Array((Self.temporaryFolder + "/sipas-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw StoreFile(path: Self.temporaryFolder).fault(errno)
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard isThere else { return }
    do throws(StoreError) {
      for _ in 0..<5 {
        let before = Self.states(of: original)
        for suffix in Self.suffixes { try copy(original + suffix, to: path + suffix) }
        if Self.states(of: original) == before { return }
      }
      throw .locked(path: original)
    } catch {
      remove()
      throw error
    }
  }

  /// Removes the folder; what is open of it stays readable until it is closed.
  func remove() {
    for suffix in Self.suffixes + ["-shm"] { unlink(path + suffix) }
    rmdir(folder)
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Size and time of each file, `nil` where it is not there: they tell a change while copying.
  private static func states(of path: String) -> [[Int]?] {
    suffixes.map { suffix in
      var status = stat()
      guard stat(path + suffix, &status) == 0 else { return nil }
      return [
        Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
      ]
    }
  }

  private func copy(_ source: String, to target: String) throws(StoreError) {
    unlink(target)
    let input = Glibc.open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else {
      if errno == ENOENT { return }
      throw StoreFile(path: source).fault(errno)
    }
    defer { Glibc.close(input) }
    let output = Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw StoreFile(path: target).fault(errno) }
    defer { Glibc.close(output) }
    while true {
      let count = sendfile(output, input, nil, 1 << 30)
      if count == 0 { return }
      if count < 0 && errno != EINTR { throw StoreFile(path: target).fault(errno) }
    }
  }
}
