import CXlsxWriter
import Glibc

/// Writes a workbook as XLSX.
///
/// The same content gives the same bytes at any time and place.
///
/// - Parameters:
///   - content: What to write.
///   - path: The file to make; one that is there is replaced.
/// - Throws: What Excel would not take, or that the file cannot be written; then there is no file.
package func writeWorkbook(
  _ content: WorkbookContent, to path: String
) throws(WorkbookWritingError) {
  // Asked first: the library finds out at the end, and tells the terminal.
  let file = open(path, O_CREAT | O_WRONLY, 0o644)
  guard file >= 0 else { throw .notWritten(path: path) }
  close(file)
  var options = lxw_workbook_options()
  // Large sheets go through a temporary file with their texts in the cells, so that memory does
  // not grow with them; small ones share texts as Excel does.
  let cells = content.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.count } }
  // Merged cells and charts are not written row by row, as that way needs.
  let isByRow = content.sheets.allSatisfy {
    $0.merges.isEmpty && $0.rowHeights.isEmpty && $0.charts.isEmpty
  }
  options.constant_memory = cells > 1_000_000 && isByRow ? 1 : 0
  guard let workbook = workbook_new_opt(path, &options) else {
    unlink(path)
    throw .notWritten(path: path)
  }
  var notes = ChartNotes()
  do throws(WorkbookWritingError) {
    try fill(workbook, with: content, notes: &notes)
  } catch {
    lxw_workbook_free(workbook)
    unlink(path)
    throw error
  }
  // Closing writes the file and frees the workbook, also when it fails.
  guard workbook_close(workbook) == LXW_NO_ERROR else {
    unlink(path)
    throw .notWritten(path: path)
  }
  if content.keepsEveryDigit || !notes.isEmpty {
    try completeParts(ofWorkbookAt: path, content, notes: notes)
  }
}

/// A workbook as the bytes of an XLSX file.
///
/// - Throws: As ``writeWorkbook(_:to:)``, whose file is a temporary one here.
package func workbookBytes(_ content: WorkbookContent) throws(WorkbookWritingError) -> [UInt8] {
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var name = Array("\(folder)/sipas-workbook-XXXXXX".utf8CString)
  let file = mkstemp(&name)
  let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  guard file >= 0 else { throw .notWritten(path: path) }
  defer {
    close(file)
    unlink(path)
  }
  try writeWorkbook(content, to: path)
  guard let stream = fopen(path, "rb") else { throw .notWritten(path: path) }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, stream)
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  guard ferror(stream) == 0 else { throw .notWritten(path: path) }
  return bytes
}

private func fill(
  _ workbook: UnsafeMutablePointer<lxw_workbook>, with content: WorkbookContent,
  notes: inout ChartNotes
) throws(WorkbookWritingError) {
  var properties = lxw_doc_properties()
  // 1980-01-01T00:00:00Z, as the archive's entries have it: a clock would change the bytes.
  properties.created = 315_532_800
  let title = strdup(content.title ?? "")
  defer { free(title) }
  if content.title != nil { properties.title = title }
  workbook_set_properties(workbook, &properties)
  for property in content.properties {
    // The library has room for 255 characters of each.
    workbook_set_custom_property_string(
      workbook, String(cleaned(property.name).prefix(255)),
      String(cleaned(property.value).unicodeScalars.prefix(255)))
  }
  let formats = CellFormatTable(workbook)
  var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  for sheet in content.sheets {
    guard !sheet.name.utf8.contains(0), sheet.name.unicodeScalars.count <= 31,
      workbook_validate_sheet_name(workbook, sheet.name) == LXW_NO_ERROR, !sheet.name.isEmpty,
      let worksheet = workbook_add_worksheet(workbook, sheet.name)
    else { throw .sheetName(sheet.name) }
    sheets.append(worksheet)
  }
  for (sheet, worksheet) in zip(content.sheets, sheets) {
    try SheetWriter(worksheet, of: workbook, formats: formats, sheet: sheet).write(&notes)
  }
  // The first sheet that is seen is the one that opens.
  if let first = content.sheets.firstIndex(where: { !$0.isHidden }) {
    worksheet_activate(sheets[first])
    worksheet_set_first_sheet(sheets[first])
  }
  for (sheet, worksheet) in zip(content.sheets, sheets) where sheet.isHidden {
    worksheet_hide(worksheet)
  }
  for name in content.names {
    // The library's room for each of the two.
    guard name.name.utf8.count < 128, name.formula.utf8.count < 128,
      workbook_define_name(workbook, name.name, name.formula) == LXW_NO_ERROR
    else {
      throw .definedName(name.name)
    }
  }
}
