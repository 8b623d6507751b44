internal import SurveyModel

/// The words of the reports, by topic in the files `Texts….swift`: one place, both languages.
struct Texts: Hashable {
  let language: Language
  let numbers: NumberStyle

  init(_ language: Language) {
    self.language = language
    numbers = NumberStyle(language)
  }

  /// The one of two texts that is read.
  func pick(_ vi: String, _ en: String) -> String {
    language == .vi ? vi : en
  }
}
