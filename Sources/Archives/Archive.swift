import CLibZip

/// A ZIP file whose directory has been read and found safe; entries are read as streams.
///
/// The file must not change while the archive lives. Not for several threads at once.
///
/// ## Method
///
/// APPNOTE.TXT, *.ZIP File Format Specification*, PKWARE, version 6.3.9, read by libzip; checksums
/// are verified by libzip at the end of every entry.
package final class Archive: @unchecked Sendable {
  let handle: OpaquePointer
  let limits: ArchiveLimits
  package let entries: [ArchiveEntry]
  private let numbers: [String: Int]

  /// Opens an archive and checks its directory.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - limits: Beyond which the archive is refused.
  /// - Throws: What is wrong with the file as a whole: cut off, no ZIP, encrypted, swelling, names
  ///   that lead out of a folder or stand twice.
  package init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveFault) {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
      throw .unreadable(code: Int(code))
    }
    var entries: [ArchiveEntry] = []
    do throws(ArchiveFault) {
      entries = try Self.directory(of: opened, limits: limits)
    } catch {
      zip_discard(opened)
      throw error
    }
    handle = opened
    self.limits = limits
    self.entries = entries
    numbers = Dictionary(
      entries.map { ($0.name.lowercased(), $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  deinit { zip_discard(handle) }

  /// The entry of a name, letter case ignored as office programs do; `nil` when there is none.
  package func entry(_ name: String) -> ArchiveEntry? {
    numbers[name.lowercased()].map { entries[$0] }
  }

  /// Opens an entry at its beginning.
  package func stream(_ entry: ArchiveEntry) throws(ArchiveFault) -> EntryStream {
    try EntryStream(entry, of: self)
  }

  private static func directory(
    of handle: OpaquePointer, limits: ArchiveLimits
  ) throws(ArchiveFault) -> [ArchiveEntry] {
    let count = zip_get_num_entries(handle, 0)
    guard count >= 0 else { throw .unreadable(code: Int(ZIP_ER_INCONS)) }
    guard count <= limits.entries else {
      throw .tooManyEntries(count: Int(count), limit: limits.entries)
    }
    var names: Set<String> = []
    var entries: [ArchiveEntry] = []
    for index in 0..<Int(count) {
      var status = zip_stat_t()
      guard zip_stat_index(handle, UInt64(index), 0, &status) == 0, let text = status.name else {
        throw .unreadable(code: Int(ZIP_ER_INCONS))
      }
      // Some programs of Windows write the names with backslashes.
      let name = String(String(cString: text).map { $0 == "\\" ? "/" : $0 })
      let entry = ArchiveEntry(
        index: index, name: name, size: status.size, packedSize: status.comp_size)
      guard isHarmless(entry.name) else { throw .unsafeName(entry.name) }
      guard names.insert(entry.name.lowercased()).inserted else { throw .repeatedName(entry.name) }
      guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(entry.name) }
      try check(entry, limits)
      entries.append(entry)
    }
    return entries
  }

  private static func check(
    _ entry: ArchiveEntry, _ limits: ArchiveLimits
  ) throws(ArchiveFault) {
    guard entry.size <= limits.entrySize else {
      throw .entryTooLarge(entry.name, limit: limits.entrySize)
    }
    if entry.size > limits.ratioFrom, entry.size / max(entry.packedSize, 1) > limits.ratio {
      throw .swells(entry.name, limit: limits.ratio)
    }
  }

  /// A relative path that stays below its folder.
  private static func isHarmless(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024, !name.hasPrefix("/") else { return false }
    return !name.split(separator: "/").contains("..")
  }
}
