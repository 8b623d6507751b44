import CLibZip
package import SurveyModel

/// Why an archive, or one entry of it, cannot be read.
package enum ArchiveFault: Error, Sendable, Hashable {
  /// No ZIP, cut off, or not readable: libzip's error number.
  case unreadable(code: Int)
  case tooManyEntries(count: Int, limit: Int)
  case unsafeName(String)
  case repeatedName(String)
  case encrypted(String)
  case entryTooLarge(String, limit: UInt64)
  case swells(String, limit: UInt64)
  case unknownMethod(String)
  /// Does not unpack to what the directory says: size or checksum differ.
  case damagedEntry(String)

  /// The fault in words, about the archive `file`.
  package func finding(file: String) -> Finding {
    let place = SourceLocation(file: file)
    switch self {
    case .unreadable(let code):
      return Finding(
        ArchiveFindingCode.unreadable, at: place,
        message: LocalizedText(
          vi: "tệp nén (XLSX) bị hỏng hoặc bị cắt cụt nên không mở được",
          en: "the ZIP (XLSX) is damaged or cut off and cannot be opened"),
        found: LocalizedText(vi: "mã lỗi libzip \(code)", en: "libzip error \(code)"),
        remedy: Self.copyAgain)
    case .tooManyEntries(let count, let limit):
      return Finding(
        ArchiveFindingCode.tooManyEntries, at: place,
        message: LocalizedText(
          vi: "tệp nén chứa quá nhiều tệp con", en: "the ZIP holds too many entries"),
        found: LocalizedText(vi: "\(count) tệp con", en: "\(count) entries"),
        expected: LocalizedText(vi: "không quá \(limit)", en: "at most \(limit)"),
        remedy: Self.rightFile)
    case .unsafeName(let name):
      return Finding(
        ArchiveFindingCode.entryName, at: place,
        message: LocalizedText(
          vi: "tên tệp con trong tệp nén dẫn ra ngoài thư mục",
          en: "the name of an entry leads out of its folder"),
        found: Self.shown(name), remedy: Self.rightFile)
    case .repeatedName(let name):
      return Finding(
        ArchiveFindingCode.repeatedName, at: place,
        message: LocalizedText(
          vi: "hai tệp con trong tệp nén trùng tên", en: "two entries of the ZIP have one name"),
        found: Self.shown(name), remedy: Self.copyAgain)
    case .encrypted(let name):
      return Finding(
        ArchiveFindingCode.encrypted, at: place,
        message: LocalizedText(
          vi: "tệp nén được đặt mật khẩu", en: "the ZIP is encrypted with a password"),
        found: Self.shown(name),
        remedy: LocalizedText(
          vi: "bỏ mật khẩu rồi lưu lại tệp", en: "take the password off and save the file again"))
    default: return entryFinding(at: place)
    }
  }

  private func entryFinding(at place: SourceLocation) -> Finding {
    switch self {
    case .entryTooLarge(let name, let limit):
      Finding(
        ArchiveFindingCode.entryTooLarge, at: place,
        message: LocalizedText(
          vi: "một tệp con giải nén ra quá lớn", en: "an entry unpacks to too many bytes"),
        found: Self.shown(name),
        expected: LocalizedText(
          vi: "không quá \(limit >> 20) MiB", en: "at most \(limit >> 20) MiB"),
        remedy: Self.rightFile)
    case .swells(let name, let limit):
      Finding(
        ArchiveFindingCode.swells, at: place,
        message: LocalizedText(
          vi: "một tệp con phình ra quá mức khi giải nén (bom nén)",
          en: "an entry swells beyond measure when unpacked (a ZIP bomb)"),
        found: Self.shown(name),
        expected: LocalizedText(vi: "không quá \(limit) lần", en: "at most \(limit) times"),
        remedy: Self.rightFile)
    case .unknownMethod(let name):
      Finding(
        ArchiveFindingCode.unknownMethod, at: place,
        message: LocalizedText(
          vi: "tệp con được nén bằng cách không hỗ trợ",
          en: "an entry is packed in a way that is not supported"),
        found: Self.shown(name),
        remedy: LocalizedText(
          vi: "mở tệp trong Excel hoặc LibreOffice và lưu lại dưới dạng XLSX",
          en: "open the file in Excel or LibreOffice and save it as XLSX"))
    case .damagedEntry(let name):
      Finding(
        ArchiveFindingCode.damagedEntry, at: place,
        message: LocalizedText(
          vi: "một tệp con bị hỏng: kích thước hoặc mã kiểm tra không khớp",
          en: "an entry is damaged: its size or checksum does not fit"),
        found: Self.shown(name), remedy: Self.copyAgain)
    default: preconditionFailure("faults of the whole archive have their own words")
    }
  }

  private static func shown(_ name: String) -> LocalizedText {
    let printable = String(
      String.UnicodeScalarView(name.unicodeScalars.prefix(80).map { $0.value < 32 ? "?" : $0 }))
    return LocalizedText(vi: "“\(printable)”", en: "“\(printable)”")
  }

  private static let copyAgain = LocalizedText(
    vi: "chép hoặc tải lại tệp từ nguồn; nếu vẫn lỗi, mở trong Excel và lưu lại",
    en: "copy or download the file again; if that fails too, open it in Excel and save it anew")
  private static let rightFile = LocalizedText(
    vi: "kiểm tra rằng đây đúng là sổ tính Excel của đợt khảo sát, lấy từ nguồn tin cậy",
    en: "check that this is the survey's Excel workbook, and that its source can be trusted")
}
