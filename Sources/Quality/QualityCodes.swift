package import SurveyModel

/// The rules of this stage, one code each: a flag is something to look at, never a verdict.
package enum QualityCodes {
  package static let blank = FindingCode(
    "quality.interview.blank", .warning, vi: "Phiếu không trả lời câu hỏi nào.",
    en: "An interview answers no item.")
  package static let requiredBlank = FindingCode(
    "quality.required.blank", .warning, vi: "Phiếu thiếu một mục bắt buộc.",
    en: "An interview lacks a required entry.")
  package static let missing = FindingCode(
    "quality.missing.many", .warning, vi: "Phiếu bỏ trống hoặc “không biết” quá nhiều câu.",
    en: "An interview leaves too many questions unanswered.")
  package static let itemMissing = FindingCode(
    "quality.item.missing", .notice, vi: "Câu hỏi có nhiều người không trả lời.",
    en: "Many people do not answer an item.")
  package static let durationShort = FindingCode(
    "quality.duration.short", .warning, vi: "Phỏng vấn ngắn khác thường.",
    en: "An interview was unusually short.")
  package static let durationLong = FindingCode(
    "quality.duration.long", .notice, vi: "Phỏng vấn dài khác thường.",
    en: "An interview was unusually long.")
  package static let sameAnswers = FindingCode(
    "quality.answers.same", .warning,
    vi: "Nhiều câu liền nhau cùng một đáp án, hiếm thấy trong cuộc khảo sát này.",
    en: "A long run of one answer that is rare in this survey.")
  package static let copies = FindingCode(
    "quality.copies.alike", .warning,
    vi:
      "Hai phiếu cùng một điều tra viên hoặc đơn vị giống nhau hơn mức ngẫu nhiên giải thích được.",
    en: "Two interviews of one interviewer or unit are more alike than chance explains.")
  package static let personRepeated = FindingCode(
    "quality.person.repeated", .warning, vi: "Hai phiếu trở lên có cùng bí danh của người trả lời.",
    en: "Two interviews or more have the same pseudonym of the respondent.")
  package static let burst = FindingCode(
    "quality.start.burst", .warning,
    vi: "Nhiều phiếu của một điều tra viên bắt đầu gần như cùng lúc.",
    en: "Many interviews of one interviewer begin within minutes.")
  package static let overlap = FindingCode(
    "quality.start.overlap", .warning, vi: "Phiếu bắt đầu khi phiếu trước chưa kết thúc.",
    en: "An interview begins before the one before it has ended.")
  package static let night = FindingCode(
    "quality.start.night", .notice, vi: "Phỏng vấn vào ban đêm.", en: "An interview at night.")
  package static let interviewerSatisfied = FindingCode(
    "quality.interviewer.satisfied", .warning,
    vi: "Tỷ lệ hài lòng của một điều tra viên khác hẳn các điều tra viên cùng địa bàn.",
    en: "An interviewer's satisfied share differs from that of others in the same place.")
  package static let interviewerMissing = FindingCode(
    "quality.interviewer.missing", .warning,
    vi: "Một điều tra viên có tỷ lệ không trả lời cao hơn hẳn.",
    en: "An interviewer's share of missing answers is higher than that of others.")
  package static let interviewerLittleVaried = FindingCode(
    "quality.interviewer.little-varied", .warning,
    vi: "Các phiếu của một điều tra viên ít thay đổi đáp án hơn hẳn.",
    en: "An interviewer's interviews vary less in their answers than those of others.")
  package static let unitSatisfied = FindingCode(
    "quality.unit.satisfied", .notice,
    vi: "Tỷ lệ hài lòng của một đơn vị khác hẳn các đơn vị cùng tầng.",
    en: "A unit's satisfied share differs from that of others in its stratum.")
  package static let quotaShort = FindingCode(
    "quality.quota.short", .warning, vi: "Đơn vị thiếu phiếu so với kế hoạch.",
    en: "A unit has fewer interviews than planned.")
  package static let formsReturned = FindingCode(
    "quality.forms.more-returned", .warning, vi: "Số phiếu thu về nhiều hơn số phát ra.",
    en: "More forms came back than were given out.")
  package static let formsValid = FindingCode(
    "quality.forms.more-valid", .warning, vi: "Số phiếu hợp lệ nhiều hơn số thu về.",
    en: "More valid interviews than forms that came back.")
  package static let formsMissing = FindingCode(
    "quality.forms.not-entered", .notice, vi: "Số phiếu hợp lệ ít hơn số thu về.",
    en: "Fewer valid interviews than forms that came back.")
  package static let formsUnlisted = FindingCode(
    "quality.forms.unlisted", .notice, vi: "Đơn vị có phiếu nhưng không có trong tệp phát phiếu.",
    en: "A unit has interviews but is not in the file of forms.")

  package static let all = [
    blank, requiredBlank, missing, itemMissing, durationShort, durationLong, sameAnswers, copies,
    personRepeated, burst, overlap, night, interviewerSatisfied, interviewerMissing,
    interviewerLittleVaried,
    unitSatisfied, quotaShort, formsReturned, formsValid, formsMissing, formsUnlisted,
  ]
}
