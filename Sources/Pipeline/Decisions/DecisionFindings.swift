import Ingestion
import SurveyModel

extension Finding {
  static func noReason() -> Finding {
    Finding(
      DecisionCodes.noReason, at: nil,
      message: LocalizedText(
        vi: "quyết định phải có lý do", en: "a decision needs a reason"),
      expected: LocalizedText(
        vi: "một câu, không quá \(SurveySession.longestReason) ký tự",
        en: "a sentence of at most \(SurveySession.longestReason) characters"),
      remedy: LocalizedText(
        vi: "ghi lý do bằng --reason; đừng ghi tên người trả lời",
        en: "say why with --reason; do not name the respondent"))
  }

  static func nothingNamed() -> Finding {
    Finding(
      DecisionCodes.nothingNamed, at: nil,
      message: LocalizedText(vi: "không có phiếu nào được nêu", en: "no interview is named"),
      remedy: LocalizedText(
        vi: "nêu phiếu bằng --interview, --ids, --batch hoặc --flag",
        en: "name interviews with --interview, --ids, --batch or --flag"))
  }

  static func unknownInterview(_ named: NamedInterview, shown: LocalizedText) -> Finding {
    Finding(
      DecisionCodes.unknownInterview, at: named.place,
      message: LocalizedText(
        vi: "kho không có phiếu \(shown.text(in: .vi))",
        en: "the store does not have the interview \(shown.text(in: .en))"),
      expected: LocalizedText(
        vi: "mã của một phiếu đã nhập, đúng từng ký tự",
        en: "the id of an imported interview, exactly"),
      remedy: LocalizedText(
        vi: "kiểm tra mã phiếu; phiếu phải được nhập trước khi có quyết định về nó",
        en: "check the id; an interview is imported before it is decided upon"))
  }

  static func alreadyExcluded(by decisions: [Int64]) -> Finding {
    let numbers = decisions.map(String.init).joined(separator: ", ")
    return Finding(
      DecisionCodes.alreadyExcluded, at: nil,
      message: LocalizedText(
        vi: "mọi phiếu được nêu đã ở ngoài mẫu theo quyết định \(numbers)",
        en: "every interview named is out of the sample by decision \(numbers)"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  static func unknownBatch(_ batch: Int64) -> Finding {
    Finding(
      DecisionCodes.unknownBatch, at: nil,
      message: LocalizedText(
        vi: "cuộc khảo sát không có lô \(batch), hoặc lô đã được rút",
        en: "the survey has no batch \(batch), or it was taken out"),
      remedy: LocalizedText(
        vi: "xem các lô bằng `sipas batches`", en: "list the batches with `sipas batches`"))
  }

  static func unknownRule(_ code: String, among rules: [FindingCode]) -> Finding {
    let codes = rules.map(\.id).joined(separator: ", ")
    return Finding(
      DecisionCodes.unknownRule, at: nil,
      message: LocalizedText(
        vi: "không có quy tắc chất lượng “\(code.prefix(60))”",
        en: "there is no quality rule “\(code.prefix(60))”"),
      expected: LocalizedText(vi: codes, en: codes),
      remedy: LocalizedText(
        vi: "ghi đúng mã trong ngoặc vuông mà `sipas quality` in ra",
        en: "write a code as `sipas quality` prints it in square brackets"))
  }

  static func nothingFlagged(by code: String) -> Finding {
    Finding(
      DecisionCodes.nothingFlagged, at: nil,
      message: LocalizedText(
        vi: "quy tắc \(code) không nêu phiếu nào đang trong mẫu",
        en: "the rule \(code) flags no interview of the sample"),
      remedy: LocalizedText(
        vi:
          "xem `sipas quality`: quy tắc có thể nêu điều tra viên hoặc đơn vị chứ không nêu phiếu, hoặc"
          + " các phiếu ấy đã bị loại",
        en:
          "see `sipas quality`: the rule may flag interviewers or units rather than interviews, or"
          + " those interviews are left out already"))
  }

  static func unknownField(_ field: String, at place: SourceLocation?) -> Finding {
    Finding(
      DecisionCodes.unknownField, at: place,
      message: LocalizedText(
        vi: "phiếu hỏi không có biến “\(field.prefix(40))”",
        en: "the questionnaire has no field “\(field.prefix(40))”"),
      remedy: LocalizedText(
        vi: "ghi mã của biến hoặc câu hỏi như trong phiếu hỏi, ví dụ A1",
        en: "write the id of the variable or item as in the questionnaire, for example A1"))
  }

  static func personalField(_ field: Field, at place: SourceLocation?) -> Finding {
    Finding(
      DecisionCodes.personalField, at: place,
      message: LocalizedText(
        vi: "\(field.id) là biến cá nhân, không được lưu trong kho",
        en: "\(field.id) is personal and not in the store"),
      remedy: LocalizedText(
        vi: "bỏ dòng này; sửa ở tệp gốc nếu cần",
        en: "leave this out; correct the source file if need be"), subject: field.id)
  }

  static func interviewIDField(_ field: String, at place: SourceLocation?) -> Finding {
    Finding(
      DecisionCodes.interviewIDField, at: place,
      message: LocalizedText(
        vi: "\(field) là mã phiếu, không đính chính được",
        en: "\(field) is the interview id, which cannot be corrected"),
      remedy: LocalizedText(
        vi: "sửa mã trong tệp gốc, rút lô bằng `sipas undo` rồi nhập lại",
        en: "correct the id in the source file, take the batch out with `sipas undo`, import again"),
      subject: field)
  }

  static func otherAnswer(
    _ field: Field, stored: RecordedAnswer, at place: SourceLocation?
  ) -> Finding {
    Finding(
      DecisionCodes.otherAnswer, at: place,
      message: LocalizedText(
        vi: "\(field.id): câu trả lời đang lưu khác với giá trị cũ đã ghi",
        en: "\(field.id): the stored answer differs from the old one that is given"),
      expected: stored.shown(of: field),
      remedy: LocalizedText(
        vi: "đối chiếu phiếu gốc: có thể nhầm phiếu, nhầm câu, hoặc câu này đã được đính chính",
        en: "compare with the form: it may be another interview or item, or corrected already"),
      subject: field.id)
  }

  static func unchanged(
    _ field: Field, stored: RecordedAnswer, at place: SourceLocation?
  ) -> Finding {
    Finding(
      DecisionCodes.unchanged, at: place,
      message: LocalizedText(
        vi: "\(field.id): giá trị mới giống giá trị đang lưu",
        en: "\(field.id): the new answer is the one that is stored"),
      found: stored.shown(of: field),
      remedy: LocalizedText(vi: "bỏ dòng này", en: "leave this out"), subject: field.id)
  }

  static func unknownDecision(_ number: Int64) -> Finding {
    Finding(
      DecisionCodes.unknownDecision, at: nil,
      message: LocalizedText(
        vi: "cuộc khảo sát không có quyết định \(number), hoặc quyết định không có đính chính này",
        en: "the survey has no decision \(number), or the decision no such correction"),
      remedy: LocalizedText(
        vi: "xem các quyết định bằng `sipas decisions`", en: "list them with `sipas decisions`"))
  }

  static func notHeld(_ decision: Decision) -> Finding {
    let at = decision.withdrawn?.at ?? ""
    return Finding(
      DecisionCodes.notHeld, at: nil,
      message: LocalizedText(
        vi: "quyết định \(decision.number) đã được rút \(at)",
        en: "decision \(decision.number) was withdrawn \(at)"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  static func finalErasure(_ decision: Decision) -> Finding {
    Finding(
      DecisionCodes.final, at: nil,
      message: LocalizedText(
        vi: "quyết định \(decision.number) đã xóa dữ liệu, không lấy lại được từ kho",
        en: "decision \(decision.number) erased data, which the store cannot bring back"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  static func builtUpon(_ misfit: MisfitCorrection) -> Finding {
    let correction = misfit.correction
    return Finding(
      DecisionCodes.builtUpon, at: nil,
      message: LocalizedText(
        vi: "đính chính \(misfit.decision).\(correction.number) (\(correction.field)) dựa trên giá "
          + "trị này",
        en: "correction \(misfit.decision).\(correction.number) (\(correction.field)) builds on "
          + "this answer"),
      remedy: LocalizedText(
        vi: "rút \(misfit.decision).\(correction.number) trước",
        en: "withdraw \(misfit.decision).\(correction.number) first"), subject: correction.field)
  }

  /// A correction that holds and is not made, or that stops the run.
  static func misfit(_ misfit: MisfitCorrection) -> Finding {
    let correction = misfit.correction
    let name = "\(misfit.decision).\(correction.number)"
    let isObsolete = misfit.fault == .unknownAnswer
    return Finding(
      isObsolete ? DecisionCodes.obsolete : DecisionCodes.misfit, at: nil,
      message: isObsolete
        ? LocalizedText(
          vi:
            "đính chính \(name) ghi cho \(correction.field) một giá trị không còn trong phiếu hỏi",
          en: "correction \(name) gives \(correction.field) an answer the questionnaire lacks now")
        : LocalizedText(
          vi: "đính chính \(name) của \(correction.field) không được áp dụng: phiếu được nhập lại "
            + "với câu trả lời khác cả giá trị cũ lẫn giá trị mới",
          en: "correction \(name) of \(correction.field) is not made: the interview came in again "
            + "with an answer that is neither the old nor the new one"),
      remedy: LocalizedText(
        vi:
          "đối chiếu phiếu gốc; rút đính chính bằng `sipas withdraw \(name)`, rồi ghi lại nếu cần",
        en: "compare with the form; withdraw it with `sipas withdraw \(name)`, and make it anew if "
          + "need be"), subject: correction.field)
  }
}

extension RecordedAnswer {
  /// The answer as a message may show it: a code with its label; texts hidden.
  func shown(of field: Field) -> LocalizedText {
    switch self {
    case .notAsked: return LocalizedText(vi: "không được hỏi", en: "not asked")
    case .blank: return LocalizedText(vi: "trống", en: "blank")
    case .value(let text):
      if field.kind == .text || field.isPersonal {
        return LocalizedText(
          vi: "«\(text.unicodeScalars.count) ký tự, đã ẩn»",
          en: "«\(text.unicodeScalars.count) characters, hidden»")
      }
      guard let list = field.codeList, let position = list.position(of: text),
        let code = list.code(at: position), !code.label.isEmpty
      else { return LocalizedText(vi: text, en: text) }
      return LocalizedText(
        vi: "\(text) \(code.label.text(in: .vi))", en: "\(text) \(code.label.text(in: .en))")
    }
  }
}
