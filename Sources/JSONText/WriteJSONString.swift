/// Appends a text as a JSON string, quotation marks included.
///
/// Only what RFC 8259 section 7 demands is escaped; Vietnamese stays readable.
package func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  let digits = Array("0123456789abcdef".utf8)
  bytes.append(0x22)
  for byte in text.utf8 {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0..<0x20:
      bytes.append(contentsOf: Array("\\u00".utf8))
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
  bytes.append(0x22)
}
