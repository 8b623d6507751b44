import CLibXML2
import SurveyModel

/// Explains one unexpected or missing child element, and repairs libxml2's copy of the document so
/// that validation can go on behind it.
struct SchemaRepair {
  struct Outcome {
    var finding: Finding?
    var isRepaired: Bool
  }

  let check: SchemaCheck
  /// The elements by number; those taken out stay allocated until ``freeRemoved()``.
  private let elements: [xmlNodePtr]
  private var removed: [xmlNodePtr] = []
  private var moved: Set<Int> = []

  init(check: SchemaCheck, parsed: borrowing ParsedXML) {
    self.check = check
    elements = parsed.elements()
  }

  /// Frees what was taken out of the document; call once, after the last validation.
  mutating func freeRemoved() {
    for node in removed { xmlFreeNode(node) }
    removed = []
  }

  mutating func repair(_ index: Int, message: SchemaMessage) -> Outcome {
    guard elements.indices.contains(index) else {
      return Outcome(finding: nil, isRepaired: false)
    }
    let node = elements[index]
    if message.isMissingChild {
      return addMissing(message.expected, to: index, node: node, before: nil)
    }
    return repairUnexpected(index, node: node, expected: message.expected)
  }

  private mutating func repairUnexpected(
    _ index: Int, node: xmlNodePtr, expected: [String]
  ) -> Outcome {
    let element = check.nodes[index].element
    guard let parent = check.nodes[index].parent,
      let content = check.schema.outline.content(of: check.nodes[parent].path)
    else { return remove(node, nil) }
    let parentName = check.nodes[parent].element.name
    let namespace = check.schema.targetNamespace
    if element.namespace != namespace {
      return remove(
        node,
        .foreignElement(
          element.name, namespace: element.namespace, expected: namespace ?? "", at: element.place))
    }
    guard let child = content.child(element.name) else {
      let allowed = content.children.map(\.name)
      return remove(
        node, .unknownElement(element.name, in: parentName, allowed: allowed, at: element.place))
    }
    guard !moved.contains(index) else { return remove(node, nil) }
    let earlier = siblings(of: node, forward: false)
    if !child.mayRepeat, let first = earlier.last(where: { name(of: $0) == element.name }) {
      return remove(
        node,
        .repeatedElement(
          element.name, in: parentName, firstLine: line(of: first), at: element.place))
    }
    if let behind = earlier.last(where: { rank(of: $0, in: content) > child.rank }) {
      moved.insert(index)
      xmlAddPrevSibling(behind, node)
      return Outcome(
        finding: .misplacedElement(
          element.name, before: name(of: behind), otherLine: line(of: behind), at: element.place),
        isRepaired: true)
    }
    if !child.mayRepeat,
      let other = earlier.last(where: { rank(of: $0, in: content) == child.rank })
    {
      return remove(
        node,
        .exclusiveElement(
          element.name, in: parentName, other: name(of: other), otherLine: line(of: other),
          at: element.place))
    }
    return moveOrAdd(expected, before: node, child: child, parent: parent, content: content)
  }

  /// Something is missing before `node`: it stands further down, or nowhere.
  private mutating func moveOrAdd(
    _ expected: [String], before node: xmlNodePtr, child: SchemaOutline.Child, parent: Int,
    content: SchemaOutline.Content
  ) -> Outcome {
    for late in siblings(of: node, forward: true) where expected.contains(name(of: late)) {
      guard rank(of: late, in: content) < child.rank, let index = Self.index(of: late),
        !moved.contains(index)
      else { continue }
      moved.insert(index)
      xmlAddPrevSibling(node, late)
      return Outcome(
        finding: .misplacedElement(
          name(of: late), before: child.name, otherLine: line(of: node),
          at: check.nodes[index].element.place),
        isRepaired: true)
    }
    guard let parentNode = node.pointee.parent else { return remove(node, nil) }
    return addMissing(expected, to: parent, node: parentNode, before: node)
  }

  private mutating func remove(_ node: xmlNodePtr, _ finding: Finding?) -> Outcome {
    xmlUnlinkNode(node)
    removed.append(node)
    return Outcome(finding: finding, isRepaired: true)
  }

  /// Reports a missing child of the element `index` and puts an empty one in its place.
  private mutating func addMissing(
    _ expected: [String], to index: Int, node: xmlNodePtr, before next: xmlNodePtr?
  ) -> Outcome {
    let content = check.schema.outline.content(of: check.nodes[index].path)
    let present = Set(check.nodes[index].element.children.map(\.name))
    let absent = expected.filter { !present.contains($0) }
    let required = absent.filter { content?.child($0)?.isRequired ?? true }
    let alternatives = absent.filter { content?.child($0)?.isAlternative ?? false }
    // libxml2 also lists what may stand here without having to.
    let named = [required, alternatives, absent, expected].first { !$0.isEmpty } ?? []
    guard let first = named.first else {
      return next.map { remove($0, nil) } ?? Outcome(finding: nil, isRepaired: false)
    }
    guard let stub = xmlNewDocNode(node.pointee.doc, node.pointee.ns, first, nil) else {
      return Outcome(finding: nil, isRepaired: false)
    }
    if let next {
      xmlAddPrevSibling(next, stub)
    } else {
      xmlAddChild(node, stub)
    }
    let element = check.nodes[index].element
    return Outcome(
      finding: .missingElement(
        named, in: element.name,
        documentation: content?.child(first)?.documentation, at: element.place),
      isRepaired: true)
  }

  // MARK: Small steps on libxml2's tree

  /// Element siblings before (nearest first) or after, without those put in by a repair.
  private func siblings(of node: xmlNodePtr, forward: Bool) -> [xmlNodePtr] {
    var found: [xmlNodePtr] = []
    var current = forward ? node.pointee.next : node.pointee.prev
    while let sibling = current {
      if sibling.pointee.type == XML_ELEMENT_NODE, Self.index(of: sibling) != nil {
        found.append(sibling)
      }
      current = forward ? sibling.pointee.next : sibling.pointee.prev
    }
    return found
  }

  private func rank(of node: xmlNodePtr, in content: SchemaOutline.Content) -> Int {
    content.child(name(of: node))?.rank ?? -1
  }

  private func name(of node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

  private func line(of node: xmlNodePtr) -> Int? {
    Self.index(of: node).flatMap { check.nodes[$0].element.place.line }
  }

  private static func index(of node: xmlNodePtr) -> Int? {
    let number = Int(bitPattern: node.pointee._private)
    return number > 0 ? number - 1 : nil
  }
}
