import SurveyModel
import Testing

@testable import Questionnaires

/// Mappings in `<responses>` and in files of their own.
struct MappingTests {
  private static let mapping = """
    <mapping xmlns="urn:sipas:survey:1">
      <column header="Quận/Huyện" variable="district"/>
      <ignore header="Ghi chú"/>
      <blank text="NA"/>
      <answer variable="A1 A2" text="Y1" code="2"/>
      <scale-direction items="A1" as="reversed" file="responses/*.csv"/>
    </mapping>
    """

  @Test func `a mapping file and the survey's own elements are read together`() throws {
    let folder = try SurveyFolder(["map.xml": Self.mapping])
    try folder.write(
      "test.xml",
      survey(
        responses: """
          <file href="*.csv"/><mapping href="map.xml"/><column header="Góp ý" variable="FB"/>
          <blank text="-"/><scale-direction items="all" as="declared"/>
          <code-list variable="district" href="districts.csv"/>
          """, attributes: #"incomplete="reject""#))
    let loaded = readCampaign(at: folder.path + "/test.xml")
    #expect(loaded.findings == [])
    let survey = try #require(loaded.value?.survey)
    #expect(survey.mappingFiles == [folder.path + "/map.xml"])
    let mapping = survey.mapping
    #expect(
      Set(mapping.columns) == [
        ResponseMapping.Column(header: "Quận/Huyện", field: "district"),
        ResponseMapping.Column(header: "Góp ý", field: "FB"),
      ])
    #expect(mapping.ignored == ["Ghi chú"] && Set(mapping.blanks) == ["NA", "-"])
    #expect(
      mapping.answers
        == ["A1", "A2"].map {
          ResponseMapping.Answer(field: $0, text: "Y1", code: "2")
        })
    #expect(mapping.rejectsIncomplete)
    #expect(mapping.directions.contains { $0.items == nil && !$0.isReversed && $0.file == nil })
    #expect(
      mapping.directions.contains {
        $0.items == ["A1"] && $0.isReversed && $0.file == folder.path + "/responses/*.csv"
      })
  }

  @Test func `every fault has its place`() throws {
    try expectSurvey(
      survey(
        responses: """
          <file href="*.csv"/>
          <mapping href="1️⃣missing.xml"/>
          <column header="a" variable="A1"/><column header="2️⃣A" variable="A2"/>
          <column header="b" variable="3️⃣A1"/><column header="c" variable="4️⃣A9"/>
          <column header="d" variable="F1" confirmed="5️⃣false"/>
          <ignore header="6️⃣d"/>
          <blank text="NA"/><blank text="7️⃣na"/>
          <answer variable="A1 8️⃣w" text="x" code="2"/>
          <answer variable="A1" text="9️⃣X" code="1"/>
          <answer variable="A2" text="y" code="*️⃣7"/>
          <scale-direction items="A1 0️⃣FB" as="declared"/>
          <code-list variable="district" href="districts.csv"/>
          """),
      [
        "1️⃣": "file.reference.missing", "2️⃣": "survey.column.duplicate",
        "3️⃣": "survey.column.duplicate", "4️⃣": "survey.variable.unknown",
        "5️⃣": "survey.column.unconfirmed", "6️⃣": "survey.column.duplicate",
        "7️⃣": "survey.answer.duplicate", "8️⃣": "survey.answer.not-coded",
        "9️⃣": "survey.answer.duplicate", "*️⃣": "survey.answer.code-unknown",
        "0️⃣": "survey.scale-direction.not-item",
      ])
  }

  @Test func `a fault in a mapping file is told at its place there`() throws {
    try expectSurvey(
      survey(
        responses: """
          <file href="*.csv"/><mapping href="map.xml"/><mapping href="other.xml"/>
          <code-list variable="district" href="districts.csv"/>
          """), [:],
      elsewhere: [
        "map.xml:2:30 survey.variable.unknown", "map.xml:3:45 survey.column.unconfirmed",
        "other.xml:1:1 survey.mapping.other-file",
      ],
      files: [
        "map.xml": """
        <mapping xmlns="urn:sipas:survey:1">
        <column header="a" variable="A9"/>
        <column header="b" variable="A1" confirmed="false"/>
        </mapping>
        """,
        "other.xml": survey(),
      ])
  }

  @Test func `a mapping is checked alone, without its questionnaire`() throws {
    let folder = try SurveyFolder(["map.xml": Self.mapping])
    #expect(checkFile(at: folder.path + "/map.xml") == [])
  }

  @Test func `a blank text that was offered is refused until a person has confirmed it`() throws {
    let header = HeaderMapping(
      columns: [.init(position: 1, header: "A1", field: "A1", match: .id)], missingFields: [])
    let unread = [
      UnreadText(text: "NA", cells: 9, fields: ["A1"], looksBlank: true),
      UnreadText(text: "na", cells: 2, fields: ["A2"], looksBlank: true),
      UnreadText(text: "TB -- <x>", cells: 12, fields: ["A1", "A2"], looksBlank: false),
    ]
    let text = String(decoding: mappingDocument(of: [header], unread: unread), as: UTF8.self)
    #expect(text.contains(#"<blank text="NA" confirmed="false"/>"#))
    #expect(!text.contains(#"text="na""#))
    #expect(text.contains("“TB - - <x>” (A1 A2)"))
    let folder = try SurveyFolder(["map.xml": text])
    let findings = checkFile(at: folder.path + "/map.xml")
    #expect(findings.map(\.code.id) == ["survey.blank.unconfirmed"])
    #expect(findings.first?.subject == "NA")
    try folder.write("map.xml", text.replacing("confirmed=\"false\"", with: "confirmed=\"true\""))
    #expect(checkFile(at: folder.path + "/map.xml") == [])
  }

  @Test func `what is written is read again once a person has confirmed it`() throws {
    let header = HeaderMapping(
      columns: [
        .init(position: 1, header: "id", field: "interview_id", match: .systemID),
        .init(position: 2, header: "Ghế \"ngồi\" & <nước>", field: "A1", match: .numbered),
        .init(position: 3, header: "A-02", field: nil, match: .none, offers: ["A2", "F1"]),
        .init(position: 4, header: "Ghi chú -- thêm", field: nil, match: .none),
        .init(position: 5, header: nil, field: nil, match: .none),
        .init(position: 6, header: "", field: nil, match: .none),
      ], missingFields: ["A2", "F1"])
    let text = String(decoding: mappingDocument(of: [header, header]), as: UTF8.self)
    #expect(text.contains(#"<column header="A-02" variable="A2" confirmed="false"/>"#))
    let folder = try SurveyFolder(["map.xml": text])
    #expect(
      checkFile(at: folder.path + "/map.xml").map(\.code.id) == ["survey.column.unconfirmed"])
    try folder.write("map.xml", text.replacing("confirmed=\"false\"", with: "confirmed=\"true\""))
    try folder.write(
      "test.xml",
      survey(
        responses: """
          <file href="*.csv"/><mapping href="map.xml"/>
          <code-list variable="district" href="districts.csv"/>
          """))
    let loaded = readCampaign(at: folder.path + "/test.xml")
    #expect(loaded.findings == [])
    #expect(
      loaded.value?.survey.mapping.columns == [
        ResponseMapping.Column(header: "id", field: "interview_id"),
        ResponseMapping.Column(header: "Ghế \"ngồi\" & <nước>", field: "A1"),
        ResponseMapping.Column(header: "A-02", field: "A2"),
      ])
    #expect(loaded.value?.survey.mapping.ignored == ["Ghi chú -- thêm"])
  }
}
