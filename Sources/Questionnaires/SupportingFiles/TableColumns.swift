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
    let list = present.prefix(20).joined(separator: ", ")
    return Finding(
      PopulationCode.columnMissing, at: firstCell,
      message: LocalizedText(
        vi: "tệp thiếu cột “\(name)”", en: "the file has no column “\(name)”"),
      found: LocalizedText(vi: list, en: list),
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

/// A cell's text as a finding may show it: at most 40 signs, none that moves the text around it.
func shownText(_ text: String) -> String {
  let scalars = text.unicodeScalars.prefix(41).filter { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
  var shown = String.UnicodeScalarView()
  shown.append(contentsOf: scalars.prefix(40))
  return String(shown) + (text.unicodeScalars.count > 40 ? "…" : "")
}
