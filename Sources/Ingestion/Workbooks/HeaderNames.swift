import DelimitedText
import SurveyModel

/// The names a header may have; tells how much a row of a sheet looks like a header.
struct HeaderNames {
  private var names: Set<String> = []
  /// Longest text worth comparing, in UTF-8 bytes: blanks may be doubled, letters decomposed.
  private var longest = 0

  init(_ expected: HeaderExpectation) {
    add(expected.interviewIDField)
    for (header, _) in expected.columnMap { add(header) }
    for field in expected.fields {
      add(field.id)
      for label in field.label.all { add(label) }
    }
  }

  private mutating func add(_ name: String) {
    longest = max(longest, 2 * name.utf8.count)
    names.insert(TextFolding.caseFolded(name))
    names.insert(TextFolding.toneFolded(name))
    names.insert(TextFolding.plain(name))
  }

  /// True for the name of a column, as ``matchHeader(_:to:file:)`` tolerates it.
  func contains(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longest else { return false }
    return names.contains(TextFolding.caseFolded(text))
      || names.contains(TextFolding.toneFolded(text)) || names.contains(TextFolding.plain(text))
  }
}
