import DelimitedText
import Glibc

/// The files below a folder that may be submissions.
struct FolderListing {
  /// Relative to the folder, in byte order.
  var names: [String] = []
  /// Files of other kinds, and links, which are not followed: they may lead round in circles.
  var passedOver = 0

  /// Lists a folder and the folders below it.
  ///
  /// - Throws: Why one of them cannot be listed: a folder left out would be interviews left out.
  init(folder path: String) throws(ByteFile.Failure) {
    var folders = [""]
    while let prefix = folders.popLast() {
      try list(path, prefix, &folders)
    }
    names.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private mutating func list(
    _ path: String, _ prefix: String, _ folders: inout [String]
  ) throws(ByteFile.Failure) {
    guard let handle = opendir("\(path)/\(prefix)") else {
      throw ByteFile.Failure(number: errno)
    }
    defer { closedir(handle) }
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        if errno != 0 { throw ByteFile.Failure(number: errno) }
        return
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." || SubmissionDocuments.isLitter(name) { continue }
      let relative = prefix + name
      switch try kind(of: entry.pointee.d_type, at: "\(path)/\(relative)") {
      case S_IFDIR: folders.append(relative + "/")
      case S_IFREG where SubmissionDocuments.isDocument(name): names.append(relative)
      default: passedOver += 1
      }
    }
  }

  /// The kind of an entry; some file systems do not tell it in the listing.
  private func kind(of type: UInt8, at path: String) throws(ByteFile.Failure) -> mode_t {
    switch Int(type) {
    case Int(DT_REG): return S_IFREG
    case Int(DT_DIR): return S_IFDIR
    case Int(DT_UNKNOWN):
      var status = stat()
      guard lstat(path, &status) == 0 else { throw ByteFile.Failure(number: errno) }
      return status.st_mode & S_IFMT
    default: return S_IFLNK
    }
  }
}

/// True for an existing folder.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
