package import SurveyModel

/// Findings as a person reads them, in the order of their places.
///
///     responses/pleiku.csv:1148:14: lỗi: giá trị không có trong danh sách mã của A3 [ingest.…]
///       thấy   "7"
///       cần    1 Rất không hài lòng, 2 Không hài lòng, …
///       gợi ý: sửa ô này rồi nạp lại tệp
///
/// - Parameters:
///   - findings: In any order.
///   - language: Of the messages and of the words around them.
///   - limit: At most this many of one code are printed, three of a notice; the rest are counted, one
///     line a code.
///   - usesColour: Colours the severity; for terminals only.
/// - Returns: The text with a line end, empty without findings.
package func findingsReport(
  _ findings: [Finding], language: Language, limit: Int = 20, usesColour: Bool = false
) -> String {
  let texts = Texts(language)
  let listing = FindingListing(findings, limit: limit)
  var lines: [String] = []
  for finding in listing.shown {
    lines += findingLines(finding, texts: texts, usesColour: usesColour)
  }
  for rest in listing.rest {
    lines.append("  " + texts.moreFindings(rest.count, code: rest.code.id))
  }
  return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}

/// How many findings of each severity there are: `3 lỗi, 12 cảnh báo`; empty without findings.
package func findingCounts(_ findings: [Finding], language: Language) -> String {
  func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
  return Texts(language).findingCounts(
    errors: count(.error), warnings: count(.warning), notices: count(.notice))
}

/// Findings sorted by place, each code capped.
struct FindingListing {
  let shown: [Finding]
  /// Codes that were capped, in the order in which they first stand, with how many are not shown.
  let rest: [(code: FindingCode, count: Int)]

  init(_ findings: [Finding], limit: Int) {
    var shown: [Finding] = []
    var codes: [FindingCode] = []
    var counts: [String: Int] = [:]
    for finding in findings.sorted(by: Finding.inOrder) {
      let count = counts[finding.code.id, default: 0]
      if count == 0 { codes.append(finding.code) }
      if count < Self.limit(limit, finding.code) { shown.append(finding) }
      counts[finding.code.id] = count + 1
    }
    self.shown = shown
    rest = codes.compactMap { code in
      let hidden = counts[code.id, default: 0] - Self.limit(limit, code)
      return hidden > 0 ? (code, hidden) : nil
    }
  }

  /// Nothing need be done about a notice, such as a row that is there already: a few show what it is,
  /// and do not push what must be corrected off the screen.
  private static func limit(_ limit: Int, _ code: FindingCode) -> Int {
    code.severity == .notice ? min(limit, 3) : limit
  }
}

private func findingLines(_ finding: Finding, texts: Texts, usesColour: Bool) -> [String] {
  let language = texts.language
  let severity = texts.severity(finding.severity)
  let mark =
    usesColour ? TerminalColour(finding.severity).applied(to: severity) : severity
  let place = finding.place.map { printable($0.description) + ": " } ?? ""
  let message = printable(finding.message.text(in: language))
  var lines = ["\(place)\(mark): \(message) [\(finding.code.id)]"]

  let facts = [(texts.found, finding.found), (texts.expected, finding.expected)]
  let width = facts.map { displayWidth($0.0) }.max() ?? 0
  for (name, text) in facts {
    guard let text = text?.text(in: language), !text.isEmpty else { continue }
    let padding = String(repeating: " ", count: width - displayWidth(name) + 2)
    lines.append("  \(name)\(padding)\(printable(text))")
  }
  let remedy = printable(finding.remedy.text(in: language))
  if !remedy.isEmpty { lines.append("  \(texts.hint): \(remedy)") }
  return lines
}
