/// How large an archive may be, and how much it may swell, before it is refused.
///
/// Workbooks swell 8 to 20 times; the limits leave a wide margin and still keep a hostile file from
/// costing time or memory. Nothing is ever written to disk, and entries are read as streams.
package struct ArchiveLimits: Sendable, Hashable {
  package var entries: Int
  /// Bytes of one entry, unpacked.
  package var entrySize: UInt64
  /// Unpacked over packed bytes of one entry; counts from ``ratioFrom`` on.
  package var ratio: UInt64
  /// Unpacked bytes up to which an entry may swell as it likes.
  package var ratioFrom: UInt64

  package init(
    entries: Int = 10_000, entrySize: UInt64 = 8 << 30, ratio: UInt64 = 250,
    ratioFrom: UInt64 = 16 << 20
  ) {
    self.entries = entries
    self.entrySize = entrySize
    self.ratio = ratio
    self.ratioFrom = ratioFrom
  }

  package static let standard = ArchiveLimits()
}
