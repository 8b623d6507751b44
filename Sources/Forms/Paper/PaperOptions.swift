package import SurveyModel

/// How paper forms are printed.
package struct PaperOptions: Sendable {
  /// The language on top, and one below it in small letters.
  package var language: Language
  package var secondLanguage: Language?
  /// Serial numbers of the forms; `nil` for one form whose number is written by hand.
  package var serials: ClosedRange<Int>?
  /// Printed on both sides of the paper: the back of the part that is torn off stays empty, and
  /// every form begins on a new sheet of paper.
  package var isTwoSided: Bool

  /// Forms in one file; browsers print no more at once.
  package static let mostForms = 1_000

  package init(
    language: Language = .vi, secondLanguage: Language? = nil, serials: ClosedRange<Int>? = nil,
    isTwoSided: Bool = false
  ) {
    self.language = language
    self.secondLanguage = secondLanguage
    self.serials = serials
    self.isTwoSided = isTwoSided
  }
}

/// A text as it is printed: the language on top, and the second below it where it says more.
struct Wording: Sendable {
  var first: String
  var second: String?

  init(_ text: LocalizedText, or id: String = "", _ options: PaperOptions) {
    first = text.text(in: options.language, or: id)
    let other = options.secondLanguage.map { text.text(in: $0, or: id) }
    second = other == first || other?.isEmpty == true ? nil : other
  }

  static let smaller = 0.85

  /// Height in millimetres of both texts in a column.
  func height(width: Double, points: Double) -> Double {
    var height = TextMeasure.height(
      lines: TextMeasure.lines(first, width: width, points: points), points: points)
    if let second {
      let small = points * Self.smaller
      height += TextMeasure.height(
        lines: TextMeasure.lines(second, width: width, points: small), points: small)
    }
    return height
  }

  /// Width in millimetres of the wider text on one line.
  func width(points: Double) -> Double {
    max(
      TextMeasure.width(first, points: points),
      second.map { TextMeasure.width($0, points: points * Self.smaller) } ?? 0)
  }
}
