import SurveyModel

/// A text without what would cut it off or show it in another order.
///
/// A C string ends at a zero, which no cell can hold anyway. Marks that turn the direction of what
/// follows would let a name read otherwise than it is, and take what stands beside it along. Each of
/// these becomes U+FFFD.
func cleaned(_ text: String) -> String {
  // Nearly all texts are told by their bytes: the marks begin with E2.
  guard text.utf8.contains(where: { $0 == 0 || $0 == 0xE2 }),
    text.unicodeScalars.contains(where: isHarmful)
  else { return text }
  return String(
    String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0 || scalar.turnsDirection
}
