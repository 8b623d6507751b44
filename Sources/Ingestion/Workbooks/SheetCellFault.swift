import Spreadsheets
import SurveyModel

extension SheetCellFault {
  /// The fault in words.
  ///
  /// - Parameters:
  ///   - field: The field of the cell's column.
  ///   - place: Where the cell stands.
  /// - Returns: The fault in both languages.
  func finding(_ field: Field, at place: SourceLocation) -> Finding {
    let name = FindingNames.name(field)
    let words = words
    return Finding(
      words.code, at: place,
      message: LocalizedText(
        vi: "\(name.text(in: .vi)): \(words.message.text(in: .vi))",
        en: "\(name.text(in: .en)): \(words.message.text(in: .en))"),
      found: kind == .error ? ShownValue.open(text) : nil, remedy: words.remedy, subject: field.id)
  }

  private struct Words {
    var code: FindingCode
    var message: LocalizedText
    var remedy: LocalizedText
  }

  private var words: Words {
    switch kind {
    case .error:
      Words(
        code: SpreadsheetCodes.errorValue,
        message: LocalizedText(
          vi: "ô chứa lỗi của bảng tính", en: "the cell holds an error of the spreadsheet"),
        remedy: LocalizedText(
          vi: "sửa công thức trong Excel, hoặc ghi giá trị theo phiếu gốc",
          en: "correct the formula in Excel, or write the value from the form"))
    case .formulaWithoutValue:
      Words(
        code: SpreadsheetCodes.formulaWithoutValue,
        message: LocalizedText(
          vi: "ô có công thức nhưng tệp không lưu kết quả",
          en: "the cell has a formula, and the file does not hold its result"),
        remedy: LocalizedText(
          vi: "mở tệp trong Excel hoặc LibreOffice để tính lại, rồi lưu",
          en: "open the file in Excel or LibreOffice, which computes it, and save"))
    case .repeated:
      Words(
        code: SpreadsheetCodes.repeated,
        message: LocalizedText(
          vi: "ô này được ghi hai lần trong tệp", en: "the file writes this cell twice"),
        remedy: Self.saveAgain)
    default:
      Words(
        code: SpreadsheetCodes.brokenReference,
        message: LocalizedText(
          vi: "ô dẫn tới một chuỗi không có trong sổ tính",
          en: "the cell refers to a text that is not in the workbook"),
        remedy: Self.saveAgain)
    }
  }

  private static let saveAgain = LocalizedText(
    vi: "sổ tính bị hỏng: xuất lại từ nguồn, hoặc mở trong Excel, xem lại ô này và lưu",
    en: "the workbook is damaged: export it again, or open it in Excel, look at this cell and save")
}
