/// How wide a text is at most, in CSS pixels.
///
/// No font is at hand when a picture is laid out, so this is an upper estimate: the advance widths
/// of DejaVu Sans and Liberation Sans, whichever is wider (DejaVu Sans 2.37, Liberation 2.1), by
/// class of letter. Letters with marks are as wide as without; what is in no class counts one em.
///
/// - Parameters:
///   - text: Any text; decomposed letters are as wide as composed ones.
///   - size: The height of the font in pixels.
func textWidth(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
  var ems = 0.0
  for scalar in text.unicodeScalars { ems += advance(of: scalar) }
  return ems * size * (isBold ? 1.2 : 1)
}

/// The advance width of one scalar in ems.
private func advance(of scalar: Unicode.Scalar) -> Double {
  if scalar.value < 0x80 { return asciiAdvances[Int(scalar.value)] }
  switch scalar {
  case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": return 0
  case "\u{A0}", "\u{202F}", "·": return 0.32
  case "ì", "í", "î", "ï", "ĩ", "ỉ", "ị": return 0.3
  case "Ì", "Í", "Î", "Ï", "Ĩ", "Ỉ", "Ị": return 0.36
  case "Ð", "Đ", "Ò"..."Ö", "Ọ"..."Ộ": return 0.8
  case "Ơ", "Ớ"..."Ợ", "Ư", "Ứ"..."Ự": return 0.92
  case "À"..."Å", "Ă", "Ạ"..."Ặ", "È"..."Ë", "Ẹ"..."Ệ", "Ù"..."Ü", "Ũ", "Ụ", "Ủ", "Ý", "Ỳ"..."Ỹ":
    // These stretches hold the small letters too, which are narrower.
    return 0.75
  case "à"..."å", "ă", "è"..."ë", "ò"..."ö", "ơ", "ù"..."ü", "ũ", "ư", "đ", "ý", "ÿ": return 0.69
  case "‘", "’", "“", "”", "„": return 0.52
  case "–": return 0.56
  case "×", "−", "±", "≤", "≥", "≠": return 0.84
  default: return scalar.properties.canonicalCombiningClass == .notReordered ? 1 : 0
  }
}

/// Advance widths of ASCII in ems, by code; control characters have none.
private let asciiAdvances: [Double] = {
  let classes: [(Double, String)] = [
    (0.29, "'ijl"), (0.32, "I ,."), (0.35, "/:;\\|f-"), (0.40, "()[]t!"), (0.42, "r"),
    (0.51, "\"*J`"), (0.53, "sz"), (0.56, "c?L_"), (0.59, "k"), (0.60, "vxy"), (0.62, "FTaeo"),
    (0.645, "$0123456789bdghnpqu{}"), (0.67, "EKPSY"), (0.69, "ABVXZ"), (0.73, "CR"),
    (0.76, "UNH"), (0.79, "DG&OQ"), (0.84, "w#+<=>^~"), (0.87, "M"), (0.96, "%"), (1, "mW"),
    (1.02, "@"),
  ]
  var advances = [Double](repeating: 0, count: 128)
  for (width, letters) in classes {
    for letter in letters.unicodeScalars { advances[Int(letter.value)] = width }
  }
  return advances
}()
