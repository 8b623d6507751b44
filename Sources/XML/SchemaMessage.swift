/// The facts in one validation message of libxml2.
///
/// Messages read `Element '{ns}item', attribute 'scale': [facet 'pattern'] The value …` and
/// `… This element is not expected. Expected is one of ( {ns}label, {ns}item ).`; their wording has
/// been stable since 2005, and libxml2 gives the facts nowhere else.
struct SchemaMessage {
  /// Local name of the attribute concerned.
  let attribute: String?
  /// Local names of the elements expected.
  let expected: [String]
  /// The message after the element and attribute are named.
  let detail: String

  init(_ message: String) {
    let line = message.trimmedLine
    let head: Substring
    if let colon = Self.endOfHead(of: line) {
      head = line[..<colon]
      detail = String(line[line.index(colon, offsetBy: 2)...])
    } else {
      head = ""
      detail = line
    }
    attribute =
      Self.quotedName(after: "attribute '", in: head)
      ?? Self.quotedName(after: "The attribute '", in: detail[...])
    expected = Self.expectedNames(in: detail)
  }

  var isMissingChild: Bool { detail.hasPrefix("Missing child element") }
  var isNoMatch: Bool { detail.hasPrefix("No match found") }

  /// The `: ` after the quoted names; namespaces hold colons but no colon followed by a space.
  private static func endOfHead(of line: String) -> String.Index? {
    line.hasPrefix("Element '")
      ? line.firstRange(of: "': ").map { line.index(after: $0.lowerBound) }
      : nil
  }

  private static func quotedName(after marker: String, in text: Substring) -> String? {
    guard let start = text.firstRange(of: marker)?.upperBound else { return nil }
    let name = text[start...].prefix { $0 != "'" }
    return localName(name)
  }

  private static func expectedNames(in detail: String) -> [String] {
    guard let marker = detail.firstRange(of: "Expected is") else { return [] }
    let rest = detail[marker.upperBound...]
    guard let open = rest.firstIndex(of: "("), let close = rest.lastIndex(of: ")"), open < close
    else { return [] }
    return rest[rest.index(after: open)..<close].split(separator: ",").compactMap { part in
      let name = localName(part.drop { $0 == " " }.prefix { $0 != " " })
      return name.isEmpty || name == "..." || name.contains("*") ? nil : name
    }
  }

  private static func localName(_ name: Substring) -> String {
    guard name.first == "{", let close = name.firstIndex(of: "}") else { return String(name) }
    return String(name[name.index(after: close)...])
  }
}
