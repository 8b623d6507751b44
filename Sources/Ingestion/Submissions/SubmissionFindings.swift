import JSONText
import SurveyModel
import XML

/// Findings about submissions.
enum SubmissionFinding {
  static let exportAgain = LocalizedText(
    vi: "tải hoặc xuất lại phiếu từ máy chủ; tệp có thể bị cắt cụt hoặc bị sửa bằng tay",
    en: "download or export the submissions again; the file may be cut off or edited by hand")
  private static let nothingToDo = LocalizedText(vi: "không cần làm gì", en: "nothing need be done")

  static func none(file: String) -> Finding {
    Finding(
      SubmissionCodes.none, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "không tìm thấy phiếu ODK, KoboToolbox hay JSON nào",
        en: "there is no submission of ODK or KoboToolbox and no JSON object"),
      expected: LocalizedText(
        vi: "phiếu XML của ODK, JSON của KoboToolbox, hoặc mỗi dòng một đối tượng JSON",
        en: "XML of ODK, JSON of KoboToolbox, or one JSON object per line"),
      remedy: LocalizedText(
        vi: "kiểm tra rằng đây đúng là tệp hoặc thư mục phiếu trả lời",
        en: "check that this is the file or folder of the responses"))
  }

  static func damaged(_ fault: XMLStreamFault, file: String) -> Finding {
    switch fault {
    case .doctype:
      Finding(
        SubmissionCodes.doctype, at: SourceLocation(file: file),
        message: LocalizedText(
          vi: "phiếu có khai báo DOCTYPE; khai báo này bị cấm vì có thể làm phình bộ nhớ",
          en: "the submission holds a DOCTYPE, which is refused: it can blow up memory"),
        remedy: exportAgain)
    case .syntax(let message, let line):
      Finding(
        SubmissionCodes.damaged,
        at: SourceLocation(file: file, line: max(1, line), column: nil),
        message: LocalizedText(
          vi: "phiếu không phải XML đúng", en: "the submission is not sound XML"),
        found: withoutContent(message).map { ShownValue.open($0) }, remedy: exportAgain)
    }
  }

  /// libxml2 may quote the text around a fault, and that may be anybody's answer: only the words
  /// before the first quotation or number of bytes are kept, and only where they say something
  /// alone: "expected '>'" does not.
  private static func withoutContent(_ message: String) -> String? {
    let stop = message.firstIndex { "'\":<".contains($0) }
    let words = message[..<(stop ?? message.endIndex)].prefix(40).split(separator: " ")
    return words.count > 1 ? words.joined(separator: " ") : nil
  }

  static func damaged(_ fault: JSONFault, file: String) -> Finding {
    Finding(
      SubmissionCodes.damaged,
      at: SourceLocation(file: file, line: fault.line, column: fault.column),
      message: LocalizedText(vi: "tệp không phải JSON đúng", en: "the file is not sound JSON"),
      found: words(fault.reason), remedy: exportAgain)
  }

  private static func words(_ reason: JSONFault.Reason) -> LocalizedText {
    switch reason {
    case .unexpected:
      LocalizedText(
        vi: "ký tự không thể đứng ở đây", en: "a character that cannot stand here")
    case .cutOff:
      LocalizedText(vi: "tệp kết thúc giữa chừng", en: "the file ends in the middle")
    case .tooDeep:
      LocalizedText(vi: "lồng nhau quá sâu", en: "too many levels inside each other")
    case .tooLong:
      LocalizedText(vi: "một chuỗi hoặc số quá dài", en: "a string or number that is too long")
    case .badNumber: LocalizedText(vi: "số viết sai", en: "a number that is none")
    case .badEscape:
      LocalizedText(vi: "ký tự thoát \\ viết sai", en: "a wrong escape after \\")
    case .controlCharacter:
      LocalizedText(
        vi: "ký tự điều khiển hoặc xuống dòng trong chuỗi (thường thiếu dấu nháy kép)",
        en: "a control character or line break inside a string (mostly a missing quotation mark)")
    case .notUTF8: LocalizedText(vi: "byte không phải UTF-8", en: "bytes that are not UTF-8")
    case .notUnicode:
      LocalizedText(vi: "nửa ký tự UTF-16", en: "half of a character in UTF-16")
    }
  }

  /// Why one submission is rejected.
  static func rejected(
    _ fault: SubmissionFault, at place: SourceLocation, expected form: String
  ) -> Finding {
    switch fault {
    case .damaged(let damage):
      var finding = damaged(damage, file: place.file)
      if finding.place?.line == nil { finding.place = place }
      return finding
    case .encrypted:
      return Finding(
        SubmissionCodes.encrypted, at: place,
        message: LocalizedText(
          vi: "phiếu được mã hóa nên không đọc được",
          en: "the submission is encrypted and cannot be read"),
        remedy: LocalizedText(
          vi: "giải mã bằng ODK Central hoặc ODK Briefcase với khóa của dự án, rồi xuất lại",
          en: "decrypt it in ODK Central or ODK Briefcase with the project's key, and export again")
      )
    case .otherForm(let other):
      return Finding(
        SubmissionCodes.otherForm, at: place,
        message: LocalizedText(
          vi: "phiếu thuộc một biểu mẫu khác", en: "the submission belongs to another form"),
        found: ShownValue.open(other), expected: ShownValue.open(form),
        remedy: LocalizedText(
          vi: "nếu đúng là biểu mẫu khác thì không cần làm gì; nếu không, nhập riêng tệp này",
          en: "if it is another form nothing need be done; if not, import it by itself"))
    case .notASubmission:
      return Finding(
        SubmissionCodes.notASubmission, at: place,
        message: LocalizedText(
          vi: "tệp này không phải là phiếu", en: "this file is no submission"),
        remedy: LocalizedText(
          vi: "bỏ tệp ra khỏi thư mục hoặc tệp nén phiếu",
          en: "take the file out of the folder or ZIP of submissions"))
    case .repeatedName(let path):
      return Finding(
        SubmissionCodes.repeatedName, at: place,
        message: LocalizedText(
          vi: "một tên đứng hai lần trong phiếu nên không biết câu trả lời nào đúng",
          en: "a name stands twice in the submission; which answer holds is unknown"),
        found: ShownValue.open(path), remedy: exportAgain)
    case .tooLong:
      return Finding(
        SubmissionCodes.tooLong, at: place,
        message: LocalizedText(
          vi: "phiếu chứa quá nhiều chữ", en: "the submission holds too much text"),
        remedy: exportAgain)
    }
  }

  static func tooMany(_ count: Int, file: String) -> Finding {
    Finding(
      SubmissionCodes.tooMany, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "có quá nhiều tệp phiếu để nhập một lần",
        en: "there are too many files of submissions to be imported at once"),
      found: LocalizedText(vi: "\(count) tệp", en: "\(count) files"),
      expected: LocalizedText(
        vi: "không quá \(SubmissionLimits.documents)",
        en: "at most \(SubmissionLimits.documents)"),
      remedy: LocalizedText(
        vi: "chia phiếu thành nhiều thư mục hoặc tệp nén",
        en: "spread the submissions over several folders or ZIPs"))
  }

  static func tooLarge(file: String) -> Finding {
    Finding(
      SubmissionCodes.tooLarge, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "các phiếu trong tệp nén giải nén ra quá lớn",
        en: "the submissions of the ZIP unpack to too many bytes"),
      expected: LocalizedText(
        vi: "không quá \(SubmissionLimits.total >> 30) GiB",
        en: "at most \(SubmissionLimits.total >> 30) GiB"),
      remedy: LocalizedText(
        vi: "kiểm tra rằng đây đúng là tệp cần đọc, hoặc chia thành nhiều tệp nén",
        en: "check that this is the file you mean, or split it into several ZIPs"))
  }

  static func repeats(_ paths: [String], file: String) -> Finding {
    Finding(
      SubmissionCodes.repeatGroup, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(paths.count) nhóm lặp không được đọc: một phiếu là một người, mỗi câu một trả lời",
        en: paths.count == 1
          ? "1 repeated group is not read: an interview is one person with one answer per question"
          : "\(paths.count) repeated groups are not read: an interview is one person with one answer"
            + " per question"),
      found: names(paths),
      remedy: LocalizedText(
        vi:
          "phần còn lại của phiếu vẫn được đọc; nếu mỗi lần lặp là một người trả lời, xuất nhóm đó"
          + " thành bảng riêng (CSV) rồi nhập",
        en: "the rest of each submission is read; if every repetition is a respondent, export the"
          + " group as a table of its own (CSV) and import that"))
  }

  static func edited(_ count: Int, first: SourceLocation) -> Finding {
    Finding(
      SubmissionCodes.edited, at: first,
      message: LocalizedText(
        vi: "\(count) phiếu đã được sửa sau khi gửi (meta/deprecatedID); mỗi phiếu mang mã của bản"
          + " đầu, nên nếu bản đầu cũng có mặt thì chỉ bản đọc trước được giữ",
        en: (count == 1 ? "1 submission was" : "\(count) submissions were")
          + " edited after being sent (meta/deprecatedID); each bears the id of its first version,"
          + " so that of two versions only the one read first is kept"),
      remedy: LocalizedText(
        vi: "chỉ xuất bản cuối của mỗi phiếu; nếu bản cũ đã nhập, bỏ lô đó rồi nhập lại",
        en: "export the last version of each only; if an old one is imported already, undo that"
          + " batch and import again"))
  }

  static func versions(_ versions: [(name: String, count: Int)], file: String) -> Finding {
    let shown = versions.prefix(8)
    func list(_ word: String) -> String {
      shown.map { version in
        let name = version.name.isEmpty ? "–" : version.name
        return "\(ShownValue.isOpen(name) ? name : "…") (\(version.count) \(word))"
      }.joined(separator: ", ") + (versions.count > shown.count ? ", …" : "")
    }
    return Finding(
      SubmissionCodes.versions, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "phiếu thuộc \(versions.count) phiên bản của biểu mẫu",
        en: "the submissions are of \(versions.count) versions of the form"),
      found: LocalizedText(vi: list("phiếu"), en: list("submissions")),
      remedy: LocalizedText(
        vi: "kiểm tra rằng mã câu hỏi và mã trả lời giống nhau ở mọi phiên bản",
        en: "check that questions and codes mean the same in all versions"))
  }

  static func page(_ page: ListPage, read: Int, file: String) -> Finding {
    let whole = page.count.map { "\($0)" } ?? "?"
    return Finding(
      SubmissionCodes.morePages, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "tệp chỉ là một trang của danh sách phiếu: máy chủ còn trang sau",
        en: "the file is one page of a list of submissions: the server has further pages"),
      found: LocalizedText(
        vi: "\(read) phiếu trong tệp, \(whole) trên máy chủ",
        en: "\(read) submissions in the file, \(whole) on the server"),
      remedy: LocalizedText(
        vi: "tải cả các trang sau (trường next) và nhập, hoặc xuất toàn bộ một lần",
        en: "download the further pages (the field next) and import them, or export all at once"))
  }

  static func aside(_ paths: [String], file: String) -> Finding {
    Finding(
      SubmissionCodes.aside, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(paths.count) trường do hệ thống thu thập ghi được bỏ qua",
        en: paths.count == 1
          ? "1 field that the collecting platform writes is passed over"
          : "\(paths.count) fields that the collecting platform writes are passed over"),
      found: names(paths), remedy: nothingToDo)
  }

  static func filesPassedOver(_ count: Int, file: String) -> Finding {
    Finding(
      SubmissionCodes.filesPassedOver, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(count) tệp không phải phiếu (ảnh, âm thanh, biểu mẫu trống) được bỏ qua",
        en: count == 1
          ? "1 file that is no submission (picture, sound, blank form) is passed over"
          : "\(count) files that are no submissions (pictures, sound, blank forms) are passed over"),
      remedy: nothingToDo)
  }

  private static func names(_ paths: [String]) -> LocalizedText {
    let parts = paths.prefix(12).map { ShownValue.open($0) }
    let rest = paths.count - 12
    return LocalizedText(
      vi: (parts.map { $0.text(in: .vi) } + (rest > 0 ? ["và \(rest) tên nữa"] : []))
        .joined(separator: ", "),
      en: (parts.map { $0.text(in: .en) } + (rest > 0 ? ["and \(rest) more"] : []))
        .joined(separator: ", "))
  }
}
