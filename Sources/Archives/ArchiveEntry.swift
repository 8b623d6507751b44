/// One file inside an archive, as the archive's directory describes it.
package struct ArchiveEntry: Sendable, Hashable {
  /// Position in the directory, from 0.
  package var index: Int
  /// With `/` between folders.
  package var name: String
  /// Bytes, unpacked: what the directory claims.
  package var size: UInt64
  /// Bytes in the archive.
  package var packedSize: UInt64

  package init(index: Int, name: String, size: UInt64, packedSize: UInt64) {
    self.index = index
    self.name = name
    self.size = size
    self.packedSize = packedSize
  }
}
