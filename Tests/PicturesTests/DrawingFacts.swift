@testable import Pictures

/// What tests ask of a drawing.
extension Drawing {
  var letterings: [Lettering] {
    shapes.compactMap { if case .text(let lettering) = $0 { lettering } else { nil } }
  }

  /// The discs of estimates, which the legend has as well.
  func discs(_ colour: Colour = Palette.estimate) -> [Place] {
    shapes.compactMap {
      if case .circle(let centre, _, let fill, _) = $0, fill?.colour == colour {
        centre
      } else {
        nil
      }
    }
  }

  var rectangles: [(box: Box, fill: Fill?)] {
    shapes.compactMap {
      guard case .rectangle(let corner, let width, let height, let fill, _) = $0 else {
        return nil
      }
      let box = Box(
        left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height)
      return (box, fill)
    }
  }

  /// The letterings that read as a number, by their value: the numbers along an axis.
  func axisPlaces(_ numbers: [String: Double]) -> [(value: Double, place: Place)] {
    letterings.compactMap { lettering in numbers[lettering.text].map { ($0, lettering.place) } }
  }

  /// Pairs of texts that take the same room.
  var overlaps: [String] {
    let ordered = letterings.map { ($0.text, $0.box) }.sorted { $0.1.top < $1.1.top }
    var found: [String] = []
    for (index, (text, box)) in ordered.enumerated() {
      for (other, otherBox) in ordered[(index + 1)...] {
        if otherBox.top >= box.bottom { break }
        // A hundredth of a pixel is how exactly places are written.
        let nearly = Box(
          left: box.left + 0.01, top: box.top, right: box.right - 0.01, bottom: box.bottom - 0.01)
        if nearly.overlaps(otherBox) {
          found.append("\(text.prefix(30)) \(box) / \(other.prefix(30)) \(otherBox)")
        }
      }
    }
    return found
  }

  /// Whatever leaves the picture or is no number.
  var strays: [String] {
    shapes.compactMap { shape in
      let box = shape.bounds
      let isInside =
        box.left >= -0.01 && box.top >= -0.01 && box.right <= width + 0.01
        && box.bottom <= height + 0.01
      return isInside ? nil : "\(shape) leaves \(width) × \(height)"
    }
  }
}

extension Shape {
  /// What the shape covers, without the width of its strokes.
  var bounds: Box {
    switch self {
    case .line(let from, let to, _): box(of: [from, to])
    case .rectangle(let corner, let width, let height, _, _):
      box(of: [corner, Place(corner.x + width, corner.y + height)])
    case .circle(let centre, let radius, _, _):
      box(of: [
        Place(centre.x - radius, centre.y - radius), Place(centre.x + radius, centre.y + radius),
      ])
    case .path(let places, _, _, _): box(of: places)
    case .text(let lettering): lettering.box
    }
  }

  private func box(of places: [Place]) -> Box {
    // `reduce` with `min` would hide what is no number.
    guard places.allSatisfy({ $0.x.isFinite && $0.y.isFinite }), let first = places.first else {
      return Box(left: -.infinity, top: 0, right: 0, bottom: 0)
    }
    var box = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for place in places {
      box.left = min(box.left, place.x)
      box.right = max(box.right, place.x)
      box.top = min(box.top, place.y)
      box.bottom = max(box.bottom, place.y)
    }
    return box
  }
}
