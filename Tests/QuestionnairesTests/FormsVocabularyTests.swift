import Foundation
import SurveyModel
import Testing

@testable import Questionnaires

struct FormsVocabularyTests {
  private static func forms(_ inside: String) -> String {
    """
    <forms xmlns="urn:sipas:forms:1" id="sample">
    <source document="00/QĐ-THỬ"/>
    \(inside)
    </forms>
    """
  }

  /// A form of a column of names and one of figures, with these rows.
  private static func form(_ rows: String) -> String {
    """
    <form id="f"><label>Biểu thử</label>
    <column id="name" content="label"><label>Chỉ tiêu</label></column>
    <column id="now" content="value" year="2024"><label>Năm 2024</label></column>
    \(rows)</form>
    """
  }

  private func expectForms(
    _ inside: String, _ expected: [Character: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(Self.forms(inside), expected, sourceLocation: sourceLocation) {
      readForms($0, file: "test.xml").findings
    }
  }

  private func sonLa() throws -> ReportingForms {
    let loaded = readForms(at: packagePath("samples/son-la-2024/forms.xml"))
    #expect(loaded.findings.map(\.message.en) == [])
    return try #require(loaded.value)
  }

  /// 372/QĐ-UBND of 28 February 2024 of Sơn La: counted in the document.
  @Test func `the outline and both appendices of Sơn La are complete`() throws {
    let forms = try sonLa()
    let items = try #require(forms.outline).allItems
    #expect(items.count == 105)
    #expect(items.prefix(2).map(\.item.code) == ["Phần I", "I."])
    #expect(items.filter { $0.depth == 1 }.map(\.item.code) == ["Phần I", "Phần II", ""])
    #expect(forms.forms.map(\.section) == ["Phụ lục I", "Phụ lục II"])
    #expect(forms.forms.map(\.columns.count) == [7, 6])
    #expect(forms.forms.map(\.rows.count) == [13, 139])
    #expect(forms.forms.map(\.years) == [[], [2023, 2024]])
    let (first, second) = (forms.forms[0].rows, forms.forms[1].rows)
    #expect(first.count { $0.kind == .heading } == 6 && first.count { $0.kind == .blank } == 7)
    #expect(second.count { $0.kind == .heading } == 35)
    let asking = second.filter { $0.kind != .heading }
    #expect(asking.count == 104)
    #expect(asking.flatMap(\.indicators).count == 105)
    #expect(
      forms.areas.map { area in asking.count { $0.area == area.id } }
        == [16, 10, 18, 13, 22, 5, 20])
  }

  /// As printed in 372/QĐ-UBND, appendix II: misprints, a repeated row and a stray one are kept.
  @Test func `the words of Sơn La stay as printed`() throws {
    let forms = try sonLa()
    let rows = forms.forms[1].rows
    func labels(_ text: String) -> [FormRow] { rows.filter { $0.label.vi?.contains(text) == true } }
    #expect(labels("giải quết").map(\.id) == ["II.6.6-5"])
    #expect(labels("01/NĐ-CP").count == 1)
    #expect(rows.filter { $0.code == "6.1" }.map(\.label.vi).count == 2)
    #expect(Set(rows.filter { $0.code == "6.1" }.map(\.label.vi)).count == 1)
    #expect(labels("Tiếp nhận vào làm viên chức").map(\.code) == ["", "4.6"])
    let remedy = forms.outline?.allItems.first { $0.item.id == "PII.I.1-3" }?.item
    #expect(remedy?.label.vi?.contains("Chỉ số năng lực cạnh (PCI)") == true)
    #expect(
      remedy?.fills == [.attainment, .areas, .contributions, .lostPoints, .overdue])
  }

  @Test func `every row without a measure can be entered, number by number`() throws {
    let forms = try sonLa()
    let figures = forms.figures
    #expect(Set(figures.map(\.id)).count == figures.count)
    #expect(figures.allSatisfy { $0.askedYears == [2023, 2024] && !$0.label.isEmpty })
    func units(_ row: String) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: figures.filter {
          $0.id == "form:\(row)" || $0.id.hasPrefix("form:\(row):")
        }.map { ($0.id, $0.unit) })
    }
    #expect(units("I.1-1") == ["form:I.1-1": "count"])
    #expect(
      units("II.2.4-1") == ["form:II.2.4-1": "count", "form:II.2.4-1:percent": "percent"])
    #expect(units("II.6.4-2") == ["form:II.6.4-2": "count", "form:II.6.4-2:total": "count"])
    #expect(units("II.6.6-3") == ["form:II.6.6-3": "percent"])
    // A row of two indicators is entered at these.
    #expect(units("II.2.4-7").isEmpty && units("II.2.4-7.1").count == 2)
    #expect(units("II.6.1").isEmpty == false && units("I.1").isEmpty)
  }

  @Test func `the whole vocabulary is read`() throws {
    let path = packagePath("Fuzz/Corpus/forms/every-kind.xml")
    let loaded = readForms(at: path)
    #expect(loaded.findings.map(\.message.en) == [])
    let forms = try #require(loaded.value)
    #expect(forms.outline?.abstract.vi == "Kết quả thử")
    #expect(forms.outline?.allItems.flatMap(\.item.fills) == OutlineFill.allCases)
    #expect(forms.outline?.allItems.last?.item.measure == .estimate("overall"))
    let form = try #require(forms.forms.first)
    #expect(
      form.columns.map(\.content) == [.code, .label, .unit, .value, .value, .words, .note])
    #expect(form.columns[3].group.vi == "Kết quả" && form.columns[3].year == 2023)
    #expect(Set(form.rows.map(\.kind)) == Set(FormRow.Kind.allCases))
    #expect(form.rows[2].measure == .estimate("access"))
    #expect(form.rows[8].parts.last?.measure == .figure("late"))
    // Figures are not entered for what has a measure.
    #expect(!forms.figures.contains { $0.id == "form:1-2" || $0.id == "form:1-8.2" })
  }

  @Test func `names are unique where they could be confused`() {
    expectForms(
      """
      <area id="a"><label>a</label></area><area id="1️⃣a"><label>b</label></area>
      <outline id="o"><label>o</label><item id="I"><label>x</label></item></outline>
      \(Self.form(
        """
        <row id="2️⃣I" kind="count"><label>x</label>
        <part id="3️⃣I" kind="count"><label>x</label></part></row>
        """))
      """,
      [
        "1️⃣": "forms.id.duplicate", "2️⃣": "forms.id.duplicate", "3️⃣": "forms.id.duplicate",
      ])
  }

  @Test func `rows and items are in areas of the file`() {
    expectForms(
      """
      <area id="finance"><label>a</label></area>
      <outline id="o"><label>o</label>
      <item id="I" area="1️⃣finanse"><label>x</label></item></outline>
      \(Self.form("<row id=\"1\" kind=\"heading\" area=\"2️⃣other\"><label>x</label></row>"))
      """, ["1️⃣": "forms.area.unknown", "2️⃣": "forms.area.unknown"])
  }

  @Test func `columns of figures have a year, and no two hold the same`() {
    expectForms(
      """
      1️⃣<form id="f"><label>f</label>
      <column id="a" content="code" year="2️⃣2024"><label>a</label></column>
      3️⃣<column id="b" content="value"><label>b</label></column>
      <column id="c" content="value" year="2024"><label>c</label></column>
      <column id="d" content="4️⃣value" year="2024"><label>d</label></column>
      <row id="1" kind="blank"/></form>
      """,
      [
        "1️⃣": "forms.column.missing", "2️⃣": "forms.column.year", "3️⃣": "forms.column.year",
        "4️⃣": "forms.column.repeated",
      ])
  }

  @Test func `a measure answers one number`() {
    expectForms(
      Self.form(
        """
        <row id="1" kind="heading" measure="1️⃣overall"><label>x</label></row>
        <row id="2" kind="ratio" measure="2️⃣overall"><label>x</label></row>
        <row id="3" kind="percent" measure="overall"><label>x</label></row>
        <row id="4" kind="count" measure="3️⃣overall"><label>x</label>
        <part id="4.1" kind="pair" measure="4️⃣overall"><label>x</label></part></row>
        """),
      [
        "1️⃣": "forms.measure.misplaced", "2️⃣": "forms.measure.misplaced",
        "3️⃣": "forms.measure.misplaced", "4️⃣": "forms.measure.misplaced",
      ])
  }

  @Test func `rows have names, headings no indicators, files something to fill in`() {
    expectForms(
      Self.form(
        """
        1️⃣<row id="1" kind="count"/>
        <row id="2" kind="heading"><label>x</label>
        2️⃣<part id="2.1" kind="count"><label>x</label></part></row>
        """), ["1️⃣": "forms.row.label-missing", "2️⃣": "forms.row.parts"])
    let empty = "1️⃣<forms xmlns=\"urn:sipas:forms:1\" id=\"f\"><source document=\"x\"/></forms>"
    expect(empty, ["1️⃣": "forms.content.none"]) { readForms($0, file: "test.xml").findings }
  }

  @Test func `a survey's forms name measures of its questionnaire and plan`() throws {
    let folder = packagePath("samples/son-la-2024/")
    let text = try String(contentsOfFile: folder + "forms.xml", encoding: .utf8)
      .replacing("<item id=\"PI.I\"", with: "<item measure=\"acces\" id=\"PI.I\"")
      .replacing("<item id=\"PI.II.1\"", with: "<item measure=\"figure:nothing\" id=\"PI.II.1\"")
      .replacing("<item id=\"PI.II.2\"", with: "<item measure=\"overall\" id=\"PI.II.2\"")
    let root = try #require(readForms(Array(text.utf8), file: "forms.xml").root)
    let campaign = try #require(
      readCampaign(at: folder + "survey.xml", requiresResponses: false).value)
    #expect(campaign.forms?.forms.count == 2)
    let findings = checkFormMeasures(root, against: campaign.questionnaire, plan: nil)
    #expect(findings.map(\.code.id) == ["forms.measure.unknown", "forms.measure.unknown"])
    #expect(findings.first?.remedy.en == "did you mean “access”?")
    expectWords(findings)
  }
}
