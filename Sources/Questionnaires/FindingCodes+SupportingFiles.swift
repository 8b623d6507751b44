package import SurveyModel

/// Findings about population files.
package enum PopulationCode {
  static let columnMissing = FindingCode(
    "population.column.missing", .error, vi: "Tệp dân số thiếu một cột.",
    en: "A population file lacks a column.")
  static let columnRepeated = FindingCode(
    "population.column.repeated", .error, vi: "Tệp dân số có hai cột cùng tên.",
    en: "A population file has two columns of one name.")
  static let numberForm = FindingCode(
    "population.number.form", .error, vi: "Số dân không phải là số.",
    en: "A population number is not a number.")
  static let numberAmbiguous = FindingCode(
    "population.number.ambiguous", .error,
    vi: "Không rõ dấu trong số là dấu hàng nghìn hay dấu thập phân.",
    en: "It is unclear whether a sign groups thousands or is a decimal sign.")
  static let numberNegative = FindingCode(
    "population.number.negative", .error, vi: "Số dân là số âm.",
    en: "A population number is negative.")
  static let numberZero = FindingCode(
    "population.number.zero", .error, vi: "Số dân bằng 0.", en: "A population number is 0.")
  static let codeUnknown = FindingCode(
    "population.code.unknown", .error, vi: "Tệp dân số có mã mà biến không có.",
    en: "A population file has a code the variable does not have.")
  static let codeAmbiguous = FindingCode(
    "population.code.ambiguous", .error, vi: "Một nhãn trong tệp dân số khớp với nhiều mã.",
    en: "A label in a population file fits several codes.")
  static let rowDuplicate = FindingCode(
    "population.row.duplicate", .error, vi: "Một mã hoặc tổ hợp có hai dòng trong tệp dân số.",
    en: "A code or combination has two rows in a population file.")
  static let empty = FindingCode(
    "population.file.empty", .error, vi: "Tệp dân số không có dòng nào.",
    en: "A population file has no row.")

  package static let all = [
    columnMissing, columnRepeated, numberForm, numberAmbiguous, numberNegative, numberZero,
    codeUnknown, codeAmbiguous, rowDuplicate, empty,
  ]
}

/// Findings about files of the gross sample, beside those of population files.
package enum SampledCode {
  static let columnChoice = FindingCode(
    "sampled.column.choice", .error,
    vi: "Tệp mẫu chọn có cả cột sampled và các cột theo tình trạng.",
    en: "A file of the gross sample has both sampled and columns by status.")
  static let unknownMissing = FindingCode(
    "sampled.column.unknown-missing", .error,
    vi: "Chia người không rõ tình trạng cần các cột nonresponding và unknown.",
    en: "Sharing out people of unknown eligibility needs the columns nonresponding and unknown.")
  static let designPartial = FindingCode(
    "sampled.design.partial", .warning,
    vi: "Tệp mẫu chọn chỉ có một phần các cột tầng và đơn vị chọn mẫu.",
    en: "A file of the gross sample has only some of the design's columns.")

  package static let all = [columnChoice, unknownMissing, designPartial]
}

/// Findings about replicate weights that came with the data.
package enum ReplicatesCode {
  static let columnMissing = FindingCode(
    "replicates.column.missing", .error, vi: "Tệp trọng số lặp thiếu một cột.",
    en: "A file of replicate weights lacks a column.")
  static let columnRepeated = FindingCode(
    "replicates.column.repeated", .error, vi: "Hai cột của tệp trọng số lặp có cùng tên.",
    en: "Two columns of a file of replicate weights have one name.")
  static let tooFew = FindingCode(
    "replicates.column.too-few", .error, vi: "Tệp trọng số lặp có ít hơn hai lần lặp.",
    en: "A file of replicate weights has fewer than two replicates.")
  static let columnZero = FindingCode(
    "replicates.column.zero", .error, vi: "Một lần lặp có mọi trọng số bằng 0.",
    en: "A replicate has no weight above 0.")
  static let interviewUnknown = FindingCode(
    "replicates.interview.unknown", .error,
    vi: "Tệp trọng số lặp có số phiếu không có trong dữ liệu.",
    en: "A file of replicate weights has an interview that the data lack.")
  static let interviewRepeated = FindingCode(
    "replicates.interview.repeated", .error,
    vi: "Một số phiếu có hai dòng trong tệp trọng số lặp.",
    en: "An interview has two rows in a file of replicate weights.")
  static let interviewMissing = FindingCode(
    "replicates.interview.missing", .error, vi: "Có phiếu không có trọng số lặp.",
    en: "An interview has no replicate weights.")
  static let number = FindingCode(
    "replicates.number", .error, vi: "Trọng số lặp không phải là số từ 0 trở lên.",
    en: "A replicate weight is no number of 0 or more.")
  static let scaleUnknown = FindingCode(
    "replicates.scale.unknown", .error, vi: "Hệ số được ghi cho một lần lặp không có.",
    en: "A scale is given for a replicate there is not.")
  static let scaleRepeated = FindingCode(
    "replicates.scale.repeated", .error, vi: "Một lần lặp có hai hệ số.",
    en: "A replicate has two scales.")
  static let scaleMissing = FindingCode(
    "replicates.scale.missing", .error, vi: "Một lần lặp không có hệ số.",
    en: "A replicate has no scale.")

  package static let all = [
    columnMissing, columnRepeated, tooFew, columnZero, interviewUnknown, interviewRepeated,
    interviewMissing, number, scaleUnknown, scaleRepeated, scaleMissing,
  ]
}
