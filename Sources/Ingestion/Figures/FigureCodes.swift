package import SurveyModel

/// What can be wrong with figures and judgements that an office puts on record.
package enum FigureCodes {
  package static let unknownFigure = FindingCode(
    "figures.name.unknown", .error, vi: "Kế hoạch không có số liệu nhập tay này.",
    en: "The plan has no such entered figure.")
  package static let ambiguousFigure = FindingCode(
    "figures.name.ambiguous", .error, vi: "Tên khớp với nhiều số liệu của kế hoạch.",
    en: "The name fits several figures of the plan.")
  package static let notANumber = FindingCode(
    "figures.value.not-a-number", .error, vi: "Giá trị không phải là số.",
    en: "The value is not a number.")
  package static let percentRange = FindingCode(
    "figures.value.percent-range", .error, vi: "Tỷ lệ phần trăm nằm ngoài khoảng 0 đến 100.",
    en: "A percentage is outside 0 to 100.")
  package static let notWhole = FindingCode(
    "figures.value.not-whole", .error, vi: "Số lượng hoặc thứ hạng phải là số nguyên.",
    en: "A count or a rank is a whole number.")
  package static let tooSmall = FindingCode(
    "figures.value.too-small", .error, vi: "Giá trị nhỏ hơn mức thấp nhất của đơn vị.",
    en: "The value is below the least that its unit allows.")
  package static let rankBeyond = FindingCode(
    "figures.rank.beyond", .error, vi: "Thứ hạng lớn hơn số đơn vị được xếp hạng.",
    en: "The rank is greater than the number of units ranked.")
  package static let scoreBeyond = FindingCode(
    "figures.score.beyond-standard", .error, vi: "Điểm cao hơn điểm chuẩn của tiêu chí.",
    en: "The score is above the standard score of the criterion.")
  package static let otherUnit = FindingCode(
    "figures.unit.differs", .error,
    vi: "Đơn vị ghi kèm khác với đơn vị của số liệu trong kế hoạch.",
    en: "The unit given is not that of the figure in the plan.")
  package static let badYear = FindingCode(
    "figures.year.unreadable", .error, vi: "Năm không đọc được hoặc không hợp lý.",
    en: "The year cannot be read or makes no sense.")
  package static let idleYear = FindingCode(
    "figures.year.not-needed", .warning,
    vi: "Kế hoạch không có mục tiêu hay số liệu gốc của năm này cho số liệu.",
    en: "The plan has neither target nor baseline of the figure for this year.")
  package static let noSource = FindingCode(
    "figures.source.missing", .error, vi: "Số liệu không ghi nguồn.",
    en: "The figure has no source.")
  package static let repeated = FindingCode(
    "figures.row.repeated", .error, vi: "Một số liệu của một năm được ghi hai lần.",
    en: "A figure of one year is given twice.")
  package static let alreadyEntered = FindingCode(
    "figures.value.already-entered", .error,
    vi: "Đã có giá trị khác được nhập; muốn thay phải ghi lý do.",
    en: "Another value has been entered; replacing it needs a reason.")
  package static let unchanged = FindingCode(
    "figures.value.unchanged", .notice, vi: "Giá trị và nguồn đã được nhập như vậy; không đổi gì.",
    en: "The value and its source stand already; nothing was changed.")
  package static let planDiffers = FindingCode(
    "figures.plan.differs", .warning,
    vi: "Giá trị đã nhập khác với giá trị trong tệp kế hoạch; dùng giá trị đã nhập.",
    en: "The entered value differs from that of the plan file; the entered one is used.")
  package static let orphaned = FindingCode(
    "figures.plan.no-longer", .warning,
    vi: "Số liệu hoặc đánh giá trong kho không còn trong kế hoạch nên không được dùng.",
    en: "A figure or judgement of the store is no longer in the plan and is not used.")
  package static let columnMissing = FindingCode(
    "figures.column.missing", .error, vi: "Tệp số liệu thiếu một cột, hoặc có hai cột cùng tên.",
    en: "The file of figures lacks a column, or has two of one name.")
  package static let cellBlank = FindingCode(
    "figures.cell.blank", .error, vi: "Một ô phải ghi bị bỏ trống.",
    en: "A cell that must be filled in is blank.")
  package static let awaited = FindingCode(
    "figures.row.awaited", .notice, vi: "Có dòng chưa điền giá trị và nguồn nên được bỏ qua.",
    en: "Rows without value and source yet were passed over.")
  package static let noRows = FindingCode(
    "figures.file.no-rows", .error, vi: "Tệp số liệu không có dòng nào.",
    en: "The file of figures has no row.")
  package static let unknownTarget = FindingCode(
    "figures.target.unknown", .error, vi: "Kế hoạch không có mục tiêu này.",
    en: "The plan has no such target.")
  package static let measuredTarget = FindingCode(
    "figures.target.measured", .error,
    vi: "Mục tiêu có số liệu để so sánh nên không đánh giá bằng lời.",
    en: "The target has a figure to compare, so it is not judged in words.")
  package static let idleJudgement = FindingCode(
    "figures.judgement.other-year", .warning, vi: "Mục tiêu không phải của năm được đánh giá.",
    en: "The target is not for the year judged.")
  package static let sameJudgement = FindingCode(
    "figures.judgement.unchanged", .notice, vi: "Mục tiêu đã được đánh giá như vậy; không đổi gì.",
    en: "The target has been judged so already; nothing was changed.")
  package static let noReason = FindingCode(
    "figures.reason.missing", .error, vi: "Không ghi lý do, hoặc lý do quá dài.",
    en: "There is no reason, or it is too long.")
  package static let badName = FindingCode(
    "figures.name.unreadable", .error, vi: "Tên người ghi trống hoặc quá dài.",
    en: "The name of who records it is blank or too long.")
  package static let unknownNumber = FindingCode(
    "figures.number.unknown", .error, vi: "Kho không có lần nhập mang số này cho kế hoạch.",
    en: "The store has no entry of this number for the plan.")
  package static let notHeld = FindingCode(
    "figures.number.not-held", .error, vi: "Lần nhập đã được rút hoặc đã được thay.",
    en: "The entry was withdrawn or replaced before.")

  package static let all = [
    unknownFigure, ambiguousFigure, notANumber, percentRange, notWhole, tooSmall, rankBeyond,
    scoreBeyond, otherUnit, badYear, idleYear, noSource, repeated, alreadyEntered, unchanged,
    planDiffers, orphaned, columnMissing, cellBlank, awaited, noRows, unknownTarget, measuredTarget,
    idleJudgement,
    sameJudgement, noReason, badName, unknownNumber, notHeld,
  ]
}
