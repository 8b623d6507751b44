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

  package static let all = [
    badWeight, noRespondents, noLevel, missingPopulation, badTotal, emptyLevel, totalsDiffer,
    notConverged,
  ]
}
