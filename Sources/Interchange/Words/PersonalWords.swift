import DelimitedText
import SurveyModel

/// Which free texts and numbers name a person: a guess on the safe side.
enum PersonalWords {
  private static let inLabels = [
    "ho ten", "ho va ten", "ten nguoi tra loi", "ten cua ong", "ten cua anh", "ten chu ho",
    "so dien thoai", "dien thoai", "dia chi", "so nha", "email", "e-mail", "thu dien tu", "cmnd",
    "cccd", "can cuoc", "chung minh", "so ho chieu", "chu ky", "phone", "telephone", "mobile",
    "full name", "your name", "name of respondent", "respondent's name", "respondent name",
    "address", "passport", "signature", "ngay sinh", "date of birth",
  ]
  private static let names: Set<String> = [
    "name", "fullname", "ho_ten", "hoten", "phone", "phonenumber", "sdt", "so_dien_thoai", "email",
    "address", "dia_chi", "cccd", "cmnd", "dob",
  ]

  static func isPersonal(name: String, label: LocalizedText) -> Bool {
    if names.contains(TextFolding.plain(name)) { return true }
    return label.all.contains { text in
      // Whole words only: “số nhân khẩu” is no “số nhà”.
      let words = TextFolding.plain(text).split { !$0.isLetter && $0 != "-" && $0 != "'" }
      let spaced = " \(words.joined(separator: " ")) "
      return inLabels.contains { spaced.contains(" \($0) ") }
    }
  }
}
