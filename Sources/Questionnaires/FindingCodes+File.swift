package import SurveyModel

/// Findings common to the vocabularies.
package enum FileCode {
  static let vocabularyUnknown = FindingCode(
    "file.vocabulary.unknown", .error,
    vi: "Tệp XML không phải phiếu hỏi, khảo sát, kế hoạch, mẫu hay biểu mẫu báo cáo.",
    en: "The XML file is not a questionnaire, a survey, a plan, a report template or forms.")
  static let languageUnsupported = FindingCode(
    "file.language.unsupported", .warning,
    vi: "Ngôn ngữ ngoài vi và en không được dùng.",
    en: "A language other than vi and en is not used.")
  static let textRepeated = FindingCode(
    "file.text.repeated", .error,
    vi: "Một nhãn hoặc tên được viết hai lần trong cùng ngôn ngữ.",
    en: "A label or title is written twice in one language.")
  static let referenceMissing = FindingCode(
    "file.reference.missing", .error,
    vi: "Tệp được nhắc tới không tồn tại.",
    en: "A file that is named does not exist.")
  static let referenceIsAddress = FindingCode(
    "file.reference.address", .error,
    vi: "Chỗ này phải là đường dẫn tệp, không phải địa chỉ mạng.",
    en: "This must be the path of a file, not an address.")
  static let responsesMissing = FindingCode(
    "survey.responses.none", .error,
    vi: "Không có tệp phiếu trả lời nào khớp với mẫu tên.",
    en: "No response file matches the pattern.")

  package static let all = [
    vocabularyUnknown, languageUnsupported, textRepeated, referenceMissing, referenceIsAddress,
    responsesMissing,
  ]

  /// Codes of files that are not there, which end the program with status 66.
  package static let missingInput = [referenceMissing, responsesMissing]
}
