/// The unit of an entered figure.
package enum FigureUnit: String, Sendable, Hashable, CaseIterable {
  case percent
  /// Percentage points, or points whose scale is not that of a score card.
  case points
  /// Points of a score card such as the PAR Index.
  case score
  case count
  /// A place among units; 1 is the best.
  case rank
  case days
  case minutes
  /// The document gives no unit.
  case unstated
}
