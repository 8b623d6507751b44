internal import SurveyModel
internal import XML

/// The template of the program as files for an office to start from.
///
/// `report.xml` holds the letterhead and every text of the report as comments: what stays a comment
/// follows the program from version to version, what is taken out of its comment is the office's own.
package func templateFiles() -> [(name: String, bytes: [UInt8])] {
  [
    ("report.xml", settingsFile()), ("page.mustache", CarriedTemplate.page),
    ("style.css", CarriedTemplate.style),
  ]
}

private func settingsFile() -> [UInt8] {
  XMLWriter.document { xml in
    xml.element("report", [("xmlns", "urn:sipas:report:1"), ("xml:lang", "vi")]) {
      xml.comment(
        " Mẫu báo cáo của cơ quan. Bỏ dấu chú thích ở dòng nào thì dòng ấy có hiệu lực; thứ tự các"
          + " dòng giữ nguyên. Bỏ trống phần thể thức nào thì phần ấy để ghi tay. Xoá page.mustache"
          + " và style.css nếu không sửa gì. · The template of an office's reports. A line holds once"
          + " its comment marks are taken away; keep the order of the lines. What is left out of the"
          + " letterhead is written by hand. Delete page.mustache and style.css if you change"
          + " nothing in them. ")
      for (name, example) in letterheadExamples { xml.comment(" \(line(name, "", example)) ") }
      xml.comment(
        " Chữ của báo cáo; {tên} là chỗ điền giá trị và phải giữ nguyên. · The texts of the report;"
          + " {name} is a place for a value and stays. ")
      for entry in WordingCatalogue.standard.entries {
        xml.comment(" \(line("text", " id=\"\(entry.id)\"", entry.text.text(in: .vi))) ")
        xml.comment(
          " \(line("text", " id=\"\(entry.id)\" xml:lang=\"en\"", entry.text.text(in: .en))) ")
      }
    }
  }
}

private func line(_ name: String, _ attributes: String, _ text: String) -> String {
  if name == "logo" { return "<logo href=\"logo.png\"><label>\(text)</label></logo>" }
  return "<\(name)\(attributes)>\(HTMLWriter.escaped(text))</\(name)>"
}

/// The lines of the letterhead in their order, filled as an office of a province fills them.
private let letterheadExamples: [(name: String, text: String)] = [
  ("superior", "ỦY BAN NHÂN DÂN TỈNH GIA LAI"), ("issuer", "SỞ NỘI VỤ"), ("symbol", "/BC-SNV"),
  ("place", "Gia Lai"), ("kind", "BÁO CÁO"),
  ("abstract", "Kết quả đo lường sự hài lòng của người dân, tổ chức"),
  ("logo", "Biểu trưng của cơ quan"), ("addressee", "Ủy ban nhân dân tỉnh"),
  ("recipient", "Như trên;"), ("recipient", "Các sở, ban, ngành của tỉnh;"),
  ("recipient", "Lưu: VT, CCHC."), ("authority", "KT. GIÁM ĐỐC"), ("position", "PHÓ GIÁM ĐỐC"),
  ("signer", "Họ và tên"),
]
