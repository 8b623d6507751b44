import Templates
import Testing

@Suite struct TemplateTests {
  private struct Page {
    var title: String
    var rows: [Row]
    struct Row { var name: String }
  }

  @Test func `values are filled in and escaped for HTML`() throws {
    let template = try Template("<h1>{{title}}</h1>{{#rows}}<p>{{name}}</p>{{/rows}}")
    let page = Page(title: "Phiếu <1> & \"2\"", rows: [.init(name: "A"), .init(name: "Đ")])
    #expect(
      template.render(page) == "<h1>Phiếu &lt;1&gt; &amp; &quot;2&quot;</h1><p>A</p><p>Đ</p>")
  }

  @Test func `a template that is not closed is an error with a reason`() {
    #expect {
      _ = try Template("{{#rows}}<p>")
    } throws: { error in
      (error as? TemplateError).map { !$0.reason.isEmpty } ?? false
    }
  }
}
