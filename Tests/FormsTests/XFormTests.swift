import Foundation
import SurveyModel
import Testing
import XML

@testable import Forms

@Suite struct XFormTests {
  private func text(_ source: FormSource) -> String {
    String(decoding: xform(of: source), as: UTF8.self)
  }

  @Test func `the form of a tiny questionnaire`() throws {
    try expectGolden(xform(of: FormSource(questionnaire: tinyQuestionnaire())), "tiny-xform.xml")
  }

  @Test func `the same questionnaire gives the same bytes`() throws {
    let source = try everyFeatureInSurvey()
    #expect(xform(of: source) == xform(of: source))
  }

  @Test func `every field stands once in the instance and has one bind`() throws {
    let source = try everyFeatureInSurvey()
    let form = text(source)
    let paths = FormPaths(source)
    for field in source.questionnaire.fields {
      #expect(form.components(separatedBy: "<\(field.id)/>").count == 2, "\(field.id)")
      let bind = "<bind nodeset=\"\(paths.path(of: field.id))\""
      #expect(form.components(separatedBy: bind).count == 2, "\(field.id)")
    }
  }

  @Test func `every text that is referred to is there in both languages`() throws {
    let form = text(try everyFeatureInSurvey())
    var found = 0
    for piece in form.components(separatedBy: "jr:itext('").dropFirst() {
      let id = try #require(piece.components(separatedBy: "'").first)
      #expect(form.components(separatedBy: "<text id=\"\(id)\">").count == 3, "\(id)")
      found += 1
    }
    #expect(found > 20)
  }

  @Test func `communes are narrowed by their district, and shown whole without one`() throws {
    let form = text(try everyFeatureInSurvey())
    #expect(
      form.contains(
        "instance('list_commune')/root/item[parent = /data/_about/district or parent = '' or "
          + "/data/_about/district = '']"))
    #expect(form.contains("<name>B1</name>\n            <parent>BẮC</parent>"))
  }

  @Test func `a list that nobody has given is typed`() throws {
    let form = text(FormSource(questionnaire: try everyFeature()))
    #expect(form.contains("<input ref=\"/data/_about/commune\">"))
  }

  @Test func `what the telephone knows is not asked`() throws {
    let form = text(try everyFeatureInSurvey())
    #expect(form.contains("calculate=\"once(uuid())\""))
    for id in ["interview_id", "duration_seconds"] {
      #expect(!form.contains("<input ref=\"/data/_about/\(id)\">"))
    }
    #expect(form.contains("jr:preload=\"timestamp\" jr:preloadParams=\"start\""))
  }

  @Test func `a duration that decides what is asked is typed`() throws {
    var source = try everyFeatureInSurvey()
    let item = try #require(source.questionnaire.fieldIndex("F1"))
    source.questionnaire.fields[item].askedWhen = .compare(
      field: "duration_seconds", .greater, literal: "60")
    let form = text(source)
    #expect(form.contains("<input ref=\"/data/_about/duration_seconds\">"))
    #expect(!form.contains("now()"))
  }

  @Test func `a missing code may lie outside the bounds`() throws {
    let form = text(try everyFeatureInSurvey())
    #expect(form.contains("constraint=\"(. &gt;= 1 and . &lt;= 20) or . = -1\""))
    #expect(
      form.contains(
        "<value>Câu trả lời phải là số nguyên từ 1 đến 20, hoặc -1 (Từ chối).</value>"))
  }

  @Test func `what only a keying person sees is no choice on a telephone`() throws {
    let form = text(try everyFeatureInSurvey())
    #expect(form.contains("<name>9</name>"))
    #expect(!form.contains("<name>99</name>"))
  }

  @Test func `the instance made by hand from the form of Gia Lai has its nodes in its order`()
    throws
  {
    let source = try giaLai()
    let paths = FormPaths(source)
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: projectRoot + "/Tests/Fixtures/forms/gia-lai-instance.xml"))
    let root = try #require(
      readXML(Array(bytes), file: "gia-lai-instance.xml").root)
    var leaves: [String] = []
    func walk(_ element: XMLElement, _ path: String) {
      if element.children.isEmpty { leaves.append("\(path)/\(element.name)") }
      for child in element.children { walk(child, "\(path)/\(element.name)") }
    }
    walk(root, "")
    let groups = XFormWriter(source).groups.flatMap(\.fields)
    let fields = groups + source.sections.flatMap(\.items)
    #expect(
      leaves == ["/data/_start", "/data/_end"] + fields.map { paths.path(of: $0.id) }
        + ["/data/meta/instanceID"])
  }
}
