import CLibXML2
import SurveyModel

extension XMLSchema {
  /// What libxml2 says against a document, in its own English words and without repairs.
  ///
  /// For schemas that are not the product's: nobody who reads the messages has written the document
  /// by hand. ``readXML(_:file:schema:limits:)`` explains faults to people.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name, for the messages.
  /// - Returns: One message per fault; empty where the document follows the schema.
  package func messages(about bytes: [UInt8], file: String) -> [String] {
    let source: XMLSourceText
    switch decodeXMLBytes(bytes, file: file) {
    case .success(let decoded): source = decoded
    case .failure(let error): return [error.finding.message.text(in: .en)]
    }
    do {
      let parsed = try ParsedXML(source)
      let compiled = try CompiledSchema(self)
      return SchemaCheck.validate(parsed, with: compiled).map(\.message.trimmedLine)
    } catch {
      return ["\(error)"]
    }
  }
}
