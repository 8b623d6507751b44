import Foundation
import SurveyModel
import Testing

@testable import Questionnaires

/// A survey in a folder of its own, with the files it names.
final class SurveyFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var sample = SampleQuestionnaire()
    sample.variables += """
      <variable id="interview_id" kind="text"/><variable id="district" kind="category"/>
      <variable id="phone" kind="text" personal="true"/><variable id="w" kind="number" min="0"/>
      <variable id="comment" kind="text"/>
      """
    try write("questionnaire.xml", sample.text)
    try write("responses.csv", "interview_id,FB,A1\n1,0,1\n")
    try write("districts.csv", "code,label\nPLK,Pleiku\nAKH,An Khê\n")
    try write("district.csv", "district,population\nPLK,100\nAKH,50\n")
    for (name, content) in files { try write(name, content) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ content: String) throws {
    try content.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }
}

/// A survey of that folder; tests replace the parts they break.
func survey(
  responses: String = """
  <file href="*.csv"/><code-list variable="district" href="districts.csv"/>
  """, design: String = #"<stratum variable="district"/><weight variable="w"/>"#,
  rest: String = "", attributes: String = ""
) -> String {
  """
  <survey xmlns="urn:sipas:survey:1" id="s" year="2021"><title>Khảo sát</title>
  <questionnaire href="questionnaire.xml"/>
  <responses \(attributes)>\(responses)</responses>
  <design>\(design)</design>
  \(rest)
  </survey>
  """
}

/// Writes the marked survey, reads it with everything it names, and compares codes and places.
func expectSurvey(
  _ marked: String, _ expected: [Character: String], elsewhere: [String] = [],
  files: [String: String] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let folder = try SurveyFolder(files)
  let (text, places) = places(in: marked)
  try folder.write("test.xml", text)
  let findings = readCampaign(at: folder.path + "/test.xml").findings
  let found = findings.map { finding in
    let place = finding.place?.description.dropFirst(folder.path.count + 1) ?? "-"
    return "\(place) \(finding.code.id)"
  }
  let wanted = expected.map { "\(places[$0.key]?.description ?? "?") \($0.value)" } + elsewhere
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  expectWords(findings, sourceLocation: sourceLocation)
}
