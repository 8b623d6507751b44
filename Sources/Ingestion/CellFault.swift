import SurveyModel

/// What is wrong with one cell, before it is put into words.
enum CellFault: Sendable, Hashable {
  case required
  case designMissing
  case notInCodeList
  /// Positions of the codes that fit.
  case ambiguous([Int])
  /// Positions of the code and of the label in one cell, and whether they are each other's mirror.
  case contradiction(code: Int, label: Int, isReversed: Bool)
  case notANumber
  case notAnInteger
  case outOfRange
  case notADate
  case notADatetime
  /// A date that only reads with the month before the day.
  case monthFirst
  case encoding
  case controlCharacter
  case tooLong
  /// A long number that a spreadsheet shortened, as in 2.02E+11.
  case shortenedNumber
  case notAsked
  /// Position of the code's own parent, and that of the parent in the row, in the parent's list.
  case wrongParent(expected: Int, found: Int, in: CodeList)
}

extension CellFault {
  /// The fault as a finding about `field`.
  ///
  /// - Parameters:
  ///   - field: The field of the cell's column.
  ///   - value: The content of the cell; shown or hidden as the field asks.
  ///   - place: Where the cell stands.
  /// - Returns: The fault in words, in both languages.
  func finding(for field: Field, value: String, at place: SourceLocation) -> Finding {
    let name = FindingNames.name(field)
    let words = words(for: field)
    return Finding(
      words.code, at: place,
      message: LocalizedText(
        vi: "\(name.text(in: .vi)): \(words.message.text(in: .vi))",
        en: "\(name.text(in: .en)): \(words.message.text(in: .en))"),
      found: value.isEmpty ? nil : shown(value, field: field), expected: words.expected,
      remedy: words.remedy, subject: field.id)
  }

  private func shown(_ value: String, field: Field) -> LocalizedText {
    switch self {
    case .encoding: DamagedLetters.named(in: value) ?? ShownValue.hidden(value)
    case .controlCharacter, .tooLong: ShownValue.hidden(value)
    default: ShownValue.of(value, field: field)
    }
  }

  private struct Words {
    var code: FindingCode
    var message: LocalizedText
    var expected: LocalizedText?
    var remedy: LocalizedText
  }

  private static let correctOrAddCode = LocalizedText(
    vi:
      "sửa theo phiếu gốc; chữ thay cho một mã thì khai báo bằng <answer>, chữ có nghĩa là ô trống"
      + " bằng <blank>; mã đúng mà phiếu hỏi thiếu thì thêm vào phiếu hỏi",
    en: "correct it from the form; declare a text that stands for a code with <answer>, one that"
      + " means blank with <blank>; add a right code to the questionnaire")
  private static let correctFromForm = LocalizedText(
    vi: "đối chiếu phiếu gốc và sửa trong tệp", en: "compare with the form and correct the file")

  private func words(for field: Field) -> Words {
    switch self {
    case .required:
      Words(
        code: IngestionCodes.required,
        message: LocalizedText(vi: "ô bắt buộc bị bỏ trống", en: "a required cell is blank"),
        expected: expectedValue(of: field), remedy: Self.correctFromForm)
    case .designMissing:
      Words(
        code: IngestionCodes.designMissing,
        message: LocalizedText(
          vi: "biến này dùng cho thiết kế mẫu hoặc quyền số nên không được khuyết",
          en: "the design or the weighting uses this variable, so it cannot be missing"),
        expected: field.codeList.map {
          FindingNames.codes(CodeList(answers: Array($0.answers)))
        }, remedy: Self.correctFromForm)
    case .notInCodeList:
      Words(
        code: IngestionCodes.notInCodeList,
        message: LocalizedText(
          vi: "giá trị không có trong danh sách mã", en: "the value is not in the code list"),
        expected: expectedValue(of: field), remedy: Self.correctOrAddCode)
    case .ambiguous(let positions):
      Words(
        code: IngestionCodes.ambiguousLabel,
        message: LocalizedText(
          vi: "giá trị khớp với nhiều mã", en: "the value fits several codes"),
        expected: Self.alternatives(positions, of: field.codeList),
        remedy: LocalizedText(
          vi: "ghi mã thay cho nhãn", en: "write the code instead of the label"))
    case .contradiction(let code, let label, let isReversed):
      contradictionWords(code: code, label: label, isReversed: isReversed, for: field)
    default: numericOrTextWords(for: field)
    }
  }

  private func contradictionWords(
    code: Int, label: Int, isReversed: Bool, for field: Field
  ) -> Words {
    Words(
      code: IngestionCodes.contradiction,
      message: LocalizedText(
        vi: "mã và nhãn trong ô không khớp nhau", en: "code and label in the cell contradict"),
      expected: Self.alternatives([code, label], of: field.codeList),
      remedy: isReversed && field.isItem
        ? LocalizedText(
          vi: "nếu tệp ghi mã ngược chiều thang đo, khai báo <scale-direction items=\"\(field.id)\""
            + " as=\"reversed\"/>; nếu không, sửa theo phiếu gốc",
          en: "if the file writes the scale's codes the other way round, declare"
            + " <scale-direction items=\"\(field.id)\" as=\"reversed\"/>; else correct it from the form"
        )
        : Self.correctFromForm)
  }

  private func numericOrTextWords(for field: Field) -> Words {
    switch self {
    case .notANumber:
      Words(
        code: IngestionCodes.notANumber,
        message: LocalizedText(vi: "không phải là số", en: "not a number"),
        expected: expectedValue(of: field),
        remedy: LocalizedText(
          vi:
            "chỉ ghi chữ số và một dấu thập phân, không ghi đơn vị; chữ có nghĩa là ô trống thì khai"
            + " báo bằng <blank>",
          en:
            "write digits and one decimal sign only, no unit; declare a text that means blank with"
            + " <blank>"))
    case .notAnInteger:
      Words(
        code: IngestionCodes.notAnInteger,
        message: LocalizedText(vi: "không phải là số nguyên", en: "not a whole number"),
        expected: expectedValue(of: field), remedy: Self.correctFromForm)
    case .outOfRange:
      Words(
        code: IngestionCodes.outOfRange,
        message: LocalizedText(
          vi: "số nằm ngoài khoảng cho phép", en: "the number is outside its range"),
        expected: expectedValue(of: field), remedy: Self.correctFromForm)
    case .notADate:
      Words(
        code: IngestionCodes.notADate,
        message: LocalizedText(vi: "không phải là ngày", en: "not a date"),
        expected: expectedValue(of: field),
        remedy: LocalizedText(
          vi: "viết ngày trước, tháng sau (05/10/2021), hoặc theo ISO (2021-10-05)",
          en: "write day before month (05/10/2021), or ISO (2021-10-05)"))
    case .notADatetime:
      Words(
        code: IngestionCodes.notADatetime,
        message: LocalizedText(vi: "không phải là ngày giờ", en: "not a date and time"),
        expected: expectedValue(of: field),
        remedy: LocalizedText(
          vi: "viết như 2021-10-05 08:30 hoặc 05/10/2021 08:30",
          en: "write it like 2021-10-05 08:30 or 05/10/2021 08:30"))
    case .monthFirst:
      Words(
        code: IngestionCodes.monthFirst,
        message: LocalizedText(
          vi: "ngày này chỉ đọc được nếu tháng đứng trước ngày",
          en: "this date can only be read with the month before the day"),
        expected: expectedValue(of: field),
        remedy: LocalizedText(
          vi:
            "nếu cả tệp ghi tháng trước ngày, thêm dates=\"month-first\" cho tệp này trong tệp khảo"
            + " sát và nhập lại: các ngày khác của tệp có thể đã bị đọc ngược ngày và tháng",
          en:
            "if the whole file puts the month first, add dates=\"month-first\" for this file in the"
            + " survey file and import it again: its other dates may have been read with day and"
            + " month exchanged"))
    case .encoding:
      Words(
        code: IngestionCodes.badEncoding,
        message: LocalizedText(
          vi: "có ký tự hỏng hoặc sai bảng mã", en: "damaged characters, or a wrong encoding"),
        expected: nil,
        remedy: LocalizedText(
          vi: "nhập lại chữ này theo phiếu gốc, hoặc lưu lại tệp dưới dạng “CSV UTF-8”; nếu cả tệp"
            + " sai bảng mã, ghi rõ bảng mã trong tệp khảo sát",
          en: "write the letter anew from the form, or save the file as “CSV UTF-8”; if the whole"
            + " file is wrong, name its encoding in the survey file"))
    case .controlCharacter:
      Words(
        code: IngestionCodes.controlCharacter,
        message: LocalizedText(vi: "có ký tự điều khiển", en: "there is a control character"),
        expected: nil,
        remedy: LocalizedText(
          vi: "xóa ký tự lạ trong ô", en: "remove the odd character from the cell"))
    case .tooLong:
      Words(
        code: IngestionCodes.tooLong,
        message: LocalizedText(vi: "nội dung quá dài", en: "the content is too long"),
        expected: nil, remedy: Self.correctFromForm)
    case .shortenedNumber:
      Words(
        code: IngestionCodes.shortenedNumber,
        message: LocalizedText(
          vi: "mã phiếu bị bảng tính rút gọn, đã mất chữ số",
          en: "a spreadsheet shortened the id, and digits are lost"),
        expected: LocalizedText(vi: "mã phiếu đủ chữ số", en: "the id with all its digits"),
        remedy: LocalizedText(
          vi: "trong tệp gốc, định dạng cột mã phiếu là Text (Văn bản) rồi xuất lại",
          en: "format the id column as Text in the original file and export it again"))
    default: routingWords(for: field)
    }
  }

  private func routingWords(for field: Field) -> Words {
    if case .wrongParent(let expected, let found, let list) = self {
      let own = list.code(at: expected)
      let other = list.code(at: found)
      return Words(
        code: IngestionCodes.wrongParent,
        message: LocalizedText(
          vi: "mã này không thuộc \(other.map { FindingNames.name($0, in: .vi) } ?? "")",
          en: "this code does not belong to \(other.map { FindingNames.name($0, in: .en) } ?? "")"),
        expected: own.map {
          LocalizedText(
            vi: "cấp trên \(FindingNames.name($0, in: .vi))",
            en: "parent \(FindingNames.name($0, in: .en))")
        }, remedy: Self.correctFromForm)
    }
    return Words(
      code: IngestionCodes.notAsked,
      message: LocalizedText(
        vi: "có câu trả lời nhưng câu này không được hỏi",
        en: "there is an answer, but the question was not asked"),
      expected: LocalizedText(vi: "ô trống hoặc mã khuyết", en: "a blank cell or a missing code"),
      remedy: LocalizedText(
        vi: "đối chiếu phiếu gốc: sửa câu lọc, hoặc xóa câu trả lời này",
        en: "compare with the form: correct the filter question, or clear this answer"))
  }

  private static func alternatives(_ positions: [Int], of list: CodeList?) -> LocalizedText? {
    guard let list else { return nil }
    let codes = positions.compactMap { list.code(at: $0) }
    return LocalizedText(
      vi: codes.map { FindingNames.name($0, in: .vi) }.joined(separator: " hoặc "),
      en: codes.map { FindingNames.name($0, in: .en) }.joined(separator: " or "))
  }
}

/// What a field takes, in words.
private func expectedValue(of field: Field) -> LocalizedText? {
  switch field.kind {
  case .coded(let list): return FindingNames.codes(list)
  case .integer(let minimum, let maximum):
    return range(LocalizedText(vi: "số nguyên", en: "a whole number"), minimum, maximum)
  case .number(let minimum, let maximum):
    return range(LocalizedText(vi: "số", en: "a number"), minimum, maximum)
  case .date: return LocalizedText(vi: "ngày", en: "a date")
  case .datetime: return LocalizedText(vi: "ngày giờ", en: "a date and time")
  case .text: return nil
  }
}

private func range(
  _ what: LocalizedText, _ minimum: Double?, _ maximum: Double?
) -> LocalizedText {
  var vi = what.text(in: .vi)
  var en = what.text(in: .en)
  if let minimum {
    vi += " từ \(plainNumber(minimum))"
    en += " from \(plainNumber(minimum))"
  }
  if let maximum {
    vi += minimum == nil ? " không quá \(plainNumber(maximum))" : " đến \(plainNumber(maximum))"
    en += minimum == nil ? " of at most \(plainNumber(maximum))" : " to \(plainNumber(maximum))"
  }
  return LocalizedText(vi: vi, en: en)
}

/// A number without a needless ".0".
func plainNumber(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
  return "\(value)"
}
