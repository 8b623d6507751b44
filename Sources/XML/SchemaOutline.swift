import SurveyModel

/// What a schema allows in each place, read from the schema's own XML.
///
/// libxml2 decides whether a file is valid; the outline supplies the words: what may stand here,
/// in which order, which attributes exist, what a value means in the schema's documentation.
/// It covers the parts of XML Schema that the vocabularies use: named and anonymous types,
/// sequences, choices, simple and complex content extensions, restrictions.
struct SchemaOutline: Sendable {
  struct Child: Sendable {
    var name: String
    /// Position in the order; members of one choice share a rank.
    var rank: Int
    var mayRepeat: Bool
    var isRequired: Bool
    /// One of several of which one must stand here.
    var isAlternative = false
    var documentation: LocalizedText
    var typeName: String?
    var anonymousType: XMLElement?
  }

  struct Attribute: Sendable {
    var name: String
    var isRequired: Bool
    var documentation: LocalizedText
    var typeName: String?
  }

  /// One element's content.
  struct Content: Sendable {
    var children: [Child] = []
    var attributes: [Attribute] = []
    /// The simple type of the text, when the element holds text.
    var textType: String?

    func child(_ name: String) -> Child? { children.first { $0.name == name } }
    func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
  }

  let targetNamespace: String?
  private(set) var rootNames: [String] = []
  private var roots: [String: Child] = [:]
  private var complexTypes: [String: XMLElement] = [:]
  private var simpleTypes: [String: XMLElement] = [:]

  init(schema: XMLElement) {
    targetNamespace = schema[attribute: "targetNamespace"]
    for element in schema.children {
      guard let name = element[attribute: "name"] else { continue }
      switch element.name {
      case "element":
        rootNames.append(name)
        roots[name] = Self.child(element, rank: 0)
      case "complexType": complexTypes[name] = element
      case "simpleType": simpleTypes[name] = element
      default: break
      }
    }
  }

  /// The content of the element reached by `path`, root first; `nil` where the path is unknown.
  func content(of path: [String]) -> Content? {
    guard let first = path.first, var current = roots[first] else { return nil }
    for name in path.dropFirst() {
      guard let next = content(of: current).child(name) else { return nil }
      current = next
    }
    return content(of: current)
  }

  /// The documentation of a named simple type, and its allowed values.
  func simpleType(_ name: String) -> (documentation: LocalizedText, values: [String])? {
    guard let type = simpleTypes[name] else { return nil }
    let values = type.child("restriction")?.children(named: "enumeration") ?? []
    return (Self.documentation(of: type), values.compactMap { $0[attribute: "value"] })
  }

  /// The built-in type (`xs:decimal`…) that a type comes down to.
  func builtInType(of name: String) -> String {
    var current = name
    for _ in 0..<16 {
      guard let base = simpleTypes[current]?.child("restriction")?[attribute: "base"] else { break }
      current = base
    }
    return current
  }

  /// The limits of a numeric type, for example `0` and `6`.
  func bounds(of name: String) -> [(facet: String, value: String)] {
    guard let restriction = simpleTypes[name]?.child("restriction") else { return [] }
    let facets = ["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"]
    return restriction.children.compactMap { facet in
      facets.contains(facet.name) ? facet[attribute: "value"].map { (facet.name, $0) } : nil
    }
  }

  // MARK: Reading the schema

  private func content(of child: Child) -> Content {
    var content = Content()
    if let type = child.anonymousType {
      collect(type, into: &content)
    } else if let name = child.typeName {
      if let type = complexTypes[name] {
        collect(type, into: &content)
      } else {
        content.textType = name
      }
    }
    return content
  }

  private func collect(_ type: XMLElement, into content: inout Content) {
    var rank = content.children.count
    for part in type.children {
      switch part.name {
      case "sequence", "choice", "all":
        collectChildren(of: part, into: &content, rank: &rank, mayRepeat: false, sharedRank: nil)
      case "attribute":
        if let attribute = Self.attribute(part) { content.attributes.append(attribute) }
      case "simpleContent", "complexContent":
        for extended in part.children where ["extension", "restriction"].contains(extended.name) {
          if let base = extended[attribute: "base"] {
            if let baseType = complexTypes[base] {
              collect(baseType, into: &content)
            } else {
              content.textType = base
            }
          }
          collect(extended, into: &content)
        }
      default: break
      }
    }
  }

  private func collectChildren(
    of group: XMLElement, into content: inout Content, rank: inout Int, mayRepeat: Bool,
    sharedRank: Int?
  ) {
    let groupRepeats = mayRepeat || Self.repeats(group)
    // Members of a choice, or of a group that repeats, may follow each other in any order.
    let shared = sharedRank ?? (group.name == "choice" || groupRepeats ? rank : nil)
    let isObliging = group.name == "choice" && group[attribute: "minOccurs"] != "0"
    for part in group.children {
      switch part.name {
      case "element":
        guard var child = Self.child(part, rank: shared ?? rank) else { continue }
        if groupRepeats { child.mayRepeat = true }
        if shared != nil {
          child.isRequired = false
          child.isAlternative = isObliging
        }
        content.children.append(child)
        if shared == nil { rank += 1 }
      case "sequence", "choice":
        collectChildren(
          of: part, into: &content, rank: &rank, mayRepeat: groupRepeats, sharedRank: shared)
      default: break
      }
    }
    if sharedRank == nil, shared != nil { rank += 1 }
  }

  private static func child(_ element: XMLElement, rank: Int) -> Child? {
    guard let name = element[attribute: "name"] else { return nil }
    return Child(
      name: name, rank: rank, mayRepeat: repeats(element),
      isRequired: element[attribute: "minOccurs"] != "0", documentation: documentation(of: element),
      typeName: element[attribute: "type"],
      anonymousType: element.child("complexType") ?? element.child("simpleType"))
  }

  private static func attribute(_ element: XMLElement) -> Attribute? {
    guard let name = element[attribute: "name"] ?? element[attribute: "ref"] else { return nil }
    return Attribute(
      name: name, isRequired: element[attribute: "use"] == "required",
      documentation: documentation(of: element), typeName: element[attribute: "type"])
  }

  private static func repeats(_ element: XMLElement) -> Bool {
    let maximum = element[attribute: "maxOccurs"] ?? "1"
    return maximum == "unbounded" || (Int(maximum) ?? 1) > 1
  }

  private static func documentation(of element: XMLElement) -> LocalizedText {
    var text = LocalizedText()
    for part in element.child("annotation")?.children(named: "documentation") ?? [] {
      // Findings are phrases, the schema's documentation is sentences.
      let phrase = part.text.hasSuffix(".") ? String(part.text.dropLast()) : part.text
      switch part.language {
      case "en": text.en = phrase
      default: text.vi = phrase
      }
    }
    return text
  }
}
