/// How much of a statistical file is taken in before it is refused as hostile or broken.
package enum StatisticalLimits {
  package static let variables = 10_000
  /// Bytes of one row, unpacked.
  package static let row = 16 << 20
  /// Bytes of everything before the first row.
  package static let dictionary = 256 << 20
  /// Value labels of all variables together.
  package static let labels = 1 << 20
  /// Unpacked bytes of one block of a ZSAV file; SPSS writes about 4 MiB.
  package static let block = 64 << 20
  /// Unpacked bytes of a file, and how many times its blocks may swell beyond ``swellingFrom`` bytes.
  package static let unpacked = 64 << 30
  package static let swelling = 250
  package static let swellingFrom = 64 << 20
}
