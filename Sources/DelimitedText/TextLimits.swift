/// How much of a delimited file is taken in before it is refused as hostile or broken.
package enum TextLimits {
  /// Bytes of one cell.
  package static let cell = 1 << 20
  /// Bytes of one record: also what a missing closing quotation mark can swallow.
  package static let record = 16 << 20
  package static let columns = 10_000
  /// Bytes of a code list or population file, read whole.
  package static let supportingFile = 64 << 20
}
