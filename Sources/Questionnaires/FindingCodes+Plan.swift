package import SurveyModel

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
  static let baselineAwaited = FindingCode(
    "plan.baseline.awaited", .notice,
    vi: "Mục tiêu so với một năm mà văn bản không cho số liệu; phải nhập số liệu đó.",
    en: "A target compares with a year whose figures the document does not give; enter them.")
  static let baselineAwaitedValue = FindingCode(
    "plan.baseline.awaited-value", .error,
    vi: "Số liệu gốc ghi là chờ nhập nhưng đã có giá trị.",
    en: "A baseline said to be awaited has a value.")
  static let areaDuplicate = FindingCode(
    "plan.area.duplicate", .error, vi: "Hai lĩnh vực có cùng mã.",
    en: "Two areas have the same identifier.")
  static let areaUnknown = FindingCode(
    "plan.area.unknown", .error, vi: "Mục tiêu thuộc lĩnh vực không có trong kế hoạch.",
    en: "A target belongs to an area the plan does not have.")
  static let measureMissing = FindingCode(
    "plan.target.measure-missing", .error,
    vi: "Mục tiêu có con số phải đạt nhưng không ghi cái được đo.",
    en: "A target asks for a figure but names no measure.")
  static let qualitativeMeasure = FindingCode(
    "plan.qualitative.measure", .error, vi: "Yêu cầu bằng lời không có cái được đo.",
    en: "A requirement in words has no measure.")
  static let qualitativeLanguage = FindingCode(
    "plan.qualitative.language", .error, vi: "Yêu cầu bằng lời ghi hai lần trong một ngôn ngữ.",
    en: "A requirement in words stands twice in one language.")
  static let scoreOfEstimate = FindingCode(
    "plan.score.estimate", .error, vi: "Điểm chuẩn phải so với một số liệu nhập tay.",
    en: "A standard score is compared with an entered figure.")
  static let scoreContradiction = FindingCode(
    "plan.score.contradiction", .error,
    vi: "Điểm thẩm định của bảng điểm khác số liệu nhập tay cùng năm.",
    en: "The assessed score differs from the entered figure of the same year.")
  static let scoreYearMissing = FindingCode(
    "plan.score.year-missing", .error, vi: "Điểm thẩm định không ghi năm.",
    en: "An assessed score has no year.")
  static let scoreParts = FindingCode(
    "plan.score.parts", .notice,
    vi: "Điểm mất của một mục trong bảng điểm khác tổng điểm mất của các mục con.",
    en: "The points lost by a row of a score card are not the sum of the rows under it.")
  static let pointsTargetUnknown = FindingCode(
    "plan.par-points.target-unknown", .error, vi: "Cách tính điểm nhắc tới mục tiêu không tồn tại.",
    en: "A points rule names a target that does not exist.")
  static let pointsDuplicate = FindingCode(
    "plan.par-points.duplicate", .error, vi: "Hai cách tính điểm cho cùng một mục tiêu.",
    en: "Two points rules for one target.")
  static let pointsNotPercent = FindingCode(
    "plan.par-points.not-percent", .error,
    vi: "Chỉ mục tiêu đo bằng phần trăm mới quy đổi được thành điểm.",
    en: "Only a target measured in percent can be converted to points.")
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
    "plan.minimum.year-missing", .error,
    vi: "Mức tối thiểu hoặc tối đa không có giá trị cho năm của mục tiêu.",
    en: "The minimum or maximum has no value for the year of the target.")
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
    vi: "Mức tối thiểu hoặc tối đa không có giá trị cho năm khảo sát, nên mục tiêu không được xét.",
    en: "The minimum or maximum has no value for the survey's year; the target is not assessed.")
  static let noTargetThisYear = FindingCode(
    "plan.target.none-this-year", .notice, vi: "Kế hoạch không có mục tiêu nào cho năm khảo sát.",
    en: "The plan has no target for the survey's year.")

  package static let all = [
    targetDuplicate, baselineDuplicate, valueDuplicate, figureDuplicate, figureUnknown,
    baselineUnknown, baselineMeasureMissing, baselineAwaited, baselineAwaitedValue,
    areaDuplicate, areaUnknown, measureMissing, qualitativeMeasure, qualitativeLanguage,
    scoreOfEstimate, scoreContradiction, scoreYearMissing, scoreParts, pointsTargetUnknown,
    pointsDuplicate,
    pointsNotPercent, baselineNotEarlier, yearMissing, yearContradiction,
    minimumYearMissing, percentRange, unreachable, rankOrder, rankOfEstimate, domainRepeated,
    measureUnknown, domainVariableUnknown, domainCodeUnknown, noValueThisYear, noTargetThisYear,
  ]
}
