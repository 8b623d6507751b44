import DelimitedText

/// What a reader of streamed JSON is told, in document order.
///
/// Pointers are valid during the call only.
package protocol JSONStreamHandler: AnyObject {
  func beginObject()
  func endObject()
  func beginArray()
  func endArray()
  /// The name of a member, escapes replaced; its value follows.
  func key(_ name: UnsafeBufferPointer<UInt8>)
  /// A value that holds no others: a string with escapes replaced, or a number as it is written.
  func scalar(_ kind: JSONScalar, _ text: UnsafeBufferPointer<UInt8>)
}

/// The kinds of value that hold no others.
package enum JSONScalar: Sendable, Hashable {
  case string, number, `true`, `false`, null
}

/// Parses JSON of any size piece by piece, holding no more than the piece and the longest string.
///
/// A scanner of our own because Foundation's JSONSerialization takes a document whole into memory,
/// as objects, without bound on depth and without saying where anything stood.
///
/// The text is UTF-8, with or without a byte order mark. It holds one value, or several separated by
/// white space (JSON lines). Everything RFC 8259 forbids is a fault; so are strings that are no
/// Unicode text (a half of a surrogate pair), which the RFC leaves open. Whether a name stands twice
/// in an object is for the handler to see.
///
/// ## Method
///
/// RFC 8259, *The JavaScript Object Notation (JSON) Data Interchange Format*, sections 2 to 8.
/// Not for several threads at once.
package final class JSONStream {
  private enum Expected { case document, value, firstElement, firstKey, key, colon, separator }
  private enum Token { case none, string, escape, unicode, number, literal }

  private unowned let handler: any JSONStreamHandler
  private let limits: JSONLimits
  private var expected = Expected.document
  private var token = Token.none
  /// The containers around the place being read; true for an object.
  private var containers: [Bool] = []
  /// The token being read, where it does not lie whole in the piece.
  private var held: [UInt8] = []
  private var isKey = false
  private var literal = JSONScalar.null
  private var unicodeDigits = 0
  private var unicodeValue: UInt32 = 0
  private var highSurrogate: UInt32?
  private var atStart = true
  /// True right behind a value of the outermost level: the next one needs white space before it.
  private var needsSpace = false

  // Places: bytes before the piece, where the line begins, and its bytes that begin no character.
  private var bytesBefore = 0
  private var lineStart = 0
  private var continuations = 0
  /// Line of the token the handler is told of, from 1.
  package private(set) var line = 1
  /// Column of that token, in characters from 1.
  package private(set) var column = 1

  /// A stream that tells `handler`, which must outlive it, what it reads.
  package init(_ handler: any JSONStreamHandler, limits: JSONLimits = .standard) {
    self.handler = handler
    self.limits = limits
  }

  /// Parses the next piece of the text.
  package func feed(_ piece: UnsafeRawBufferPointer) throws(JSONFault) {
    let bytes = piece.bindMemory(to: UInt8.self)
    var index = 0
    if atStart, !bytes.isEmpty {
      atStart = false
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        index = 3
        lineStart = 3
      }
    }
    while index < bytes.count {
      switch token {
      case .none: try begin(bytes, &index)
      case .string: try readString(bytes, &index)
      case .escape:
        try readEscape(bytes[index], index)
        index += 1
      case .unicode:
        try readUnicode(bytes[index], index)
        index += 1
      case .number: try readNumber(bytes, &index)
      case .literal: try readLiteral(bytes, &index)
      }
    }
    bytesBefore += bytes.count
  }

  /// Ends the text.
  package func finish() throws(JSONFault) {
    if token == .number { try endNumber() }
    if token == .literal { try endLiteral() }
    guard token == .none, containers.isEmpty, expected == .document else {
      throw fault(.cutOff, at: 0)
    }
  }

  // MARK: - Between tokens

  private func begin(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(JSONFault) {
    let byte = bytes[index]
    switch byte {
    case 0x20, 0x09, 0x0D:
      needsSpace = false
      index += 1
      return
    case 0x0A:
      needsSpace = false
      index += 1
      line += 1
      lineStart = bytesBefore + index
      continuations = 0
      return
    default: break
    }
    column = bytesBefore + index - lineStart - continuations + 1
    switch (byte, expected) {
    case (0x22, .firstKey), (0x22, .key):
      isKey = true
      token = .string
    case (0x3A, .colon): expected = .value
    case (0x2C, .separator): expected = containers.last == true ? .key : .value
    case (0x7D, .firstKey) where containers.last == true,
      (0x7D, .separator) where containers.last == true:
      containers.removeLast()
      handler.endObject()
      endValue()
    case (0x5D, .firstElement) where containers.last == false,
      (0x5D, .separator) where containers.last == false:
      containers.removeLast()
      handler.endArray()
      endValue()
    case (_, .value), (_, .firstElement), (_, .document):
      guard !needsSpace else { throw fault(.unexpected, at: index) }
      try beginValue(byte, index)
      // Numbers and literals are read with their first byte.
      if token == .number || token == .literal { return }
    default: throw fault(.unexpected, at: index)
    }
    index += 1
  }

  private func beginValue(_ byte: UInt8, _ index: Int) throws(JSONFault) {
    switch byte {
    case 0x22:
      isKey = false
      token = .string
    case 0x7B:
      try open(isObject: true, index)
      expected = .firstKey
      handler.beginObject()
    case 0x5B:
      try open(isObject: false, index)
      expected = .firstElement
      handler.beginArray()
    case 0x2D, 0x30...0x39: token = .number
    case 0x74: (token, literal) = (.literal, .true)
    case 0x66: (token, literal) = (.literal, .false)
    case 0x6E: (token, literal) = (.literal, .null)
    default: throw fault(.unexpected, at: index)
    }
  }

  private func open(isObject: Bool, _ index: Int) throws(JSONFault) {
    guard containers.count < limits.depth else { throw fault(.tooDeep, at: index) }
    containers.append(isObject)
  }

  private func endValue() {
    token = .none
    expected = containers.isEmpty ? .document : .separator
    needsSpace = containers.isEmpty
  }

  private func fault(_ reason: JSONFault.Reason, at index: Int) -> JSONFault {
    JSONFault(
      reason: reason, line: line,
      column: max(1, bytesBefore + index - lineStart - continuations + 1))
  }

  // MARK: - Strings

  private func readString(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(JSONFault) {
    let start = index
    while index < bytes.count, case let byte = bytes[index], byte != 0x22, byte != 0x5C, byte >= 32
    {
      index += 1
    }
    if index > start, highSurrogate != nil { throw fault(.notUnicode, at: start) }
    let run = UnsafeBufferPointer(rebasing: bytes[start..<index])
    guard held.count + run.count <= limits.string else { throw fault(.tooLong, at: start) }
    guard index < bytes.count else {
      held.append(contentsOf: run)
      return
    }
    switch bytes[index] {
    case 0x22:
      guard highSurrogate == nil else { throw fault(.notUnicode, at: index) }
      token = .none
      if held.isEmpty {
        try endString(run, index)
      } else {
        held.append(contentsOf: run)
        var text: [UInt8] = []
        swap(&text, &held)
        var failure: JSONFault?
        text.withUnsafeBufferPointer { whole in
          do throws(JSONFault) { try endString(whole, index) } catch { failure = error }
        }
        if let failure { throw failure }
        text.removeAll(keepingCapacity: true)
        swap(&text, &held)
      }
    case 0x5C:
      held.append(contentsOf: run)
      token = .escape
    default: throw fault(.controlCharacter, at: index)
    }
    index += 1
  }

  private func endString(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) throws(JSONFault) {
    let valid = validPrefixLength(of: text)
    guard valid == text.count else { throw fault(.notUTF8, at: index) }
    if isKey {
      expected = .colon
      handler.key(text)
    } else {
      endValue()
      handler.scalar(.string, text)
    }
    continuations += text.count - scalarCount(of: text)
  }

  private func readEscape(_ byte: UInt8, _ index: Int) throws(JSONFault) {
    if highSurrogate != nil, byte != 0x75 { throw fault(.notUnicode, at: index) }
    token = .string
    switch byte {
    case 0x22, 0x5C, 0x2F: held.append(byte)
    case 0x62: held.append(8)
    case 0x66: held.append(12)
    case 0x6E: held.append(10)
    case 0x72: held.append(13)
    case 0x74: held.append(9)
    case 0x75:
      token = .unicode
      (unicodeDigits, unicodeValue) = (0, 0)
    default: throw fault(.badEscape, at: index)
    }
  }

  private func readUnicode(_ byte: UInt8, _ index: Int) throws(JSONFault) {
    let digit: UInt8
    switch byte {
    case 0x30...0x39: digit = byte - 0x30
    case 0x41...0x46: digit = byte - 0x41 + 10
    case 0x61...0x66: digit = byte - 0x61 + 10
    default: throw fault(.badEscape, at: index)
    }
    unicodeValue = unicodeValue << 4 | UInt32(digit)
    unicodeDigits += 1
    guard unicodeDigits == 4 else { return }
    token = .string
    var value = unicodeValue
    if let high = highSurrogate {
      guard (0xDC00...0xDFFF).contains(value) else { throw fault(.notUnicode, at: index) }
      value = 0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)
      highSurrogate = nil
    } else if (0xD800...0xDBFF).contains(value) {
      highSurrogate = value
      return
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault(.notUnicode, at: index) }
    let written = UTF8.encode(scalar)
    held.append(contentsOf: written ?? UTF8.encodedReplacementCharacter)
    // An escape is more characters in the text than bytes in the string; the column follows the text.
    continuations -= (written?.count ?? 1) - 1
  }

  // MARK: - Numbers and literals

  private func readNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(JSONFault) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65:
        held.append(bytes[index])
        index += 1
      default: return try endNumber()
      }
      guard held.count <= limits.number else { throw fault(.tooLong, at: index) }
    }
  }

  private func endNumber() throws(JSONFault) {
    guard JSONNumber.isValid(held) else {
      throw JSONFault(reason: .badNumber, line: line, column: column)
    }
    endScalar(.number)
  }

  private func readLiteral(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) throws(JSONFault) {
    while index < bytes.count {
      guard bytes[index] >= 0x61, bytes[index] <= 0x7A else { return try endLiteral() }
      held.append(bytes[index])
      index += 1
      guard held.count <= 5 else {
        throw JSONFault(reason: .unexpected, line: line, column: column)
      }
    }
  }

  private func endLiteral() throws(JSONFault) {
    let word: StaticString =
      switch literal {
      case .true: "true"
      case .false: "false"
      default: "null"
      }
    guard
      held.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw JSONFault(reason: .unexpected, line: line, column: column) }
    endScalar(literal)
  }

  private func endScalar(_ kind: JSONScalar) {
    endValue()
    held.withUnsafeBufferPointer { handler.scalar(kind, $0) }
    held.removeAll(keepingCapacity: true)
  }
}
