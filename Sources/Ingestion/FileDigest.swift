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
  /// The file's state before its first byte was read; `nil` for a folder.
  package var state: ByteFile.State?

  package init(sha256: String, byteCount: Int, firstBeyondASCII: Int?, state: ByteFile.State?) {
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

/// Computes the SHA-256 of a file without holding it in memory, or that of a folder of submissions.
package func digest(ofFile path: String) throws(DigestError) -> FileDigest {
  if isFolder(path) { return try digest(ofFolder: path) }
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
  return FileDigest(
    sha256: try hexadecimalEnd(of: context), byteCount: byteCount,
    firstBeyondASCII: firstBeyondASCII, state: file.state)
}

/// Computes the digest of the submissions in a folder: that of their names and digests, so that a
/// picture beside them does not make the folder another one.
private func digest(ofFolder path: String) throws(DigestError) -> FileDigest {
  let listing: FolderListing
  do throws(ByteFile.Failure) { listing = try FolderListing(folder: path) } catch {
    throw .file(error)
  }
  guard let context = sipas_sha256_begin() else { throw .library }
  var byteCount = 0
  for name in listing.names {
    do throws(DigestError) {
      let content = try digest(ofFile: "\(path)/\(name)")
      byteCount += content.byteCount
      let line = Array("\(content.sha256) \(name)\0".utf8)
      guard sipas_sha256_update(context, line, line.count) != 0 else { throw .library }
    } catch {
      sipas_sha256_cancel(context)
      throw error
    }
  }
  return FileDigest(
    sha256: try hexadecimalEnd(of: context), byteCount: byteCount, firstBeyondASCII: nil,
    state: nil)
}

private func hexadecimalEnd(of context: UnsafeMutableRawPointer) throws(DigestError) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  guard sipas_sha256_end(context, &digest) != 0 else { throw .library }
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}

private func isPlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var union: UInt8 = 0
  for byte in bytes { union |= byte }
  return union < 0x80
}
