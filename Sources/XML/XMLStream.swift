import CLibXML2

/// What a reader of streamed XML is told, in document order.
///
/// Pointers are valid during the call only.
package protocol XMLStreamHandler: AnyObject {
  /// An element begins.
  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes)
  /// A piece of text, entities replaced; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// An element ends.
  func end(_ name: XMLStreamName)
}

/// Parses XML of any size piece by piece, safely: no document type, no entities of its own, nothing
/// loaded, and no more memory than the piece and the largest tag.
///
/// Elements are told by their names without prefix; the caller knows the vocabulary by where it
/// found the file. Not for several threads at once.
package final class XMLStream {
  private let context: xmlParserCtxtPtr
  /// The receiver of the callbacks; owned here, used by address.
  private let events: XMLStreamEvents

  /// A stream that tells `handler` what it reads.
  package init(_ handler: any XMLStreamHandler) {
    _ = LibXML.ready
    // For this thread, and for all that begin later.
    sipas_xml_be_silent()
    events = XMLStreamEvents(handler)
    var callbacks = XMLStreamEvents.callbacks
    let userData = Unmanaged.passUnretained(events).toOpaque()
    guard let created = xmlCreatePushParserCtxt(&callbacks, userData, nil, 0, nil) else {
      preconditionFailure("libxml2 has memory for a parser")
    }
    context = created
    // Without NOENT libxml2 leaves &amp; in attributes as a reference. There is nothing else to
    // replace: a document type stops the parser before it can define an entity.
    xmlCtxtUseOptions(context, LibXML.options | Int32(XML_PARSE_NOENT.rawValue))
    events.context = created
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Where the text of an element begins, while the handler is told that the element begins.
  ///
  /// Both from 1; the column as libxml2 counts it.
  package var place: (line: Int, column: Int) {
    guard let input = context.pointee.input else { return (1, 1) }
    // libxml2 tells of an element when it stands at the `>` of its tag.
    return (Int(input.pointee.line), Int(input.pointee.col) + 1)
  }

  /// Parses the next piece of the document.
  package func feed(_ bytes: UnsafeRawBufferPointer) throws(XMLStreamFault) {
    precondition(bytes.count <= 1 << 30, "a piece is at most 1 GiB")
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    xmlParseChunk(context, start, Int32(bytes.count), 0)
    try check()
  }

  /// Ends the document.
  package func finish() throws(XMLStreamFault) {
    xmlParseChunk(context, nil, 0, 1)
    try check()
  }

  private func check() throws(XMLStreamFault) {
    if let fault = events.fault { throw fault }
    // Bytes that are not valid in the declared encoding stop the parser without a word.
    if context.pointee.wellFormed != 1 || context.pointee.disableSAX != 0 {
      throw .syntax(message: "", line: Int(context.pointee.input?.pointee.line ?? 0))
    }
  }
}

/// Why streamed XML cannot be read on.
package enum XMLStreamFault: Error, Sendable, Hashable {
  /// A document type, which could define entities.
  case doctype
  /// Not well-formed: libxml2's words and the line.
  case syntax(message: String, line: Int)
}
