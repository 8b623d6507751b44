/// Why a document or a picture cannot be printed.
package enum PrintingError: Error, Sendable, Equatable {
  /// No installed font has all Vietnamese letters: so many of them would be empty boxes.
  /// Installing a font such as Liberation Serif (Debian: `fonts-liberation2`) is the remedy.
  case noVietnameseFont(missing: Int)
  /// More pages than a person can file; the report belongs into a workbook.
  case tooManyPages(limit: Int)
  /// A picture of no size, or above the limit of pixels.
  case pictureSize(width: Double, height: Double)
  /// The graphics library gave up, with its reason.
  case library(String)
}
