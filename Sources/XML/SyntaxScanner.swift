import SurveyModel

/// Where one start tag and its attributes stand in the source, in bytes.
struct ElementMark: Sendable {
  struct Attribute: Sendable {
    var name: Range<Int>
    var value: Range<Int>
  }

  var start: Int
  var name: Range<Int>
  var attributes: [Attribute] = []
  /// Where the element's own text begins, white space left out.
  var text: Int?
}

/// Walks the text of an XML file once: notes where every tag and attribute stands, enforces the
/// limits, and explains faults of syntax with the place where they begin.
///
/// libxml2 remains the judge of what is well-formed. It reports a fault where it can go no further
/// (often at the end of the file) and knows no columns afterwards; the officer needs the place
/// where the fault was made. Several faults are found in one pass.
struct SyntaxScanner {
  let source: XMLSourceText
  let limits: XMLLimits
  private(set) var marks: [ElementMark] = []
  private(set) var findings: [Finding] = []
  private var open: [Int] = []
  private var index = 0
  private var isStopped = false
  /// Where a value without closing quote was given up, so that its tag is not blamed again.
  private var unclosedQuoteEnd = -1
  private let bytes: [UInt8]

  private static let maximumFindings = 100

  init(_ source: XMLSourceText, limits: XMLLimits) {
    self.source = source
    self.limits = limits
    bytes = source.bytes
  }

  mutating func scan() {
    while index < bytes.count, !isStopped {
      if bytes[index] == UInt8(ascii: "<") { scanMarkup() } else { scanText() }
    }
    guard !isStopped else { return }
    if marks.isEmpty {
      if findings.isEmpty { report(.noRoot(at: source.place(at: 0))) }
    } else if let last = open.last {
      report(
        .unclosedElement(
          source.text(marks[last].name), at: source.place(at: marks[last].start), closedBy: nil))
    }
  }

  private mutating func report(_ finding: Finding) {
    findings.append(finding)
    if findings.count >= Self.maximumFindings { isStopped = true }
  }

  private mutating func stop(_ finding: Finding) {
    findings.append(finding)
    isStopped = true
  }

  // MARK: Text

  private mutating func scanText() {
    let isOutside = open.isEmpty
    while index < bytes.count, bytes[index] != UInt8(ascii: "<"), !isStopped {
      let byte = bytes[index]
      if isOutside, !isXMLSpace(byte) {
        if marks.isEmpty {
          stop(.notXML(at: source.place(at: index)))
          return
        }
        report(.outsideRoot(isElement: false, at: source.place(at: index)))
        index = offset(of: UInt8(ascii: "<"), from: index) ?? bytes.count
        return
      }
      if let element = open.last, marks[element].text == nil, !isXMLSpace(byte) {
        marks[element].text = index
      }
      switch byte {
      case UInt8(ascii: "&"): checkReference()
      case UInt8(ascii: "]") where starts(with: "]]>"):
        report(.sectionEnd(at: source.place(at: index)))
      default: checkCharacter(byte)
      }
      index += 1
    }
  }

  private mutating func checkCharacter(_ byte: UInt8) {
    guard byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D else { return }
    report(.controlCharacter(byte, at: source.place(at: index)))
  }

  /// Checks the reference that begins with the `&` at `index`; does not move.
  private mutating func checkReference() {
    var end = index + 1
    while end < bytes.count, isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end > index + 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
      report(.bareAmpersand(at: source.place(at: index)))
      return
    }
    let name = source.text(index + 1..<end)
    guard !name.hasPrefix("#"), !["amp", "lt", "gt", "quot", "apos"].contains(name) else { return }
    report(.unknownEntity(name, at: source.place(at: index)))
  }

  // MARK: Markup

  private mutating func scanMarkup() {
    if starts(with: "<!--") {
      skip("<!--", to: "-->")
    } else if starts(with: "<![CDATA[") {
      if let element = open.last {
        if marks[element].text == nil { marks[element].text = index }
      } else {
        report(.outsideRoot(isElement: false, at: source.place(at: index)))
      }
      skip("<![CDATA[", to: "]]>")
    } else if starts(with: "<!DOCTYPE") || starts(with: "<!") {
      stop(.doctypeRefused(at: source.place(at: index)))
    } else if starts(with: "<?") {
      if index > 0, starts(with: "<?xml"), index + 5 < bytes.count, isXMLSpace(bytes[index + 5]) {
        report(.declarationNotFirst(at: source.place(at: index)))
      }
      skip("<?", to: "?>")
    } else if starts(with: "</") {
      scanEndTag()
    } else {
      scanStartTag()
    }
  }

  private mutating func skip(_ opening: String, to closing: String) {
    let end = Array(closing.utf8)
    var position = index + opening.utf8.count
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position..<position + end.count].elementsEqual(end) {
        index = position + end.count
        return
      }
      position += 1
    }
    stop(.unclosedMarkup(opening, at: source.place(at: index)))
  }

  private mutating func scanEndTag() {
    let start = index
    index += 2
    let name = scanName()
    skipSpace()
    guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
      report(
        name.isEmpty
          ? .malformedTag(at: source.place(at: index))
          : .unclosedMarkup("</\(source.text(name))", at: source.place(at: start)))
      skipToTagEnd()
      closeElement(name, at: start)
      return
    }
    index += 1
    closeElement(name, at: start)
  }

  private mutating func closeElement(_ name: Range<Int>, at start: Int) {
    guard !name.isEmpty else { return }
    if let top = open.last, sameBytes(marks[top].name, name) {
      open.removeLast()
      return
    }
    let text = source.text(name)
    let place = source.place(at: start)
    guard let matching = open.lastIndex(where: { sameBytes(marks[$0].name, name) }) else {
      let opened = open.last.map {
        (name: source.text(marks[$0].name), line: source.line(at: marks[$0].start))
      }
      // A wrong name on the end tag, unless the right end tag follows at once.
      let isMisnamed = open.last.map { !endTagFollows(marks[$0].name) } ?? false
      report(.endTagMismatch(text, at: place, opened: isMisnamed ? opened : nil))
      if isMisnamed { open.removeLast() }
      return
    }
    for element in open[(matching + 1)...] {
      report(
        .unclosedElement(
          source.text(marks[element].name), at: source.place(at: marks[element].start),
          closedBy: (text, place.line ?? 1)))
      if isStopped { return }
    }
    open.removeSubrange(matching...)
  }

  /// True when the next tag closes the element called `name`.
  private func endTagFollows(_ name: Range<Int>) -> Bool {
    guard let next = offset(of: UInt8(ascii: "<"), from: index),
      next + 2 + name.count < bytes.count,
      bytes[next + 1] == UInt8(ascii: "/")
    else { return false }
    let start = next + 2
    return sameBytes(name, start..<start + name.count) && !isNameByte(bytes[start + name.count])
  }

  // MARK: Start tags

  private mutating func scanStartTag() {
    let start = index
    index += 1
    let name = scanName()
    guard !name.isEmpty else {
      report(.malformedTag(at: source.place(at: start)))
      return
    }
    if open.isEmpty, !marks.isEmpty {
      stop(.outsideRoot(isElement: true, at: source.place(at: start)))
      return
    }
    guard marks.count < limits.elements else {
      stop(.tooManyElements(limit: limits.elements, at: source.place(at: start)))
      return
    }
    guard open.count < limits.depth else {
      stop(.tooDeep(limit: limits.depth, at: source.place(at: start)))
      return
    }
    var mark = ElementMark(start: start, name: name)
    let isEmpty = scanAttributes(of: &mark)
    marks.append(mark)
    if !isEmpty { open.append(marks.count - 1) }
  }

  /// Scans up to and over the `>`; returns true when the tag ends with `/>`.
  private mutating func scanAttributes(of mark: inout ElementMark) -> Bool {
    while !isStopped {
      skipSpace()
      let hadSpace = isXMLSpace(bytes[index - 1])
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return false
      case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">"):
        index += 2
        return true
      case UInt8(ascii: "<"):
        if index != unclosedQuoteEnd {
          report(.unclosedMarkup("<\(source.text(mark.name))", at: source.place(at: mark.start)))
        }
        return false
      default: break
      }
      let name = scanName()
      guard !name.isEmpty else {
        report(.malformedTag(at: source.place(at: index)))
        skipToTagEnd()
        return false
      }
      if !hadSpace {
        report(.missingSpace(before: source.text(name), at: source.place(at: name.lowerBound)))
      }
      guard let value = scanValue(of: name) else { continue }
      if let first = mark.attributes.first(where: { sameBytes($0.name, name) }) {
        report(
          .duplicateAttribute(
            source.text(name), at: source.place(at: name.lowerBound),
            firstLine: source.line(at: first.name.lowerBound)))
      }
      mark.attributes.append(.init(name: name, value: value))
      if mark.attributes.count > limits.attributesPerElement {
        let place = source.place(at: name.lowerBound)
        stop(.tooManyAttributes(limit: limits.attributesPerElement, at: place))
      }
    }
    if !isStopped {
      stop(.unclosedMarkup("<\(source.text(mark.name))", at: source.place(at: mark.start)))
    }
    return true
  }

  /// Scans `= "…"`; `nil` when the attribute has no quoted value (said already).
  private mutating func scanValue(of name: Range<Int>) -> Range<Int>? {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      let place = source.place(at: name.lowerBound)
      report(.attributeWithoutValue(source.text(name), at: place))
      return nil
    }
    index += 1
    skipSpace()
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      report(.attributeWithoutQuotes(source.text(name), at: source.place(at: index)))
      while index < bytes.count, !isXMLSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
        bytes[index] != UInt8(ascii: "<")
      {
        index += 1
      }
      return nil
    }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote, !isStopped {
      guard index - start < limits.attributeLength else {
        stop(.attributeTooLong(limit: limits.attributeLength, at: source.place(at: start)))
        return nil
      }
      switch bytes[index] {
      case UInt8(ascii: "<"):
        guard isComparison(at: index) else {
          // A tag begins inside the value: the closing quote was forgotten.
          unclosedQuoteEnd = index
          report(.unclosedQuote(source.text(name), at: source.place(at: start)))
          return nil
        }
        report(.lessThanInValue(source.text(name), at: source.place(at: index)))
      case UInt8(ascii: "&"): checkReference()
      case let byte: checkCharacter(byte)
      }
      index += 1
    }
    guard index < bytes.count, !isStopped else {
      if !isStopped { stop(.cutOffValue(source.text(name), at: source.place(at: start))) }
      return nil
    }
    let end = index
    index += 1
    return start..<end
  }

  /// A `<` meant as "less than": followed by a space, `=`, a digit or a quote, not by a tag.
  private func isComparison(at offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    let next = bytes[offset + 1]
    return !(isNameByte(next) && !(0x30...0x39).contains(next)) && next != UInt8(ascii: "/")
      && next != UInt8(ascii: "!") && next != UInt8(ascii: "?")
  }

  // MARK: Small steps

  private mutating func scanName() -> Range<Int> {
    let start = index
    guard index < bytes.count, isNameByte(bytes[index]), !(0x30...0x39).contains(bytes[index]),
      bytes[index] != UInt8(ascii: "-"), bytes[index] != UInt8(ascii: ".")
    else { return start..<start }
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return start..<index
  }

  private mutating func skipSpace() {
    while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
  }

  private mutating func skipToTagEnd() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      index += 1
      if bytes[index - 1] == UInt8(ascii: ">") { return }
    }
  }

  private func offset(of byte: UInt8, from start: Int) -> Int? {
    bytes[start...].firstIndex(of: byte)
  }

  private func starts(with text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private func sameBytes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && bytes[left].elementsEqual(bytes[right])
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x3A, 0x2D, 0x2E, 0x80...0xFF: true
    default: false
    }
  }
}
