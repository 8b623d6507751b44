import CLibZip

/// Packs files into a ZIP in memory.
///
/// All entries bear the earliest time a ZIP knows, 1980-01-01, so that the same content gives the
/// same bytes.
///
/// - Parameter entries: Names, with `/` between folders, and contents, in the order to be written.
/// - Returns: The ZIP.
/// - Precondition: No name stands twice, and the machine has memory for the ZIP.
package func archiveBytes(of entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  // libzip makes no ZIP of nothing: this is the end of a directory without entries.
  if entries.isEmpty { return [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }
  var error = zip_error_t()
  guard let target = zip_source_buffer_create(nil, 0, 0, &error),
    let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error)
  else { preconditionFailure("libzip has memory for a ZIP") }
  // Closing the archive gives its own hold of the target up.
  zip_source_keep(target)
  defer { zip_source_free(target) }
  // libzip reads the contents when the archive is closed.
  withExtendedLifetime(entries) {
    let copies = entries.map { entry in
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(entry.bytes.count, 1))
      copy.initialize(from: entry.bytes, count: entry.bytes.count)
      return copy
    }
    for (entry, copy) in zip(entries, copies) {
      guard let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 0),
        case let index = zip_file_add(archive, entry.name, source, ZIP_FL_ENC_UTF_8), index >= 0
      else { preconditionFailure("an entry of the ZIP has a name of its own") }
      zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
    }
    guard zip_close(archive) == 0 else { preconditionFailure("a ZIP in memory can be closed") }
    for copy in copies { copy.deallocate() }
  }
  return content(of: target)
}

private func content(of source: OpaquePointer) -> [UInt8] {
  var status = zip_stat_t()
  guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
    preconditionFailure("a ZIP in memory can be read")
  }
  defer { zip_source_close(source) }
  return [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
    count = max(0, Int(zip_source_read(source, buffer.baseAddress, status.size)))
  }
}
