import DelimitedText
package import SurveyModel

/// Why synthetic responses cannot be written in the form asked for.
package enum SimulationError: Error, Sendable {
  /// A letter, of a label mostly, that the encoding lacks.
  case letter(UInt32, encoding: String, file: String)
  /// A format's own limit: rows of a sheet, lengths of texts.
  case unwritable(file: String, reason: String)
  /// A level is asked for of a factor that the questionnaire lacks.
  case unknownFactor(String, known: [String])

  package var finding: Finding {
    switch self {
    case .letter(let scalar, let encoding, let file):
      let letter = UnicodeScalar(scalar).map { "“\(Character($0))”" } ?? ""
      let name = "U+" + String(scalar, radix: 16, uppercase: true)
      return Finding(
        DelimitedTextCodes.letterNotEncodable, at: SourceLocation(file: file),
        message: LocalizedText(
          vi: "bảng mã \(encoding) không có một chữ cần ghi",
          en: "the encoding \(encoding) lacks a letter that is to be written"),
        found: LocalizedText(vi: "\(letter) \(name)", en: "\(letter) \(name)"),
        remedy: LocalizedText(
          vi: "chọn bảng mã Unicode, hoặc ghi mã thay cho nhãn",
          en: "choose an encoding of Unicode, or write codes instead of labels"))
    case .unwritable(let file, let reason):
      return Finding(
        SimulationCodes.unwritable, at: SourceLocation(file: file),
        message: LocalizedText(
          vi: "định dạng này không chứa được các phiếu",
          en: "the format cannot hold these interviews"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "giảm số phiếu, chia tệp bằng --split-by, hoặc chọn định dạng csv",
          en: "make fewer interviews, split them with --split-by, or choose the format csv"))
    case .unknownFactor(let factor, let known):
      let list = known.joined(separator: ", ")
      return Finding(
        SimulationCodes.unknownFactor, at: nil,
        message: LocalizedText(
          vi: "phiếu hỏi không có yếu tố “\(factor)”",
          en: "the questionnaire has no factor “\(factor)”"),
        expected: LocalizedText(vi: list, en: list),
        remedy: LocalizedText(vi: "sửa --level", en: "correct --level"), subject: factor)
    }
  }
}

/// Codes of findings about synthetic responses; stable, never reused.
package enum SimulationCodes {
  package static let unwritable = FindingCode(
    "simulate.file.unwritable", .error,
    vi: "Định dạng được chọn không chứa được các phiếu giả lập.",
    en: "The chosen format cannot hold the synthetic interviews.")

  package static let unknownFactor = FindingCode(
    "simulate.level.unknown-factor", .error,
    vi: "Mức hài lòng được yêu cầu cho một yếu tố không có trong phiếu hỏi.",
    en: "A level is asked for of a factor that the questionnaire lacks.")

  package static let all: [FindingCode] = [unwritable, unknownFactor]
}
