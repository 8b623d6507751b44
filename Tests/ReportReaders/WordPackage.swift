internal import Archives
internal import Foundation
internal import Testing
internal import XML

/// An element as it stands in a part: names without prefix, text untouched.
package final class Node {
  package let name: String
  package let attributes: [String: String]
  package var children: [Node] = []
  package var text = ""

  package init(_ name: String, _ attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }

  package var value: String? { attributes["val"] }

  package func child(_ name: String) -> Node? { children.first { $0.name == name } }

  /// This element and all within, in document order.
  package var all: [Node] { [self] + children.flatMap(\.all) }

  package func all(_ name: String) -> [Node] { all.filter { $0.name == name } }

  /// What a reader sees of it: texts, line breaks and tabs.
  package var shown: String {
    all.map { node in
      switch node.name {
      case "t": node.text
      case "br": "\n"
      case "tab": "\t"
      default: ""
      }
    }.joined()
  }
}

/// Reads a part into nodes; a part that is not well-formed is an error.
private final class NodeBuilder: XMLStreamHandler {
  var open = [Node("")]

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    var values: [String: String] = [:]
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      values[name.text] = String(decoding: attributes.value(index), as: UTF8.self)
    }
    let node = Node(name.text, values)
    open[open.count - 1].children.append(node)
    open.append(node)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
  }

  func end(_ name: XMLStreamName) { open.removeLast() }
}

/// The parts of a DOCX.
package struct Parts: Sendable {
  package let bytes: [String: [UInt8]]
  package let names: [String]

  package init(_ file: [UInt8]) throws {
    let path = NSTemporaryDirectory() + "/word-\(UUID().uuidString).docx"
    defer { unlink(path) }
    try Data(file).write(to: URL(filePath: path))
    try self.init(path: path)
  }

  package init(path: String) throws {
    let archive = try Archive(path: path)
    var bytes: [String: [UInt8]] = [:]
    for entry in archive.entries {
      let stream = try archive.stream(entry)
      var content = [UInt8](repeating: 0, count: Int(entry.size))
      var filled = 0
      while filled < content.count {
        filled += try content.withUnsafeMutableBytes {
          try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        }
      }
      bytes[entry.name] = content
    }
    self.bytes = bytes
    names = archive.entries.map(\.name)
  }

  package func part(_ name: String) throws -> Node {
    let bytes = try #require(bytes[name], "the part \(name)")
    let builder = NodeBuilder()
    let stream = XMLStream(builder)
    try bytes.withUnsafeBytes { try stream.feed($0) }
    try stream.finish()
    return try #require(builder.open[0].children.first)
  }

  package var body: Node { get throws { try #require(part("word/document.xml").child("body")) } }
}
