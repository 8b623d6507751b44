/// The colours of pictures.
///
/// Letters have a contrast of at least 4.5 to white and marks of at least 3 (WCAG 2.2, success
/// criteria 1.4.3 and 1.4.11); no two meanings differ by colour alone. The tests check both.
package enum Palette {
  /// Letters.
  package static let ink: Colour = 0x1B1B1B
  /// Letters of less weight, base lines, whiskers.
  package static let soft: Colour = 0x4A4A4A
  /// The line of the axis and the outline of what is open.
  package static let axis: Colour = 0x767676
  /// Lines that only guide the eye; nothing is read from them.
  package static let guide: Colour = 0xE2E4E8
  package static let paper: Colour = 0xFFFFFF

  package static let estimate: Colour = 0x143F73
  package static let baseline: Colour = 0x4A4A4A
  package static let target: Colour = 0x8A4B08
  package static let met: Colour = 0x0B5D33
  package static let notMet: Colour = 0x9C1420
  package static let increase: Colour = 0x2F6DA8
  package static let decrease: Colour = 0xA8521D

  /// Lines of a trend, in order; after the last they begin again with other dashes.
  package static let lines: [Colour] = [0x143F73, 0xA8521D, 0x2E7D5B, 0x7A3B8F, 0x5C5C5C]

  package static func colour(of standing: ChartStanding) -> Colour {
    switch standing {
    case .met: met
    case .notMet: notMet
    case .open: soft
    }
  }
}
