import DelimitedText
import SurveyModel

/// What is typed for the answers of a coded field: codes that are small numbers, which are quickest
/// to key; else labels, where each means one answer without doubt; else codes.
struct EntryAnswers: Hashable {
  /// One per code of the list, in its order; missing codes are typed as well.
  var values: [String]
  /// The values are numbers and stand in cells as such.
  var areNumbers: Bool

  init(_ list: CodeList, in language: Language) {
    let codes = list.codes.map(\.code)
    areNumbers = codes.allSatisfy { code in
      code.utf8.count <= 3 && Int(code).map(String.init) == code
    }
    guard !areNumbers else {
      values = codes
      return
    }
    let labels = list.codes.map { $0.label.text(in: language) }
    let matcher = AnswerMatcher(list)
    let isClear = labels.enumerated().allSatisfy { index, label in
      matcher.match(label) == .position(index + 1)
    }
    values = isClear ? labels : codes
  }
}

extension Field {
  /// `nil` where the answer is typed freely.
  func entryAnswers(in language: Language) -> EntryAnswers? {
    guard let list = codeList, !awaitsCodeList, !list.codes.isEmpty else { return nil }
    return EntryAnswers(list, in: language)
  }
}
