package import SurveyModel

/// Everything the judging of targets can find.
package enum AssessmentCodes {
  package static let noBaseline = FindingCode(
    "assess.baseline.missing", .notice,
    vi: "Chưa có số liệu năm gốc mà mục tiêu so sánh.",
    en: "There is no figure yet of the year that the target compares with.")

  package static let noEstimate = FindingCode(
    "assess.estimate.missing", .warning,
    vi: "Cuộc khảo sát không ước lượng được chỉ số mà mục tiêu nói tới.",
    en: "The survey gave no estimate of the measure that the target speaks of.")

  package static let suppressed = FindingCode(
    "assess.estimate.suppressed", .warning,
    vi: "Chỉ số của mục tiêu không đủ điều kiện công bố nên không đánh giá.",
    en: "The measure of the target is not fit to be published, so it is not judged.")

  package static let unreliable = FindingCode(
    "assess.estimate.unreliable", .warning,
    vi: "Mục tiêu được đánh giá trên một ước lượng có độ tin cậy thấp.",
    en: "The target is judged on an estimate that is flagged as unreliable.")

  package static let noFigure = FindingCode(
    "assess.figure.missing", .notice,
    vi: "Chưa nhập số liệu của năm khảo sát cho mục tiêu.",
    en: "No figure of the survey's year has been entered for the target.")

  package static let noJudgement = FindingCode(
    "assess.judgement.missing", .notice,
    vi: "Chưa ai đánh giá yêu cầu bằng lời của kế hoạch cho năm khảo sát.",
    en: "Nobody has judged the plan's requirement in words for the survey's year.")

  package static let rankOfEstimate = FindingCode(
    "assess.rank.needs-figure", .warning,
    vi: "Mục tiêu về thứ hạng phải dùng số liệu nhập; khảo sát không cho biết thứ hạng.",
    en: "A target about a rank must use an entered figure; a survey gives no rank.")

  package static let noValueForYear = FindingCode(
    "assess.minimum.year-missing", .notice,
    vi: "Mức tối thiểu hoặc tối đa không có giá trị cho năm khảo sát.",
    en: "The minimum or maximum has no value for the survey's year.")

  package static let otherYear = FindingCode(
    "assess.target.other-year", .notice,
    vi: "Mục tiêu của năm khác, không đánh giá bằng cuộc khảo sát này.",
    en: "The target is for another year and is not judged by this survey.")

  package static let outOfReach = FindingCode(
    "assess.threshold.above-100", .warning,
    vi: "Ngưỡng của mục tiêu cao hơn 100 %, không thể đạt được.",
    en: "The threshold of the target lies above 100 %, so it can never be met.")

  package static let all: [FindingCode] = [
    noBaseline, noEstimate, suppressed, unreliable, noFigure, noJudgement, rankOfEstimate,
    noValueForYear,
    otherYear, outOfReach,
  ]
}
