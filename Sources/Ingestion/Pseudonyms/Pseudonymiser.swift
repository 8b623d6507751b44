/// Makes the pseudonyms of one variable.
///
/// A pseudonym is the first 128 bits, in lower-case hexadecimal, of HMAC-SHA-256 over `variable`, a
/// zero byte, the variable's id, a zero byte and the value as ``normalisedPersonalValue(_:)`` has it.
/// The id is mixed in so that the same text in two variables cannot be linked; the survey's id is
/// not, so that a person can be recognised in next year's survey while the key is the same.
final class Pseudonymiser {
  private let algorithm: HMACSHA256
  private let prefix: [UInt8]

  init(_ algorithm: HMACSHA256, variable: String) {
    self.algorithm = algorithm
    prefix = Array("variable\0\(variable)\0".utf8)
  }

  /// 32 hexadecimal digits.
  func pseudonym(of value: String) -> [UInt8] {
    guard let code = algorithm.code(of: prefix + Array(normalisedPersonalValue(value).utf8)) else {
      preconditionFailure("libcrypto is out of memory")
    }
    let digits = Array("0123456789abcdef".utf8)
    return code.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// A block's column with a pseudonym in the place of each text.
  ///
  /// - Parameters:
  ///   - texts: The distinct texts of the block.
  ///   - positions: Per row 0 for blank, else 1 + number of its text.
  /// - Returns: As many rows, blank where they were blank.
  func replacing(texts: ByteStringTable, positions: [UInt32]) -> BlockColumn {
    var pseudonyms = ByteStringTable(minimumCapacity: texts.count)
    // Spellings of one value share a pseudonym.
    var positionOfText: [UInt32] = [0]
    positionOfText.reserveCapacity(texts.count + 1)
    for number in 0..<texts.count {
      let made = pseudonym(of: texts.string(at: number)).withUnsafeBufferPointer {
        pseudonyms.intern($0, hash: ByteStringTable.hash($0)).number
      }
      positionOfText.append(UInt32(made + 1))
    }
    return .texts(positions: positions.map { positionOfText[Int($0)] }, table: pseudonyms)
  }
}
