import DelimitedText
import Spreadsheets
import SurveyModel

/// Opens an XLSX workbook as a response file.
///
/// The sheet is the one the survey file names, else the one whose header names most of the
/// questionnaire's columns: visible sheets before hidden ones, then in the order of the tabs.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings.
///   - pattern: What the survey file says of it.
///   - expected: What the header is to be matched against.
///   - blockSize: Bytes of text in a block.
/// - Returns: The header, and the records to come.
/// - Throws: Why the file is refused.
func openWorkbook(
  _ path: String, name: String, pattern: ResponseFilePattern?, expected: HeaderExpectation,
  blockSize: Int
) throws(RecordBlockReader.Refusal) -> OpenedResponses {
  let names = HeaderNames(expected)
  let workbook: Workbook
  var heads: [SheetHead]
  let font: DetectedEncoding?
  do throws(WorkbookFault) {
    workbook = try Workbook(path: path)
    heads = try sheetHeads(of: workbook, named: pattern?.sheet, names: names)
    font = fontText(of: workbook, heads, pattern: pattern)
    if let font {
      heads = try sheetHeads(
        of: workbook, named: pattern?.sheet, names: names, encoding: font.encoding)
    }
  } catch {
    throw RecordBlockReader.Refusal(finding: error.finding(file: name))
  }
  guard let head = mostLikely(heads) else {
    throw RecordBlockReader.Refusal(
      finding: sheetMissing(
        pattern?.sheet ?? "", among: workbook.sheets, at: pattern?.place, file: name))
  }
  guard let header = head.header(names) else {
    throw RecordBlockReader.Refusal(finding: FileFinding.empty(file: name))
  }
  guard header.cells.count <= TextLimits.columns else {
    throw RecordBlockReader.Refusal(
      finding: FileFinding.tooManyColumns(header.cells.count, file: name))
  }
  if let cell = header.faulty {
    throw RecordBlockReader.Refusal(
      finding: faultyHeader((row: cell.line, column: cell.column), file: name))
  }
  let reader: SheetReader
  do throws(WorkbookFault) { reader = try workbook.reader(of: head.sheet) } catch {
    throw RecordBlockReader.Refusal(finding: error.finding(file: name, sheet: head.sheet.name))
  }
  let place = SheetPlace(name: head.sheet.name, headerRow: header.row, columns: header.columns)
  let style = CellStyle(
    decimal: pattern?.decimal.flatMap { DecimalSign(named: $0) },
    dates: pattern?.dates.flatMap { DateOrder(named: $0) })
  let said = font.flatMap { FileFinding.detectedEncoding($0, file: name) }
  return OpenedResponses(
    dialect: FileDialect(
      encoding: font.map { "XLSX, \($0.encoding.rawValue)" } ?? "XLSX",
      delimiter: "sheet \(place.name)", hasByteOrderMark: false),
    header: header.cells, delimiter: 9, style: style,
    source: SheetRecords(
      reader, of: workbook, file: name, place: place, decimal: style.decimal,
      encoding: font?.encoding, blockSize: blockSize),
    sheet: place,
    findings: choiceFindings(head, header, heads, workbook, file: name) + [said].compactMap { $0 })
}

/// The heads of the sheets that come into question; none when the named sheet is not there.
private func sheetHeads(
  of workbook: Workbook, named name: String?, names: HeaderNames, encoding: TextEncoding? = nil
) throws(WorkbookFault) -> [SheetHead] {
  var heads: [SheetHead] = []
  for sheet in workbook.sheets {
    if let name, TextFolding.caseFolded(sheet.name) != TextFolding.caseFolded(name) { continue }
    heads.append(try SheetHead(sheet, of: workbook, names: names, encoding: encoding))
  }
  return heads
}

private func mostLikely(_ heads: [SheetHead]) -> SheetHead? {
  var best: SheetHead?
  for head in heads.filter({ !$0.sheet.isHidden }) + heads.filter(\.sheet.isHidden) {
    guard let leading = best else {
      best = head
      continue
    }
    // An empty sheet gives way to any other.
    if head.bestCount > leading.bestCount || (leading.rows.isEmpty && !head.rows.isEmpty) {
      best = head
    }
  }
  return best
}

/// What is to be said about the choice; nothing for the plain case of one sheet with its header at
/// the top.
private func choiceFindings(
  _ head: SheetHead, _ header: SheetHeader, _ heads: [SheetHead], _ workbook: Workbook,
  file: String
) -> [Finding] {
  var findings: [Finding] = []
  let isPlain =
    workbook.sheets.count == 1 && header.row == 1 && header.columns.first == 0
    && !header.joinsRows && !head.sheet.isHidden
  if !isPlain { findings.append(sheetTaken(head.sheet, header, of: workbook, file: file)) }
  let others = heads.filter {
    $0.sheet != head.sheet && $0.bestCount > 1 && $0.bestCount * 2 >= head.bestCount
  }
  if !others.isEmpty {
    findings.append(otherSheets(others.map(\.sheet.name), taken: head.sheet.name, file: file))
  }
  return findings
}
