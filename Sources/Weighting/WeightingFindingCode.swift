package import SurveyModel

/// The kinds of fault in weights and margins, for the errors page.
package enum WeightingFindingCode {
  static let badWeight = FindingCode(
    "weight.row.not-positive", .error,
    vi: "Trọng số thiết kế của phiếu không phải là số dương.",
    en: "The design weight of an interview is not a positive number.")
  static let noRespondents = FindingCode(
    "weight.rows.none", .error, vi: "Không có phiếu nào để tính trọng số.",
    en: "There is no interview to weight.")
  static let noLevel = FindingCode(
    "weight.row.no-level", .error,
    vi: "Phiếu thiếu giá trị của biến dùng để tính trọng số.",
    en: "An interview lacks a value of a weighting variable.")
  static let missingPopulation = FindingCode(
    "weight.margin.missing-population", .error,
    vi: "Mẫu có người trả lời thuộc nhóm không có trong tệp dân số.",
    en: "The sample has respondents in a category that the population file does not list.")
  static let badTotal = FindingCode(
    "weight.margin.total-not-positive", .error,
    vi: "Tổng dân số của một nhóm không phải là số dương.",
    en: "The population total of a category is not a positive number.")
  static let emptyLevel = FindingCode(
    "weight.margin.empty-level", .error,
    vi: "Một nhóm dân số không có người trả lời nào trong mẫu.",
    en: "A category of the population has no respondent in the sample.")
  static let totalsDiffer = FindingCode(
    "weight.margin.totals-differ", .error,
    vi: "Tổng dân số của các biên không bằng nhau.",
    en: "The grand totals of the margins differ.")
  static let notConverged = FindingCode(
    "weight.rake.not-converged", .error,
    vi: "Việc cân chỉnh theo các biên không hội tụ.",
    en: "Raking did not reach the margins.")

  static let calibrationNotConverged = FindingCode(
    "weight.calibrate.not-converged", .error,
    vi: "Việc hiệu chuẩn (calibrate) không đạt được các biên.",
    en: "Calibration did not reach the margins.")
  static let boundsTooNarrow = FindingCode(
    "weight.calibrate.bounds-too-narrow", .error,
    vi: "Không có trọng số nào trong giới hạn đã cho đạt được các biên.",
    en: "No weights within the bounds meet the margins.")
  static let notPositive = FindingCode(
    "weight.calibrate.not-positive", .error,
    vi: "Hiệu chuẩn tuyến tính làm trọng số bằng 0 hoặc âm.",
    en: "Linear calibration makes weights zero or negative.")
  static let limitsContradictSum = FindingCode(
    "weight.trim.limit-contradicts-sum", .error,
    vi: "Giới hạn của bước trim không giữ được tổng trọng số.",
    en: "The limits of a trim step cannot keep the sum of the weights.")
  static let missingClass = FindingCode(
    "weight.nonresponse.missing-class", .error,
    vi: "Mẫu có người trả lời thuộc lớp không có trong tệp mẫu ban đầu.",
    en: "The sample has respondents in a class that the file of the gross sample does not list.")
  static let badSampled = FindingCode(
    "weight.nonresponse.total-invalid", .error,
    vi: "Tổng trọng số mẫu của một lớp không dùng được.",
    en: "The sampled total of a class cannot be used.")
  static let classWithoutRespondents = FindingCode(
    "weight.nonresponse.class-without-respondents", .error,
    vi: "Một lớp không trả lời có mẫu nhưng không có người trả lời nào.",
    en: "A nonresponse class has a sample but no respondent.")
  static let sampledBelowResponding = FindingCode(
    "weight.nonresponse.sampled-below-responding", .error,
    vi: "Một lớp có mẫu nhỏ hơn số người trả lời.",
    en: "A class has a smaller sample than respondents.")
  static let outOfRange = FindingCode(
    "weight.step.out-of-range", .error,
    vi: "Một bước làm trọng số bằng 0 hoặc quá lớn.",
    en: "A step makes weights zero or too large.")

  package static let all = [
    badWeight, noRespondents, noLevel, missingPopulation, badTotal, emptyLevel, totalsDiffer,
    notConverged, calibrationNotConverged, boundsTooNarrow, notPositive, limitsContradictSum,
    missingClass, badSampled, classWithoutRespondents, sampledBelowResponding, outOfRange,
  ]
}
