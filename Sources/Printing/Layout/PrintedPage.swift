/// A page with everything that stands on it.
struct PrintedPage {
  var number: Int
  var format: PageFormat
  /// From top to bottom; `y` counted from the upper edge of the body.
  var placed: [(piece: Piece, y: Double)] = []
}

/// What becomes of finished pages: they are drawn, or looked at.
protocol PageReceiver {
  func receive(_ page: PrintedPage) throws(PrintingError)
}
