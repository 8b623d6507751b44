import SurveyModel

/// A web page saved under the name of a data file: the login page that a server gave in place of the
/// export, or a table of HTML that calls itself `.xls`.
struct WebPage {
  /// The part of the page looked at has the beginning of a table.
  let holdsTable: Bool

  /// - Parameter start: First bytes of the file, in UTF-8 or UTF-16.
  init?(_ start: some Collection<UInt8>) {
    // ASCII in UTF-16 is ASCII with a NUL in every pair; byte order marks are no ASCII.
    let text = start.prefix(1 << 16).filter { $0 != 0 && $0 < 0x80 }.map { byte in
      byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == 0x20 || ($0 >= 9 && $0 <= 13) }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<?xml".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    guard Self.opensPage(rest) else { return nil }
    holdsTable = rest.firstRange(of: Array("<table".utf8)) != nil
  }

  private static func opensPage(_ text: ArraySlice<UInt8>) -> Bool {
    ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<script"].contains { tag in
      guard text.starts(with: tag.utf8) else { return false }
      guard let next = text.dropFirst(tag.utf8.count).first else { return true }
      return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == 0x20
        || (next >= 9 && next <= 13)
    }
  }

  func finding(file: String) -> Finding {
    Finding(
      IngestionCodes.webPage, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "tệp là một trang web (HTML), không phải dữ liệu",
        en: "the file is a web page (HTML), not data"),
      found: holdsTable
        ? LocalizedText(vi: "trang web có một bảng", en: "a web page with a table")
        : LocalizedText(vi: "trang web không có bảng", en: "a web page without a table"),
      expected: LocalizedText(
        vi: "tệp CSV, XLSX, SPSS, Stata hoặc phiếu ODK", en: "CSV, XLSX, SPSS, Stata or submissions"
      ),
      remedy: holdsTable
        ? LocalizedText(
          vi: "xuất lại dưới dạng XLSX hoặc CSV; hoặc mở tệp bằng Excel, LibreOffice rồi lưu thành"
            + " .xlsx (để ý mã phiếu có số 0 ở đầu)",
          en: "export again as XLSX or CSV; or open the file in Excel or LibreOffice and save it as"
            + " .xlsx (mind ids that begin with 0)")
        : LocalizedText(
          vi: "phiên đăng nhập có thể đã hết khi tải tệp: đăng nhập rồi xuất lại",
          en: "the session may have ended when the file was downloaded: log in and export again"))
  }
}
