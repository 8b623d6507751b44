/// A piece of a delimited text that begins and ends between records, in UTF-8.
///
/// Owns its memory, which is followed by ``padding`` zero bytes so that eight bytes may be read at
/// any position. A block is filled by one thread and then only read; that makes it safe to pass on.
package final class RecordBlock: @unchecked Sendable {
  /// Zero bytes after the text.
  package static let padding = 16

  private let memory: UnsafeMutablePointer<UInt8>
  /// Bytes of text.
  package let count: Int
  /// Line on which the block begins, from 1.
  package let line: Int
  /// Blocks are numbered from 0 in file order.
  package let number: Int

  /// Takes over `memory`, which holds `count` bytes and room for the padding.
  init(owning memory: UnsafeMutablePointer<UInt8>, count: Int, line: Int, number: Int) {
    self.memory = memory
    self.count = count
    self.line = line
    self.number = number
    memory.advanced(by: count).update(repeating: 0, count: Self.padding)
  }

  /// A block of text that is already in memory.
  package convenience init(_ text: some Collection<UInt8>, line: Int = 1, number: Int = 0) {
    let bytes = Array(text)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Self.padding)
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.update(from: base, count: source.count) }
    }
    self.init(owning: memory, count: bytes.count, line: line, number: number)
  }

  deinit { memory.deallocate() }

  /// The text; valid while the block lives.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }
}
