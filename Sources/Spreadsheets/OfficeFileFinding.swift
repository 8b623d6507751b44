package import SurveyModel

/// The finding for an office file that is no XLSX workbook.
package func findingOfOfficeFile(_ kind: OfficeFileKind, file: String) -> Finding {
  let found: LocalizedText
  var remedy = LocalizedText(
    vi: "mở tệp trong Excel hoặc LibreOffice, chọn Lưu thành… (Save As) và chọn dạng “Excel"
      + " Workbook (*.xlsx)”",
    en: "open the file in Excel or LibreOffice, choose Save As and take “Excel Workbook (*.xlsx)”")
  var code = SpreadsheetCodes.notXLSX
  switch kind {
  case .oldWorkbook:
    found = LocalizedText(
      vi: "sổ tính Excel đời cũ (XLS, 97–2003)", en: "an old Excel workbook (XLS, 97–2003)")
  case .encryptedWorkbook:
    code = SpreadsheetCodes.encrypted
    found = LocalizedText(
      vi: "sổ tính Excel có mật khẩu", en: "an Excel workbook with a password")
    remedy = LocalizedText(
      vi: "mở tệp trong Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc, bỏ mật khẩu rồi lưu lại",
      en: "open the file in Excel, go to File › Info › Protect Workbook, take the password off and"
        + " save it")
  case .binaryWorkbook:
    found = LocalizedText(
      vi: "sổ tính Excel nhị phân (XLSB)", en: "a binary Excel workbook (XLSB)")
  case .openDocument:
    found = LocalizedText(
      vi: "bảng tính OpenDocument (ODS)", en: "an OpenDocument spreadsheet (ODS)")
  case .oldDocument:
    found = LocalizedText(
      vi: "tệp Office đời cũ không phải sổ tính (ví dụ DOC)",
      en: "an old Office file that is no workbook (DOC, for example)")
  case .textDocument:
    found = LocalizedText(vi: "văn bản (DOCX, ODT)", en: "a text document (DOCX, ODT)")
  case .archive, .otherArchive:
    found = LocalizedText(
      vi: "tệp nén không chứa sổ tính", en: "a ZIP that holds no workbook")
    remedy = LocalizedText(
      vi: "giải nén rồi khai báo tệp XLSX hoặc CSV bên trong",
      en: "unpack it and name the XLSX or CSV files inside")
  }
  return Finding(
    code, at: SourceLocation(file: file),
    message: LocalizedText(
      vi: "tệp không phải sổ tính XLSX đọc được",
      en: "the file is no XLSX workbook that can be read"
    ),
    found: found, expected: LocalizedText(vi: "XLSX hoặc CSV", en: "XLSX or CSV"), remedy: remedy)
}
