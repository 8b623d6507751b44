import SurveyModel
import Testing

struct QuestionnaireRulesTests {
  @Test func `the sample without changes has no findings`() {
    SampleQuestionnaire().expectFindings([:])
  }

  @Test func `one name for a variable and an item, or a factor and an item, is refused`() {
    var sample = SampleQuestionnaire()
    sample.factors = """
      <factor id="access"><label>a</label>
        <item id="1️⃣FB" scale="satisfaction"><label>b</label></item>
        <item id="2️⃣access" scale="satisfaction"><label>c</label></item></factor>
      <factor id="3️⃣overall"><label>d</label>
        <item id="4️⃣sipas" scale="satisfaction"><label>e</label></item></factor>
      """
    sample.expectFindings([
      "1️⃣": "questionnaire.id.duplicate", "2️⃣": "questionnaire.id.duplicate",
      "3️⃣": "questionnaire.id.reserved", "4️⃣": "questionnaire.id.reserved",
    ])
  }

  @Test func `codes and labels tell the answers of a scale apart`() {
    var sample = SampleQuestionnaire()
    sample.scale = """
      <scale id="satisfaction">
        <answer code="1"><label>Hài lòng</label></answer>
        <answer code="2" satisfied="true">1️⃣<label>HAI LONG</label></answer>
        <answer code="2️⃣1"><label>Bình thường</label><label xml:lang="en">Hai long</label></answer>
      </scale>
      """
    sample.expectFindings([
      "1️⃣": "questionnaire.label.duplicate", "2️⃣": "questionnaire.code.duplicate",
    ])
  }

  @Test func `a satisfied share needs a satisfied answer, and another`() {
    var sample = SampleQuestionnaire()
    sample.scale = """
      1️⃣<scale id="satisfaction"><answer code="1"/><answer code="2"/></scale>
      <scale id="unused"><answer code="1"/></scale>
      """
    sample.expectFindings(["1️⃣": "questionnaire.scale.no-satisfied"])
    sample.scale = #"1️⃣<scale id="satisfaction"><answer code="1" satisfied="true"/></scale>"#
    sample.expectFindings(["1️⃣": "questionnaire.scale.all-satisfied"])
  }

  @Test func `a mean score needs a score for every code that is no number`() {
    var sample = SampleQuestionnaire()
    sample.scale = """
      <scale id="satisfaction"><answer code="1️⃣A"/><answer code="B" score="2"/><answer code="3"/>
        <answer code="2️⃣nan"/><missing code="X" reason="refused"/></scale>
      """
    sample.index = sample.index.replacing("satisfied-share", with: "mean-score")
    sample.expectFindings([
      "1️⃣": "questionnaire.score.missing", "2️⃣": "questionnaire.score.missing",
    ])
    sample.scale = """
      1️⃣<scale id="satisfaction"><answer code="1" score="5"/><answer code="2" score="5"/></scale>
      """
    sample.index = sample.index.replacing("mean-score", with: "mean-score-0-100")
    sample.expectFindings(["1️⃣": "questionnaire.score.no-range"])
  }

  @Test func `unknown scales and areas are reported`() {
    var sample = SampleQuestionnaire()
    sample.factors = """
      <factor id="access" area="1️⃣policy"><label>a</label>
        <item id="A1" scale="2️⃣satisfacton"><label>b</label></item></factor>
      """
    sample.expectFindings([
      "1️⃣": "questionnaire.area.unknown", "2️⃣": "questionnaire.scale.unknown",
    ])
  }

  private func weighted(_ first: String, _ second: String) -> SampleQuestionnaire {
    var sample = SampleQuestionnaire()
    sample.factors = """
      1️⃣<factor id="a" \(first)><label>a</label>
        <item id="A1" scale="satisfaction"><label>a1</label></item></factor>
      2️⃣<factor id="b" \(second)><label>b</label>
        <item id="B1" scale="satisfaction"><label>b1</label></item></factor>
      """
    sample.index = """
      <item measure="satisfied-share"/><factor measure="mean-of-items"/>
      3️⃣<overall measure="weighted"/><rounding places="2"/>
      """
    return sample
  }

  @Test func `the weights of a weighted index are there and add up to 1`() {
    weighted(#"weight="0.1""#, #"weight="0.9""#).expectFindings([:])
    weighted(#"weight="0.1""#, #"weight="0.8999999995""#).expectFindings([:])
    weighted(#"weight="0.1""#, #"weight="0.899999998""#)
      .expectFindings(["3️⃣": "questionnaire.weight.sum"])
    weighted(#"weight="1""#, "").expectFindings(["2️⃣": "questionnaire.weight.missing"])
  }

  @Test func `a factor measured by one item names an item of its own`() {
    var sample = SampleQuestionnaire()
    sample.factors = """
      1️⃣<factor id="a"><label>a</label>
        <item id="A1" scale="satisfaction"><label>a1</label></item></factor>
      <factor id="b" overall-item="2️⃣A1"><label>b</label>
        <item id="B1" scale="satisfaction"><label>b1</label></item></factor>
      """
    sample.index = sample.index.replacing("mean-of-items", with: "item")
    sample.expectFindings([
      "1️⃣": "questionnaire.overall-item.missing", "2️⃣": "questionnaire.overall-item.unknown",
    ])
  }

  @Test func `limits are numbers in order, on variables that are numbers`() {
    var sample = SampleQuestionnaire()
    sample.variables += """
      <variable id="a" kind="integer" min="1️⃣100" max="10"/>
      <variable id="b" kind="number" min="2️⃣2021-01-01"/>
      <variable id="c" kind="date" 3️⃣max="2021-01-01"/>
      """
    sample.expectFindings([
      "1️⃣": "questionnaire.bounds.order", "2️⃣": "questionnaire.bounds.form",
      "3️⃣": "questionnaire.bounds.kind",
    ])
  }

  @Test func `answers belong to categories`() {
    var sample = SampleQuestionnaire()
    sample.variables += #"<variable id="a" kind="text">1️⃣<answer code="1"/></variable>"#
    sample.expectFindings(["1️⃣": "questionnaire.answers.kind"])
  }

  @Test func `a label twice in one language, or in a language not shown, is reported`() {
    var sample = SampleQuestionnaire()
    sample.variables += """
      <variable id="a" kind="text"><label>x</label>1️⃣<label>y</label>
        <label xml:lang="en">z</label><label xml:lang="2️⃣fr">w</label></variable>
      <variable id="b" kind="text"><label>p</label></variable>
      <variable id="c" kind="text">3️⃣<label>P</label></variable>
      """
    sample.expectFindings([
      "1️⃣": "file.text.repeated", "2️⃣": "file.language.unsupported",
      "3️⃣": "questionnaire.field-label.duplicate",
    ])
  }

  @Test func `a broken declaration does not make its users complain`() {
    var sample = SampleQuestionnaire()
    sample.scale = sample.scale.replacing(
      #"<scale id="satisfaction">"#, with: #"<scale 1️⃣idd="satisfaction">"#)
    sample.expectFindings(["1️⃣": "xml.attribute.unknown"])
  }

  @Test func `faults of structure and of meaning are reported together`() {
    var sample = SampleQuestionnaire()
    sample.variables = """
      <variable id="FB" kind="1️⃣list"><answer code="0"/><answer code="1"/></variable>
      """
    sample.factors = sample.factors.replacing(
      #"<item id="A2" scale="satisfaction">"#, with: #"<item id="A2" scale="2️⃣other">"#)
    sample.expectFindings([
      "1️⃣": "xml.value.not-allowed", "2️⃣": "questionnaire.scale.unknown",
    ])
  }
}
