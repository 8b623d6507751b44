import Foundation
import StatisticalFiles
import SurveyModel
import Testing

@testable import Export

/// The made-up interviews of the tiny survey, with a weight.
private func tinyInterviews() -> ExportedInterviews {
  let analysis = tinyAnalysis()
  return ExportedInterviews(
    analysis.responses, fields: analysis.result.questionnaire.fields, interviewID: "interview_id",
    weights: [1, 1, 1, 1, 1, 1, 1, 2.25])
}

@Test func interviewsHaveEveryFieldThatIsNotPersonalAndTheWeight() {
  #expect(
    tinyInterviews().columns.map(\.name) == [
      "interview_id", "if", "hamlet", "comment", "A1", "A2", "weight",
    ])
}

@Test func pseudonymsAreExportedOnlyWhereTheyAreAskedFor() {
  let fields = [
    Field(
      id: "phone", label: LocalizedText(vi: "Điện thoại", en: "Telephone"), kind: .text,
      isPersonal: true, keepsPseudonym: true),
    Field(id: "name", kind: .text, isPersonal: true),
  ]
  var ids = InterviewIDs()
  ids.append("P1".utf8)
  let table = ResponseTable(
    ids: ids,
    columns: [.texts(TextColumn(positions: [1], texts: ["00ff"])), .dropped(count: 1)])
  func columns(_ includesPseudonyms: Bool) -> [String] {
    ExportedInterviews(
      table, fields: fields, interviewID: "interview_id", weights: nil,
      includesPseudonyms: includesPseudonyms
    ).columns.map { "\($0.name): \($0.field?.label.en ?? "")" }
  }
  #expect(columns(false) == ["interview_id: Interview id"])
  #expect(columns(true) == ["interview_id: Interview id", "phone: Telephone (pseudonym)"])
}

@Test func interviewsAsCSVKeepBlankMissingAndNotAskedApart() {
  let lines = String(decoding: tinyInterviews().csv(), as: UTF8.self).split(separator: "\n")
  #expect(lines[0] == "\u{FEFF}interview_id,if,hamlet,comment,A1,A2,weight")
  #expect(lines[3] == "SECRET-ID-3,01,SECRET-HAMLET-A,,9,2,1.0")
  #expect(lines[4] == "SECRET-ID-4,=1+1,SECRET-HAMLET-A,,,1,1.0")
  #expect(lines[5] == "SECRET-ID-5,\"a,b\",SECRET-HAMLET-B,,~not-asked,2,1.0")
}

@Test func interviewsAsSPSSKeepBlankMissingAndNotAskedApart() throws {
  let bytes = try tinyInterviews().sav(title: "tiny", language: .vi, path: "tiny.sav")
  let path = NSTemporaryDirectory() + "/sipas-\(UUID().uuidString).sav"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  let dictionary = try readDictionary(path, kind: .sav)
  let item = dictionary.variables[4]
  #expect(
    item.labels.map { "\($0.value) \(String(decoding: $0.label, as: UTF8.self))" } == [
      "number(-1.0) Không được hỏi"
    ])
  #expect(item.missing.map(\.lowest) == [.number(-1), .number(9)])
  let rows = StatisticalRows(
    path, kind: .sav, dictionary: dictionary,
    plans: dictionary.variables.map { _ in
      CellPlan(texts: [.number(-1): Array("NA".utf8), .number(9): Array("9".utf8)])
    }, pieceSize: 1 << 16)
  let text = try #require(try rows.next()).text
  let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
  #expect(lines[2] == "SECRET-ID-3\t01\tSECRET-HAMLET-A\t\t9\t2\t1")
  #expect(lines[3] == "SECRET-ID-4\t=1+1\tSECRET-HAMLET-A\t\t\t1\t1")
  #expect(lines[4] == "SECRET-ID-5\ta,b\tSECRET-HAMLET-B\t\tNA\t2\t1")
  #expect(lines[7].hasSuffix("\t2.25"))
}
