internal import Testing
package import XML

/// A page taken apart as XML, which is what it is after its first line.
package struct ParsedPage {
  package let text: String
  package let root: XMLElement

  package init(_ bytes: [UInt8]) throws {
    text = String(decoding: bytes, as: UTF8.self)
    let first = "<!DOCTYPE html>\n"
    try #require(text.hasPrefix(first))
    let reading = readXML(
      Array(bytes.dropFirst(first.utf8.count)), file: "page.html",
      limits: XMLLimits(elements: 500_000))
    try #require(reading.findings.isEmpty, "\(reading.findings.prefix(3))")
    root = try #require(reading.root)
  }

  /// The elements of one name, in the order of the page.
  package func all(_ name: String) -> [XMLElement] { all { $0.name == name } }

  package func all(where isWanted: (XMLElement) -> Bool) -> [XMLElement] {
    var found: [XMLElement] = []
    func visit(_ element: XMLElement) {
      if isWanted(element) { found.append(element) }
      element.children.forEach(visit)
    }
    visit(root)
    return found
  }

  package func element(id: String) -> XMLElement? { all { $0[attribute: "id"] == id }.first }
}

extension XMLElement {
  /// Every text inside, without the markup.
  package var wholeText: String {
    ([text] + children.map(\.wholeText)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  package func descendants(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }
}
