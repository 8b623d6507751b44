import CLibXML2

/// Receives libxml2's callbacks and passes them on.
final class XMLStreamEvents {
  private let handler: any XMLStreamHandler
  var context: xmlParserCtxtPtr?
  private(set) var fault: XMLStreamFault?

  init(_ handler: any XMLStreamHandler) { self.handler = handler }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLStreamEvents? {
    pointer.map { Unmanaged<XMLStreamEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: XMLStreamFault) {
    if fault == nil { fault = reason }
    if let context { xmlStopParser(context) }
  }

  /// Stops a document in another encoding than UTF-8 and UTF-16, which every program may write and
  /// reads.
  ///
  /// libxml2 would ask the C library for it, and pass over letters that cannot be converted.
  private func checkEncoding() {
    guard let name = context?.pointee.encoding.map({ String(cString: $0) }) else { return }
    let known = ["UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"]
    guard !known.contains(name.uppercased()) else { return }
    stop(.syntax(message: "encoding \(name.prefix(40))", line: 1))
  }

  /// Namespaces are resolved by libxml2; only elements, text and faults are listened to.
  static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startDocument = { user in XMLStreamEvents.at(user)?.checkEncoding() }
    sax.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let events = XMLStreamEvents.at(user), let name else { return }
      events.handler.begin(
        XMLStreamName(name), XMLStreamAttributes(attributes, count: Int(count)))
    }
    sax.endElementNs = { user, name, _, _ in
      guard let events = XMLStreamEvents.at(user), let name else { return }
      events.handler.end(XMLStreamName(name))
    }
    let text: charactersSAXFunc = { user, characters, length in
      guard let events = XMLStreamEvents.at(user) else { return }
      events.handler.text(UnsafeBufferPointer(start: characters, count: Int(length)))
    }
    sax.characters = text
    sax.ignorableWhitespace = text
    sax.cdataBlock = text
    sax.internalSubset = { user, _, _, _ in XMLStreamEvents.at(user)?.stop(.doctype) }
    sax.serror = { user, error in
      guard let events = XMLStreamEvents.at(user), let error = error?.pointee,
        error.level.rawValue >= XML_ERR_ERROR.rawValue
      else { return }
      let message = error.message.map { String(cString: $0) } ?? ""
      events.stop(.syntax(message: message.trimmedLine, line: Int(error.line)))
    }
    return sax
  }
}

/// The local name of an element: bytes ended by NUL.
package struct XMLStreamName {
  private let bytes: UnsafePointer<UInt8>

  init(_ bytes: UnsafePointer<UInt8>) { self.bytes = bytes }

  /// The first byte; most elements of large files are told apart by it.
  package var first: UInt8 { bytes[0] }

  /// True for a name of one byte.
  package func isSingle(_ byte: UInt8) -> Bool { bytes[0] == byte && bytes[1] == 0 }

  package static func == (name: Self, text: StaticString) -> Bool {
    // A NUL ends the comparison before anything behind the name is read.
    for index in 0..<text.utf8CodeUnitCount where name.bytes[index] != text.utf8Start[index] {
      return false
    }
    return name.bytes[text.utf8CodeUnitCount] == 0
  }

  package var text: String { String(cString: bytes) }

  /// The bytes of the name, without the NUL, during `body`.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var count = 0
    while bytes[count] != 0 { count += 1 }
    return body(UnsafeBufferPointer(start: bytes, count: count))
  }
}

/// The attributes of an element as it begins; names without prefix.
package struct XMLStreamAttributes {
  /// Five pointers each: name, prefix, namespace, value, end of value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  package let count: Int

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.pointers = pointers
    self.count = pointers == nil ? 0 : count
  }

  /// The name at a position.
  package func name(_ index: Int) -> XMLStreamName? {
    pointers?[index * 5].map(XMLStreamName.init)
  }

  /// The value at a position.
  package func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = pointers?[index * 5 + 3], let end = pointers?[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The value of the attribute `name`, `nil` when the element has none.
  package func text(_ name: StaticString) -> String? {
    for index in 0..<count {
      if let found = self.name(index), found == name {
        return String(decoding: value(index), as: UTF8.self)
      }
    }
    return nil
  }
}
