import CLibCrypto

/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) under one key, for many messages.
///
/// Belongs to one thread at a time.
final class HMACSHA256 {
  private let context: UnsafeMutableRawPointer

  /// `nil` when the cryptographic library refuses to work.
  init?(key: [UInt8]) {
    guard let context = sipas_hmac_begin(key, key.count) else { return nil }
    self.context = context
  }

  deinit { sipas_hmac_end(context) }

  /// The 32 bytes of the code; `nil` when the cryptographic library refuses to work.
  func code(of message: [UInt8]) -> [UInt8]? {
    var code = [UInt8](repeating: 0, count: 32)
    return sipas_hmac(context, message, message.count, &code) != 0 ? code : nil
  }
}
