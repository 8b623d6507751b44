import CLibZip

/// The bytes of one entry, unpacked piece by piece.
///
/// Counts what comes out: an entry that unpacks to more than the directory claims ends in a fault,
/// so that the checks of the directory hold for what is really read.
package final class EntryStream {
  package let entry: ArchiveEntry
  private let archive: Archive
  private let file: OpaquePointer
  private var count: UInt64 = 0

  init(_ entry: ArchiveEntry, of archive: Archive) throws(ArchiveFault) {
    guard let opened = zip_fopen_index(archive.handle, UInt64(entry.index), 0) else {
      let code = zip_error_code_zip(zip_get_error(archive.handle))
      throw code == ZIP_ER_COMPNOTSUPP
        ? .unknownMethod(entry.name) : .damagedEntry(entry.name)
    }
    file = opened
    self.entry = entry
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  /// Reads up to `buffer.count` bytes; 0 at the end of the entry.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
    let read = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
    guard read >= 0 else { throw .damagedEntry(entry.name) }
    count += UInt64(read)
    guard count <= entry.size else { throw .damagedEntry(entry.name) }
    if read == 0 && count < entry.size { throw .damagedEntry(entry.name) }
    return Int(read)
  }
}
