package import SurveyModel

/// The kinds of fault in workbooks, for the errors page.
package enum SpreadsheetCodes {
  // The workbook.
  static let notXLSX = FindingCode(
    "sheet.file.not-xlsx", .error, vi: "Tệp văn phòng không phải sổ tính XLSX.",
    en: "An office file is no XLSX workbook.")
  static let encrypted = FindingCode(
    "sheet.file.encrypted", .error, vi: "Sổ tính được đặt mật khẩu.",
    en: "The workbook has a password.")
  static let missingPart = FindingCode(
    "sheet.file.part-missing", .error, vi: "Sổ tính thiếu một phần bên trong.",
    en: "The workbook lacks one of its parts.")
  static let damagedPart = FindingCode(
    "sheet.file.part-damaged", .error, vi: "Một phần của sổ tính không phải XML đúng.",
    en: "A part of the workbook is not sound XML.")
  static let doctype = FindingCode(
    "sheet.file.doctype", .error, vi: "Một phần của sổ tính có khai báo DOCTYPE.",
    en: "A part of the workbook holds a DOCTYPE.")
  static let noSheets = FindingCode(
    "sheet.file.no-sheets", .error, vi: "Sổ tính không có trang tính nào.",
    en: "The workbook has no worksheet.")
  static let tooMuchText = FindingCode(
    "sheet.file.too-much-text", .error, vi: "Sổ tính chứa quá nhiều chữ.",
    en: "The workbook holds too much text.")

  // Choosing a sheet and its header.
  package static let sheetMissing = FindingCode(
    "sheet.name.missing", .error, vi: "Sổ tính không có trang được khai báo.",
    en: "The workbook has no sheet of the declared name.")
  package static let sheetTaken = FindingCode(
    "sheet.name.taken", .notice, vi: "Cho biết trang và dòng tiêu đề được đọc.",
    en: "Says which sheet and header row were read.")
  package static let otherSheets = FindingCode(
    "sheet.name.others", .warning, vi: "Trang khác cũng giống phiếu hỏi nhưng không được đọc.",
    en: "Another sheet looks like the questionnaire too and is not read.")
  package static let hidden = FindingCode(
    "sheet.hidden.read", .notice, vi: "Dòng hoặc cột bị ẩn vẫn được đọc.",
    en: "Hidden rows or columns are read too.")
  package static let outside = FindingCode(
    "sheet.cells.outside", .notice, vi: "Các ô nằm ngoài những cột có tiêu đề được bỏ qua.",
    en: "Cells outside the columns with a header are kept out.")
  package static let unsorted = FindingCode(
    "sheet.cells.order", .warning, vi: "Trong một số dòng, các ô sai thứ tự.",
    en: "In some rows the cells are out of order.")
  package static let faultyHeader = FindingCode(
    "sheet.header.faulty", .error, vi: "Một ô tiêu đề không đọc được.",
    en: "A cell of the header cannot be read.")

  // Rows and cells.
  static let rowOrder = FindingCode(
    "sheet.row.order", .error, vi: "Các dòng của trang sai thứ tự.",
    en: "The rows of the sheet are out of order.")
  static let rowTooLong = FindingCode(
    "sheet.row.too-long", .error, vi: "Một dòng dài quá mức.", en: "A row is far too long.")
  static let badReference = FindingCode(
    "sheet.cell.reference", .error, vi: "Địa chỉ ô không hợp lệ.",
    en: "The address of a cell is not valid.")
  package static let errorValue = FindingCode(
    "sheet.cell.error-value", .error, vi: "Ô chứa lỗi của bảng tính (#N/A, #DIV/0!…).",
    en: "A cell holds an error of the spreadsheet (#N/A, #DIV/0!…).")
  package static let formulaWithoutValue = FindingCode(
    "sheet.cell.formula-without-value", .error,
    vi: "Ô có công thức nhưng tệp không lưu kết quả.",
    en: "A cell has a formula whose result is not in the file.")
  package static let brokenReference = FindingCode(
    "sheet.cell.shared-string", .error, vi: "Ô dẫn tới một chuỗi không có trong sổ tính.",
    en: "A cell refers to a text that is not in the workbook.")
  package static let repeated = FindingCode(
    "sheet.cell.repeated", .error, vi: "Một ô được ghi hai lần.",
    en: "A cell is written twice.")

  /// Every code of this module.
  package static let all: [FindingCode] = [
    notXLSX, encrypted, missingPart, damagedPart, doctype, noSheets, tooMuchText, sheetMissing,
    sheetTaken, otherSheets, hidden, outside, unsorted, faultyHeader, rowOrder, rowTooLong,
    badReference, errorValue, formulaWithoutValue, brokenReference, repeated,
  ]
}
