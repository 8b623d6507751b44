package import SurveyModel

/// Findings of the rules that reporting forms must follow beyond their schema.
package enum FormsCode {
  static let idDuplicate = FindingCode(
    "forms.id.duplicate", .error, vi: "Hai dòng, mục, cột, biểu mẫu hoặc lĩnh vực có cùng mã.",
    en: "Two rows, items, columns, forms or areas have the same identifier.")
  static let areaUnknown = FindingCode(
    "forms.area.unknown", .error, vi: "Dòng hoặc mục thuộc lĩnh vực không có trong tệp.",
    en: "A row or item belongs to an area the file does not have.")
  static let columnYear = FindingCode(
    "forms.column.year", .error,
    vi: "Cột số liệu không ghi năm, hoặc cột khác lại ghi năm.",
    en: "A column of figures has no year, or another column has one.")
  static let columnRepeated = FindingCode(
    "forms.column.repeated", .error, vi: "Hai cột của một biểu mẫu chứa cùng một nội dung.",
    en: "Two columns of a form hold the same.")
  static let columnMissing = FindingCode(
    "forms.column.missing", .error, vi: "Biểu mẫu không có cột tên chỉ tiêu.",
    en: "A form has no column for the names of its rows.")
  static let labelMissing = FindingCode(
    "forms.row.label-missing", .error, vi: "Dòng không có tên.", en: "A row has no name.")
  static let partsMisplaced = FindingCode(
    "forms.row.parts", .error, vi: "Đề mục hoặc dòng trống không chứa chỉ tiêu.",
    en: "A heading or an empty row holds no indicators.")
  static let measureMisplaced = FindingCode(
    "forms.measure.misplaced", .error,
    vi: "Chỉ dòng hỏi một con số mới có cái được đo.",
    en: "Only a row that asks for one number has a measure.")
  static let measureUnknown = FindingCode(
    "forms.measure.unknown", .error,
    vi: "Biểu mẫu nhắc tới yếu tố, tiêu chí hay số liệu không tồn tại.",
    en: "A form names a factor, item or figure that does not exist.")
  static let empty = FindingCode(
    "forms.content.none", .error, vi: "Tệp không có đề cương và biểu mẫu nào.",
    en: "The file has neither an outline nor a form.")

  package static let all = [
    idDuplicate, areaUnknown, columnYear, columnRepeated, columnMissing, labelMissing,
    partsMisplaced, measureMisplaced, measureUnknown, empty,
  ]
}
