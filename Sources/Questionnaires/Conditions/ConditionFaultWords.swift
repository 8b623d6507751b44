import SurveyModel

extension ConditionFault {
  /// The finding a person reads, with the place inside the attribute.
  func finding(at place: SourceLocation) -> Finding {
    Finding(
      ConditionCode.syntax, at: place, message: message,
      found: found.isEmpty
        ? LocalizedText(vi: "hết điều kiện", en: "the end of the condition")
        : LocalizedText(vi: "“\(found)”", en: "“\(found)”"),
      expected: expected, remedy: remedy, subject: "asked-when")
  }

  private var message: LocalizedText {
    switch reason {
    case .unknownSign:
      LocalizedText(vi: "điều kiện có dấu không dùng được", en: "the condition has an unknown sign")
    case .openText:
      LocalizedText(
        vi: "dấu nháy mở trong điều kiện không được đóng",
        en: "a quote opened in the condition is not closed")
    case .tooDeep:
      LocalizedText(
        vi: "điều kiện lồng quá nhiều dấu ngoặc", en: "the condition nests too many parentheses")
    default:
      LocalizedText(
        vi: "điều kiện không đọc được từ chỗ này", en: "the condition cannot be read from here on")
    }
  }

  private var expected: LocalizedText? {
    switch reason {
    case .unknownSign, .expectedComparison:
      LocalizedText(
        vi: "một trong các dấu = != < <= > >= hoặc in (…)",
        en: "one of = != < <= > >= or in (…)")
    case .openText, .tooDeep: nil
    case .expectedName:
      LocalizedText(vi: "mã của một biến hoặc tiêu chí", en: "the identifier of a variable or item")
    case .expectedLiteral:
      LocalizedText(vi: "một mã, một số hoặc chữ trong nháy", en: "a code, a number or quoted text")
    case .expectedParenthesis(let sign): LocalizedText(vi: "dấu \(sign)", en: "a \(sign)")
    case .expectedEnd: LocalizedText(vi: "and, or hoặc hết điều kiện", en: "and, or, or the end")
    }
  }

  private var remedy: LocalizedText {
    switch reason {
    case .unknownSign("=="):
      LocalizedText(vi: "viết = thay cho ==", en: "write = in place of ==")
    case .unknownSign("<>"), .unknownSign("!"):
      LocalizedText(vi: "viết != cho “khác”", en: "write != for “not equal”")
    case .unknownSign("&"):
      LocalizedText(vi: "viết and thay cho &", en: "write and in place of &")
    case .unknownSign("|"):
      LocalizedText(vi: "viết or thay cho |", en: "write or in place of |")
    case .unknownSign("“"), .unknownSign("”"):
      LocalizedText(vi: "dùng nháy thẳng '…'", en: "use straight quotes '…'")
    case .openText: LocalizedText(vi: "thêm dấu nháy đóng", en: "add the closing quote")
    case .tooDeep: LocalizedText(vi: "viết gọn điều kiện lại", en: "simplify the condition")
    default:
      LocalizedText(
        vi: "viết như: FB = 1 · area in (urban, rural) and answered(A1)",
        en: "write for example: FB = 1 · area in (urban, rural) and answered(A1)")
    }
  }
}
