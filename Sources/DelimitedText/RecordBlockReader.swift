package import SurveyModel

/// Reads a delimited file of any size as blocks cut between records, converting to UTF-8 on the way.
///
/// Only the block being filled is in memory. Not for several threads at once: callers serialise
/// ``next()``.
package final class RecordBlockReader: @unchecked Sendable {
  /// Why the whole file is refused.
  package struct Refusal: Error, Sendable {
    package var finding: Finding

    package init(finding: Finding) { self.finding = finding }
  }

  private let file: ByteFile
  private let name: String
  private let delimiter: UInt8
  private let blockSize: Int
  private let recordLimit: Int
  private let encoding: TextEncoding
  private var converter: TextConverter?
  /// Only for legacy encodings: in UTF-8 a line of another one is no valid text.
  private var watch: LineEncodingWatch?
  private var rawPiece: [UInt8]
  private var isAtEnd = false
  private var bytesToSkip: Int
  /// What follows the last cut.
  private var carried: [UInt8] = []
  private var line = 1
  private var number = 0

  /// - Parameters:
  ///   - file: Open at its beginning.
  ///   - name: The file's name in findings.
  ///   - encoding: What the bytes are, and whether a byte order mark is to be passed over.
  ///   - delimiter: What separates the fields.
  ///   - blockSize: Bytes a block aims at; it grows when a record is longer.
  ///   - recordLimit: Bytes after which a record without end is refused.
  package init(
    file: consuming ByteFile, name: String, encoding: DetectedEncoding, delimiter: UInt8,
    blockSize: Int, recordLimit: Int = TextLimits.record
  ) {
    self.file = file
    self.name = name
    self.delimiter = delimiter
    self.blockSize = max(1, blockSize)
    self.recordLimit = recordLimit
    bytesToSkip = encoding.prefixLength
    self.encoding = encoding.encoding
    converter = TextConverter(from: encoding.encoding)
    watch = encoding.encoding.isLegacy ? LineEncodingWatch(encoding.encoding) : nil
    rawPiece = encoding.encoding == .utf8 ? [] : [UInt8](repeating: 0, count: 1 << 18)
  }

  /// The next block, `nil` at the end of the file.
  package func next() throws(Refusal) -> RecordBlock? {
    var capacity = carried.count + blockSize + (1 << 12)
    var memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + RecordBlock.padding)
    var isOwned = false
    defer { if !isOwned { memory.deallocate() } }
    var count = carried.count
    carried.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.update(from: base, count: source.count) }
    }
    carried.removeAll(keepingCapacity: true)
    var boundary = BlockBoundary(delimiter: delimiter)
    var target = count + blockSize
    while true {
      let checked = count
      while count < target && !isAtEnd {
        if capacity - count < 1 << 12 {
          capacity = max(capacity * 2, target + (1 << 12))
          let larger = UnsafeMutablePointer<UInt8>.allocate(
            capacity: capacity + RecordBlock.padding)
          larger.update(from: memory, count: count)
          memory.deallocate()
          memory = larger
        }
        try fill(&memory, count: &count, capacity: &capacity, target: target)
      }
      if let nul = find(0, in: memory, from: checked, to: count) {
        throw Refusal(finding: FileFinding.nulByte(at: place(of: nul, in: memory, count: count)))
      }
      boundary.advance(memory, count: count, isWhole: isAtEnd)
      if isAtEnd || boundary.cut > 0 { break }
      if count > recordLimit {
        throw Refusal(
          finding: FileFinding.recordTooLong(
            at: place(of: boundary.openQuote ?? 0, in: memory, count: count)))
      }
      target = count + max(blockSize, count)
    }
    if isAtEnd, let quote = boundary.openQuote {
      throw Refusal(
        finding: FileFinding.unterminatedQuote(at: place(of: quote, in: memory, count: count)))
    }
    let cut = isAtEnd ? count : boundary.cut
    guard cut > 0 else { return nil }
    carried.append(contentsOf: UnsafeBufferPointer(start: memory + cut, count: count - cut))
    let block = RecordBlock(owning: memory, count: cut, line: line, number: number)
    isOwned = true
    line += countLineEnds(memory, count: cut)
    number += 1
    return block
  }

  private func place(
    of position: Int, in memory: UnsafeMutablePointer<UInt8>, count: Int
  ) -> SourceLocation {
    placeOfByte(
      position, in: UnsafeBufferPointer(start: memory, count: count), lineStart: 0, line: line,
      file: name)
  }

  /// Reads one piece into the block.
  private func fill(
    _ memory: inout UnsafeMutablePointer<UInt8>, count: inout Int, capacity: inout Int, target: Int
  ) throws(Refusal) {
    guard converter != nil else {
      let room = min(capacity, target) - count
      var read = try readRaw(UnsafeMutableRawBufferPointer(start: memory + count, count: room))
      if bytesToSkip > 0, read > 0 {
        let skipped = min(bytesToSkip, read)
        (memory + count).update(from: memory + count + skipped, count: read - skipped)
        read -= skipped
        bytesToSkip -= skipped
      }
      count += read
      return
    }
    let pieceLength = max(16, min(rawPiece.count, target - count))
    var failure: Refusal?
    let read = rawPiece.withUnsafeMutableBytes { buffer in
      do throws(Refusal) {
        return try readRaw(UnsafeMutableRawBufferPointer(rebasing: buffer[..<pieceLength]))
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    let skipped = min(bytesToSkip, read)
    bytesToSkip -= skipped
    var text: [UInt8] = []
    var stray: StrayLine?
    rawPiece.withUnsafeBufferPointer { buffer in
      let piece = UnsafeBufferPointer(rebasing: buffer[skipped..<read])
      stray = watch?.examine(piece, isLast: isAtEnd)
      _ = converter?.convert(piece, into: &text, isLast: isAtEnd)
    }
    if let stray {
      let place = SourceLocation(file: name, line: stray.line, column: 1)
      throw Refusal(
        finding: FileFinding.mixedEncodings(stray.encoding, amid: encoding, at: place))
    }
    if count + text.count > capacity {
      capacity = max(capacity * 2, count + text.count + (1 << 12))
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + RecordBlock.padding)
      larger.update(from: memory, count: count)
      memory.deallocate()
      memory = larger
    }
    text.withUnsafeBufferPointer { source in
      if let base = source.baseAddress {
        (memory + count).update(from: base, count: source.count)
      }
    }
    count += text.count
  }

  private func readRaw(_ buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    do throws(ByteFile.Failure) {
      let read = try file.read(into: buffer)
      if read == 0 { isAtEnd = true }
      return read
    } catch {
      throw Refusal(finding: FileFinding.failed(error, file: name))
    }
  }
}
