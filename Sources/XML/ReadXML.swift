package import SurveyModel

/// What reading one XML file gave.
package struct XMLReading: Sendable {
  /// The content; `nil` when the file is not well-formed.
  ///
  /// It is present although the file does not follow its schema.
  package var root: XMLElement?
  /// Every fault found, in the order of their places.
  package var findings: [Finding]

  package init(root: XMLElement?, findings: [Finding]) {
    self.root = root
    self.findings = findings
  }

  package var isValid: Bool { root != nil && !findings.contains { $0.severity == .error } }
}

/// Parses XML from memory, safely, and validates it when a schema is given.
///
/// Nothing outside `bytes` is read: DOCTYPE, entities, XInclude and schema locations are refused or
/// ignored. Any bytes at all end in a value or in findings.
///
/// - Parameters:
///   - bytes: The content of the file; UTF-8 or UTF-16.
///   - file: The path as the user gave it, for the places of findings.
///   - schema: The vocabulary to check against; `nil` checks the syntax alone.
///   - limits: How large and deep the file may be.
/// - Returns: The content and every fault, with places.
/// - Complexity: O(length of `bytes`).
package func readXML(
  _ bytes: [UInt8], file: String, schema: XMLSchema? = nil, limits: XMLLimits = .standard
) -> XMLReading {
  guard bytes.count <= limits.bytes else {
    let place = SourceLocation(file: file)
    return XMLReading(root: nil, findings: [.fileTooLarge(limit: limits.bytes, at: place)])
  }
  let source: XMLSourceText
  switch decodeXMLBytes(bytes, file: file) {
  case .success(let decoded): source = decoded
  case .failure(let error): return XMLReading(root: nil, findings: [error.finding])
  }
  var scanner = SyntaxScanner(source, limits: limits)
  scanner.scan()
  guard scanner.findings.isEmpty else {
    return XMLReading(root: nil, findings: scanner.findings.sorted(by: Finding.inOrder))
  }
  do {
    let parsed = try ParsedXML(source)
    let root = parsed.copyRoot(marks: scanner.marks, source: source)
    guard let root, let schema else { return XMLReading(root: root, findings: []) }
    if let finding = checkRoot(root, against: schema.outline) {
      return XMLReading(root: root, findings: [finding])
    }
    let check = SchemaCheck(schema: schema, root: root)
    let findings = check.findings(in: parsed)
    return XMLReading(root: root, findings: findings.sorted(by: Finding.inOrder))
  } catch {
    return XMLReading(root: nil, findings: [error.finding])
  }
}

/// A wrong root or namespace makes every other complaint of the schema meaningless.
private func checkRoot(_ root: XMLElement, against outline: SchemaOutline) -> Finding? {
  guard outline.rootNames.contains(root.name) else {
    return .unknownRoot(root.name, expected: outline.rootNames, at: root.place)
  }
  guard root.namespace == outline.targetNamespace else {
    return .wrongRootNamespace(
      root.namespace, expected: outline.targetNamespace ?? "", root: root.name, at: root.place)
  }
  return nil
}
