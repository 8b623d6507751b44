import CLibXML2
import SurveyModel

/// A schema that cannot be used: a fault of the program that carries it, not of a user's file.
package struct XMLSchemaError: Error, CustomStringConvertible {
  package let description: String
}

/// One XML vocabulary: its XSD, checked once, and the words its documentation gives.
///
/// A value without pointers: the compiled schema of libxml2 lives only while a file is validated
/// (compiling takes about two milliseconds), so a schema can be shared between threads.
package struct XMLSchema: Sendable {
  /// File name of the XSD, for messages.
  package let name: String
  let bytes: [UInt8]
  let imports: [String: [UInt8]]
  let outline: SchemaOutline

  package var targetNamespace: String? { outline.targetNamespace }
  package var rootNames: [String] { outline.rootNames }

  /// Reads and compiles a schema from memory.
  ///
  /// - Parameters:
  ///   - bytes: The XSD.
  ///   - name: Its file name, for messages.
  ///   - imports: What its `xs:import` may load, by file name; nothing else is ever loaded.
  /// - Throws: ``XMLSchemaError`` when the bytes are not a schema that libxml2 accepts.
  package init(
    _ bytes: [UInt8], name: String, imports: [String: [UInt8]] = [:]
  ) throws(XMLSchemaError) {
    self.name = name
    self.bytes = bytes
    self.imports = imports
    let reading = readXML(bytes, file: name)
    guard let root = reading.root, reading.findings.isEmpty else {
      let reason = reading.findings.first?.message.text(in: .en) ?? "not XML"
      throw XMLSchemaError(description: "\(name): \(reason)")
    }
    outline = SchemaOutline(schema: root)
    _ = try CompiledSchema(self)
  }
}

/// The schema as libxml2 holds it, freed with this value.
struct CompiledSchema: ~Copyable {
  let pointer: xmlSchemaPtr

  deinit { xmlSchemaFree(pointer) }

  init(_ schema: XMLSchema) throws(XMLSchemaError) {
    _ = LibXML.ready
    let issues = LibXMLIssues(capacity: 20)
    let compiled = LibXML.$imports.withValue(schema.imports) {
      schema.bytes.withUnsafeBytes { buffer -> xmlSchemaPtr? in
        guard
          let context = xmlSchemaNewMemParserCtxt(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        else { return nil }
        defer { xmlSchemaFreeParserCtxt(context) }
        xmlSchemaSetParserStructuredErrors(
          context,
          { userData, error in
            guard let error else { return }
            LibXMLIssues.at(userData)?.append(error.pointee)
          }, issues.pointer)
        return xmlSchemaParse(context)
      }
    }
    // An import that could not be loaded is a mere warning to libxml2, with wrong results after it.
    // One namespace imported by two schemas of a set is read once, and said by the way.
    let faults = issues.list.filter { $0.code != Int32(XML_SCHEMAP_WARN_SKIP_SCHEMA.rawValue) }
    guard let compiled, faults.isEmpty else {
      if let compiled { xmlSchemaFree(compiled) }
      let reason = faults.first?.message.trimmedLine ?? "cannot be compiled"
      throw XMLSchemaError(description: "\(schema.name): \(reason)")
    }
    pointer = compiled
  }
}
