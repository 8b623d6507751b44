import CLibXML2
import SurveyModel

/// A document parsed by libxml2, with every element numbered in document order.
///
/// Move-only, so that the document is freed exactly once; it never leaves this module.
struct ParsedXML: ~Copyable {
  let document: xmlDocPtr
  let elementCount: Int

  deinit { xmlFreeDoc(document) }

  /// Parses valid UTF-8; on failure gives the first fault libxml2 found.
  init(_ source: XMLSourceText) throws(FindingError) {
    _ = LibXML.ready
    guard let context = xmlNewParserCtxt() else {
      throw FindingError(.otherSyntax("out of memory", at: SourceLocation(file: source.file)))
    }
    defer { xmlFreeParserCtxt(context) }
    let issues = LibXMLIssues(capacity: 20)
    context.pointee._private = issues.pointer
    // libxml2 calls serror with the context's userData, which is the context itself.
    context.pointee.sax.pointee.serror = { userData, error in
      guard let userData, let error else { return }
      let context = userData.assumingMemoryBound(to: xmlParserCtxt.self)
      let offset = xmlByteConsumed(context)
      LibXMLIssues.at(context.pointee._private)?.append(
        error.pointee, byteOffset: offset >= 0 ? Int(offset) : nil)
    }
    // The scanner has refused DOCTYPE already; this stops one it might have missed.
    context.pointee.sax.pointee.internalSubset = { userData, _, _, _ in
      guard let userData else { return }
      let context = userData.assumingMemoryBound(to: xmlParserCtxt.self)
      context.pointee.wellFormed = 0
      xmlStopParser(context)
    }
    let parsed = source.bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        "UTF-8", LibXML.options)
    }
    let isClean = context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1
    guard let parsed, isClean else {
      if let parsed { xmlFreeDoc(parsed) }
      throw FindingError(Self.finding(for: issues.list.first { !$0.isWarning }, in: source))
    }
    document = parsed
    var count = 0
    Self.forEachElement(of: parsed) { element in
      count += 1
      element.pointee._private = UnsafeMutableRawPointer(bitPattern: count)
    }
    elementCount = count
  }

  private static func finding(for issue: LibXMLIssue?, in source: XMLSourceText) -> Finding {
    let place = issue?.byteOffset.map { source.place(at: $0) } ?? SourceLocation(file: source.file)
    guard let issue else { return .otherSyntax("", at: place) }
    if let offset = issue.byteOffset, source.bytes.starts(with: "<?xml".utf8),
      let end = source.bytes.firstIndex(of: UInt8(ascii: ">")), offset <= end + 1
    {
      return .malformedDeclaration(at: source.place(at: 0))
    }
    let text = issue.message.trimmedLine
    if issue.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) {
      return .undeclaredPrefix(text.firstWordBefore(" on ") ?? "", at: place)
    }
    return .otherSyntax(text, at: place)
  }

  /// The elements by number.
  borrowing func elements() -> [xmlNodePtr] {
    var elements: [xmlNodePtr] = []
    Self.forEachElement(of: document) { elements.append($0) }
    return elements
  }

  /// Visits the elements in document order, without recursion.
  private static func forEachElement(of document: xmlDocPtr, _ visit: (xmlNodePtr) -> Void) {
    let root = xmlDocGetRootElement(document)
    var current = root
    while let node = current {
      if node.pointee.type == XML_ELEMENT_NODE {
        visit(node)
        if let child = node.pointee.children {
          current = child
          continue
        }
      }
      var next: xmlNodePtr? = node
      while let candidate = next, candidate != root, candidate.pointee.next == nil {
        next = candidate.pointee.parent
      }
      guard let candidate = next, candidate != root else { return }
      current = candidate.pointee.next
    }
  }

  /// Copies the document into values, with the places the scanner found.
  ///
  /// Depth is bounded by ``XMLLimits/depth``, so recursion is safe.
  borrowing func copyRoot(marks: [ElementMark], source: XMLSourceText) -> XMLElement? {
    guard let root = xmlDocGetRootElement(document) else { return nil }
    let copier = ElementCopier(marks: marks, source: source)
    return copier.copy(root, language: nil)
  }
}

private struct ElementCopier {
  let marks: [ElementMark]
  let source: XMLSourceText

  func copy(_ node: xmlNodePtr, language: String?) -> XMLElement {
    let index = Int(bitPattern: node.pointee._private) - 1
    let mark = marks.indices.contains(index) ? marks[index] : nil
    let place =
      mark.map { source.place(at: $0.start) }
      ?? SourceLocation(file: source.file, line: Int(xmlGetLineNo(node)))
    var attributes: [XMLAttribute] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      attributes.append(copy(current, mark: mark, elementPlace: place))
      attribute = current.pointee.next
    }
    let language = attributes.first { $0.name == "xml:lang" }?.value ?? language
    var children: [XMLElement] = []
    var text = ""
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: children.append(copy(current, language: language))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { text += String(cString: content) }
      default: break
      }
      child = current.pointee.next
    }
    return XMLElement(
      name: String(cString: node.pointee.name),
      namespace: node.pointee.ns?.pointee.href.map { String(cString: $0) },
      attributes: attributes, children: children, text: text.trimmedLine, language: language,
      place: place, textPlace: mark?.text.map { source.place(at: $0) } ?? place)
  }

  private func copy(
    _ attribute: UnsafeMutablePointer<xmlAttr>, mark: ElementMark?, elementPlace: SourceLocation
  ) -> XMLAttribute {
    let local = String(cString: attribute.pointee.name)
    let prefix = attribute.pointee.ns?.pointee.prefix.map { String(cString: $0) }
    let name = prefix.map { "\($0):\(local)" } ?? local
    var value = ""
    if let content = xmlNodeListGetString(
      attribute.pointee.doc, attribute.pointee.children, 1)
    {
      value = String(cString: content)
      sipas_xml_free(content)
    }
    let written = mark?.attributes.first { source.text($0.name) == name }
    let writtenValue = written.map { source.text($0.value) }
    return XMLAttribute(
      name: name, value: value,
      place: written.map { source.place(at: $0.name.lowerBound) } ?? elementPlace,
      valuePlace: written.map { source.place(at: $0.value.lowerBound) } ?? elementPlace,
      written: writtenValue == value ? nil : writtenValue)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmedLine: String {
    let isSpace: (Unicode.Scalar) -> Bool = {
      $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// In "Namespace prefix x on y is not defined", the word before `marker`.
  func firstWordBefore(_ marker: String) -> String? {
    guard let range = firstRange(of: marker) else { return nil }
    return self[..<range.lowerBound].split(separator: " ").last.map(String.init)
  }
}
