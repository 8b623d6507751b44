package import SurveyModel

/// Findings that arise between stages.
package enum PipelineCodes {
  package static let noResponses = FindingCode(
    "run.responses.none", .error,
    vi: "Không có phiếu nào dùng được để tính.",
    en: "No usable interview to compute with.")
  package static let formsNone = FindingCode(
    "report.forms.none", .error,
    vi: "Khảo sát không nêu đề cương và biểu mẫu báo cáo.",
    en: "The survey names no reporting forms.")
  package static let alreadyImported = FindingCode(
    "run.file.already-imported", .notice,
    vi: "Tệp này đã được nhập trước đó, nội dung không đổi; bỏ qua.",
    en: "This file was imported before, unchanged; skipped.")
  package static let fileChanged = FindingCode(
    "run.file.changed", .warning,
    vi: "Tệp đã thay đổi sau lần nhập trước.",
    en: "The file has changed since it was imported.")
  package static let fileMissing = FindingCode(
    "run.file.missing", .error,
    vi: "Không tìm thấy hoặc không đọc được tệp.",
    en: "The file is missing or cannot be read.")
  package static let fpcNotConstant = FindingCode(
    "run.design.population-varies", .error,
    vi: "Số đơn vị chọn mẫu của tổng thể không giống nhau trong cùng một tầng.",
    en: "The population number of sampling units differs within one stratum.")
  package static let fpcMissing = FindingCode(
    "run.design.population-missing", .error,
    vi: "Tệp tổng thể không có tầng này.",
    en: "The population file lacks this stratum.")
  package static let designInvalid = FindingCode(
    "run.design.invalid", .error,
    vi: "Thiết kế mẫu không khớp với dữ liệu.",
    en: "The sample design does not fit the data.")
  package static let stratumEmpty = FindingCode(
    "run.design.stratum-empty", .warning,
    vi: "Một tầng không có phiếu nào; kết quả không đại diện cho tầng này.",
    en: "A stratum has no interview; the results do not speak for it.")
  package static let singlePSUActed = FindingCode(
    "run.design.single-psu", .notice,
    vi: "Có tầng chỉ có một đơn vị chọn mẫu; quy tắc đã khai báo được áp dụng.",
    en: "A stratum holds a single sampling unit; the declared rule was applied.")
  package static let withoutAnswers = FindingCode(
    "run.estimate.no-answers", .warning,
    vi: "Không ai trả lời một câu hỏi hoặc một thành phần; chỉ số được tính từ các phần còn lại.",
    en: "Nobody answered an item or a factor; indices are made of the other parts.")
  package static let earlierWithoutInterviews = FindingCode(
    "run.earlier.no-interviews", .warning,
    vi: "Không có phiếu nào của cuộc khảo sát lần trước nên không so sánh được.",
    en: "There is no interview of the earlier survey, so nothing is compared with it.")
  package static let earlierMeasuredAnew = FindingCode(
    "run.earlier.measured-anew", .notice,
    vi: "Lần trước khai báo cách tính khác; đã tính lại theo cách của lần này.",
    en: "The earlier survey declares another method; it was computed again by this one's.")
  package static let tooManyToRank = FindingCode(
    "run.ranking.too-many-units", .notice,
    vi: "Một cách chia nhóm có quá nhiều nhóm nên không xếp hạng.",
    en: "A domain set has too many units to be ranked.")
  package static let noDisclosureRule = FindingCode(
    "run.disclosure.none", .warning,
    vi: "Có nhóm rất ít người trả lời nhưng tệp khảo sát không đặt số tối thiểu để công bố.",
    en: "Some domains have very few respondents, and the survey sets no minimum to publish.")
  package static let noPlan = FindingCode(
    "run.plan.none", .notice,
    vi: "Cuộc khảo sát không nêu kế hoạch nên không có mục tiêu nào.",
    en: "The survey names no plan, so there are no targets.")
  package static let unknownFigure = FindingCode(
    "run.explain.unknown-figure", .error,
    vi: "Không có mục tiêu, chỉ số hay câu hỏi mang tên này.",
    en: "No target, index or item has this name.")
  package static let unknownDomain = FindingCode(
    "run.explain.unknown-domain", .error,
    vi: "Cuộc khảo sát không ước lượng cho nhóm này.",
    en: "The survey makes no estimate of this domain.")
  package static let planNeeded = FindingCode(
    "run.plan.needed", .error,
    vi: "Lệnh cần một kế hoạch nhưng tệp khảo sát không nêu.",
    en: "The command needs a plan and the survey names none.")
  package static let agencyUnknown = FindingCode(
    "register.agency.unknown", .error,
    vi: "Kế hoạch không giao việc cho cơ quan này.",
    en: "The plan gives nothing to this agency.")
  package static let areaUnknown = FindingCode(
    "register.area.unknown", .error,
    vi: "Kế hoạch không có lĩnh vực này.", en: "The plan has no such area.")
  package static let staleSurvey = FindingCode(
    "register.survey.stale", .warning,
    vi: "Kết quả đã lưu của một cuộc khảo sát cũ hơn dữ liệu của nó.",
    en: "The stored results of a survey are older than its data.")
  package static let notEstimated = FindingCode(
    "register.survey.not-estimated", .notice,
    vi: "Kho chưa có kết quả của cuộc khảo sát.",
    en: "The store has no results of the survey yet.")
  package static let outputFailed = FindingCode(
    "run.output.failed", .error,
    vi: "Không ghi được kết quả.",
    en: "The results could not be written.")
  package static let outputExists = FindingCode(
    "run.output.exists", .error,
    vi: "Tệp cần ghi đã có; không ghi đè.",
    en: "The file to write is there already and is not overwritten.")
  package static let all = [
    noResponses, formsNone, alreadyImported, fileChanged, fileMissing, fpcNotConstant, fpcMissing,
    designInvalid, stratumEmpty, singlePSUActed, withoutAnswers, earlierWithoutInterviews,
    earlierMeasuredAnew, noPlan, tooManyToRank, noDisclosureRule, unknownFigure, unknownDomain,
    outputFailed, outputExists, planNeeded, agencyUnknown, areaUnknown, staleSurvey, notEstimated,
  ]
}
