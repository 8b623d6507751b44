import CLibXML2
import SurveyModel

/// One structured libxml2 error, copied out of C memory.
struct LibXMLIssue {
  var code: Int32
  var message: String
  var isWarning: Bool
  /// Position in the parsed bytes, for errors of syntax.
  var byteOffset: Int?
  /// The number put on the element concerned (``ParsedXML``), for errors of validation.
  var elementIndex: Int?
}

/// Collects issues while a C call runs; its address is the callback's user data.
final class LibXMLIssues {
  var list: [LibXMLIssue] = []
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> LibXMLIssues? {
    pointer.map { Unmanaged<LibXMLIssues>.fromOpaque($0).takeUnretainedValue() }
  }

  func append(_ error: xmlError, byteOffset: Int? = nil) {
    guard list.count < capacity else { return }
    list.append(
      LibXMLIssue(
        code: error.code, message: error.message.map { String(cString: $0) } ?? "",
        isWarning: error.level == XML_ERR_WARNING, byteOffset: byteOffset,
        elementIndex: Self.elementIndex(of: error.node)))
  }

  /// The number of the element that `node` is, or whose attribute or text it is.
  private static func elementIndex(of node: UnsafeMutableRawPointer?) -> Int? {
    var current = node?.assumingMemoryBound(to: xmlNode.self)
    while let node = current, node.pointee.type != XML_ELEMENT_NODE {
      guard node.pointee.type != XML_DOCUMENT_NODE else { return nil }
      current = node.pointee.parent
    }
    return current.map { Int(bitPattern: $0.pointee._private) - 1 }
  }
}

/// The settings of libxml2 that hold for the whole process.
enum LibXML {
  /// What `xs:import` may load while a schema is compiled on this thread, by file name.
  @TaskLocal static var imports: [String: [UInt8]] = [:]

  /// Runs once: a global `let` is initialised exactly once, before any parsing.
  ///
  /// The loader of external entities answers only from `imports`: no file, no network, whatever a
  /// document or schema names.
  static let ready: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader { location, _, context in
      guard let location, let context else { return nil }
      let path = String(cString: location)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard let bytes = LibXML.imports[name] else { return nil }
      return bytes.withUnsafeBytes { buffer -> xmlParserInputPtr? in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard
          let memory = xmlParserInputBufferCreateMem(
            start, Int32(buffer.count), XML_CHAR_ENCODING_NONE)
        else { return nil }
        guard let input = xmlNewIOInputStream(context, memory, XML_CHAR_ENCODING_NONE) else {
          xmlFreeParserInputBuffer(memory)
          return nil
        }
        return input
      }
    }
  }()

  /// No network, CDATA read as text, line numbers above 65,535; never NOENT, DTDLOAD or HUGE.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue)
}
