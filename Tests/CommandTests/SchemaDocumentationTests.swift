import Foundation
import Testing
import XML

@Suite struct SchemaDocumentationTests {
  @Test(arguments: ["questionnaire.xsd", "survey.xsd", "plan.xsd", "report.xsd", "forms.xsd"])
  func `every element and attribute of a vocabulary is explained in both languages`(
    name: String
  ) throws {
    let path = "questionnaires/schema/" + name
    let bytes = try Data(contentsOf: URL(fileURLWithPath: projectRoot + "/" + path))
    let root = try #require(readXML(Array(bytes), file: path).root)
    var explained = 0
    func visit(_ element: XMLElement) {
      let isDeclaration = element.name == "element" || element.name == "attribute"
      if isDeclaration, let declared = element[attribute: "name"] {
        let texts = element.child("annotation")?.children(named: "documentation") ?? []
        for language in ["vi", "en"] {
          let text = texts.first { $0.language == language }?.text ?? ""
          #expect(text.count > 8, "\(element.place): \(declared) lacks \(language)")
        }
        explained += 1
      }
      for child in element.children { visit(child) }
    }
    visit(root)
    #expect(explained > 15)
  }
}
