import DelimitedText
import SurveyModel

/// Reads one spelling of an answer to a coded question.
///
/// In this order: a text the survey file declares; a code as it stands; the ways of ``AnswerMatcher``;
/// a text that means blank; a code with its label (`5 - Rất hài lòng`). Where the file is declared to
/// be the other way round, the valid answers are mirrored.
struct AnswerText {
  private let list: CodeList
  private let texts: CellTexts
  private let matcher: AnswerMatcher

  init(_ list: CodeList, texts: CellTexts, matcher: AnswerMatcher) {
    self.list = list
    self.texts = texts
    self.matcher = matcher
  }

  /// - Parameters:
  ///   - text: Content of the cell, not empty.
  ///   - isBlank: The survey file says that the text means blank.
  /// - Returns: The position in the code list.
  func reading(_ text: String, isBlank: Bool) -> CellReading<Int> {
    if let position = texts.position(of: text) { return .value(mirrored(position)) }
    if let position = list.position(of: text) { return .value(mirrored(position)) }
    switch matcher.match(text) {
    case .position(let position): return .value(mirrored(position))
    case .ambiguous(let positions): return .fault(.ambiguous(positions))
    case .none: break
    }
    if isBlank { return .blank }
    guard let both = codeAndLabel(text) else { return .fault(.notInCodeList) }
    if both.code == both.label { return .value(mirrored(both.code)) }
    // The code is turned round, the label is not: the label says what was meant.
    if texts.isMirrored && mirrored(both.code) == both.label { return .value(both.label) }
    return .fault(
      .contradiction(
        code: both.code, label: both.label,
        isReversed: both.label == opposite(of: both.code)))
  }

  private func mirrored(_ position: Int) -> Int {
    texts.isMirrored ? opposite(of: position) : position
  }

  /// The answer at the same distance from the other end of the scale; missing codes stay.
  private func opposite(of position: Int) -> Int {
    position <= list.answerCount ? list.answerCount + 1 - position : position
  }

  /// The positions of a code and of the label beside it, where the text consists of the two:
  /// `5 - Rất hài lòng`, `(5) Rất hài lòng`, `Rất hài lòng (5)`.
  private func codeAndLabel(_ text: String) -> (code: Int, label: Int)? {
    guard text.utf8.count <= 512 else { return nil }
    let marks = " -–—.:)]=/|"
    for index in text.indices.prefix(40) where marks.contains(text[index]) {
      let label = text[index...].drop { marks.contains($0) }
      guard !label.isEmpty,
        case .position(let first) = matcher.matchCode(
          String(text[..<index].drop { "([".contains($0) })),
        case .position(let second) = matcher.matchLabel(String(label))
      else { continue }
      return (first, second)
    }
    guard let last = text.last, ")]".contains(last),
      let bracket = text.lastIndex(where: { "([".contains($0) }),
      case .position(let code) = matcher.matchCode(
        String(text[text.index(after: bracket)...].dropLast())),
      case .position(let label) = matcher.matchLabel(String(text[..<bracket]))
    else { return nil }
    return (code, label)
  }
}
