import Foundation
import Questionnaires
import SurveyModel
import Testing

/// Swift Testing has a `SourceLocation` of its own.
typealias Place = SurveyModel.SourceLocation

/// The folder of the package, found from this file.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

func packagePath(_ path: String) -> String { packageFolder + "/" + path }

/// A questionnaire of two factors, right in every respect; tests replace the parts they break.
struct SampleQuestionnaire {
  var scale = """
    <scale id="satisfaction">
      <answer code="1"><label>Không hài lòng</label></answer>
      <answer code="2" satisfied="true"><label>Hài lòng</label></answer>
      <missing code="9" reason="dont-know"><label>Không biết</label></missing>
    </scale>
    """
  var areas = ""
  var variables = """
    <variable id="FB" kind="category"><answer code="0"/><answer code="1"/></variable>
    """
  var factors = """
    <factor id="access"><label>Tiếp cận</label>
      <item id="A1" scale="satisfaction"><label>Ghế ngồi</label></item>
      <item id="A2" scale="satisfaction"><label>Trang thiết bị</label></item>
    </factor>
    <factor id="feedback" asked-when="FB = 1"><label>Góp ý</label>
      <item id="F1" scale="satisfaction"><label>Dễ góp ý</label></item>
    </factor>
    """
  var index = """
    <item measure="satisfied-share"/><factor measure="mean-of-items"/>
    <overall measure="mean-of-factors"/><rounding places="2"/>
    """

  var text: String {
    """
    <questionnaire xmlns="urn:sipas:questionnaire:1" id="sample" version="1" xml:lang="vi">
    <title>Phiếu thử</title>
    <source document="thử" status="synthetic"/>
    \(scale)
    \(areas)
    \(variables)
    \(factors)
    <index id="sipas">
    \(index)
    </index>
    </questionnaire>
    """
  }

  func expectFindings(
    _ expected: [Character: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(text, expected, sourceLocation: sourceLocation) {
      readQuestionnaire($0, file: "test.xml").findings
    }
  }
}

/// Wraps the inside of a plan.
func plan(_ inside: String) -> String {
  """
  <plan xmlns="urn:sipas:plan:1" id="sample">
  <source document="1320/KH-UBND"/>
  \(inside)
  </plan>
  """
}

/// Expects exactly the findings that the markers in `marked` announce, each at its place.
func expect(
  _ marked: String, _ expected: [Character: String],
  sourceLocation: Testing.SourceLocation = #_sourceLocation,
  reading: ([UInt8]) -> [Finding]
) {
  let (text, places) = places(in: marked)
  let findings = reading(Array(text.utf8))
  let found = findings.map { "\($0.place?.description ?? "-") \($0.code.id)" }
  let wanted = expected.map { "\(places[$0.key]?.description ?? "?") \($0.value)" }
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  expectWords(findings, sourceLocation: sourceLocation)
}

/// Splits markers such as 1️⃣ out of a text and gives the line and column each stands at.
func places(in marked: String) -> (text: String, places: [Character: Place]) {
  var text = ""
  var places: [Character: Place] = [:]
  var line = 1
  var column = 1
  for character in marked {
    if character.unicodeScalars.contains("\u{20E3}") {
      places[character] = Place(file: "test.xml", line: line, column: column)
      continue
    }
    text.append(character)
    if character == "\n" {
      line += 1
      column = 1
    } else {
      column += character.unicodeScalars.count
    }
  }
  return (text, places)
}

/// Every finding speaks both languages, in composed letters, and says what to do.
func expectWords(
  _ findings: [Finding], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for finding in findings {
    for text in [finding.message, finding.remedy, finding.code.meaning] {
      let vietnamese = text.vi ?? ""
      #expect(!vietnamese.isEmpty, "\(finding.code.id)", sourceLocation: sourceLocation)
      #expect(text.en?.isEmpty == false, "\(finding.code.id)", sourceLocation: sourceLocation)
      let composed = vietnamese.precomposedStringWithCanonicalMapping
      #expect(
        Array(vietnamese.unicodeScalars) == Array(composed.unicodeScalars),
        "\(finding.code.id)", sourceLocation: sourceLocation)
    }
  }
}
