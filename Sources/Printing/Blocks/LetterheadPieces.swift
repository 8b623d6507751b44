import Documents

extension PieceMaker {
  /// What is said before everything else, framed.
  func banner(_ text: String) -> Piece {
    let width = PageFormat.portrait.bodyWidth
    var stack = Stack(typesetter, x: 8, width: width - 16)
    stack.space(5)
    stack.add(limited(text, to: 2_000), .bold(TypeSizes.note))
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
    let name = letterhead.issuer.isEmpty ? PrintedWords.dots : limited(letterhead.issuer)
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

  /// Kind and subject of the document, the name of the survey where the subject does not say it, and
  /// to whom it goes.
  func title(of document: Document) -> [Piece] {
    let letterhead = document.letterhead
    let width = PageFormat.portrait.bodyWidth
    var stack = Stack(typesetter, x: width * 0.08, width: width * 0.84)
    let kind = letterhead.kind.isEmpty ? PrintedWords.dots : limited(letterhead.kind)
    stack.add(kind.uppercased(), .bold(14))
    stack.space(2)
    let subject = letterhead.abstract.isEmpty ? document.title : letterhead.abstract
    let widest = stack.add(limited(subject, to: 400), .bold(14))
    stack.rule(width: max(widest, 100) * 0.4)
    stack.space(4)
    if document.title != subject {
      stack.add(limited(document.title, to: 400), .bold(TypeSizes.body))
      stack.space(2)
    }
    stack.add(limited(document.subtitle, to: 400), .italic(TypeSizes.body))
    var pieces = [
      Piece(
        spaceBefore: 20, height: stack.height,
        structure: .element(.title, number: nextElement()), parts: [Part(marks: stack.marks)])
    ]
    let addressees = letterhead.addressees.filter { !$0.isEmpty }
    if !addressees.isEmpty { pieces += addressed(to: addressees) }
    return pieces
  }

  /// One addressee stands behind the words, several below them with a dash each.
  private func addressed(to addressees: [String]) -> [Piece] {
    let width = PageFormat.portrait.bodyWidth
    var shape = ParagraphShape(alignment: .start, left: width * 0.2, spaceBefore: 8)
    guard addressees.count > 1 else {
      return paragraph(StyledText(words.addressed + " " + addressees[0]), shape)
    }
    shape.keepsWithNext = true
    var pieces = paragraph(StyledText(words.addressed), shape)
    for text in punctuated(addressees) {
      let shape = ParagraphShape(
        alignment: .start, left: width * 0.33, spaceBefore: 0, tag: .listItem)
      pieces += paragraph(StyledText("- " + text), shape)
    }
    return pieces
  }

  /// Recipients and signature side by side, never parted; recipients that fill a page come before.
  func closing(_ letterhead: Letterhead) -> [Piece] {
    let width = PageFormat.portrait.bodyWidth
    let named = letterhead.recipients.filter { !$0.isEmpty }
    let names = punctuated(named.isEmpty ? words.openRecipients : named)
    let headStyle = TextStyle(12, isBold: true, isItalic: true)
    var recipients = Stack(typesetter, x: 0, width: width * 0.48)
    var before: [Piece] = []
    recipients.add(words.recipients, headStyle, alignment: .start)
    for name in names.prefix(100) {
      recipients.add("- " + name, TextStyle(11), alignment: .start)
    }
    if recipients.height > PageFormat.portrait.bodyHeight / 2 {
      recipients = Stack(typesetter, x: 0, width: width * 0.48)
      let head = ParagraphShape(
        style: headStyle, alignment: .start, spaceBefore: 14, keepsWithNext: true)
      before = paragraph(StyledText(words.recipients), head)
      for name in names {
        let shape = ParagraphShape(style: TextStyle(11), alignment: .start, spaceBefore: 0)
        before += paragraph(StyledText("- " + name), shape)
      }
    }
    var signature = Stack(typesetter, x: width * 0.5, width: width * 0.5)
    signature.add(limited(letterhead.authority).uppercased(), .bold(13))
    let position = letterhead.position.isEmpty ? PrintedWords.dots : limited(letterhead.position)
    signature.add(position.uppercased(), .bold(13))
    signature.space(68)
    let signer = letterhead.signer.isEmpty ? PrintedWords.dots : limited(letterhead.signer)
    signature.add(signer, .bold(13))
    return before + [
      Piece(
        spaceBefore: 18, height: max(recipients.height, signature.height),
        structure: .element(.paragraph, number: nextElement()),
        parts: [Part(marks: recipients.marks), Part(marks: signature.marks)])
    ]
  }

  /// One to a line, with a semicolon and at last a full stop, whatever they were written with.
  private func punctuated(_ names: [String]) -> [String] {
    names.enumerated().map { index, name in
      var name = Substring(limited(name))
      while let first = name.first, "-–• ".contains(first) { name = name.dropFirst() }
      while let last = name.last, ";., ".contains(last) { name = name.dropLast() }
      return name + (index == names.count - 1 ? "." : ";")
    }
  }

  /// A text of the administrative frame; no body's name is longer.
  private func limited(_ text: String, to limit: Int = 200) -> String {
    let text = printable(text)
    return text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
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
