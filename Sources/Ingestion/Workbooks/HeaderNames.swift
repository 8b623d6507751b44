import DelimitedText
import SurveyModel

/// The names a header may have; tells how much a row of a sheet looks like a header.
struct HeaderNames {
  private let names: FieldNames
  /// Longest text worth comparing, in UTF-8 bytes: blanks may be doubled, letters decomposed, a group
  /// path or question number may stand before the name.
  private let longest: Int

  init(_ expected: HeaderExpectation) {
    names = FieldNames(expected)
    let texts =
      [expected.interviewIDField] + expected.mapping.columns.map(\.header)
      + expected.fields.flatMap { [$0.id] + $0.label.all }
    longest = 128 + 2 * (texts.map(\.utf8.count).max() ?? 0)
  }

  /// True for the name of a column, as ``matchHeader(_:to:file:)`` tolerates it.
  func contains(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longest else { return false }
    return !names.exact(text).fields.isEmpty || names.inside(text).count == 1
  }
}
