import DelimitedText
import SurveyModel
import XML

/// A code list read from a CSV, with what was found.
struct CodeListReading {
  var list: CodeList?
  var findings: [Finding]
}

/// Reads a CSV with the columns `code`, `label` and possibly `label-en`, `parent`, `valid-from` and
/// `valid-to`.
///
/// - Parameters:
///   - path: The resolved path.
///   - place: Where the file is named, for a file that does not exist.
///   - year: Keeps only the codes valid at some day of this year; `nil` keeps all.
/// - Returns: The list when there is no error, and everything found.
func readCodeList(at path: String, namedAt place: SourceLocation, year: Int?) -> CodeListReading {
  guard isExistingFile(path) else {
    return CodeListReading(list: nil, findings: [missingReference(path, at: place)])
  }
  let reading = readTable(path: path)
  guard let table = reading.table else {
    return CodeListReading(list: nil, findings: reading.findings)
  }
  var reader = CodeListReader(table: table, year: year)
  reader.read()
  let findings = reading.findings + reader.findings
  let hasErrors = findings.contains { $0.severity == .error }
  return CodeListReading(
    list: hasErrors ? nil : CodeList(answers: reader.codes), findings: findings)
}

private struct CodeListReader {
  let table: DelimitedTable
  let year: Int?
  private(set) var codes: [AnswerCode] = []
  private(set) var findings: [Finding] = []
  private var lineOfCode: [String: Int] = [:]
  private var lineOfLabel: [String: Int] = [:]

  private static let columns = ["code", "label", "label-en", "parent", "valid-from", "valid-to"]

  init(table: DelimitedTable, year: Int?) {
    self.table = table
    self.year = year
  }

  mutating func read() {
    checkHeader()
    guard let codeColumn = table.column("code") else { return }
    let labelColumn = table.column("label")
    let englishColumn = table.column("label-en")
    let parentColumn = table.column("parent")
    let fromColumn = table.column("valid-from")
    let toColumn = table.column("valid-to")
    for row in table.rows {
      let text: (Int?) -> String? = { column in
        column.map { row.cells[$0].text }.flatMap { $0.isEmpty ? nil : $0 }
      }
      let from = date(fromColumn, in: row, endOfPeriod: false)
      let to = date(toColumn, in: row, endOfPeriod: true)
      guard isValid(from: from, to: to) else { continue }
      guard let code = text(codeColumn) else {
        findings.append(
          Finding(
            CodeListCode.codeEmpty, at: table.place(of: row.cells[codeColumn]),
            message: LocalizedText(
              vi: "dòng này của danh mục không có mã", en: "this row of the list has no code"),
            remedy: LocalizedText(
              vi: "điền mã, hoặc xoá dòng", en: "fill in the code, or delete the row"),
            subject: "code"))
        continue
      }
      let label = LocalizedText(vi: text(labelColumn), en: text(englishColumn))
      check(code, at: row.cells[codeColumn])
      if let labelColumn { checkLabel(label, at: row.cells[labelColumn]) }
      codes.append(AnswerCode(code: code, label: label, parent: text(parentColumn)))
    }
    if codes.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          CodeListCode.empty, at: SourceLocation(file: table.file),
          message: LocalizedText(
            vi: year.map { "danh mục không có mã nào còn hiệu lực trong năm \($0)" }
              ?? "danh mục không có mã nào",
            en: year.map { "the list has no code valid in \($0)" } ?? "the list has no codes"),
          remedy: LocalizedText(vi: "thêm mã vào danh mục", en: "add codes to the list")))
    }
  }

  private mutating func checkHeader() {
    var seen: Set<String> = []
    for cell in table.header {
      let name = cell.text.lowercased()
      let shown = shownText(cell.text)
      if !seen.insert(name).inserted {
        findings.append(
          Finding(
            CodeListCode.columnRepeated, at: table.place(of: cell),
            message: LocalizedText(
              vi: "cột “\(shown)” có hai lần", en: "the column “\(shown)” stands twice"),
            remedy: LocalizedText(vi: "xoá bớt một cột", en: "delete one of them"),
            subject: shown))
      } else if !Self.columns.contains(name) {
        findings.append(
          Finding(
            CodeListCode.columnUnknown, at: table.place(of: cell),
            message: LocalizedText(
              vi: "cột “\(shown)” không được dùng", en: "the column “\(shown)” is not used"),
            expected: LocalizedText(
              vi: Self.columns.joined(separator: ", "), en: Self.columns.joined(separator: ", ")),
            remedy: nearestName(to: name, among: Self.columns).map(didYouMean)
              ?? LocalizedText(vi: "xoá cột nếu không cần", en: "delete it if it is not needed"),
            subject: shown))
      }
    }
    for name in ["code", "label"] where !seen.contains(name) {
      findings.append(
        Finding(
          CodeListCode.columnMissing, at: SourceLocation(file: table.file, line: 1, column: 1),
          message: LocalizedText(
            vi: "danh mục thiếu cột \(name)", en: "the list has no column \(name)"),
          found: shownHeaders(table.header, atMost: 20),
          expected: LocalizedText(
            vi: Self.columns.joined(separator: ", "), en: Self.columns.joined(separator: ", ")),
          remedy: LocalizedText(
            vi: "đặt tiêu đề \(name) ở dòng đầu", en: "name the column \(name) in line 1"),
          subject: name))
    }
  }

  private mutating func check(_ code: String, at cell: TableCell) {
    if let line = lineOfCode[code] {
      findings.append(
        Finding(
          CodeListCode.codeDuplicate, at: table.place(of: cell),
          message: LocalizedText(
            vi: "mã “\(shownText(code))” đã có ở dòng \(line)",
            en: "code “\(shownText(code))” stands on line \(line) already"),
          remedy: LocalizedText(
            vi: "giữ một dòng, hoặc ghi valid-from và valid-to cho từng thời kỳ",
            en: "keep one row, or give valid-from and valid-to for each period"),
          subject: shownText(code)))
    }
    lineOfCode[code] = lineOfCode[code] ?? cell.line
  }

  private mutating func checkLabel(_ label: LocalizedText, at cell: TableCell) {
    guard let text = label.vi else { return }
    let key = TextFolding.plain(text)
    if let line = lineOfLabel[key] {
      findings.append(
        Finding(
          CodeListCode.labelDuplicate, at: table.place(of: cell),
          message: LocalizedText(
            vi: "nhãn “\(shownText(text))” trùng với dòng \(line) (không kể dấu và chữ hoa)",
            en:
              "the label “\(shownText(text))” equals that of line \(line) (diacritics and case aside)"
          ),
          remedy: LocalizedText(
            vi: "thêm tên đơn vị cấp trên vào nhãn, hoặc dùng mã trong tệp phiếu",
            en: "add the parent unit to the label, or use codes in the response files"),
          subject: shownText(text)))
    }
    lineOfLabel[key] = lineOfLabel[key] ?? cell.line
  }

  /// A validity date: a day, or a year that means its first or last day.
  private mutating func date(_ column: Int?, in row: TableRow, endOfPeriod: Bool) -> CivilDate? {
    guard let column, !row.cells[column].text.isEmpty else { return nil }
    let text = row.cells[column].text
    if let date = CivilDate(text) { return date }
    if let year = Int(text), (1900...2199).contains(year) {
      return CivilDate(year: year, month: endOfPeriod ? 12 : 1, day: endOfPeriod ? 31 : 1)
    }
    findings.append(
      Finding(
        CodeListCode.dateForm, at: table.place(of: row.cells[column]),
        message: LocalizedText(vi: "ngày hiệu lực viết sai", en: "the validity date is malformed"),
        found: shownCell(text),
        expected: LocalizedText(vi: "2021-07-01 hoặc 2021", en: "2021-07-01 or 2021"),
        remedy: LocalizedText(vi: "viết lại theo dạng trên", en: "write it in that form")))
    return nil
  }

  private func isValid(from: CivilDate?, to: CivilDate?) -> Bool {
    guard let year, let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return true }
    return (from ?? first) <= last && (to ?? last) >= first
  }
}

/// The finding for a file that is named but not there.
func missingReference(_ path: String, at place: SourceLocation) -> Finding {
  Finding(
    FileCode.referenceMissing, at: place,
    message: LocalizedText(
      vi: "tệp được nhắc tới ở đây không tồn tại", en: "the file named here does not exist"),
    found: LocalizedText(vi: path, en: path),
    remedy: LocalizedText(
      vi: "kiểm tra tên tệp; đường dẫn tính từ thư mục của tệp này",
      en: "check the name; paths are seen from the folder of this file"), subject: path)
}
