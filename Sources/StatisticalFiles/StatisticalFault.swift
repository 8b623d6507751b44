package import SurveyModel

/// Why a statistical file cannot be read.
package enum StatisticalFault: Error, Sendable, Hashable {
  /// Not what its first bytes promise; or damaged in what describes the rows.
  case damaged(StatisticalFileKind)
  /// Ends before its last row, or has another number of rows than its header says.
  case cutOff(StatisticalFileKind)
  /// Needs more memory or time than any survey's file.
  case tooLarge(StatisticalFileKind, Excess)
  /// A version, packing or encoding that cannot be read.
  case unsupported(StatisticalFileKind, detail: String)
  case unreadable(StatisticalFileKind)

  package enum Excess: Sendable, Hashable {
    case variables
    case row
    case dictionary
    case labels
    case unpacked
  }

  /// The fault in words, about the file `file`.
  package func finding(file: String) -> Finding {
    let place = SourceLocation(file: file)
    switch self {
    case .damaged(let kind):
      return Finding(
        StatisticalFileCodes.damaged, at: place,
        message: LocalizedText(
          vi: "tệp \(kind.rawValue) bị hỏng", en: "the \(kind.rawValue) file is damaged"),
        remedy: Self.saveAgain)
    case .cutOff(let kind):
      return Finding(
        StatisticalFileCodes.cutOff, at: place,
        message: LocalizedText(
          vi: "tệp \(kind.rawValue) bị cắt cụt: số phiếu không đúng như phần đầu tệp ghi",
          en: "the \(kind.rawValue) file is cut off: it has not the rows that its header promises"),
        remedy: Self.saveAgain)
    case .tooLarge(let kind, let excess):
      let words = Self.words(excess)
      return Finding(
        StatisticalFileCodes.tooLarge, at: place,
        message: LocalizedText(
          vi: "tệp \(kind.rawValue) quá lớn: \(words.what.text(in: .vi))",
          en: "the \(kind.rawValue) file is too large: \(words.what.text(in: .en))"),
        expected: LocalizedText(vi: "không quá \(words.most)", en: "at most \(words.most)"),
        remedy: LocalizedText(
          vi: "chỉ giữ các biến của phiếu hỏi rồi lưu lại; nếu tệp không lớn như vậy, tệp đã hỏng",
          en: "keep the questionnaire's variables only and save again; if the file is not that"
            + " large, it is damaged"))
    case .unsupported(let kind, let detail):
      return Finding(
        StatisticalFileCodes.unsupported, at: place,
        message: LocalizedText(
          vi: "không đọc được loại tệp \(kind.rawValue) này",
          en: "this kind of \(kind.rawValue) file cannot be read"),
        found: LocalizedText(vi: detail, en: detail),
        remedy: LocalizedText(
          vi: "lưu lại từ SPSS dưới dạng SAV, bảng mã Unicode (UTF-8)",
          en: "save it from SPSS as SAV, in Unicode (UTF-8)"))
    case .unreadable(let kind):
      return Finding(
        StatisticalFileCodes.unreadable, at: place,
        message: LocalizedText(
          vi: "không mở được tệp \(kind.rawValue)", en: "the \(kind.rawValue) file cannot be opened"
        ),
        remedy: LocalizedText(
          vi: "kiểm tra quyền đọc tệp", en: "check the permission to read the file"))
    }
  }

  private static let saveAgain = LocalizedText(
    vi: "chép hoặc xuất lại tệp từ nguồn; nếu vẫn lỗi, mở trong SPSS (hoặc PSPP) và lưu lại",
    en: "copy or export the file again; if that fails too, open it in SPSS (or PSPP) and save it")

  private static func words(_ excess: Excess) -> (what: LocalizedText, most: String) {
    switch excess {
    case .variables:
      (
        LocalizedText(vi: "có quá nhiều biến", en: "too many variables"),
        "\(StatisticalLimits.variables)"
      )
    case .row:
      (
        LocalizedText(vi: "một phiếu quá dài", en: "a row is too long"),
        "\(StatisticalLimits.row >> 20) MiB"
      )
    case .dictionary:
      (
        LocalizedText(vi: "phần mô tả biến quá dài", en: "the description of the variables"),
        "\(StatisticalLimits.dictionary >> 20) MiB"
      )
    case .labels:
      (
        LocalizedText(vi: "có quá nhiều nhãn giá trị", en: "too many value labels"),
        "\(StatisticalLimits.labels)"
      )
    case .unpacked:
      (
        LocalizedText(
          vi: "phần nén bung ra quá lớn", en: "what is packed swells too much"),
        "\(StatisticalLimits.unpacked >> 30) GiB, ×\(StatisticalLimits.swelling)"
      )
    }
  }
}
