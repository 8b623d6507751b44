import Foundation

/// Ways to make texts comparable that people would call the same, from strict to loose.
package enum TextFolding {
  /// Composed, in lower case, blanks at the ends removed and runs of blanks made one.
  package static func caseFolded(_ text: String) -> String {
    composed(text).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As ``caseFolded(_:)``, and each syllable's tone mark moved to its end, so that the old and new
  /// places of the mark ("hoà", "hòa") come out the same; the letters of other alphabets that look
  /// like đ are made đ.
  package static func toneFolded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    for scalar in caseFolded(text).decomposedStringWithCanonicalMapping.unicodeScalars {
      if isTone(scalar) {
        tone = scalar
      } else if scalar.properties.isAlphabetic || isOtherMark(scalar) {
        result.append(isLikeD(scalar) ? "đ" : scalar)
      } else {
        if let mark = tone { result.append(mark) }
        tone = nil
        result.append(scalar)
      }
    }
    if let mark = tone { result.append(mark) }
    return String(result).precomposedStringWithCanonicalMapping
  }

  /// As ``caseFolded(_:)``, without diacritics, and đ written d.
  package static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in caseFolded(text).decomposedStringWithCanonicalMapping.unicodeScalars {
      if isTone(scalar) || isOtherMark(scalar) { continue }
      result.append(scalar == "đ" || isLikeD(scalar) ? "d" : scalar)
    }
    return String(result)
  }

  /// True when `text` is `label` with some or all diacritics left out.
  ///
  /// "Hai long" and "Hai lòng" are "Hài lòng"; "Hài lọng" is not: it has a mark that the label does
  /// not have there.
  package static func leavesOutMarks(_ text: String, of label: String) -> Bool {
    func letters(_ text: String) -> [(base: Unicode.Scalar, marks: Set<Unicode.Scalar>)] {
      var letters: [(base: Unicode.Scalar, marks: Set<Unicode.Scalar>)] = []
      for scalar in toneFolded(text).decomposedStringWithCanonicalMapping.unicodeScalars {
        if isTone(scalar) || isOtherMark(scalar), !letters.isEmpty {
          letters[letters.count - 1].marks.insert(scalar)
        } else if scalar == "đ" {
          letters.append(("d", ["đ"]))
        } else {
          letters.append((scalar, []))
        }
      }
      return letters
    }
    let written = letters(text)
    let full = letters(label)
    return written.count == full.count
      && zip(written, full).allSatisfy { $0.base == $1.base && $0.marks.isSubset(of: $1.marks) }
  }

  /// Eth and d with tail: their capitals Ð and Ɖ look the same as Đ.
  private static func isLikeD(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "ð" || scalar == "ɖ"
  }

  /// Grave, acute, tilde, hook above, dot below.
  private static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300, 0x301, 0x303, 0x309, 0x323: true
    default: false
    }
  }

  /// Circumflex, breve, horn and every other combining mark.
  private static func isOtherMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}
