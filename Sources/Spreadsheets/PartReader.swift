import Archives
import XML

/// Feeds a part of a workbook to a handler, piece by piece.
struct PartReader: ~Copyable {
  /// Bytes unpacked at a time.
  static let pieceSize = 1 << 16

  let name: String
  private let entry: EntryStream
  private let stream: XMLStream
  private let piece: UnsafeMutableRawBufferPointer
  private(set) var isAtEnd = false

  init(_ name: String, of archive: Archive, to handler: any XMLStreamHandler)
    throws(WorkbookFault)
  {
    guard let found = archive.entry(name) else { throw .missingPart(name) }
    do throws(ArchiveFault) { entry = try archive.stream(found) } catch { throw .archive(error) }
    self.name = name
    stream = XMLStream(handler)
    piece = .allocate(byteCount: Self.pieceSize, alignment: 64)
  }

  deinit { piece.deallocate() }

  /// Parses the next piece; nothing at the end of the part.
  mutating func step() throws(WorkbookFault) {
    guard !isAtEnd else { return }
    let count: Int
    do throws(ArchiveFault) { count = try entry.read(into: piece) } catch {
      throw .archive(error)
    }
    do throws(XMLStreamFault) {
      if count == 0 {
        isAtEnd = true
        try stream.finish()
      } else {
        try stream.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      }
    } catch {
      throw .damagedPart(name, error)
    }
  }

  /// Parses the whole part.
  static func read(
    _ name: String, of archive: Archive, to handler: any XMLStreamHandler
  ) throws(WorkbookFault) {
    var reader = try PartReader(name, of: archive, to: handler)
    while !reader.isAtEnd { try reader.step() }
  }
}
