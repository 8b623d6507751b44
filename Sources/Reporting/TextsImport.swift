import SurveyModel

/// The words of a trial import.
extension Texts {
  var trialTitle: String {
    pick(
      "Nhập thử: mọi kiểm tra như khi nhập thật, không ghi gì vào kho.",
      "Trial import: checked as an import checks, nothing written to the store.")
  }

  var trialRefused: String {
    pick("cả tệp bị từ chối, không nhập phiếu nào", "refused as a whole: no interview comes in")
  }

  func trialKnown(_ batch: Int64) -> String {
    pick(
      "đã nhập thành lô \(batch), nội dung không đổi: bỏ qua",
      "in the store as batch \(batch), unchanged: passed over")
  }

  func trialChangedSince(_ batch: Int64) -> String {
    pick(
      "tệp đã thay đổi sau khi được nhập thành lô \(batch)",
      "the file has changed since it became batch \(batch)")
  }

  func dialect(_ dialect: FileDialect, sheet: String?) -> String {
    if dialect.isWorkbook {
      let name = printable(sheet ?? "")
      return dialect.encoding + pick(", trang “\(name)”", ", sheet “\(name)”")
    }
    if dialect.isSubmissions {
      return submissionEncoding(dialect) + ", " + delimiterName(dialect.delimiter)
    }
    if dialect.isStatistical { return dialect.encoding }
    let mark = dialect.hasByteOrderMark ? pick(", có BOM", ", with BOM") : ""
    return dialect.encoding + mark + ", " + delimiter(dialect.delimiter)
  }

  private func delimiter(_ name: String) -> String {
    switch name {
    case "comma": pick("ngăn cột bằng dấu phẩy", "columns parted by commas")
    case "semicolon": pick("ngăn cột bằng dấu chấm phẩy", "columns parted by semicolons")
    case "tab": pick("ngăn cột bằng TAB", "columns parted by tabs")
    case "pipe": pick("ngăn cột bằng gạch đứng", "columns parted by vertical bars")
    default:
      pick("ngăn cột bằng “\(printable(name))”", "columns parted by “\(printable(name))”")
    }
  }

  func sameColumns(_ file: String) -> String {
    pick("các cột như ở \(file)", "columns as in \(file)")
  }

  func columnsByID(_ fields: String) -> String {
    pick("cột mang đúng mã biến: \(fields)", "columns headed by the field's id: \(fields)")
  }

  func column(_ position: Int, header: String?) -> String {
    let name = header.map { "“\($0)”" } ?? pick("(không hiện tên)", "(header not shown)")
    return pick("cột \(position) \(name)", "column \(position) \(name)")
  }

  func match(_ match: HeaderMapping.Match) -> String {
    switch match {
    case .declared: pick("khai báo trong tệp khảo sát", "declared in the survey file")
    case .id: pick("mã biến", "id")
    case .label: pick("nhãn", "label")
    case .toneFolded: pick("nhãn, dấu thanh đặt khác", "label, tone marks placed otherwise")
    case .plain: pick("nhãn không dấu", "label without diacritics")
    case .groupPath: pick("phần cuối của đường dẫn nhóm", "last part of a group path")
    case .codeAndText: pick("mã biến kèm chữ", "id with its text")
    case .subquestion: pick("phần trong ngoặc", "part in brackets")
    case .numbered: pick("nhãn kèm số câu hoặc dấu", "label with a number or mark")
    case .systemID:
      pick("số phiếu của chương trình khảo sát", "the survey program's own interview number")
    case .system:
      pick("cột hệ thống của chương trình khảo sát, bỏ qua", "system column, passed over")
    case .severalAnswers:
      pick("một lựa chọn của câu chọn nhiều, bỏ qua", "one choice of several, left out")
    case .ignored: pick("bỏ qua theo tệp khảo sát", "left out by the survey file")
    case .none: pick("không có trong phiếu hỏi, bỏ qua", "not in the questionnaire, left out")
    case .ambiguous: pick("khớp với nhiều biến", "fits several fields")
    case .repeated:
      pick("ứng với biến đã có cột khác", "stands for a field that has a column already")
    }
  }

  func offered(_ fields: [String]) -> String {
    let list = fields.joined(separator: pick(" hoặc ", " or "))
    return pick("bỏ qua; có phải \(list) không?", "left out; is it \(list)?")
  }

  func unknownColumns(_ count: Int, _ headers: String, hidden: Int) -> String {
    let rest =
      hidden > 0 ? pick(" (\(hidden) cột không hiện tên)", " (\(hidden) headers not shown)") : ""
    return pick(
      "\(count) cột không có trong phiếu hỏi, bỏ qua: \(headers)\(rest)",
      "\(count) columns not in the questionnaire, left out: \(headers)\(rest)")
  }

  func systemColumns(_ headers: String) -> String {
    pick(
      "cột hệ thống của chương trình khảo sát, bỏ qua: \(headers)",
      "system columns of the survey program, passed over: \(headers)")
  }

  func ignoredColumns(_ headers: String) -> String {
    pick("bỏ qua theo tệp khảo sát: \(headers)", "left out by the survey file: \(headers)")
  }

  func fieldsWithoutColumn(_ fields: String) -> String {
    pick("biến không có cột: \(fields)", "fields without a column: \(fields)")
  }

  func unreadText(_ unread: UnreadText) -> String {
    let shown = unread.fields.prefix(6).joined(separator: ", ")
    let rest = unread.fields.count - 6
    let fields = shown + (rest > 0 ? pick(" và \(rest) biến nữa", " and \(rest) more") : "")
    let cells = numbers.whole(unread.cells)
    let text = printable(unread.text)
    return unread.looksBlank
      ? pick(
        "“\(text)” không phải câu trả lời, \(cells) ô (\(fields)); nếu là ô trống:"
          + " <blank text=\"\(text)\"/>",
        "“\(text)” is no answer, \(cells) \(unread.cells == 1 ? "cell" : "cells") (\(fields)); if it"
          + " means blank: <blank text=\"\(text)\"/>")
      : pick(
        "“\(text)” không phải câu trả lời, \(cells) ô (\(fields)); nếu thay cho một mã: <answer>",
        "“\(text)” is no answer, \(cells) cells (\(fields)); if it stands for a code: <answer>")
  }

  func comparedWithStore(_ new: Int, _ repeated: RepeatedInterviews) -> String {
    let (new, same, changed) = (
      numbers.whole(new), numbers.whole(repeated.sameAsStored),
      numbers.whole(repeated.changedFromStored)
    )
    return pick(
      "so với kho: \(new) phiếu mới, \(same) phiếu giống hệt (bỏ qua), "
        + "\(changed) phiếu khác câu trả lời (bị loại)",
      "beside the store: \(new) new, \(same) the same (passed over), "
        + "\(changed) with other answers (rejected)")
  }

  func comparedWithRead(_ repeated: RepeatedInterviews) -> String {
    let (same, changed) = (
      numbers.whole(repeated.sameAsRead), numbers.whole(repeated.changedFromRead)
    )
    return pick(
      "lặp lại trong các tệp đang nhập: \(same) giống hệt (bỏ qua), \(changed) khác (bị loại)",
      "repeated within the files: \(same) the same (passed over), \(changed) different (rejected)")
  }

  func more(_ count: Int) -> String {
    pick("và \(numbers.whole(count)) phiếu nữa", "and \(numbers.whole(count)) more")
  }

  func changedInterviews(_ ids: String) -> String {
    pick("phiếu khác với kho: \(ids)", "interviews that differ from the store: \(ids)")
  }

  func changedFields(_ fields: String) -> String {
    pick("biến khác với kho (số phiếu): \(fields)", "fields that differ (interviews): \(fields)")
  }

  func outcome(_ reading: FileReading) -> String {
    switch reading.outcome {
    case .batch: pick("lô mới", "a new batch")
    case .alreadyImported: pick("đã nhập, bỏ qua", "imported before")
    case .refused: pick("từ chối", "refused")
    }
  }
}
