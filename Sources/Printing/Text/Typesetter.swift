import CPango

/// Owns the fonts; every text of a document is set by it.
///
/// Nothing depends on the machine's settings for screens: letters are neither fitted to pixels nor
/// to the language of the session. Not to be shared between threads.
final class Typesetter {
  private let fonts: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var descriptions: [TextStyle: FontDescription] = [:]
  private var advances: [TextStyle: [Unicode.Scalar: Double]] = [:]
  private var shown: [String: Bool] = [:]

  init() {
    fonts = pango_cairo_font_map_new()
    sipas_pango_set_resolution(fonts, 72)
    context = pango_font_map_create_context(fonts)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    pango_context_set_language(context, pango_language_from_string("vi"))
  }

  deinit {
    sipas_pango_release_context(context)
    sipas_pango_release_font_map(fonts)
  }

  /// Sets a text in lines of at most `width`, or in one line; `text` is printable and not longer
  /// than ``StyledText/longest``.
  func block(
    _ text: StyledText, _ style: TextStyle, width: Double? = nil,
    alignment: TextAlignment = .start, indent: Double = 0
  ) -> TextBlock {
    TextBlock(
      text, size: style.size, description: description(style), context: context, width: width,
      alignment: alignment, indent: indent)
  }

  /// The width of a text in one line, summed from its letters: close to what is set, without
  /// setting it.
  func width(of text: String, _ style: TextStyle) -> Double {
    var known = advances[style] ?? [:]
    var width = 0.0
    for scalar in text.unicodeScalars {
      if let advance = known[scalar] {
        width += advance
      } else {
        let advance = block(StyledText(String(Character(scalar))), style).width
        known[scalar] = advance
        width += advance
      }
    }
    advances[style] = known
    return width
  }

  /// Whether some installed font has every letter of a short text, such as a sign.
  func shows(_ text: String) -> Bool {
    if let known = shown[text] { return known }
    let result = block(StyledText(text), TextStyle(12)).unknownCharacters == 0
    if shown.count < 1_000 { shown[text] = result }
    return result
  }

  private func description(_ style: TextStyle) -> OpaquePointer {
    if let known = descriptions[style] { return known.pointer }
    let made = FontDescription(style)
    descriptions[style] = made
    return made.pointer
  }
}

/// Owns the description of a font.
private final class FontDescription {
  let pointer: OpaquePointer

  init(_ style: TextStyle) {
    pointer = pango_font_description_new()
    pango_font_description_set_family(pointer, style.family.rawValue)
    pango_font_description_set_size(pointer, sipas_pango_units(style.size))
    if style.isBold { pango_font_description_set_weight(pointer, PANGO_WEIGHT_BOLD) }
    if style.isItalic { pango_font_description_set_style(pointer, PANGO_STYLE_ITALIC) }
  }

  deinit { pango_font_description_free(pointer) }
}
