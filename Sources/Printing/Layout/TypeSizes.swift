/// Sizes of letters and distances on paper, in points; the decree asks for 13 to 14 in running text.
enum TypeSizes {
  static let body = 13.0
  static let section = 14.0
  static let note = 11.0
  static let imprint = 9.0
  static let tableTitle = 12.0
  /// Tried in turn until the columns fit.
  static let table = [11.0, 10.0, 9.0]
  static let wideTable = [10.0, 9.0, 8.0]
  static let pictureTable = [9.0, 8.0]
  /// The second line of a cell relative to its first.
  static let detail = 0.82
  /// 1 cm, the first line of a paragraph.
  static let indent = 28.35
  static let paragraphSpace = 6.0
  /// Distance of base lines relative to the height of the letters.
  static let lineSpacing = 1.08
}
