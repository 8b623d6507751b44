import Comparison
import SurveyModel

extension Finding {
  static func noInterviewID(_ path: String) -> Finding {
    Finding(
      ComparisonCodes.noInterviewID, at: SourceLocation(file: path, line: 1),
      message: LocalizedText(
        vi: "tệp không có cột mã phiếu nên không ghép được với tệp kia",
        en: "the file has no interview id column, so it cannot be matched with the other"),
      remedy: LocalizedText(
        vi: "ghi mã phiếu của phiếu giấy vào cả hai tệp, cùng một cách viết",
        en: "key the id of the paper form in both files, written the same way"))
  }

  static func sameBytes(_ first: String, _ second: String) -> Finding {
    Finding(
      ComparisonCodes.sameBytes, at: SourceLocation(file: second),
      message: LocalizedText(
        vi: "tệp giống hệt “\(first)” từng byte", en: "the file is byte by byte that of “\(first)”"),
      expected: LocalizedText(
        vi: "hai lần nhập độc lập, do hai người", en: "two independent entries, by two persons"),
      remedy: LocalizedText(
        vi: "kiểm tra xem có nêu nhầm tệp, hoặc tệp đã bị sao chép thay vì nhập lại",
        en: "look whether the wrong file was named, or a file copied instead of keyed again"))
  }

  static func noCommonForm(_ first: String, _ second: String) -> Finding {
    Finding(
      ComparisonCodes.noCommonForm, at: SourceLocation(file: second),
      message: LocalizedText(
        vi: "không có phiếu nào được nhận ở cả hai tệp",
        en: "no form is accepted in both files"),
      expected: LocalizedText(
        vi: "những mã phiếu như trong “\(first)”", en: "interview ids as in “\(first)”"),
      remedy: LocalizedText(
        vi: "kiểm tra cách ghi mã phiếu và các dòng bị loại của hai tệp",
        en: "check how ids are written and the rejected rows of both files"))
  }

  static func columnInOne(_ field: Field, file: String) -> Finding {
    Finding(
      ComparisonCodes.columnInOne, at: SourceLocation(file: file, line: 1),
      message: LocalizedText(
        vi: "chỉ tệp này có cột của biến \(field.id) nên biến không được so sánh",
        en: "only this file has a column for \(field.id), which is therefore not compared"),
      remedy: LocalizedText(
        vi: "nhập biến này trong cả hai tệp nếu cần so sánh",
        en: "key the field in both files if it is to be compared"), subject: field.id)
  }

  static func notKept(_ field: Field) -> Finding {
    Finding(
      ComparisonCodes.notKept, at: field.place,
      message: LocalizedText(
        vi: "biến cá nhân \(field.id) được kiểm tra nhưng không được so sánh",
        en: "the personal field \(field.id) is checked but not compared"),
      remedy: LocalizedText(
        vi: "đối chiếu biến này trên phiếu giấy nếu cần",
        en: "compare this field on paper where needed"), subject: field.id)
  }

  static func listCut(listed: Int, of all: Int) -> Finding {
    Finding(
      ComparisonCodes.listCut, at: nil,
      message: LocalizedText(
        vi: "chỉ liệt kê \(listed) trong \(all) chỗ khác nhau; số đếm và tỷ lệ tính trên tất cả",
        en: "only \(listed) of \(all) differences are listed; counts and rates are of all"),
      remedy: LocalizedText(
        vi:
          "hai tệp khác nhau nhiều như vậy thường không phải cùng một tập phiếu: kiểm tra mã phiếu",
        en: "files that differ this much are rarely the same forms: check the interview ids"))
  }

  static func notInLog(_ count: Int) -> Finding {
    Finding(
      ComparisonCodes.notInLog, at: nil,
      message: LocalizedText(
        vi: "\(count) chỗ khác nhau ở biến cá nhân hoặc văn bản tự do không đưa vào sổ đính chính",
        en: "\(count) differences of personal fields or free text are not in the log"),
      remedy: LocalizedText(
        vi: "mở hai tệp ở vị trí đã nêu, đối chiếu với phiếu giấy và sửa tệp trước khi nhập",
        en:
          "open both files at the places given, compare with the paper form, and correct the file "
          + "before it is imported"))
  }

  static func personalID(_ field: String) -> Finding {
    Finding(
      ComparisonCodes.personalID, at: nil,
      message: LocalizedText(
        vi: "mã phiếu \(field) là biến cá nhân nên không ghi vào sổ đính chính được",
        en: "the interview id \(field) is personal and cannot stand in a log of corrections"),
      remedy: LocalizedText(
        vi: "sửa tệp theo vị trí trong danh sách chỗ khác nhau",
        en: "correct the file at the places in the list of differences"), subject: field)
  }
}
