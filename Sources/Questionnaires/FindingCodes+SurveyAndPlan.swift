package import SurveyModel

/// Findings of the rules a survey file must follow beyond its schema.
package enum SurveyCode {
  static let variableUnknown = FindingCode(
    "survey.variable.unknown", .error, vi: "Tệp khảo sát nhắc tới biến không có trong phiếu hỏi.",
    en: "The survey names a variable that the questionnaire does not have.")
  static let variableRepeated = FindingCode(
    "survey.variable.repeated", .error, vi: "Một biến được viết hai lần ở cùng một chỗ.",
    en: "A variable is named twice in one place.")
  static let variablePersonal = FindingCode(
    "survey.variable.personal", .error,
    vi: "Dữ liệu cá nhân không được dùng để phân tầng, chia nhóm hay tính trọng số.",
    en: "Personal data may not serve as stratum, cluster, domain or margin.")
  static let variableNotNumeric = FindingCode(
    "survey.variable.not-numeric", .error, vi: "Biến ở đây phải là số.",
    en: "The variable must be numeric here.")
  static let variableText = FindingCode(
    "survey.variable.text", .error,
    vi: "Biến chữ tự do không dùng làm bảng tổng số hay lớp được.",
    en: "A free-text variable cannot make a margin or a class.")
  static let interviewIDUnknown = FindingCode(
    "survey.interview-id.unknown", .error,
    vi: "Phiếu hỏi không có biến mang số phiếu.",
    en: "The questionnaire has no variable with the number of the interview.")
  static let weightChoice = FindingCode(
    "survey.weight.choice", .error,
    vi: "<weight> phải có đúng một trong hai: variable, hoặc equal=\"true\".",
    en: "<weight> takes exactly one of variable and equal=\"true\".")
  static let populationTwice = FindingCode(
    "survey.cluster.population-twice", .error,
    vi: "<cluster> có cả population và population-variable.",
    en: "<cluster> has both population and population-variable.")
  static let marginDuplicate = FindingCode(
    "survey.margin.duplicate", .error,
    vi: "Một bảng tổng số được viết hai lần trong cùng một bước.",
    en: "A margin stands twice in one step.")
  static let stepNotAvailable = FindingCode(
    "survey.step.not-available", .error,
    vi: "Bước tính trọng số này chưa có trong phiên bản này.",
    en: "This weighting step is not available in this version.")
  static let domainDuplicate = FindingCode(
    "survey.domain.duplicate", .warning, vi: "Một cách chia nhóm được viết hai lần.",
    en: "A set of domain variables stands twice.")
  static let columnDuplicate = FindingCode(
    "survey.column.duplicate", .error, vi: "Một tiêu đề cột hoặc một biến được nối hai lần.",
    en: "A column header or a variable is mapped twice.")
  static let codeListDuplicate = FindingCode(
    "survey.code-list.duplicate", .error, vi: "Một biến có hai danh mục.",
    en: "A variable has two code lists.")
  static let codeListMissing = FindingCode(
    "survey.code-list.missing", .error, vi: "Biến loại category không có mã nào.",
    en: "A category variable has no codes.")
  static let codeListNotWanted = FindingCode(
    "survey.code-list.not-wanted", .error,
    vi: "Danh mục được đưa cho biến đã có mã hoặc không phải loại category.",
    en: "A code list is given for a variable that has codes, or is no category.")
  static let encodingUnknown = FindingCode(
    "survey.encoding.unknown", .error, vi: "Bảng mã của tệp phiếu không được hỗ trợ.",
    en: "The encoding of the response files is not supported.")

  package static let all = [
    variableUnknown, variableRepeated, variablePersonal, variableNotNumeric,
    variableText, interviewIDUnknown, weightChoice,
    populationTwice, marginDuplicate, stepNotAvailable, domainDuplicate, columnDuplicate,
    codeListDuplicate, codeListMissing, codeListNotWanted, encodingUnknown,
  ]
}

/// Findings about population files.
package enum PopulationCode {
  static let columnMissing = FindingCode(
    "population.column.missing", .error, vi: "Tệp dân số thiếu một cột.",
    en: "A population file lacks a column.")
  static let numberForm = FindingCode(
    "population.number.form", .error, vi: "Số dân không phải là số.",
    en: "A population number is not a number.")
  static let numberNegative = FindingCode(
    "population.number.negative", .error, vi: "Số dân là số âm.",
    en: "A population number is negative.")
  static let codeUnknown = FindingCode(
    "population.code.unknown", .error, vi: "Tệp dân số có mã mà biến không có.",
    en: "A population file has a code the variable does not have.")
  static let rowDuplicate = FindingCode(
    "population.row.duplicate", .error, vi: "Một mã hoặc tổ hợp có hai dòng trong tệp dân số.",
    en: "A code or combination has two rows in a population file.")

  package static let all = [columnMissing, numberForm, numberNegative, codeUnknown, rowDuplicate]
}

/// Findings of the rules a plan must follow beyond its schema.
package enum PlanCode {
  static let targetDuplicate = FindingCode(
    "plan.target.duplicate", .error, vi: "Hai mục tiêu có cùng mã.",
    en: "Two targets have the same identifier.")
  static let baselineDuplicate = FindingCode(
    "plan.baseline.duplicate", .error, vi: "Hai số liệu gốc cho cùng một năm.",
    en: "Two baselines for one year.")
  static let valueDuplicate = FindingCode(
    "plan.value.duplicate", .error, vi: "Hai giá trị cho cùng một chỗ.",
    en: "Two values for the same thing.")
  static let figureDuplicate = FindingCode(
    "plan.figure.duplicate", .error, vi: "Hai số liệu nhập tay có cùng mã.",
    en: "Two entered figures have the same identifier.")
  static let figureUnknown = FindingCode(
    "plan.figure.unknown", .error, vi: "Kế hoạch nhắc tới số liệu nhập tay không tồn tại.",
    en: "The plan names an entered figure that does not exist.")
  static let baselineUnknown = FindingCode(
    "plan.baseline.unknown", .error, vi: "Mục tiêu dựa vào năm gốc không có trong kế hoạch.",
    en: "A target rests on a baseline year the plan does not have.")
  static let baselineMeasureMissing = FindingCode(
    "plan.baseline.measure-missing", .error,
    vi: "Số liệu gốc của năm đó không có giá trị cho cái được đo.",
    en: "The baseline of that year has no value for the measure.")
  static let baselineNotEarlier = FindingCode(
    "plan.baseline.not-earlier", .error, vi: "Năm gốc không đứng trước năm của mục tiêu.",
    en: "The baseline year is not before the year of the target.")
  static let yearMissing = FindingCode(
    "plan.target.year-missing", .error, vi: "Mục tiêu không ghi năm phải đạt.",
    en: "A target has no year.")
  static let yearContradiction = FindingCode(
    "plan.target.year-contradiction", .error, vi: "Mục tiêu ghi hai năm khác nhau.",
    en: "A target gives two different years.")
  static let minimumYearMissing = FindingCode(
    "plan.minimum.year-missing", .error, vi: "Mức tối thiểu không có giá trị cho năm của mục tiêu.",
    en: "The minimum has no value for the year of the target.")
  static let percentRange = FindingCode(
    "plan.value.percent", .error, vi: "Tỷ lệ phần trăm nằm ngoài khoảng 0 đến 100.",
    en: "A percentage is outside 0 to 100.")
  static let unreachable = FindingCode(
    "plan.target.unreachable", .warning, vi: "Ngưỡng của mục tiêu vượt quá 100 %.",
    en: "The threshold of the target is above 100 %.")
  static let rankOrder = FindingCode(
    "plan.rank.order", .error, vi: "Thứ hạng lớn hơn số đơn vị được xếp hạng.",
    en: "The rank is greater than the number of units ranked.")
  static let rankOfEstimate = FindingCode(
    "plan.rank.estimate", .error,
    vi: "Thứ hạng không ước lượng được từ một cuộc khảo sát; cần số liệu nhập tay.",
    en: "A rank cannot be estimated from one survey; it needs an entered figure.")
  static let domainRepeated = FindingCode(
    "plan.domain.repeated", .error, vi: "Một biến có hai lần trong domain.",
    en: "A variable stands twice in a domain.")
  static let measureUnknown = FindingCode(
    "plan.measure.unknown", .error,
    vi: "Cái được đo không phải yếu tố, tiêu chí hay chỉ số của phiếu hỏi.",
    en: "The measure is no factor, item or index of the questionnaire.")
  static let domainVariableUnknown = FindingCode(
    "plan.domain.variable-unknown", .error, vi: "domain nhắc tới biến không có trong phiếu hỏi.",
    en: "A domain names a variable the questionnaire does not have.")
  static let domainCodeUnknown = FindingCode(
    "plan.domain.code-unknown", .error, vi: "domain dùng mã mà biến không có.",
    en: "A domain uses a code the variable does not have.")
  static let noValueThisYear = FindingCode(
    "plan.minimum.no-value-this-year", .notice,
    vi: "Mức tối thiểu không có giá trị cho năm khảo sát, nên mục tiêu không được xét.",
    en: "The minimum has no value for the survey's year, so the target is not assessed.")
  static let noTargetThisYear = FindingCode(
    "plan.target.none-this-year", .notice, vi: "Kế hoạch không có mục tiêu nào cho năm khảo sát.",
    en: "The plan has no target for the survey's year.")

  package static let all = [
    targetDuplicate, baselineDuplicate, valueDuplicate, figureDuplicate, figureUnknown,
    baselineUnknown, baselineMeasureMissing, baselineNotEarlier, yearMissing, yearContradiction,
    minimumYearMissing, percentRange, unreachable, rankOrder, rankOfEstimate, domainRepeated,
    measureUnknown,
    domainVariableUnknown, domainCodeUnknown, noValueThisYear, noTargetThisYear,
  ]
}

/// Every code of this stage, for the errors page.
package enum QuestionnairesCodes {
  package static let all =
    FileCode.all + QuestionnaireCode.all + ConditionCode.all + CodeListCode.all + SurveyCode.all
    + PopulationCode.all + PlanCode.all

  /// Codes of files that are not there, which end the program with status 66.
  package static let missingInput = FileCode.missingInput
}
