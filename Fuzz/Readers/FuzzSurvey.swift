import SurveyModel

/// Fields of every kind, which the responses and tables of the fuzzed readers are about.
enum FuzzSurvey {
  static let districts = CodeList(
    answers: [
      AnswerCode(code: "PLK", label: LocalizedText(vi: "Thành phố Pleiku", en: "Pleiku city")),
      AnswerCode(code: "DDO", label: LocalizedText(vi: "Đắk Đoa")),
      AnswerCode(code: "HOA", label: LocalizedText(vi: "Hòa Phú")),
    ], missing: [AnswerCode(code: "99", missing: .refused)])
  static let communes = CodeList(answers: [
    AnswerCode(code: "23557", label: LocalizedText(vi: "Hội Thương"), parent: "PLK"),
    AnswerCode(code: "23677", label: LocalizedText(vi: "Hà Bầu"), parent: "DDO"),
  ])
  static let yesNo = CodeList(answers: [AnswerCode(code: "0"), AnswerCode(code: "1")])
  static let scale = CodeList(
    answers: (1...5).map { AnswerCode(code: "\($0)", isSatisfied: $0 > 3) },
    missing: [AnswerCode(code: "9", missing: .notApplicable)])

  static let district = Field(
    id: "district", label: LocalizedText(vi: "Huyện", en: "District"), kind: .coded(districts),
    isRequired: true)
  static let gender = Field(
    id: "gender",
    kind: .coded(CodeList(answers: [AnswerCode(code: "male"), AnswerCode(code: "female")])))
  static let ward = Field(id: "ward", kind: .integer(minimum: nil, maximum: nil))

  static let fields: [Field] = [
    district,
    Field(id: "commune", label: LocalizedText(vi: "Xã"), kind: .coded(communes)),
    Field(id: "interview_date", label: LocalizedText(vi: "Ngày phỏng vấn"), kind: .date),
    Field(id: "started", kind: .datetime),
    Field(
      id: "duration", kind: .integer(minimum: 0, maximum: 7200),
      missingCodes: [AnswerCode(code: "-1", missing: .unreadable)]),
    Field(id: "design_weight", kind: .number(minimum: 0, maximum: nil)),
    Field(id: "phone", label: LocalizedText(vi: "Điện thoại"), kind: .text, isPersonal: true),
    Field(id: "comment", label: LocalizedText(vi: "Góp ý thêm"), kind: .text),
    Field(id: "FB", label: LocalizedText(vi: "Đã từng góp ý?"), kind: .coded(yesNo)),
    Field(id: "A1", label: LocalizedText(vi: "Ghế ngồi"), kind: .coded(scale), isItem: true),
    Field(
      id: "E1", label: LocalizedText(vi: "Tiếp nhận góp ý"), kind: .coded(scale), isItem: true,
      askedWhen: .compare(field: "FB", .equal, literal: "1")),
  ]
}
