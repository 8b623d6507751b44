package import SurveyModel

/// What is to be said of drawing and comparing a back-check.
package enum BackCheckCodes {
  package static let unknownGroup = FindingCode(
    "backcheck.group.unknown-variable", .error,
    vi: "Biến chia nhóm phúc tra không có trong phiếu hỏi hoặc là biến cá nhân.",
    en: "The variable that groups a back-check is not in the questionnaire, or is personal.")
  package static let unusableField = FindingCode(
    "backcheck.field.unusable", .error,
    vi:
      "Một biến không hỏi lại được: không có, là biến cá nhân, là văn bản tự do, hoặc dùng để tìm phiếu.",
    en:
      "A field cannot be asked again: unknown, personal, free text, or used to find the interview.")
  package static let noField = FindingCode(
    "backcheck.field.none", .error, vi: "Không có biến nào để hỏi lại hoặc so sánh.",
    en: "There is no field to ask again or to compare.")
  package static let notCompared = FindingCode(
    "backcheck.field.not-compared", .notice,
    vi: "Một cột của tệp phúc tra không được so sánh vì là biến cá nhân hoặc văn bản tự do.",
    en: "A column of the back-check is not compared because it is personal or free text.")
  package static let personalID = FindingCode(
    "backcheck.interview.personal-id", .error,
    vi: "Mã phiếu là biến cá nhân nên không lập được danh sách phúc tra.",
    en: "The interview id is personal, so no list for a back-check can be made.")
  package static let noInterviewID = FindingCode(
    "backcheck.interview.no-id", .error, vi: "Tệp phúc tra không có cột mã phiếu.",
    en: "The back-check has no interview id column.")
  package static let unknownInterview = FindingCode(
    "backcheck.interview.unknown", .error, vi: "Phiếu phúc tra không có trong kho dữ liệu.",
    en: "An interview of the back-check is not in the store.")
  package static let excluded = FindingCode(
    "backcheck.interview.excluded", .warning,
    vi: "Phiếu phúc tra đã bị loại khỏi mẫu nên không được so sánh.",
    en: "An interview of the back-check is excluded and not compared.")
  package static let notAskedAgain = FindingCode(
    "backcheck.interview.not-asked-again", .warning,
    vi: "Dòng của một phiếu không có câu trả lời nào cho các biến hỏi lại.",
    en: "The row of an interview has no answer to any field asked again.")
  package static let notReturned = FindingCode(
    "backcheck.interview.not-returned", .warning,
    vi: "Phiếu đã rút thăm không có trong tệp phúc tra trả về.",
    en: "A drawn interview is not in the back-check that came back.")
  package static let notDrawn = FindingCode(
    "backcheck.interview.not-drawn", .warning,
    vi: "Phiếu phúc tra không có trong danh sách rút thăm nên chỉ được kể riêng.",
    en: "An interview of the back-check was not drawn and is counted apart only.")
  package static let noneCompared = FindingCode(
    "backcheck.interview.none", .error, vi: "Không có phiếu nào so sánh được.",
    en: "No interview can be compared.")
  package static let drawNotRecorded = FindingCode(
    "backcheck.draw.not-recorded", .warning,
    vi: "Danh sách rút thăm khác mọi danh sách đã ghi trong nhật ký của kho.",
    en: "The list of drawn interviews is none of those in the log of the store.")
  package static let drawReduced = FindingCode(
    "backcheck.draw.reduced", .notice,
    vi: "Có ít phiếu hơn số yêu cầu nên rút ít hơn.",
    en: "There are fewer interviews than asked for, so fewer are drawn.")
  package static let listCut = FindingCode(
    "backcheck.list.cut", .warning, vi: "Chỉ liệt kê một phần các câu trả lời khác nhau.",
    en: "Only a part of the differing answers is listed.")

  package static let all = [
    unknownGroup, unusableField, noField, notCompared, personalID, noInterviewID, unknownInterview,
    excluded, notAskedAgain, notReturned, notDrawn, noneCompared, drawNotRecorded, drawReduced,
    listCut,
  ]
}
