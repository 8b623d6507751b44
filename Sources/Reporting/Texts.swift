internal import SurveyModel

/// The words of the reports, by topic in the files `Texts….swift`: one place, both languages.
///
/// Fixed words come from the wording, where an office may say them otherwise; sentences that depend
/// on figures are written here.
struct Texts: Hashable {
  let language: Language
  let numbers: NumberStyle
  let words: Wording

  init(_ language: Language) {
    self.init(Wording.standard(language))
  }

  init(_ words: Wording) {
    language = words.language
    numbers = NumberStyle(words.language)
    self.words = words
  }

  /// The one of two texts that is read.
  func pick(_ vi: String, _ en: String) -> String {
    language == .vi ? vi : en
  }
}
