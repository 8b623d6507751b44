/// How much a finding matters.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The row, file or run cannot be used as it is.
  case error
  /// Used, but a person should look.
  case warning
  /// Said for the record.
  case notice
}

/// A kind of finding: a stable code, never reused, with its meaning for the errors page.
///
/// Codes read `stage.subject.fault`, for example `ingest.value.not-in-code-list`.
package struct FindingCode: Sendable, Hashable {
  package let id: String
  package let severity: Severity
  /// One sentence: what the code means.
  package let meaning: LocalizedText

  package init(_ id: String, _ severity: Severity, vi: String, en: String) {
    self.id = id
    self.severity = severity
    meaning = LocalizedText(vi: vi, en: en)
  }
}

/// Something found in an input: where, what was found, what was expected, what to do.
///
/// A finding holds facts in both languages and no presentation. It never holds the value of a
/// personal variable, of free text, or of a column that is not in the questionnaire.
package struct Finding: Sendable, Hashable {
  package var code: FindingCode
  package var place: SourceLocation?
  /// The sentence of the first line, for example "giá trị không có trong danh sách mã của Q12".
  package var message: LocalizedText
  /// What stands in the input; hidden values are described, not shown.
  package var found: LocalizedText?
  package var expected: LocalizedText?
  package var remedy: LocalizedText
  /// The variable, item, element or attribute concerned, when there is one.
  package var subject: String?

  package init(
    _ code: FindingCode, at place: SourceLocation?, message: LocalizedText,
    found: LocalizedText? = nil, expected: LocalizedText? = nil, remedy: LocalizedText,
    subject: String? = nil
  ) {
    self.code = code
    self.place = place
    self.message = message
    self.found = found
    self.expected = expected
    self.remedy = remedy
    self.subject = subject
  }

  package var severity: Severity { code.severity }

  /// Order by place, then by code: the same findings always print in the same order.
  package static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
    let leftPlace = left.place ?? SourceLocation(file: "")
    let rightPlace = right.place ?? SourceLocation(file: "")
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    return left.code.id < right.code.id
  }
}
