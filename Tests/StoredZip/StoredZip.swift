/// A ZIP whose entries are stored without compression, so that a test can write what no program
/// would (APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16).
///
/// - Parameter parts: The name and the content of each entry.
/// - Returns: The bytes of the file.
package func storedZip(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (name, content) in parts {
    let start = file.count
    let common =
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(checksum(content)), 4) + little(content.count, 4) + little(content.count, 4)
      + little(name.utf8.count, 2) + little(0, 2)
    file += little(0x0403_4B50, 4) + common + Array(name.utf8) + content
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + common + [UInt8](repeating: 0, count: 10)
      + little(start, 4) + Array(name.utf8)
  }
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
    + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  return file + directory + end
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// CRC-32 of ISO 3309, a byte at a time.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  bytes.withUnsafeBufferPointer { bytes in
    checksums.withUnsafeBufferPointer { table in
      var sum: UInt32 = 0xFFFF_FFFF
      for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
      return ~sum
    }
  }
}

private let checksums: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
}
