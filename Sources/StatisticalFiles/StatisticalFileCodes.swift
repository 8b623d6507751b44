package import SurveyModel

/// The kinds of fault in files of statistical programs, for the errors page.
package enum StatisticalFileCodes {
  static let damaged = FindingCode(
    "statfile.file.damaged", .error, vi: "Tệp SPSS hoặc Stata bị hỏng.",
    en: "A file of SPSS or Stata is damaged.")
  static let cutOff = FindingCode(
    "statfile.file.cut-off", .error,
    vi: "Tệp SPSS hoặc Stata bị cắt cụt, số phiếu không đúng như phần đầu tệp ghi.",
    en: "A file of SPSS or Stata is cut off: it has not the rows its header promises.")
  static let tooLarge = FindingCode(
    "statfile.file.too-large", .error,
    vi: "Tệp SPSS hoặc Stata đòi hỏi nhiều bộ nhớ hơn mọi tệp khảo sát.",
    en: "A file of SPSS or Stata asks for more memory than any survey's file.")
  static let unsupported = FindingCode(
    "statfile.file.unsupported", .error,
    vi: "Phiên bản, cách nén hoặc bảng mã của tệp SPSS hay Stata không đọc được.",
    en: "The version, packing or encoding of a file of SPSS or Stata cannot be read.")
  static let unreadable = FindingCode(
    "statfile.file.unreadable", .error, vi: "Không mở được tệp SPSS hoặc Stata.",
    en: "A file of SPSS or Stata cannot be opened.")
  package static let labelsContradict = FindingCode(
    "statfile.variable.labels-contradict", .error,
    vi: "Nhãn giá trị trong tệp trái với phiếu hỏi: cùng mã nhưng khác nghĩa.",
    en: "The file's value labels contradict the questionnaire: the same code, another meaning.")
  package static let labelsDiffer = FindingCode(
    "statfile.variable.labels-differ", .warning,
    vi: "Nhãn giá trị trong tệp có lời văn khác với phiếu hỏi.",
    en: "The file's value labels are worded differently from the questionnaire's.")
  package static let missingBlanked = FindingCode(
    "statfile.value.user-missing", .notice,
    vi: "Mã mà tệp khai là khuyết nhưng phiếu hỏi không có được coi là bỏ trống.",
    en: "Codes that the file declares missing and the questionnaire does not have count as blank.")

  /// Every code of this module.
  package static let all: [FindingCode] = [
    damaged, cutOff, tooLarge, unsupported, unreadable, labelsContradict, labelsDiffer,
    missingBlanked,
  ]
}
