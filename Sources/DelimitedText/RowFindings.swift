package import SurveyModel

/// The finding for text after a closing quotation mark.
package func misplacedQuote(at place: SourceLocation) -> Finding {
  Finding(
    DelimitedTextCodes.quoteMisplaced, at: place,
    message: LocalizedText(
      vi: "có chữ sau dấu nháy kép đóng", en: "there is text after the closing quotation mark"),
    remedy: LocalizedText(
      vi: "viết mỗi dấu nháy kép bên trong ô thành hai dấu liền nhau",
      en: "write each quotation mark inside the cell as two marks in a row"))
}

/// The finding for a row that does not have the header's number of cells.
package func wrongFieldCount(
  _ count: Int, expected: Int, at place: SourceLocation
) -> Finding {
  Finding(
    DelimitedTextCodes.fieldCount, at: place,
    message: LocalizedText(
      vi: "số ô của dòng khác với số cột của tiêu đề",
      en: "the row has another number of cells than the header has columns"),
    found: LocalizedText(vi: "\(count) ô", en: count == 1 ? "1 cell" : "\(count) cells"),
    expected: LocalizedText(
      vi: "\(expected) ô", en: expected == 1 ? "1 cell" : "\(expected) cells"),
    remedy: LocalizedText(
      vi: "tìm dấu ngăn cột thừa hoặc thiếu; ô có dấu ngăn cột bên trong phải đặt trong nháy kép",
      en: "look for a missing or surplus delimiter; a cell that holds one must be in quotation"
        + " marks"))
}
