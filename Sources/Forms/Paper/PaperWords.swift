import SurveyModel

/// The words of the paper form itself, in both languages.
enum PaperWords {
  static let number = LocalizedText(vi: "Số phiếu", en: "Form number")
  static let instruction = LocalizedText(
    vi: "Đánh dấu X vào một ô cho mỗi câu. Nếu đánh nhầm, khoanh tròn ô sai rồi đánh dấu ô đúng. "
      + "Câu có ghi “Chỉ hỏi nếu…” thì bỏ trống khi điều kiện không đúng.",
    en: "Mark one box with an X for each question. To correct a mark, circle it and mark the right "
      + "box. Leave a question with “Ask only if…” blank when that is not so.")
  static let statement = LocalizedText(vi: "Nội dung", en: "Statement")
  static let name = LocalizedText(vi: "Tên", en: "Name")
  static let code = LocalizedText(vi: "Mã", en: "Code")
  static let dayMonthYear = LocalizedText(vi: "ngày / tháng / năm", en: "day / month / year")
  static let time = LocalizedText(vi: "giờ : phút", en: "hour : minute")
  static let tearOff = LocalizedText(
    vi: "Cắt rời phần này và giữ riêng, không để cùng phần trả lời.",
    en: "Cut this part off and keep it apart from the answers.")
  static let leftEmpty = LocalizedText(
    vi: "Mặt sau của phần cắt rời, để trống.", en: "Back of the part that is cut off, left empty.")
  static let emptyPage = LocalizedText(vi: "Trang để trống.", en: "This page is left empty.")
  static let continued = LocalizedText(vi: "(tiếp theo)", en: "(continued)")

  static func page(_ number: Int, of count: Int) -> LocalizedText {
    LocalizedText(vi: "Trang \(number)/\(count)", en: "Page \(number)/\(count)")
  }

  static func version(_ questionnaire: Questionnaire) -> LocalizedText {
    LocalizedText(
      vi: "Phiếu hỏi \(questionnaire.id), phiên bản \(questionnaire.version)",
      en: "Questionnaire \(questionnaire.id), version \(questionnaire.version)")
  }

  /// The documents the questions come from, with how far they are backed by them.
  static func sources(_ questionnaire: Questionnaire) -> LocalizedText? {
    guard !questionnaire.sources.isEmpty else { return nil }
    func text(_ language: Language) -> String {
      (language == .vi ? "Nguồn: " : "Source: ")
        + questionnaire.sources.map { source($0, language) }.joined(separator: "; ")
    }
    return LocalizedText(vi: text(.vi), en: text(.en))
  }

  private static func source(_ source: SourceDocument, _ language: Language) -> String {
    var text = source.document
    if let date = source.date {
      let parts = date.split(separator: "-")
      text +=
        language == .vi && parts.count == 3
        ? " ngày \(parts[2])/\(parts[1])/\(parts[0])" : ", \(date)"
    }
    if let issuer = source.issuer { text += ", \(issuer)" }
    let status: LocalizedText? =
      switch source.status {
      case "reconstructed":
        LocalizedText(vi: "dựng lại, chưa đối chiếu", en: "rebuilt, not yet compared")
      case "partly-known": LocalizedText(vi: "biết một phần", en: "known in part")
      case "synthetic": LocalizedText(vi: "mô phỏng", en: "synthetic")
      default: nil
      }
    return status.map { "\(text) (\($0.text(in: language)))" } ?? text
  }
}
