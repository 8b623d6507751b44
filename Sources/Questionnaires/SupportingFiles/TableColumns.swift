import DelimitedText
import SurveyModel
import XML

extension DelimitedTable {
  /// The column headed by a field's identifier or label, letter case and diacritics aside; `nil`
  /// with a finding when there is none, or more than one.
  func column(of field: Field, findings: inout [Finding]) -> Int? {
    column(headed: [field.id] + field.label.all, findings: &findings)
  }

  /// The column headed by one of several names, the first of which findings show.
  func column(headed names: [String], findings: inout [Finding]) -> Int? {
    let columns = columns(headed: names)
    if columns.count == 1 { return columns[0] }
    findings.append(
      columns.isEmpty
        ? missing(names[0])
        : Finding(
          PopulationCode.columnRepeated, at: place(of: header[columns[1]]),
          message: LocalizedText(
            vi: "cột “\(names[0])” có hai lần", en: "the column “\(names[0])” stands twice"),
          remedy: LocalizedText(vi: "xoá bớt một cột", en: "delete one of them"),
          subject: names[0]))
    return nil
  }

  /// Whether any column is headed so.
  func hasColumn(_ names: [String]) -> Bool { !columns(headed: names).isEmpty }

  private func columns(headed names: [String]) -> [Int] {
    let folded = names.map(TextFolding.plain)
    return header.indices.filter { folded.contains(TextFolding.plain(header[$0].text)) }
  }

  private func missing(_ name: String) -> Finding {
    let present = header.map { shownText($0.text) }
    return Finding(
      PopulationCode.columnMissing, at: firstCell,
      message: LocalizedText(
        vi: "tệp thiếu cột “\(name)”", en: "the file has no column “\(name)”"),
      found: shownHeaders(header, atMost: 20),
      remedy: nearestName(to: name, among: present).map {
        LocalizedText(
          vi: "đổi tiêu đề “\($0)” thành “\(name)”",
          en: "rename the header “\($0)” to “\(name)”")
      } ?? LocalizedText(vi: "thêm cột “\(name)”", en: "add the column “\(name)”"),
      subject: name)
  }

  /// Where a fault of the whole file is shown.
  var firstCell: SourceLocation {
    SourceLocation(file: file, line: header.first?.line ?? 1, column: 1)
  }
}

/// A cell's text as a finding may show it inside a sentence: at most 40 signs; those that cannot be
/// seen, or move the text around them, as their number.
func shownText(_ text: String) -> String {
  let scalars = text.unicodeScalars
  var shown = ""
  for scalar in scalars.prefix(40) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown + (scalars.count > 40 ? "…" : "")
}

/// A cell as what was found.
func shownCell(_ text: String) -> LocalizedText {
  guard !text.isEmpty else { return LocalizedText(vi: "ô trống", en: "a blank cell") }
  return LocalizedText(vi: "“\(shownText(text))”", en: "“\(shownText(text))”")
}

/// The headers of a table as what was found.
func shownHeaders(_ header: [TableCell], atMost count: Int) -> LocalizedText {
  let cells = header.prefix(count).map { shownCell($0.text) }
  return LocalizedText(
    vi: cells.map { $0.text(in: .vi) }.joined(separator: ", "),
    en: cells.map { $0.text(in: .en) }.joined(separator: ", "))
}
