import CPango
package import Pictures

/// Prints pictures one after the other with fonts that are found and checked once.
///
/// Not to be shared between threads.
package final class PicturePrinter {
  private let typesetter = Typesetter()

  /// - Throws: ``PrintingError/noVietnameseFont(missing:)``.
  package init() throws(PrintingError) {
    try typesetter.checkLetters(family: .sans)
  }

  /// A picture as PNG on white, the same bytes every time.
  ///
  /// - Parameters:
  ///   - drawing: Shapes with numbers that no surface can show are left out.
  ///   - scale: Pixels to one CSS pixel of the drawing; 2 for documents.
  /// - Returns: The file.
  /// - Throws: ``PrintingError/pictureSize(width:height:)`` for a picture without size or of more
  ///   than 50 million pixels, ``PrintingError/library(_:)``.
  package func png(of drawing: Drawing, scale: Double) throws(PrintingError) -> [UInt8] {
    let width = (drawing.width * scale).rounded(.up)
    let height = (drawing.height * scale).rounded(.up)
    guard width >= 1, height >= 1, width <= 20_000, height <= 20_000,
      width * height <= 50_000_000, scale > 0
    else { throw .pictureSize(width: width, height: height) }
    let surface = Surface.pixels(width: Int(width), height: Int(height))
    cairo_scale(surface.canvas, scale, scale)
    DrawingPainter(canvas: surface.canvas, typesetter: typesetter).paint(drawing)
    return try surface.png()
  }
}

/// One picture as PNG: see ``PicturePrinter/png(of:scale:)`` for what it takes and throws.
package func png(of drawing: Drawing, scale: Double) throws(PrintingError) -> [UInt8] {
  try PicturePrinter().png(of: drawing, scale: scale)
}
