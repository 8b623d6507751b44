import Ingestion
import SurveyModel

extension Finding {
  static func unknownEntry(_ number: Int64, _ plan: Plan) -> Finding {
    Finding(
      FigureCodes.unknownNumber, at: nil,
      message: LocalizedText(
        vi: "kho không có lần nhập số \(number) cho kế hoạch \(plan.id)",
        en: "the store has no entry \(number) for the plan \(plan.id)"),
      remedy: LocalizedText(
        vi: "xem số của từng lần nhập bằng `sipas figures --history`",
        en: "see the numbers of entries with `sipas figures --history`"))
  }

  static func entryNotHeld(_ number: Int64) -> Finding {
    Finding(
      FigureCodes.notHeld, at: nil,
      message: LocalizedText(
        vi: "lần nhập số \(number) đã được rút hoặc đã được thay",
        en: "the entry \(number) was withdrawn or replaced before"),
      remedy: LocalizedText(
        vi: "chỉ rút được lần nhập đang có hiệu lực; xem `sipas figures --history`",
        en: "only what holds can be withdrawn; see `sipas figures --history`"))
  }

  static func noFigureReason() -> Finding {
    Finding(
      FigureCodes.noReason, at: nil,
      message: LocalizedText(vi: "phải ghi lý do", en: "a reason is needed"),
      expected: LocalizedText(
        vi: "một câu, không quá \(longestFigureReason) ký tự",
        en: "a sentence of at most \(longestFigureReason) characters"),
      remedy: LocalizedText(vi: "ghi lý do bằng --reason", en: "say why with --reason"))
  }

  static func badRecorder() -> Finding {
    Finding(
      FigureCodes.badName, at: nil,
      message: LocalizedText(
        vi: "không biết ai ghi số liệu này", en: "it is not known who records this"),
      expected: LocalizedText(
        vi: "một tên, không quá 200 ký tự", en: "a name of at most 200 characters"),
      remedy: LocalizedText(vi: "ghi tên bằng --by", en: "give the name with --by"))
  }
}
