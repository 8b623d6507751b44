import Documents

extension PieceMaker {
  /// What is said before everything else, framed.
  func banner(_ text: String) -> Piece {
    let width = PageFormat.portrait.bodyWidth
    var stack = Stack(typesetter, x: 8, width: width - 16)
    stack.space(5)
    stack.add(limited(text), .bold(TypeSizes.note))
    stack.space(6)
    let bottom = stack.height
    let frame: [Mark] = [
      .rule(fromX: 0, fromY: 0, toX: width, toY: 0, width: 1),
      .rule(fromX: 0, fromY: bottom, toX: width, toY: bottom, width: 1),
      .rule(fromX: 0, fromY: 0, toX: 0, toY: bottom, width: 1),
      .rule(fromX: width, fromY: 0, toX: width, toY: bottom, width: 1),
    ]
    return Piece(
      spaceBefore: 6, height: bottom,
      structure: .element(.paragraph, number: nextElement()),
      parts: [Part(marks: stack.marks + frame)])
  }

  /// The upper part of the first page: who issues, the nation's name and motto, number and date.
  func letterhead(_ letterhead: Letterhead) -> Piece {
    let width = PageFormat.portrait.bodyWidth
    var issuer = Stack(typesetter, x: 0, width: width * 0.4)
    issuer.add(limited(letterhead.superior).uppercased(), TextStyle(12))
    let name = letterhead.issuer.isEmpty ? "………………………" : limited(letterhead.issuer)
    let widest = issuer.add(name.uppercased(), .bold(12))
    issuer.rule(width: widest * 0.4)

    var nation = Stack(typesetter, x: width * 0.42, width: width * 0.58)
    nation.add(words.nation, .bold(12))
    nation.rule(width: nation.add(words.motto, .bold(13)))

    // Number and date stand on one line, whatever stands above them.
    let below = max(issuer.height, nation.height) + 10
    issuer.space(below - issuer.height)
    nation.space(below - nation.height)
    issuer.add(words.number(symbol: limited(letterhead.symbol)), TextStyle(13))
    nation.add(words.placeAndDate(limited(letterhead.place)), .italic(13))
    return Piece(
      spaceBefore: 10, height: max(issuer.height, nation.height),
      structure: .element(.paragraph, number: nextElement()),
      parts: [Part(marks: issuer.marks), Part(marks: nation.marks)])
  }

  /// Kind and subject of the document, and to whom it goes.
  func title(of document: Document) -> [Piece] {
    let letterhead = document.letterhead
    let width = PageFormat.portrait.bodyWidth
    var stack = Stack(typesetter, x: width * 0.08, width: width * 0.84)
    stack.add(limited(letterhead.kind).uppercased(), .bold(14))
    let subject = letterhead.abstract.isEmpty ? document.title : letterhead.abstract
    stack.space(2)
    let widest = stack.add(limited(subject), .bold(14))
    if !document.subtitle.isEmpty {
      stack.space(2)
      stack.add(limited(document.subtitle), .italic(TypeSizes.body))
    }
    stack.space(2)
    stack.rule(width: min(widest, width * 0.5) * 0.4)
    stack.space(4)
    var pieces = [
      Piece(
        spaceBefore: 20, height: stack.height,
        structure: .element(.title, number: nextElement()), parts: [Part(marks: stack.marks)])
    ]
    let addressees = letterhead.addressees.filter { !$0.isEmpty }
    if !addressees.isEmpty { pieces.append(addressed(to: addressees)) }
    return pieces
  }

  /// One addressee stands behind the words, several below them with a dash each.
  private func addressed(to addressees: [String]) -> Piece {
    let width = PageFormat.portrait.bodyWidth
    let style = TextStyle(TypeSizes.body)
    let label = typesetter.block(StyledText(words.addressed), style)
    let left = width * 0.2
    var stack = Stack(typesetter, x: left + label.width + 6, width: width * 0.8 - label.width - 6)
    if addressees.count == 1 {
      stack.add(limited(addressees[0]), style, alignment: .start)
    } else {
      stack.space(label.height)
      for text in punctuated(addressees) {
        stack.add("- " + text, style, alignment: .start)
      }
    }
    return Piece(
      spaceBefore: 8, height: max(stack.height, label.height),
      structure: .element(.paragraph, number: nextElement()),
      parts: [Part(marks: label.marks(x: left) + stack.marks)])
  }

  /// Recipients and signature side by side, never parted.
  func closing(_ letterhead: Letterhead) -> Piece {
    let width = PageFormat.portrait.bodyWidth
    var recipients = Stack(typesetter, x: 0, width: width * 0.48)
    let names = letterhead.recipients.filter { !$0.isEmpty }
    if !names.isEmpty {
      recipients.add(
        words.recipients, TextStyle(12, isBold: true, isItalic: true), alignment: .start)
      for text in punctuated(names) {
        recipients.add("- " + text, TextStyle(11), alignment: .start)
      }
    }
    var signature = Stack(typesetter, x: width * 0.5, width: width * 0.5)
    signature.add(limited(letterhead.authority).uppercased(), .bold(13))
    let position = letterhead.position.isEmpty ? "………………………" : limited(letterhead.position)
    signature.add(position.uppercased(), .bold(13))
    signature.space(68)
    signature.add(limited(letterhead.signer), .bold(13))
    return Piece(
      spaceBefore: 18, height: max(recipients.height, signature.height),
      structure: .element(.paragraph, number: nextElement()),
      parts: [Part(marks: recipients.marks), Part(marks: signature.marks)])
  }

  /// One to a line, with a semicolon and at last a full stop, whatever they were written with.
  private func punctuated(_ names: [String]) -> [String] {
    let bare = names.prefix(30).map { name in
      var name = Substring(limited(name))
      while let first = name.first, "-–• ".contains(first) { name = name.dropFirst() }
      while let last = name.last, ";., ".contains(last) { name = name.dropLast() }
      return String(name)
    }
    return bare.enumerated().map { $1 + ($0 == bare.count - 1 ? "." : ";") }
  }

  /// A text of the administrative frame; longer ones do not fit on its page.
  private func limited(_ text: String) -> String {
    let text = printable(text)
    return text.unicodeScalars.count <= 600
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(600))) + "…"
  }

  /// Versions and time, in small print below a line.
  func imprint(_ lines: [String]) -> [Piece] {
    guard !lines.isEmpty else { return [] }
    var pieces: [Piece] = []
    for line in lines {
      var shape = ParagraphShape(
        style: TextStyle(TypeSizes.imprint), alignment: .start, spaceBefore: 1)
      shape.keepsWithNext = true
      pieces += paragraph(StyledText(line), shape)
    }
    pieces[0].spaceBefore = 22
    pieces[0].parts.append(
      Part(marks: [
        .rule(
          fromX: 0, fromY: -4, toX: PageFormat.portrait.bodyWidth, toY: -4, width: 0.5)
      ]))
    pieces[pieces.count - 1].keepsWithNext = false
    return pieces
  }
}
