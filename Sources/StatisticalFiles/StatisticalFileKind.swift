/// The formats of statistical programs that are read, told apart by content.
package enum StatisticalFileKind: String, Sendable, Hashable, CaseIterable {
  /// SPSS, uncompressed or with codes of one byte.
  case sav = "SPSS SAV"
  /// SPSS, packed with zlib.
  case zsav = "SPSS ZSAV"
  /// SPSS portable.
  case por = "SPSS POR"
  case stata = "Stata DTA"

  /// Bytes at the beginning of a file that tell its kind.
  package static let lookedAt = 1_024

  /// The kind of a file; `nil` when it is none of them.
  package init?(start: [UInt8]) {
    if start.starts(with: Array("$FL2".utf8)) {
      self = .sav
    } else if start.starts(with: Array("$FL3".utf8)) {
      self = .zsav
    } else if start.starts(with: Array("<stata_dta>".utf8)) || Self.isOldStata(start) {
      self = .stata
    } else if Self.isPortable(start) {
      self = .por
    } else {
      return nil
    }
  }

  /// Version 104 to 115, byte order 1 or 2, file type 1: no text begins so.
  private static func isOldStata(_ start: [UInt8]) -> Bool {
    start.count > 60 && (104...115).contains(start[0]) && (start[1] == 1 || start[1] == 2)
      && start[2] == 1
  }

  /// 200 bytes for the eye, 256 of an alphabet, then a mark; lines of 80 are broken.
  private static func isPortable(_ start: [UInt8]) -> Bool {
    let head = start.filter { $0 != 10 && $0 != 13 }
    return head.count >= 464 && head[456..<464].elementsEqual("SPSSPORT".utf8)
  }
}
