import CQREncode

/// A QR code as one SVG path.
struct QRCode {
  /// Draws the dark modules in a square of ``size`` units.
  let path: String
  /// Units on a side, the light border of four modules included.
  let size: Int

  private static let border = 4

  /// - Parameter text: At most 100 bytes.
  init(_ text: String) {
    precondition(text.utf8.count <= 100, "a short text fits a QR code")
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      preconditionFailure("a short text fits a QR code")
    }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    size = width + 2 * Self.border
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        // The lowest bit of a module tells dark from light.
        while column < width, code.pointee.data[row * width + column] & 1 == 1 { column += 1 }
        if column > start {
          let length = column - start
          path += "M\(start + Self.border) \(row + Self.border)h\(length)v1h-\(length)z"
        }
        column += 1
      }
    }
    self.path = path
  }
}
