/// A picture as plain shapes, ready for any surface: SVG on the page, a printed page, a bitmap.
///
/// The unit is one CSS pixel at 96 to the inch; the origin is the upper left corner.
package struct Drawing: Sendable, Hashable {
  package var width: Double
  package var height: Double
  /// In the order they are drawn.
  package var shapes: [Shape]

  package init(width: Double, height: Double, shapes: [Shape] = []) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }
}

package enum Shape: Sendable, Hashable {
  case line(from: Place, to: Place, stroke: Stroke)
  case rectangle(corner: Place, width: Double, height: Double, fill: Fill?, stroke: Stroke?)
  case circle(centre: Place, radius: Double, fill: Fill?, stroke: Stroke?)
  /// Straight lines from place to place; a closed one may be filled.
  case path([Place], isClosed: Bool, fill: Fill?, stroke: Stroke?)
  case text(Lettering)
}

package struct Place: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Red, green and blue in hexadecimal, two digits each.
package typealias Colour = UInt32

package struct Stroke: Sendable, Hashable {
  package var colour: Colour
  package var width: Double
  /// Lengths of dash and gap; empty for a whole line.
  package var dashes: [Double]

  package init(_ colour: Colour, width: Double = 1, dashes: [Double] = []) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
  }
}

/// A surface of one colour; a hatch keeps neighbours apart in black and white.
package struct Fill: Sendable, Hashable {
  package enum Hatch: String, Sendable, Hashable, CaseIterable {
    case none, rising, falling, crossed, dotted
  }

  package var colour: Colour
  package var hatch: Hatch

  package init(_ colour: Colour, hatch: Hatch = .none) {
    self.colour = colour
    self.hatch = hatch
  }
}

package struct Lettering: Sendable, Hashable {
  package enum Anchor: String, Sendable, Hashable, CaseIterable { case start, middle, end }

  /// Where the base line begins, is centred or ends, by `anchor`.
  package var place: Place
  package var text: String
  package var size: Double
  package var isBold: Bool
  package var anchor: Anchor
  package var colour: Colour
  /// A white rim that keeps the letters readable over lines.
  package var hasRim: Bool

  package init(
    _ text: String, at place: Place, size: Double = 12, isBold: Bool = false,
    anchor: Anchor = .start, colour: Colour, hasRim: Bool = false
  ) {
    self.place = place
    self.text = text
    self.size = size
    self.isBold = isBold
    self.anchor = anchor
    self.colour = colour
    self.hasRim = hasRim
  }
}
