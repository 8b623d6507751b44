import DelimitedText
import SurveyModel

/// Which choices of a form mean that there is no answer.
enum MissingWords {
  /// The reason a label states, `nil` where it is an answer like others.
  static func reason(of label: LocalizedText) -> MissingReason? {
    let texts = label.all.map(folded)
    let doesNotApply = texts.contains { text in
      notApplicable.contains(text) || notApplicableParts.contains { text.contains($0) }
    }
    if doesNotApply { return .notApplicable }
    for (reason, words) in others where texts.contains(where: words.contains) { return reason }
    return nil
  }

  /// Codes that by custom mean no answer, whatever their label.
  static let customaryCodes: Set<String> = [
    "8", "9", "88", "98", "99", "888", "998", "999", "-1", "-7", "-8", "-9", "-98", "-99",
  ]

  /// Without diacritics, case, quotation marks and the blanks around slashes.
  private static func folded(_ text: String) -> String {
    TextFolding.plain(text)
      .replacing("(", with: "").replacing(")", with: "").replacing("’", with: "'")
      .replacing(" / ", with: "/").replacing("/ ", with: "/").replacing(" /", with: "/")
  }

  private static let notApplicable: Set<String> = [
    "n/a", "na", "kad", "kb/kad", "not applicable", "does not apply", "no opinion/not applicable",
    "khong su dung", "khong phat sinh", "not used",
  ]
  private static let notApplicableParts = ["khong ap dung", "not applicable", "does not apply"]
  private static let others: [(MissingReason, Set<String>)] = [
    (
      .dontKnow,
      [
        "khong biet", "kb", "khong ro", "khong nho", "khong biet/khong ro", "khong co y kien",
        "khong y kien", "don't know", "dont know", "do not know", "dk", "not sure", "unknown",
        "no opinion", "can't say", "cannot say", "don't know/can't say",
      ]
    ),
    (
      .refused,
      [
        "tu choi", "tu choi tra loi", "khong muon tra loi", "khong tra loi", "refused", "refuse",
        "refused to answer", "prefer not to say", "prefer not to answer", "no answer",
        "khong biet/khong tra loi", "don't know/no answer", "dk/na", "kb/ktl", "ktl",
      ]
    ),
  ]
}
