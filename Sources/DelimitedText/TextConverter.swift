import Glibc

/// Turns bytes of one encoding into UTF-8 as they arrive.
///
/// Owns an iconv descriptor, so it is used by one thread at a time and freed once.
package struct TextConverter: ~Copyable {
  private let descriptor: iconv_t
  /// Bytes of a character that the last piece cut.
  private var pending: [UInt8] = []

  /// `nil` when the C library lacks the encoding.
  package init?(from encoding: TextEncoding) {
    let opened = iconv_open("UTF-8", encoding.iconvName)
    // iconv_open returns (iconv_t)-1 on failure.
    guard let opened, Int(bitPattern: opened) != -1 else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// What came of a piece.
  package enum Outcome: Sendable, Hashable {
    case done
    /// A byte that means nothing in the encoding.
    case invalid
  }

  /// Appends the UTF-8 of `piece` to `output`.
  ///
  /// A byte that means nothing is written as U+FFFD, so that its place can be found and reported.
  package mutating func convert(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], isLast: Bool
  ) -> Outcome {
    var input = pending
    input.append(contentsOf: piece)
    pending = []
    var outcome = Outcome.done
    var consumed = 0
    var buffer = [UInt8](repeating: 0, count: max(64, min(input.count * 3 + 16, 1 << 20)))
    while consumed < input.count || isLast {
      let (status, used, written) = step(input, from: consumed, into: &buffer, flush: false)
      output.append(contentsOf: buffer[..<written])
      consumed += used
      if status == 0 {
        if consumed >= input.count { break }
        continue
      }
      if status == E2BIG { continue }
      if status == EINVAL && !isLast {
        pending = Array(input[consumed...])
        break
      }
      // EILSEQ, or a character cut by the end of the file.
      outcome = .invalid
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      consumed += 1
      if consumed >= input.count { break }
    }
    if isLast {
      let (_, _, written) = step([], from: 0, into: &buffer, flush: true)
      output.append(contentsOf: buffer[..<written])
    }
    return outcome
  }

  /// One call of iconv: error number (0 when none), bytes read, bytes written.
  private func step(
    _ input: [UInt8], from start: Int, into buffer: inout [UInt8], flush: Bool
  ) -> (status: Int32, used: Int, written: Int) {
    let available = input.count - start
    let capacity = buffer.count
    return input.withUnsafeBytes { source in
      buffer.withUnsafeMutableBytes { target in
        var sourcePointer = source.baseAddress.map {
          UnsafeMutablePointer(mutating: $0.advanced(by: start).assumingMemoryBound(to: CChar.self))
        }
        var targetPointer = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = available
        var targetLeft = capacity
        let result =
          flush
          ? iconv(descriptor, nil, nil, &targetPointer, &targetLeft)
          : iconv(descriptor, &sourcePointer, &sourceLeft, &targetPointer, &targetLeft)
        let status = result == Int(bitPattern: UInt.max) ? errno : 0
        return (status, available - sourceLeft, capacity - targetLeft)
      }
    }
  }
}
