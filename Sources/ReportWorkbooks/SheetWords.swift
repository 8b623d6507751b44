import SurveyModel

/// The words of a workbook that no report says elsewhere.
struct SheetWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  var languageTag: String { pick("vi-VN", "en-GB") }
  var languageProperty: String { pick("Ngôn ngữ", "Language") }

  // The sheet of contents.
  var contents: String { pick("Mục lục", "Contents") }
  var mainPoints: String { pick("Điểm chính", "Main points") }
  var sheet: String { pick("Trang tính", "Sheet") }
  var table: String { pick("Bảng", "Table") }
  var tableTitle: String { pick("Nội dung", "What it shows") }
  var rowCount: String { pick("Số hàng", "Rows") }
  var chartCount: String { pick("Số biểu đồ", "Charts") }
  var aboutFile: String { pick("Về tệp này", "About this file") }

  // The sheet of a table.
  var back: String { pick("← Mục lục", "← Contents") }
  var chartBelow: String { pick("Biểu đồ: dưới bảng ↓", "Chart: below the table ↓") }
  var interval: String { pick("Khoảng tin cậy", "Interval") }
  var error: String { pick("Sai số", "Error") }
  var detail: String { pick("Chi tiết", "Detail") }
  var footnote: String { pick("Chú thích", "Note") }
  var howFound: String { pick("Nguồn gốc số liệu", "How the figures were found") }
  var placeInResults: String { pick("Vị trí trong results.json", "Place in results.json") }
  var page: String { pick("Trang", "Page") }

  func cut(cells: [String]) -> String {
    let list = cells.joined(separator: ", ")
    return pick(
      "Văn bản dài hơn 32.767 ký tự, giới hạn của một ô, đã được cắt ở: \(list). "
        + "Toàn văn có trong trang báo cáo.",
      "Texts longer than 32,767 characters, the limit of a cell, were cut in: \(list). "
        + "The report's page has them whole.")
  }

  // Charts.
  var chartFigures: String { pick("Số liệu của biểu đồ", "Figures of the chart") }
  var label: String { pick("Tên", "Name") }
  var baseline: String { pick("Năm gốc", "Baseline") }
  var target: String { pick("Mục tiêu", "Target") }
  var result: String { pick("Kết quả", "Result") }
  var year: String { pick("Năm", "Year") }
  var line: String { pick("Chung", "Whole") }
  var count: String { pick("Số phiếu", "Interviews") }
  var range: String { pick("Khoảng", "Range") }
  var certain: String { pick("Lớn hơn sai số", "Larger than its error") }
  var uncertain: String { pick("Nhỏ hơn sai số", "Smaller than its error") }

  func lower(_ name: String) -> String { pick("\(name): cận dưới", "\(name): lower limit") }
  func upper(_ name: String) -> String { pick("\(name): cận trên", "\(name): upper limit") }
  func errorUp(_ name: String) -> String { pick("\(name): sai số lên", "\(name): error up") }
  func errorDown(_ name: String) -> String { pick("\(name): sai số xuống", "\(name): error down") }
  func half(_ name: String, isLeft: Bool) -> String {
    pick(
      "\(name) (\(isLeft ? "nửa trái" : "nửa phải"))",
      "\(name) (\(isLeft ? "left" : "right") half)")
  }
  func before(_ year: Int) -> String { pick("trước \(year)", "before \(year)") }
  func from(_ year: Int) -> String { pick("từ \(year)", "from \(year)") }
  func between(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first)–\(last)"
  }
  func methodBreak(_ year: Int, _ text: String) -> String {
    pick("Từ năm \(year): \(text)", "From \(year): \(text)")
  }
}
