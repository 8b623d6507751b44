/// A page of A4 with the margins of the decree on records work (Nghị định 30/2020/NĐ-CP, appendix I,
/// part I: 20–25 mm above and below, 30–35 mm left, 15–20 mm right); lengths in points.
enum PageFormat: Hashable {
  case portrait
  /// For tables that are too wide for an upright page.
  case landscape

  static let pointsPerMillimetre = 72 / 25.4

  var width: Double { (self == .portrait ? 210 : 297) * Self.pointsPerMillimetre }
  var height: Double { (self == .portrait ? 297 : 210) * Self.pointsPerMillimetre }
  var left: Double { 30 * Self.pointsPerMillimetre }
  var right: Double { 15 * Self.pointsPerMillimetre }
  var top: Double { 20 * Self.pointsPerMillimetre }
  var bottom: Double { 20 * Self.pointsPerMillimetre }

  /// What is left for text and tables.
  var bodyWidth: Double { width - left - right }
  var bodyHeight: Double { height - top - bottom }
}
