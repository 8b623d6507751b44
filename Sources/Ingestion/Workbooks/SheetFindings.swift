import Spreadsheets
import SurveyModel

private let nothingToDo = LocalizedText(vi: "không cần làm gì", en: "nothing need be done")

/// What there is to be said about a sheet that has been read: hidden rows and columns, cells
/// without a header, cells out of order.
func sheetFindings(
  _ reader: SheetReader, place: SheetPlace, file: String, cellsOutside: Int
) -> [Finding] {
  var findings: [Finding] = []
  let at = SourceLocation(file: file, line: place.headerRow, column: place.columns[0] + 1)
  let hidden = reader.hiddenColumns.flatMap { range in
    place.columns.filter { range.contains($0) }
  }
  if reader.hiddenRows > 0 || !hidden.isEmpty {
    let names = hidden.prefix(12).map { CellReference.columnName($0) }.joined(separator: ", ")
    let rest = hidden.count > 12 ? "…" : ""
    findings.append(
      Finding(
        SpreadsheetCodes.hidden, at: at,
        message: LocalizedText(
          vi: "trang “\(place.name)” có dòng hoặc cột bị ẩn (kể cả do lọc); chúng vẫn được đọc",
          en:
            "the sheet “\(place.name)” has hidden (or filtered) rows or columns; they are read too"
        ),
        found: LocalizedText(
          vi: "\(reader.hiddenRows) dòng ẩn, \(hidden.count) cột ẩn \(names)\(rest)",
          en: "\(reader.hiddenRows) hidden rows, \(hidden.count) hidden columns \(names)\(rest)"),
        remedy: LocalizedText(
          vi: "nếu không muốn tính các phiếu bị ẩn, xóa hẳn chúng khỏi trang",
          en: "if hidden interviews are not to count, delete them from the sheet")))
  }
  if cellsOutside > 0 {
    findings.append(
      Finding(
        SpreadsheetCodes.outside, at: at,
        message: LocalizedText(
          vi: "\(cellsOutside) ô nằm ngoài các cột có tiêu đề được bỏ qua",
          en: cellsOutside == 1
            ? "1 cell outside the columns with a header is kept out"
            : "\(cellsOutside) cells outside the columns with a header are kept out"),
        remedy: nothingToDo))
  }
  if reader.unsortedRows > 0 {
    findings.append(
      Finding(
        SpreadsheetCodes.unsorted, at: at,
        message: LocalizedText(
          vi: "trong \(reader.unsortedRows) dòng, các ô không theo thứ tự cột; chúng được đọc theo"
            + " địa chỉ của từng ô",
          en:
            "in \(reader.unsortedRows) rows the cells are not in the order of the columns; each is"
            + " read where its address says"),
        remedy: LocalizedText(
          vi: "kiểm tra chương trình đã tạo tệp; mở trong Excel và lưu lại sẽ sửa được",
          en: "check the program that made the file; opening and saving it in Excel repairs it")))
  }
  return findings
}

/// Says which sheet and header were taken.
func sheetTaken(
  _ sheet: WorkbookSheet, _ header: SheetHeader, of workbook: Workbook, file: String
) -> Finding {
  let joined = LocalizedText(
    vi: header.joinsRows ? ", ghép với tên cột ở các dòng trên" : "",
    en: header.joinsRows ? ", joined with names in the rows above" : "")
  return Finding(
    SpreadsheetCodes.sheetTaken,
    at: SourceLocation(file: file, line: header.row, column: (header.columns.first ?? 0) + 1),
    message: LocalizedText(
      vi: "đọc trang “\(sheet.name)”\(sheet.isHidden ? " (trang ẩn)" : "")"
        + " trong \(workbook.sheets.count) trang, lấy dòng \(header.row) làm tiêu đề"
        + joined.text(in: .vi),
      en: "sheet “\(sheet.name)”\(sheet.isHidden ? " (hidden)" : "") of \(workbook.sheets.count)"
        + " is read, row \(header.row) is its header" + joined.text(in: .en)),
    remedy: LocalizedText(
      vi: "nếu không đúng, khai báo trang bằng thuộc tính sheet của <file> trong tệp khảo sát",
      en:
        "if that is not right, name the sheet with the attribute sheet of <file> in the survey file"
    ))
}

/// Says that other sheets look like the questionnaire too.
func otherSheets(_ names: [String], taken: String, file: String) -> Finding {
  let list = names.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
  let shown = names.count > 12 ? "\(list)…" : list
  return Finding(
    SpreadsheetCodes.otherSheets, at: SourceLocation(file: file),
    message: LocalizedText(
      vi: "\(names.count) trang khác cũng giống phiếu hỏi nhưng KHÔNG được đọc; chỉ đọc “\(taken)”",
      en: "\(names.count) other sheets look like the questionnaire too and are NOT read; only"
        + " “\(taken)” is"),
    found: LocalizedText(vi: shown, en: shown),
    remedy: LocalizedText(
      vi: "nếu mỗi trang là một phần số phiếu, lưu mỗi trang thành một tệp, hoặc gộp vào một trang",
      en: "if each sheet holds a part of the interviews, save each as a file, or join them in one"))
}

/// Says that the declared sheet is not there.
func sheetMissing(
  _ name: String, among sheets: [WorkbookSheet], at place: SourceLocation?, file: String
) -> Finding {
  let list = sheets.prefix(20).map { "“\($0.name)”" }.joined(separator: ", ")
  return Finding(
    SpreadsheetCodes.sheetMissing, at: place ?? SourceLocation(file: file),
    message: LocalizedText(
      vi: "sổ tính \(file) không có trang “\(name)”",
      en: "the workbook \(file) has no sheet “\(name)”"),
    expected: LocalizedText(vi: list, en: list),
    remedy: LocalizedText(
      vi: "sửa thuộc tính sheet, hoặc bỏ nó để chương trình tự chọn trang",
      en: "correct the attribute sheet, or leave it out and let the sheet be chosen"),
    subject: "sheet")
}

/// Says that the header cannot be read.
func faultyHeader(_ cell: (row: Int, column: Int), file: String) -> Finding {
  Finding(
    SpreadsheetCodes.faultyHeader,
    at: SourceLocation(file: file, line: cell.row, column: cell.column),
    message: LocalizedText(
      vi: "không đọc được ô tiêu đề \(CellReference.name(column: cell.column - 1, row: cell.row))",
      en: "the header cell \(CellReference.name(column: cell.column - 1, row: cell.row)) cannot be"
        + " read"),
    remedy: LocalizedText(
      vi: "gõ tên cột thay cho công thức, mở tệp trong Excel và lưu lại",
      en: "type the name instead of a formula, open the file in Excel and save it"))
}
