import Foundation
import SurveyModel

@testable import Questionnaires

/// Fields that population, gross sample and replicate files of tests are about.
enum SupportingFields {
  static let district = Field(
    id: "district", label: LocalizedText(vi: "Huyện"),
    kind: .coded(
      CodeList(
        answers: [
          AnswerCode(code: "PLK", label: LocalizedText(vi: "Thành phố Pleiku")),
          AnswerCode(code: "DDO", label: LocalizedText(vi: "Đắk Đoa")),
          AnswerCode(code: "HOA", label: LocalizedText(vi: "Hòa Bình")),
          AnswerCode(code: "HOB", label: LocalizedText(vi: "Hoa Bình")),
        ], missing: [AnswerCode(code: "99", missing: .refused)])))
  static let gender = Field(
    id: "gender",
    kind: .coded(CodeList(answers: [AnswerCode(code: "male"), AnswerCode(code: "female")])))
  static let ward = Field(id: "ward", kind: .integer(minimum: nil, maximum: nil))
  static let area = Field(id: "area", kind: .number(minimum: nil, maximum: nil))
  static let day = Field(id: "day", kind: .date)
  static let commune = Field(id: "commune", kind: .text)
}

/// Writes a file for the length of a body.
func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID()).csv").path
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// `line:column code` of each finding.
func described(_ findings: [Finding]) -> [String] {
  findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" }
}
