import SurveyModel

/// A number in a message: whole where it is whole, with a decimal comma in Vietnamese.
func shownNumber(_ number: Double) -> LocalizedText {
  let text = Int(exactly: number).map { "\($0)" } ?? "\(number)"
  return LocalizedText(vi: text.replacing(".", with: ","), en: text)
}
