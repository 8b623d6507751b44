import XML

extension FuzzedReader {
  /// XML in pieces: the same events however it is cut.
  static let xmlStream = FuzzedReader("xml-stream") { bytes in
    let whole = events(of: bytes, pieceLength: max(1, bytes.count))
    let pieces = events(of: bytes, pieceLength: 7)
    var found: [String] = []
    if (whole.fault == nil) != (pieces.fault == nil) { found.append("refused in one way only") }
    if whole.fault == nil && whole.text != pieces.text { found.append("other events in pieces") }
    return found
  }

  private static func events(
    of bytes: [UInt8], pieceLength: Int
  ) -> (text: [UInt8], fault: XMLStreamFault?) {
    let events = Events()
    let stream = XMLStream(events)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceLength, alignment: 1)
    defer { buffer.deallocate() }
    do throws(XMLStreamFault) {
      for start in stride(from: 0, to: bytes.count, by: pieceLength) {
        let piece = bytes[start..<min(bytes.count, start + pieceLength)]
        buffer.copyBytes(from: piece)
        try stream.feed(UnsafeRawBufferPointer(rebasing: buffer[..<piece.count]))
      }
      try stream.finish()
      return (events.text, nil)
    } catch {
      return (events.text, error)
    }
  }

  private final class Events: XMLStreamHandler {
    var text: [UInt8] = []
    private var depth = 0

    func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
      depth += 1
      text += "<\(name.text)".utf8
      for index in 0..<attributes.count {
        text += " \(attributes.name(index)?.text ?? "")=".utf8
        text += attributes.value(index)
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { text += bytes }

    func end(_ name: XMLStreamName) {
      depth -= 1
      precondition(depth >= 0, "what ends has begun")
      text += ">".utf8
    }
  }
}
