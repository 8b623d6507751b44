import SurveyModel
import Testing

@testable import Questionnaires

struct ConditionTests {
  private func condition(_ text: String) throws -> Condition? {
    var sample = SampleQuestionnaire()
    sample.variables += """
      <variable id="age" kind="integer"/><variable id="day" kind="date"/>
      <variable id="area" kind="category"><answer code="urban"/><answer code="18-29"/></variable>
      <variable id="comment" kind="text" asked-when="\(text)"/>
      """
    let loaded = readQuestionnaire(Array(sample.text.utf8), file: "test.xml")
    #expect(loaded.findings.map(\.message.en) == [])
    return try #require(loaded.value?.field("comment")).askedWhen
  }

  @Test func `and binds closer than or, not closest`() throws {
    #expect(
      try condition("FB = 1 or not FB = 0 and answered(A1)")
        == .or(
          .compare(field: "FB", .equal, literal: "1"),
          .and(.not(.compare(field: "FB", .equal, literal: "0")), .answered(field: "A1"))))
    #expect(
      try condition("(FB = 1 or FB = 0) and A1 = 2")
        == .and(
          .or(
            .compare(field: "FB", .equal, literal: "1"),
            .compare(field: "FB", .equal, literal: "0")),
          .compare(field: "A1", .equal, literal: "2")))
  }

  @Test func `codes may be bare, quoted or in a list`() throws {
    #expect(try condition("area = 18-29") == .compare(field: "area", .equal, literal: "18-29"))
    #expect(try condition("area = 'urban'") == .compare(field: "area", .equal, literal: "urban"))
    #expect(
      try condition("area in (urban, 18-29)") == .isIn(field: "area", literals: ["urban", "18-29"]))
    #expect(try condition("area not in (urban)") == .not(.isIn(field: "area", literals: ["urban"])))
  }

  @Test func `numbers and dates may be compared in order`() throws {
    #expect(try condition("age &lt;= 30") == .compare(field: "age", .lessOrEqual, literal: "30"))
    // 2021-09-30 is day 18900: `date -d 2021-09-30 +%s` in UTC gives 1632960000 = 18900 × 86400.
    #expect(try condition("day > 2021-09-30") == .compare(field: "day", .greater, literal: "18900"))
  }

  /// The place is that of the first sign that does not fit.
  @Test(arguments: [
    ("FB 1️⃣== 1", "condition.syntax"), ("FB = 1️⃣", "condition.syntax"), ("1️⃣", "xml.value.form"),
    ("FB 1️⃣1", "condition.syntax"), ("(FB = 11️⃣", "condition.syntax"),
    ("FB = 1 1️⃣FB", "condition.syntax"), ("FB in (1, 1️⃣)", "condition.syntax"),
    ("FB = 1️⃣'1", "condition.syntax"), ("FB 1️⃣&amp;&amp; A1", "condition.syntax"),
    ("1️⃣FBX = 1", "condition.name.unknown"), ("FB = 1️⃣7", "condition.code.unknown"),
    ("FB = 1 and A1 = 1️⃣9", "condition.code.missing-answer"),
    ("answered(1️⃣A9)", "condition.name.unknown"), ("age = 1️⃣nhiều", "condition.literal.form"),
    ("area &lt; 1️⃣urban", "condition.comparison.order"),
    ("day = 1️⃣2021-02-30", "condition.literal.form"),
    ("tuổi &lt;1️⃣&lt; 3", "condition.syntax"),
  ]) func `a faulty condition is reported inside the attribute`(text: String, code: String) {
    var sample = SampleQuestionnaire()
    sample.variables += """
      <variable id="age" kind="integer"/><variable id="day" kind="date"/>
      <variable id="area" kind="category"><answer code="urban"/><answer code="18-29"/></variable>
      <variable id="comment" kind="text" asked-when="\(text)"/>
      """
    sample.expectFindings(["1️⃣": code])
  }

  @Test func `every unknown name of one condition is reported`() {
    var sample = SampleQuestionnaire()
    sample.variables +=
      #"<variable id="x" kind="text" asked-when="1️⃣P = 1 and (2️⃣Q = 2 or not 3️⃣R = 3)"/>"#
    sample.expectFindings([
      "1️⃣": "condition.name.unknown", "2️⃣": "condition.name.unknown",
      "3️⃣": "condition.name.unknown",
    ])
  }

  @Test func `conditions that go round in a circle are reported once, with the way round`() {
    var sample = SampleQuestionnaire()
    sample.variables = """
      <variable id="FB" kind="category" asked-when="1️⃣answered(x)"><answer code="1"/></variable>
      <variable id="x" kind="text" asked-when="answered(F1)"/>
      """
    sample.expectFindings(["1️⃣": "condition.cycle"])
    let (text, _) = places(in: sample.text)
    let finding = readQuestionnaire(Array(text.utf8), file: "test.xml").findings.first
    #expect(finding?.found?.en == "FB → x → F1 → FB")
  }

  @Test func `a factor's condition is joined into its items`() throws {
    var sample = SampleQuestionnaire()
    sample.factors = sample.factors.replacing(
      #"<item id="F1""#, with: #"<item id="F1" asked-when="A1 = 2""#)
    let loaded = readQuestionnaire(Array(sample.text.utf8), file: "test.xml")
    #expect(
      loaded.value?.field("F1")?.askedWhen
        == .and(
          .compare(field: "FB", .equal, literal: "1"), .compare(field: "A1", .equal, literal: "2")))
  }

  @Test func `deep nesting and long chains end in a finding or a value`() {
    for text in [
      String(repeating: "(", count: 400) + "FB = 1" + String(repeating: ")", count: 400),
      String(repeating: "not ", count: 200) + "FB = 1",
    ] {
      #expect(throws: ConditionFault.self) { try parseCondition(text) }
    }
    let chain = (0..<80).map { _ in "FB = 1" }.joined(separator: " or ")
    #expect(throws: Never.self) { try parseCondition(chain) }
  }

  @Test func `days of the calendar are counted as the system counts them`() {
    // `date -u -d … +%s` divided by 86400.
    #expect(CivilDate("1970-01-01")?.day == 0)
    #expect(CivilDate("2000-02-29")?.day == 11_016)
    #expect(CivilDate("1969-12-31")?.day == -1)
    for text in ["2021-02-29", "2021-13-01", "2021-1-1", "30/09/2021", "", "2021-09-31"] {
      #expect(CivilDate(text) == nil, "\(text)")
    }
  }
}
