import CPango
import Pictures

/// Draws pictures on a canvas of cairo, in the unit of the canvas.
struct DrawingPainter {
  let canvas: OpaquePointer
  let typesetter: Typesetter

  func paint(_ drawing: Drawing) {
    for shape in drawing.shapes { paint(shape) }
  }

  private func paint(_ shape: Shape) {
    cairo_new_path(canvas)
    switch shape {
    case .line(let from, let to, let line):
      guard from.isFinite, to.isFinite else { return }
      cairo_move_to(canvas, from.x, from.y)
      cairo_line_to(canvas, to.x, to.y)
      stroke(line)
    case .rectangle(let corner, let width, let height, let surface, let line):
      guard corner.isFinite, width.isFinite, height.isFinite else { return }
      cairo_rectangle(canvas, corner.x, corner.y, width, height)
      fill(surface)
      stroke(line)
    case .circle(let centre, let radius, let surface, let line):
      guard centre.isFinite, radius.isFinite, radius >= 0 else { return }
      cairo_arc(canvas, centre.x, centre.y, radius, 0, 2 * .pi)
      cairo_close_path(canvas)
      fill(surface)
      stroke(line)
    case .path(let places, let isClosed, let surface, let line):
      guard let first = places.first, places.allSatisfy(\.isFinite) else { return }
      cairo_move_to(canvas, first.x, first.y)
      for place in places.dropFirst() { cairo_line_to(canvas, place.x, place.y) }
      if isClosed {
        cairo_close_path(canvas)
        fill(surface)
      }
      stroke(line)
    case .text(let lettering): paint(lettering)
    }
    cairo_new_path(canvas)
  }

  private func paint(_ lettering: Lettering) {
    guard lettering.place.isFinite, lettering.size > 0, lettering.size <= 1_000 else { return }
    let text = StyledText(lettering.text).printableStretches(limit: 1_000)[0]
    guard !text.text.isEmpty else { return }
    let block = typesetter.block(
      text, TextStyle(lettering.size, isBold: lettering.isBold, family: .sans))
    let shift =
      switch lettering.anchor {
      case .start: 0.0
      case .middle: block.width / 2
      case .end: block.width
      }
    let x = lettering.place.x - shift
    if lettering.hasRim {
      block.outline(line: 0, on: canvas, x: x, baseline: lettering.place.y)
      setColour(0xFFFFFF)
      cairo_set_line_width(canvas, lettering.size / 4)
      cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND)
      cairo_stroke(canvas)
    }
    setColour(lettering.colour)
    block.show(line: 0, on: canvas, x: x, baseline: lettering.place.y)
  }

  /// Fills the path and leaves it.
  private func fill(_ fill: Fill?) {
    guard let fill else { return }
    setColour(fill.colour)
    cairo_fill_preserve(canvas)
    if fill.hatch != .none { hatch(fill.hatch) }
  }

  /// Strokes the path and leaves it.
  private func stroke(_ stroke: Stroke?) {
    guard let stroke, stroke.width > 0, stroke.width.isFinite else { return }
    setColour(stroke.colour)
    cairo_set_line_width(canvas, stroke.width)
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_MITER)
    let dashes = stroke.dashes.filter { $0 > 0 && $0.isFinite }
    if !dashes.isEmpty { cairo_set_dash(canvas, dashes, Int32(clamping: dashes.count), 0) }
    cairo_stroke_preserve(canvas)
    if !dashes.isEmpty { cairo_set_dash(canvas, nil, 0, 0) }
  }

  /// White lines or dots over the inside of the path, as far apart as in the SVG of a drawing: a tile
  /// of 7 that the lines cross at half a right angle.
  private func hatch(_ hatch: Fill.Hatch) {
    let path = cairo_copy_path(canvas)
    defer { cairo_path_destroy(path) }
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0
    cairo_path_extents(canvas, &left, &top, &right, &bottom)
    cairo_save(canvas)
    cairo_clip(canvas)
    setColour(0xFFFFFF)
    cairo_set_line_width(canvas, 1.4)
    let tile = 7.0
    let step = tile * 2.0.squareRoot()
    // Lines begin at multiples of the step, so that neighbours of one hatch fit together; a surface
    // beyond all sizes of pictures keeps its colour alone.
    if right - left + bottom - top < 20_000 {
      if hatch == .rising || hatch == .crossed {
        var sum = ((left + top) / step).rounded(.down) * step
        while sum <= right + bottom {
          cairo_move_to(canvas, sum - top, top)
          cairo_line_to(canvas, sum - bottom, bottom)
          sum += step
        }
      }
      if hatch == .falling || hatch == .crossed {
        var difference = ((left - bottom) / step).rounded(.down) * step
        while difference <= right - top {
          cairo_move_to(canvas, difference + top, top)
          cairo_line_to(canvas, difference + bottom, bottom)
          difference += step
        }
      }
      cairo_stroke(canvas)
      if hatch == .dotted, (right - left) * (bottom - top) < 4_000_000 {
        dots(left: left, top: top, right: right, bottom: bottom, tile: tile)
      }
    }
    cairo_restore(canvas)
    cairo_new_path(canvas)
    cairo_append_path(canvas, path)
  }

  private func dots(left: Double, top: Double, right: Double, bottom: Double, tile: Double) {
    var y = ((top / tile).rounded(.down) + 0.5) * tile
    while y <= bottom + tile {
      var x = ((left / tile).rounded(.down) + 0.5) * tile
      while x <= right + tile {
        cairo_new_sub_path(canvas)
        cairo_arc(canvas, x, y, 1.3, 0, 2 * .pi)
        x += tile
      }
      y += tile
    }
    cairo_fill(canvas)
  }

  private func setColour(_ colour: Colour) {
    cairo_set_source_rgb(
      canvas, Double(colour >> 16 & 0xFF) / 255, Double(colour >> 8 & 0xFF) / 255,
      Double(colour & 0xFF) / 255)
  }
}

extension Place {
  /// False for what no surface can show.
  fileprivate var isFinite: Bool { x.magnitude < 1e6 && y.magnitude < 1e6 }
}
