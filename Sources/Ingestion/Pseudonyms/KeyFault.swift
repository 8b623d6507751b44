package import SurveyModel

/// Why there is no key; ``finding(file:)`` says it to a person.
package enum KeyFault: Error, Sendable, Hashable {
  case missing
  case unreadable(reason: String)
  /// Permissions as in `chmod`.
  case openToOthers(mode: Int)
  case isTheStore
  case damaged
  /// Bytes of the key.
  case tooShort(Int)
  case exists
  case notWritten(reason: String)
  case noCryptography

  /// The fault as a finding about `file`; nothing of what stands in the file is shown.
  package func finding(file: String) -> Finding {
    let place = SourceLocation(file: file)
    let another = LocalizedText(
      vi: "chỉ đúng tệp khóa đã dùng; nếu chưa từng có, tạo bằng: sipas key new TỆP",
      en: "name the key file used before; if there never was one, make it: sipas key new FILE")
    switch self {
    case .missing:
      return Finding(
        PseudonymCodes.missing, at: place,
        message: LocalizedText(vi: "không có tệp khóa này", en: "there is no such key file"),
        remedy: another)
    case .unreadable(let reason):
      return Finding(
        PseudonymCodes.unreadable, at: place,
        message: LocalizedText(
          vi: "không đọc được tệp khóa", en: "the key file cannot be read"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "kiểm tra đường dẫn và quyền đọc tệp", en: "check the path and who may read it"))
    case .openToOthers(let mode):
      let digits = String(mode, radix: 8)
      return Finding(
        PseudonymCodes.openToOthers, at: place,
        message: LocalizedText(
          vi: "người khác trên máy đọc được tệp khóa", en: "others may read the key file"),
        found: LocalizedText(vi: "quyền \(digits)", en: "mode \(digits)"),
        expected: LocalizedText(
          vi: "chỉ chủ tệp được đọc (quyền 600 hoặc 400)",
          en: "its owner alone may read it (mode 600 or 400)"),
        remedy: LocalizedText(
          vi: "chạy chmod 600 với tệp này; nếu ổ đĩa không giữ được quyền, chép sang ổ khác",
          en: "run chmod 600 on it; where the disk keeps no permissions, copy it to another"))
    case .isTheStore:
      return Finding(
        PseudonymCodes.isTheStore, at: place,
        message: LocalizedText(
          vi: "tệp được chỉ làm khóa chính là kho dữ liệu",
          en: "the file given as key is the store itself"),
        expected: LocalizedText(
          vi: "tệp khóa riêng, cất ngoài kho dữ liệu", en: "a key file of its own, apart from it"),
        remedy: another)
    case .damaged:
      return Finding(
        PseudonymCodes.damaged, at: place,
        message: LocalizedText(
          vi: "tệp khóa bị hỏng hoặc không phải tệp khóa",
          en: "the key file is damaged, or is no key file"),
        expected: LocalizedText(
          vi: "một dòng base64, ngoài các dòng bắt đầu bằng #",
          en: "one line of base64, beside lines that begin with #"),
        remedy: LocalizedText(
          vi: "lấy lại tệp khóa từ bản sao lưu", en: "restore the key file from its backup"))
    case .tooShort(let count):
      return Finding(
        PseudonymCodes.tooShort, at: place,
        message: LocalizedText(vi: "khóa quá ngắn", en: "the key is too short"),
        found: LocalizedText(vi: "\(count) byte", en: "\(count) bytes"),
        expected: LocalizedText(
          vi: "từ \(PseudonymKey.length) byte ngẫu nhiên",
          en: "\(PseudonymKey.length) random bytes or more"),
        remedy: LocalizedText(
          vi: "tạo khóa bằng: sipas key new TỆP; đừng tự đặt", en: "make one: sipas key new FILE"))
    case .exists:
      return Finding(
        PseudonymCodes.exists, at: place,
        message: LocalizedText(
          vi: "đã có tệp này; khóa không bao giờ bị ghi đè",
          en: "the file is there; a key is never overwritten"),
        remedy: LocalizedText(
          vi: "đặt tên khác; mất khóa cũ là mất khả năng nhận lại người đã trả lời",
          en: "give another name; without the old key nobody is recognised again"))
    case .notWritten(let reason):
      return Finding(
        PseudonymCodes.notWritten, at: place,
        message: LocalizedText(
          vi: "không ghi được tệp khóa", en: "the key file could not be written"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "kiểm tra thư mục và quyền ghi", en: "check the folder and who may write in it"))
    case .noCryptography:
      return Finding(
        PseudonymCodes.noCryptography, at: place,
        message: LocalizedText(
          vi: "thư viện mật mã (libcrypto) không hoạt động",
          en: "the cryptographic library (libcrypto) does not work"),
        remedy: LocalizedText(
          vi: "cài lại gói libssl3 rồi chạy lại", en: "install libssl3 again and run again"))
    }
  }

  /// The survey keeps pseudonyms of these variables and no key file was named.
  package static func notGiven(survey: String, variables: [String]) -> Finding {
    let names = variables.joined(separator: ", ")
    return Finding(
      PseudonymCodes.notGiven, at: SourceLocation(file: survey),
      message: LocalizedText(
        vi: "khảo sát giữ bí danh của \(names) nhưng không có khóa; chưa tệp phiếu nào được đọc",
        en: "the survey keeps pseudonyms of \(names) and there is no key; no response file was read"
      ),
      expected: LocalizedText(
        vi: "--key TỆP, hoặc đường dẫn trong biến môi trường SIPAS_KEY",
        en: "--key FILE, or its path in the environment variable SIPAS_KEY"),
      remedy: LocalizedText(
        vi: "chỉ tệp khóa; nếu chưa có, tạo bằng: sipas key new TỆP",
        en: "name the key file; if there is none yet: sipas key new FILE"))
  }
}
