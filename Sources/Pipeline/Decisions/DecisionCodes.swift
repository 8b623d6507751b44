package import SurveyModel

/// Why a decision is refused, or what is to be known of one that holds.
package enum DecisionCodes {
  package static let noReason = FindingCode(
    "decision.reason.missing", .error, vi: "Quyết định không có lý do.",
    en: "The decision has no reason.")
  package static let reasonNames = FindingCode(
    "decision.reason.names-interview", .error, vi: "Lý do xóa nêu mã phiếu bị xóa.",
    en: "The reason for erasing names an erased interview.")
  package static let nothingNamed = FindingCode(
    "decision.interview.none", .error, vi: "Không có phiếu nào được nêu.",
    en: "No interview is named.")
  package static let unknownInterview = FindingCode(
    "decision.interview.unknown", .error, vi: "Kho không có phiếu này.",
    en: "The store does not have the interview.")
  package static let alreadyExcluded = FindingCode(
    "decision.interview.already-excluded", .error,
    vi: "Mọi phiếu được nêu đã ở ngoài mẫu theo quyết định trước.",
    en: "Every interview named is out of the sample already.")
  package static let unknownBatch = FindingCode(
    "decision.batch.unknown", .error, vi: "Cuộc khảo sát không có lô này trong kho.",
    en: "The survey has no such batch in the store.")
  package static let unknownRule = FindingCode(
    "decision.rule.unknown", .error, vi: "Không có quy tắc chất lượng này.",
    en: "There is no such quality rule.")
  package static let nothingFlagged = FindingCode(
    "decision.rule.flags-none", .error,
    vi: "Quy tắc chất lượng không nêu phiếu nào đang trong mẫu.",
    en: "The quality rule flags no interview of the sample.")
  package static let unknownField = FindingCode(
    "decision.field.unknown", .error, vi: "Phiếu hỏi không có biến này.",
    en: "The questionnaire has no such field.")
  package static let personalField = FindingCode(
    "decision.field.personal", .error,
    vi: "Biến cá nhân không được lưu nên không đính chính được.",
    en: "A personal field is not stored, so it cannot be corrected.")
  package static let interviewIDField = FindingCode(
    "decision.field.interview-id", .error, vi: "Mã phiếu không đính chính được.",
    en: "The interview id cannot be corrected.")
  package static let otherAnswer = FindingCode(
    "decision.answer.differs", .error, vi: "Câu trả lời đang lưu khác với giá trị cũ đã ghi.",
    en: "The stored answer differs from the old one that is given.")
  package static let unchanged = FindingCode(
    "decision.answer.unchanged", .error, vi: "Giá trị mới giống giá trị đang lưu.",
    en: "The new answer is the one that is stored.")
  package static let unknownDecision = FindingCode(
    "decision.number.unknown", .error, vi: "Cuộc khảo sát không có quyết định số này.",
    en: "The survey has no decision of this number.")
  package static let notHeld = FindingCode(
    "decision.number.withdrawn", .error, vi: "Quyết định đã được rút trước đó.",
    en: "The decision was withdrawn before.")
  package static let final = FindingCode(
    "decision.erasure.final", .error, vi: "Việc xóa dữ liệu không rút lại được.",
    en: "An erasure cannot be withdrawn.")
  package static let builtUpon = FindingCode(
    "decision.correction.built-upon", .error,
    vi: "Đính chính sau dựa trên giá trị của quyết định này.",
    en: "A later correction builds on the answer of this decision.")
  package static let misfit = FindingCode(
    "decision.correction.misfit", .warning,
    vi: "Một đính chính không còn khớp với phiếu đang lưu nên không được áp dụng.",
    en: "A correction no longer fits what is stored and is not made.")
  package static let obsolete = FindingCode(
    "decision.correction.code-not-in-list", .error,
    vi: "Một đính chính dùng mã không còn trong phiếu hỏi.",
    en: "A correction uses a code that is no longer in the questionnaire.")
  package static let noEffect = FindingCode(
    "decision.effect.not-computed", .notice,
    vi: "Không tính được tác động của một quyết định vì mẫu trước đó không gia quyền được.",
    en: "The effect of a decision cannot be computed: the sample before it cannot be weighted.")
  package static let tracesLeft = FindingCode(
    "decision.erasure.traces-left", .error,
    vi: "Sau khi xóa, tệp lưu trữ vẫn còn dấu vết.",
    en: "Traces are left in the store's files after erasing.")
  package static let madeID = FindingCode(
    "decision.erasure.made-id", .warning,
    vi: "Mã của phiếu bị xóa do chương trình đặt theo số thứ tự dòng.",
    en: "The id of an erased interview was made from its row number.")

  package static let all = [
    noReason, reasonNames, nothingNamed, unknownInterview, alreadyExcluded, unknownBatch,
    unknownRule, nothingFlagged, unknownField, personalField, interviewIDField, otherAnswer,
    unchanged, unknownDecision,
    notHeld, final, builtUpon, misfit, obsolete, noEffect, tracesLeft, madeID,
  ]
}
