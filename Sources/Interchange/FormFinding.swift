import SurveyModel

extension Finding {
  /// A finding at a place of a form; of a workbook the cell is named in the message.
  ///
  /// A blank cell has nothing to show as found.
  init(
    _ code: FindingCode, at place: FormPlace, vi: String, en: String, found: String? = nil,
    expected: LocalizedText? = nil, remedy: LocalizedText, subject: String? = nil
  ) {
    let found = found.flatMap { $0.isEmpty ? nil : $0 }
    let cell = place.cell.map { "\($0): " } ?? ""
    self.init(
      code, at: place.location, message: LocalizedText(vi: cell + vi, en: cell + en),
      found: found.map { LocalizedText(vi: shortened($0), en: shortened($0)) },
      expected: expected, remedy: remedy, subject: subject)
  }
}

/// At most so much of a form's text stands in a message.
func shortened(_ text: String, to length: Int = 160) -> String {
  text.count > length ? text.prefix(length) + "…" : text
}

/// Runs of white space made one blank, as the vocabulary reads texts.
func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
