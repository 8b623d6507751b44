/// How wide a text is in Times New Roman, in twips; near enough to lay out columns and rules.
///
/// Widths are those of the Latin letters of Times (Adobe Font Metrics of Times-Roman and Times-Bold,
/// which the font shares) and of the letters of Vietnamese; other letters and signs are guessed.
///
/// - Complexity: O(length of `text`).
func textWidth(_ text: some StringProtocol, points: Double, isBold: Bool = false) -> Double {
  var thousandths = 0
  for scalar in text.unicodeScalars { thousandths += letterWidth(scalar, isBold: isBold) }
  return Double(thousandths) * points * 20 / 1000
}

/// In thousandths of the size of the letters.
private func letterWidth(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
  if scalar.isASCII {
    let index = Int(scalar.value) - 0x20
    guard index >= 0 else { return 0 }
    return (isBold ? boldWidths : regularWidths)[min(index, boldWidths.count - 1)]
  }
  if let widths = vietnameseWidths[scalar] { return isBold ? widths.bold : widths.regular }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  case .lowercaseLetter: return 500
  case .uppercaseLetter: return 722
  case .dashPunctuation: return scalar == "–" ? 500 : 1000
  default: return scalar.value == 0xA0 ? 250 : 1000
  }
}

/// Letters with marks are as wide as without, but for the horn.
private let vietnameseWidths: [Unicode.Scalar: (regular: Int, bold: Int)] = {
  let groups: [(letters: String, regular: Int, bold: Int)] = [
    ("àáảãạăằắẳẵặâầấẩẫậ", 444, 500), ("èéẻẽẹêềếểễệ", 444, 444), ("ìíỉĩị", 278, 278),
    ("òóỏõọôồốổỗộ", 500, 500), ("ơờớởỡợ", 529, 554), ("ùúủũụ", 500, 556), ("ưừứửữự", 542, 600),
    ("ỳýỷỹỵ", 500, 500), ("đ", 500, 556), ("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 722, 722),
    ("ÈÉẺẼẸÊỀẾỂỄỆ", 611, 667), ("ÌÍỈĨỊ", 333, 389), ("ÒÓỎÕỌÔỒỐỔỖỘ", 722, 778),
    ("ƠỜỚỞỠỢ", 722, 778), ("ÙÚỦŨỤ", 722, 722), ("ƯỪỨỬỮỰ", 776, 796), ("ỲÝỶỸỴ", 722, 722),
    ("Đ", 722, 722),
  ]
  var widths: [Unicode.Scalar: (regular: Int, bold: Int)] = [:]
  for group in groups {
    for letter in group.letters.unicodeScalars { widths[letter] = (group.regular, group.bold) }
  }
  return widths
}()

/// From space to tilde.
private let regularWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]

private let boldWidths = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
  611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
  722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
  278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
]
