import CLibCrypto
package import DelimitedText
package import SurveyModel

/// What identifies the content of a file.
package struct FileDigest: Sendable, Hashable {
  /// Lower-case hexadecimal SHA-256 of the bytes.
  package var sha256: String
  package var byteCount: Int
  /// Where the first stretch with a byte that is not ASCII begins, if there is one.
  ///
  /// Only such bytes tell one encoding from another.
  package var firstBeyondASCII: Int?
  /// The file's state before its first byte was read.
  package var state: ByteFile.State

  package init(sha256: String, byteCount: Int, firstBeyondASCII: Int?, state: ByteFile.State) {
    self.sha256 = sha256
    self.byteCount = byteCount
    self.firstBeyondASCII = firstBeyondASCII
    self.state = state
  }
}

/// Why a file has no digest.
package enum DigestError: Error, Sendable {
  case file(ByteFile.Failure)
  /// The cryptographic library refused to work.
  case library

  /// The same as a finding about `file`.
  package func finding(file: String) -> Finding {
    switch self {
    case .file(let failure): FileFinding.failed(failure, file: file)
    case .library: FileFinding.failed(ByteFile.Failure(number: 0), file: file)
    }
  }
}

/// Computes the SHA-256 of a file without holding it in memory.
package func digest(ofFile path: String) throws(DigestError) -> FileDigest {
  let file: ByteFile
  do throws(ByteFile.Failure) { file = try ByteFile(path: path) } catch { throw .file(error) }
  guard let context = sipas_sha256_begin() else { throw .library }
  var byteCount = 0
  var firstBeyondASCII: Int?
  let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
  defer { piece.deallocate() }
  while true {
    let count: Int
    do throws(ByteFile.Failure) { count = try file.read(into: piece) } catch {
      sipas_sha256_cancel(context)
      throw .file(error)
    }
    if count == 0 { break }
    if firstBeyondASCII == nil, !isPlainASCII(UnsafeRawBufferPointer(rebasing: piece[..<count])) {
      firstBeyondASCII = byteCount
    }
    byteCount += count
    guard sipas_sha256_update(context, piece.baseAddress, count) != 0 else {
      sipas_sha256_cancel(context)
      throw .library
    }
  }
  var digest = [UInt8](repeating: 0, count: 32)
  guard sipas_sha256_end(context, &digest) != 0 else { throw .library }
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return FileDigest(
    sha256: String(decoding: text, as: UTF8.self), byteCount: byteCount,
    firstBeyondASCII: firstBeyondASCII, state: file.state)
}

private func isPlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var union: UInt8 = 0
  for byte in bytes { union |= byte }
  return union < 0x80
}
