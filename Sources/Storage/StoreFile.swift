internal import GRDB
internal import Glibc

/// The file on disk: checked, made and opened, before anything is read from it.
struct StoreFile {
  let path: String
  /// The path in errors.
  let name: String

  init(path: String, name: String? = nil) {
    self.path = path
    self.name = name ?? path
  }

  /// "SIPA" as a number: `PRAGMA application_id` of every store.
  static let applicationID: Int = 0x5349_5041
  private static let signature: [UInt8] = Array("SQLite format 3\0".utf8)

  func open(layout: Int, busySeconds: Double) throws(StoreError) -> DatabaseQueue {
    let isNew = try prepare()
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(busySeconds))
      try queue.writeWithoutTransaction { database in
        try checkOwner(of: database)
        try useWAL(database, busySeconds)
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        try database.inTransaction(.immediate) {
          // Again, under the lock: another process may have made the store a moment ago.
          try checkOwner(of: database)
          try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
          try Migration.apply(to: database, upTo: layout)
          return .commit
        }
      }
      return queue
    } catch {
      if isNew { removeIfEmpty() }
      throw StoreError(error, path: name)
    }
  }

  /// Lets readers go on while a batch is written.
  ///
  /// On a file system without shared memory SQLite keeps its rollback journal, which is as safe.
  ///
  /// While another program makes the same new file, SQLite refuses the change at once, however
  /// patient it was told to be: the two could wait for each other. The one refused has let go, and
  /// tries again.
  private func useWAL(_ database: Database, _ busySeconds: Double) throws {
    let end = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do {
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        return
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        usleep(2_000)
      }
    }
  }

  private func configuration(_ busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { database in
      // Takes effect on a new file only. Chunks are long: larger pages mean fewer reads and writes.
      try database.execute(sql: "PRAGMA page_size = 16384")
    }
    return configuration
  }

  /// Refuses databases of other programs and of newer versions before anything is changed in them.
  private func checkOwner(of database: Database) throws {
    let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if owner == Self.applicationID {
      if version > Migration.all.count {
        throw StoreError.newerVersion(path: name, found: version, known: Migration.all.count)
      }
      return
    }
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if owner != 0 || version != 0 || objects != 0 {
      throw StoreError.notAStore(path: name, .otherDatabase)
    }
  }

  /// Makes the file when there is none, and refuses what is certainly not a store.
  /// - Returns: True when the file was made.
  private func prepare() throws(StoreError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw fault(errno) }
      // SQLite gives the mode of the main file to its -wal and -shm files.
      let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        if errno == EEXIST { return false }
        throw fault(errno)
      }
      Glibc.close(descriptor)
      return true
    }
    try checkKind(status)
    try checkSignature(size: Int(status.st_size))
    // SQLite needs both: it puts the -wal file beside the main file.
    guard access(path, R_OK | W_OK) == 0, access(folder, W_OK | X_OK) == 0 else {
      throw fault(errno)
    }
    return false
  }

  /// Refuses what is no file at all.
  func checkKind(_ status: stat) throws(StoreError) {
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .notAStore(path: name, .folder) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path: name, .notSQLite) }
  }

  private func checkSignature(size: Int) throws(StoreError) {
    guard size > 0 else { return }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { Glibc.close(descriptor) }
    var head = [UInt8](repeating: 0, count: Self.signature.count)
    let count = Glibc.read(descriptor, &head, head.count)
    guard count >= 0 else { throw fault(errno) }
    guard count == head.count, head == Self.signature else {
      throw .notAStore(path: name, .notSQLite)
    }
  }

  private func removeIfEmpty() {
    var status = stat()
    if stat(path, &status) == 0, status.st_size == 0 { unlink(path) }
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  var hasFolder: Bool { access(folder, F_OK) == 0 }

  func fault(_ code: Int32) -> StoreError {
    switch code {
    // Some file systems say "no such file" where files may not be made.
    case ENOENT, ENOTDIR:
      hasFolder ? .cannotWrite(path: name) : .folderMissing(path: name)
    case EACCES, EPERM, EROFS: .cannotWrite(path: name)
    case ENOSPC, EDQUOT: .diskFull(path: name)
    default: .cannotOpen(path: name, reason: String(cString: strerror(code)))
    }
  }
}
