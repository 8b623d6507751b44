import SurveyModel

/// A text whose letters stand in the order in which they are written.
///
/// Marks that turn the direction of what follows would let a name read otherwise than it is, and take
/// what stands beside it along; each becomes U+FFFD. What XML cannot hold is `XMLWriter`'s to replace.
func harmless(_ text: String) -> String {
  // Nearly all texts are told by their bytes: the marks begin with E2.
  guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: \.turnsDirection) else {
    return text
  }
  return String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.turnsDirection ? "\u{FFFD}" : $0 }))
}
