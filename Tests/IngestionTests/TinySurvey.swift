import Foundation
import Ingestion
import SurveyModel
import Testing

/// A questionnaire small enough to read in one look, with one field of every kind.
enum TinySurvey {
  static let scale = CodeList(
    answers: [
      AnswerCode(
        code: "1", label: LocalizedText(vi: "Rất không hài lòng", en: "Very dissatisfied")),
      AnswerCode(code: "2", label: LocalizedText(vi: "Không hài lòng", en: "Dissatisfied")),
      AnswerCode(code: "3", label: LocalizedText(vi: "Bình thường", en: "Neutral")),
      AnswerCode(
        code: "4", label: LocalizedText(vi: "Hài lòng", en: "Satisfied"), isSatisfied: true),
      AnswerCode(
        code: "5", label: LocalizedText(vi: "Rất hài lòng", en: "Very satisfied"), isSatisfied: true
      ),
    ],
    missing: [
      AnswerCode(
        code: "9", label: LocalizedText(vi: "Không áp dụng", en: "Not applicable"),
        missing: .notApplicable)
    ])
  static let districts = CodeList(answers: [
    AnswerCode(code: "PLK", label: LocalizedText(vi: "Thành phố Pleiku", en: "Pleiku city")),
    AnswerCode(code: "DDO", label: LocalizedText(vi: "Đắk Đoa")),
    AnswerCode(code: "HOA", label: LocalizedText(vi: "Hòa Phú")),
  ])
  static let communes = CodeList(answers: [
    AnswerCode(code: "23557", label: LocalizedText(vi: "Hội Thương"), parent: "PLK"),
    AnswerCode(code: "23677", label: LocalizedText(vi: "Hà Bầu"), parent: "DDO"),
    AnswerCode(code: "23700", label: LocalizedText(vi: "Thúy Loan"), parent: "HOA"),
  ])
  static let yesNo = CodeList(answers: [
    AnswerCode(code: "0", label: LocalizedText(vi: "Không", en: "No")),
    AnswerCode(code: "1", label: LocalizedText(vi: "Có", en: "Yes")),
  ])

  static let fields: [Field] = [
    Field(
      id: "district", label: LocalizedText(vi: "Huyện", en: "District"), kind: .coded(districts),
      isRequired: true),
    Field(id: "commune", label: LocalizedText(vi: "Xã"), kind: .coded(communes)),
    Field(id: "interview_date", label: LocalizedText(vi: "Ngày phỏng vấn"), kind: .date),
    Field(id: "started", kind: .datetime),
    Field(
      id: "duration", kind: .integer(minimum: 0, maximum: 7200),
      missingCodes: [AnswerCode(code: "-1", missing: .unreadable)]),
    Field(
      id: "design_weight", label: LocalizedText(vi: "Quyền số", en: "Design weight"),
      kind: .number(minimum: 0, maximum: nil)),
    Field(id: "phone", label: LocalizedText(vi: "Điện thoại"), kind: .text, isPersonal: true),
    Field(id: "comment", label: LocalizedText(vi: "Góp ý thêm"), kind: .text),
    Field(id: "FB", label: LocalizedText(vi: "Đã từng góp ý?"), kind: .coded(yesNo)),
    Field(
      id: "A1", label: LocalizedText(vi: "Nơi ngồi chờ có đủ chỗ ngồi"), kind: .coded(scale),
      isItem: true),
    Field(id: "A2", label: LocalizedText(vi: "Trang thiết bị"), kind: .coded(scale), isItem: true),
    Field(
      id: "E1", label: LocalizedText(vi: "Tiếp nhận góp ý"), kind: .coded(scale), isItem: true,
      askedWhen: .compare(field: "FB", .equal, literal: "1")),
  ]

  static let header =
    "interview_id,district,commune,interview_date,started,duration,design_weight,phone,comment,FB,A1,A2,E1"

  /// Three interviews, written plainly.
  static let clean = """
    \(header)
    R-001,PLK,23557,2021-10-05,2021-10-05 08:30,600,12.5,0905000001,Cán bộ nhiệt tình,1,4,5,3
    R-002,DDO,23677,2021-10-06,,,1250.25,,"Chờ lâu,
    thiếu ghế",0,2,9,
    R-003,HOA,23700,,,-1,7,0905000003,,1,3,1,5

    """
}

/// Writes `bytes` to a file, reads it as responses of the tiny survey, and removes it.
func importBytes(
  _ bytes: [UInt8], pattern: ResponseFilePattern? = nil, fields: [Field] = TinySurvey.fields,
  mapping: ResponseMapping = ResponseMapping(), requiredFields: Set<String> = [],
  known: inout InterviewIndex, settings: ImportSettings = ImportSettings(),
  file: String = "responses.csv"
) throws -> ImportedFile {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("sipas-test-\(UUID().uuidString).csv").path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return readResponses(
    file: path, shownAs: file, pattern: pattern, fields: fields, interviewIDField: "interview_id",
    mapping: mapping, requiredFields: requiredFields, known: &known, settings: settings)
}

/// The same for text and no interviews known before.
func importText(
  _ text: String, pattern: ResponseFilePattern? = nil, fields: [Field] = TinySurvey.fields,
  mapping: ResponseMapping = ResponseMapping(), requiredFields: Set<String> = [],
  settings: ImportSettings = ImportSettings()
) throws -> ImportedFile {
  var known = InterviewIndex()
  return try importBytes(
    Array(text.utf8), pattern: pattern, fields: fields, mapping: mapping,
    requiredFields: requiredFields, known: &known, settings: settings)
}

/// Reads `marked` as responses and compares all findings with the marks 1️⃣, 2️⃣ … in it: a mark
/// stands before the character that a finding points at and is taken out before reading.
func expectFindings(
  _ marked: String, _ expected: [Character: String], requiredFields: Set<String> = [],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  var text = ""
  var places: [Character: SurveyModel.SourceLocation] = [:]
  var line = 1
  var column = 1
  for character in marked {
    if expected[character] != nil {
      places[character] = SurveyModel.SourceLocation(
        file: "responses.csv", line: line, column: column)
      continue
    }
    text.append(character)
    if character == "\n" || character == "\r\n" {
      line += 1
      column = 1
    } else {
      column += character.unicodeScalars.count
    }
  }
  let imported = try importText(text, requiredFields: requiredFields)
  let found = (imported.findings + imported.rejects.flatMap(\.findings)).map {
    "\($0.place?.description ?? "-") \($0.code.id)"
  }
  let wanted = expected.map { mark, code in "\(places[mark]?.description ?? "-") \(code)" }
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  let counts = imported.counts
  #expect(
    counts.read == counts.accepted + counts.rejected + counts.duplicate,
    sourceLocation: sourceLocation)
}
