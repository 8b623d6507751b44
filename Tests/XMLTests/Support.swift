import SurveyModel
import Testing
import XML

/// Swift Testing has a `SourceLocation` of its own.
typealias Place = SurveyModel.SourceLocation

/// A small vocabulary that has every construct the schema check explains.
let libraryXSD = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:test" targetNamespace="urn:test"
      elementFormDefault="qualified">
    <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
    <xs:element name="form" type="Form"/>
    <xs:simpleType name="Kind"><xs:restriction base="xs:token">
      <xs:enumeration value="integer"/><xs:enumeration value="category"/>
    </xs:restriction></xs:simpleType>
    <xs:simpleType name="Places"><xs:restriction base="xs:integer">
      <xs:minInclusive value="0"/><xs:maxInclusive value="6"/>
    </xs:restriction></xs:simpleType>
    <xs:complexType name="Form"><xs:sequence>
      <xs:element name="title" type="xs:token"/>
      <xs:element name="note" type="xs:token" minOccurs="0"/>
      <xs:element name="question" type="Question" maxOccurs="unbounded"/>
      <xs:element name="end" type="End"/>
    </xs:sequence>
      <xs:attribute ref="xml:lang"/>
    </xs:complexType>
    <xs:complexType name="Question"><xs:choice>
      <xs:element name="text" type="xs:token"/><xs:element name="figure" type="xs:decimal"/>
    </xs:choice>
      <xs:attribute name="id" type="xs:NCName" use="required"/>
      <xs:attribute name="kind" type="Kind"/>
      <xs:attribute name="places" type="Places"/>
    </xs:complexType>
    <xs:complexType name="End"/>
  </xs:schema>
  """

let xmlXSD = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
      targetNamespace="http://www.w3.org/XML/1998/namespace">
    <xs:attribute name="lang" type="xs:language"/>
  </xs:schema>
  """

func librarySchema() throws -> XMLSchema {
  try XMLSchema(
    Array(libraryXSD.utf8), name: "library.xsd", imports: ["xml.xsd": Array(xmlXSD.utf8)])
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

/// Expects exactly the findings that the markers announce, each at its place.
func expectFindings(
  _ marked: String, _ expected: [Character: String], schema: XMLSchema? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let (text, places) = places(in: marked)
  let reading = readXML(Array(text.utf8), file: "test.xml", schema: schema)
  let found = reading.findings.map { "\($0.place?.description ?? "-") \($0.code.id)" }
  let wanted = expected.map { "\(places[$0.key]?.description ?? "?") \($0.value)" }
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  expectWords(reading.findings, sourceLocation: sourceLocation)
}

/// Every finding speaks both languages and says what to do.
func expectWords(
  _ findings: [Finding], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for finding in findings {
    for text in [finding.message, finding.remedy, finding.code.meaning] {
      #expect(text.vi?.isEmpty == false, "\(finding.code.id)", sourceLocation: sourceLocation)
      #expect(text.en?.isEmpty == false, "\(finding.code.id)", sourceLocation: sourceLocation)
    }
  }
}
