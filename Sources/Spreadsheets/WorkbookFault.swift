package import Archives
package import SurveyModel
package import XML

/// Why a workbook, or one sheet of it, cannot be read.
package enum WorkbookFault: Error, Sendable, Hashable {
  case archive(ArchiveFault)
  case notAWorkbook(OfficeFileKind)
  case noSheets
  case missingPart(String)
  case damagedPart(String, XMLStreamFault)
  case sharedStringsTooLarge
  /// A row whose number is not above that of the row before it, or beyond the last row there is.
  case rowOrder(found: Int, after: Int)
  case rowTooLong(row: Int)
  /// A cell that does not name a place of its row.
  case badReference(String, row: Int)

  /// The fault in words, about the workbook `file`.
  package func finding(file: String, sheet: String? = nil) -> Finding {
    if case .archive(let fault) = self { return fault.finding(file: file) }
    if case .notAWorkbook(let kind) = self { return findingOfOfficeFile(kind, file: file) }
    let words = words(sheet: sheet)
    return Finding(
      words.code, at: SourceLocation(file: file, line: words.row, column: words.row.map { _ in 1 }),
      message: words.message, found: words.found, expected: words.expected, remedy: Self.saveAgain)
  }

  static let saveAgain = LocalizedText(
    vi: "chép hoặc xuất lại tệp từ nguồn; nếu vẫn lỗi, mở trong Excel hoặc LibreOffice và lưu lại"
      + " dưới dạng XLSX",
    en: "copy or export the file again; if that fails too, open it in Excel or LibreOffice and save"
      + " it as XLSX")

  private struct Words {
    var code: FindingCode
    var row: Int?
    var message: LocalizedText
    var found: LocalizedText?
    var expected: LocalizedText?
  }

  private func words(sheet: String?) -> Words {
    let inSheet = LocalizedText(
      vi: sheet.map { "trang “\($0)”: " } ?? "", en: sheet.map { "sheet “\($0)”: " } ?? "")
    func text(_ vi: String, _ en: String) -> LocalizedText {
      LocalizedText(vi: inSheet.text(in: .vi) + vi, en: inSheet.text(in: .en) + en)
    }
    switch self {
    case .missingPart(let name):
      return Words(
        code: SpreadsheetCodes.missingPart,
        message: text("sổ tính thiếu một phần bên trong", "the workbook lacks one of its parts"),
        found: shown(name))
    case .damagedPart(let name, .doctype):
      return Words(
        code: SpreadsheetCodes.doctype,
        message: text(
          "một phần của sổ tính có khai báo DOCTYPE; khai báo này bị cấm vì có thể làm phình bộ nhớ",
          "a part of the workbook holds a DOCTYPE, which is refused: it can blow up memory"),
        found: shown(name))
    case .damagedPart(let name, .syntax(let message, let line)):
      return Words(
        code: SpreadsheetCodes.damagedPart,
        message: text(
          "một phần của sổ tính không phải XML đúng", "a part of the workbook is not sound XML"),
        found: LocalizedText(
          vi: "\(name), dòng \(line): \(message)", en: "\(name), line \(line): \(message)"))
    case .sharedStringsTooLarge:
      return Words(
        code: SpreadsheetCodes.tooMuchText,
        message: text("sổ tính chứa quá nhiều chữ", "the workbook holds too much text"),
        expected: LocalizedText(
          vi: "không quá \(SpreadsheetLimits.sharedBytes >> 20) MiB",
          en: "at most \(SpreadsheetLimits.sharedBytes >> 20) MiB"))
    case .rowOrder(let found, let previous):
      return Words(
        code: SpreadsheetCodes.rowOrder, row: max(previous, 1),
        message: text("các dòng của trang sai thứ tự", "the rows of the sheet are out of order"),
        found: LocalizedText(
          vi: "dòng \(found) sau dòng \(previous)", en: "row \(found) after row \(previous)"),
        expected: LocalizedText(
          vi: "số dòng tăng dần, không quá \(SpreadsheetLimits.rows)",
          en: "growing row numbers, at most \(SpreadsheetLimits.rows)"))
    case .rowTooLong(let row):
      return Words(
        code: SpreadsheetCodes.rowTooLong, row: row,
        message: text(
          "dòng dài quá \(SpreadsheetLimits.row >> 20) MiB",
          "the row is longer than \(SpreadsheetLimits.row >> 20) MiB"))
    case .badReference(let reference, let row):
      return Words(
        code: SpreadsheetCodes.badReference, row: max(row, 1),
        message: text("địa chỉ ô không hợp lệ", "the address of a cell is not valid"),
        found: shown(reference),
        expected: LocalizedText(
          vi: "từ A\(max(row, 1)) đến XFD\(max(row, 1))",
          en: "from A\(max(row, 1)) to XFD\(max(row, 1))"))
    default:
      return Words(
        code: SpreadsheetCodes.noSheets,
        message: text("sổ tính không có trang tính nào", "the workbook has no worksheet"))
    }
  }

  private func shown(_ text: String) -> LocalizedText {
    LocalizedText(vi: "“\(text.prefix(80))”", en: "“\(text.prefix(80))”")
  }
}
