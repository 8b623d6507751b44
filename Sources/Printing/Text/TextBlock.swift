import CPango

enum TextAlignment {
  case start, centre, end
  /// Both edges straight, but for the last line.
  case justified
}

/// Owns a text that is set in lines.
final class TextBlock {
  private let layout: OpaquePointer
  private(set) var lines: [TextLine] = []
  /// The width of the widest line.
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(
    _ text: StyledText, size: Double, description: OpaquePointer, context: OpaquePointer,
    width: Double?, alignment: TextAlignment, indent: Double
  ) {
    layout = pango_layout_new(context)
    pango_layout_set_font_description(layout, description)
    pango_layout_set_auto_dir(layout, 0)
    var bytes = text.text
    bytes.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        pango_layout_set_text(layout, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
    if let attributes = attributes(of: text, size: size, isWrapped: width != nil) {
      pango_layout_set_attributes(layout, attributes)
      pango_attr_list_unref(attributes)
    }
    if let width {
      pango_layout_set_width(layout, sipas_pango_units(max(width, 1)))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }
    if indent != 0 { pango_layout_set_indent(layout, sipas_pango_units(indent)) }
    switch alignment {
    case .start: break
    case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .end: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: pango_layout_set_justify(layout, 1)
    }
    readLines(Array(bytes.utf8))
  }

  deinit { sipas_pango_release_layout(layout) }

  /// How many characters no installed font can show.
  var unknownCharacters: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Draws a line, its base line beginning at a place of the canvas.
  func show(line index: Int, on canvas: OpaquePointer, x: Double, baseline: Double) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(clamping: index)) else { return }
    cairo_move_to(canvas, x, baseline)
    pango_cairo_show_layout_line(canvas, line)
  }

  /// Adds the outlines of a line to the path of the canvas.
  func outline(line index: Int, on canvas: OpaquePointer, x: Double, baseline: Double) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(clamping: index)) else { return }
    cairo_move_to(canvas, x, baseline)
    pango_cairo_layout_line_path(canvas, line)
  }

  private func readLines(_ bytes: [UInt8]) {
    guard let iterator = pango_layout_get_iter(layout) else { return }
    defer { pango_layout_iter_free(iterator) }
    repeat {
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let baseline = pango_layout_iter_get_baseline(iterator)
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { break }
      let start = min(max(Int(line.pointee.start_index), 0), bytes.count)
      let end = min(start + max(Int(line.pointee.length), 0), bytes.count)
      lines.append(
        TextLine(
          text: String(decoding: bytes[start..<end], as: UTF8.self),
          x: sipas_pango_points(logical.x), width: sipas_pango_points(logical.width),
          ascent: sipas_pango_points(baseline - logical.y),
          height: sipas_pango_points(logical.height)))
    } while pango_layout_iter_next_line(iterator) != 0
    width = lines.map(\.width).max() ?? 0
    height = lines.reduce(0) { $0 + $1.height }
  }
}

/// A line of a text that is set.
struct TextLine {
  let text: String
  /// From the left edge of the block.
  let x: Double
  let width: Double
  /// From the top of the line to its base line.
  let ascent: Double
  let height: Double
}

private func attributes(of text: StyledText, size: Double, isWrapped: Bool) -> OpaquePointer? {
  guard isWrapped || text.runs.contains(where: { !$0.isPlain }) else { return nil }
  let list = pango_attr_list_new()
  // A word too long for its line is cut as it is written, without hyphens of Pango's own.
  if isWrapped { pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0)) }
  var start = 0
  for run in text.runs {
    let end = start + run.text.utf8.count
    var wanted: [UnsafeMutablePointer<PangoAttribute>?] = []
    if run.isBold { wanted.append(sipas_pango_weight_bold()) }
    if run.isItalic { wanted.append(sipas_pango_style_italic()) }
    if run.scale != 1 { wanted.append(pango_attr_size_new(sipas_pango_units(size * run.scale))) }
    if run.isRaised { wanted.append(pango_attr_rise_new(sipas_pango_units(size * 0.3))) }
    for attribute in wanted {
      attribute?.pointee.start_index = UInt32(clamping: start)
      attribute?.pointee.end_index = UInt32(clamping: end)
      pango_attr_list_insert(list, attribute)
    }
    start = end
  }
  return list
}
