/// The secret that pseudonyms are made with.
///
/// Whoever has it and guesses a telephone number can check the guess against a pseudonym; whoever
/// has only the pseudonyms cannot.
package struct PseudonymKey: Sendable, Hashable {
  /// Bytes of a new key, and the fewest a key may have.
  package static let length = 32

  private let bytes: [UInt8]
  /// Tells this key from others without giving it away: HMAC-SHA-256 of a fixed text.
  package let fingerprint: [UInt8]

  /// - Returns: `nil` when the cryptographic library refuses to work.
  /// - Precondition: at least ``length`` bytes.
  package init?(_ bytes: [UInt8]) {
    precondition(bytes.count >= Self.length, "a key has 32 bytes or more")
    // No variable's message begins so: see ``Pseudonymiser``.
    guard let code = HMACSHA256(key: bytes)?.code(of: Array("fingerprint\0sipas".utf8)) else {
      return nil
    }
    self.bytes = bytes
    fingerprint = code
  }

  /// Makes the pseudonyms of one variable.
  func pseudonymiser(of variable: String) -> Pseudonymiser {
    guard let algorithm = HMACSHA256(key: bytes) else {
      // It worked when the fingerprint was made.
      preconditionFailure("libcrypto is out of memory")
    }
    return Pseudonymiser(algorithm, variable: variable)
  }
}
