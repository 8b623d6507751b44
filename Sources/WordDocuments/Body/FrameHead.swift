import Documents

/// The head of the document: state and offices side by side, then what the document is.
extension BodyComposer {
  /// Left: the offices; right: the name of the state, which needs 88 mm at 12 points.
  private static let headWidths = [3950, Page.width(isWide: false) - 3950]

  mutating func addHead() {
    let letterhead = document.letterhead
    let (left, right) = (Self.headWidths[0], Self.headWidths[1])
    let issuer = letterhead.issuer.isEmpty ? Wording.dots : letterhead.issuer
    var offices: [WordParagraph] = []
    if !letterhead.superior.isEmpty {
      offices.append(WordParagraph(.superior, letterhead.superior))
    }
    offices.append(WordParagraph(.issuer, issuer))
    offices.append(
      rule(below: issuer, points: 12, isCapital: true, share: 0.4, within: left))
    let state = [
      WordParagraph(.stateName, wording.stateName),
      WordParagraph(.stateMotto, wording.stateMotto),
      rule(below: wording.stateMotto, points: 13, share: 1, within: right),
    ]
    let place = letterhead.place.isEmpty ? "…………" : letterhead.place
    add(
      WordTable(
        look: .columns, widths: Self.headWidths,
        rows: [
          WordRow(cells: [WordCell(paragraphs: offices), WordCell(paragraphs: state)]),
          WordRow(cells: [
            WordCell(paragraphs: [WordParagraph(.number, number(of: letterhead))]),
            WordCell(paragraphs: [
              WordParagraph(.placeAndDate, "\(place), \(wording.date)")
            ]),
          ]),
        ]))
    addTitle()
    addAddressees(letterhead.addressees)
    for banner in document.banners where !banner.isEmpty {
      add(WordParagraph(.banner, banner))
    }
  }

  /// The number is given when the document is filed.
  private func number(of letterhead: Letterhead) -> String {
    guard !letterhead.symbol.isEmpty else { return "\(wording.number)/…………" }
    let separator = letterhead.symbol.hasPrefix("/") ? "" : "/"
    return wording.number + separator + letterhead.symbol
  }

  /// Kind and abstract; the survey's title stands below where the abstract does not say it.
  private mutating func addTitle() {
    let letterhead = document.letterhead
    add(WordParagraph(.kind, letterhead.kind.isEmpty ? Wording.dots : letterhead.kind))
    let abstract = letterhead.abstract.isEmpty ? document.title : letterhead.abstract
    if !abstract.isEmpty { add(WordParagraph(.abstract, abstract)) }
    add(
      rule(
        below: abstract.isEmpty ? Wording.dots : abstract, points: 14, share: 0.4,
        within: Page.width(isWide: false)))
    if document.title != abstract, !document.title.isEmpty {
      add(WordParagraph(.survey, document.title))
    }
    if !document.subtitle.isEmpty { add(WordParagraph(.surveyDetail, document.subtitle)) }
  }

  /// One office on the line of `Kính gửi:`, several below one another under the colon.
  private mutating func addAddressees(_ addressees: [String]) {
    let addressees = addressees.filter { !$0.isEmpty }
    guard let first = addressees.first else { return }
    guard addressees.count > 1 else {
      add(
        WordParagraph(
          .addressee, "\(wording.to) \(first)", properties: .init(alignment: .center)))
      return
    }
    let left = Measure.twips(millimetres: 30)
    let colon = left + Int(textWidth(String(wording.to.dropLast()), points: 14))
    add(WordParagraph(.addressee, wording.to, properties: .init(indent: .init(left: left))))
    for (index, addressee) in addressees.enumerated() {
      let isLast = index + 1 == addressees.count
      add(
        WordParagraph(
          .addressee, "- " + ended(addressee, with: isLast ? "." : ";"),
          properties: .init(indent: .init(left: colon + 160, first: -160))))
    }
  }

  /// A solid line in the middle below a text.
  ///
  /// - Parameters:
  ///   - text: In bold letters.
  ///   - points: The size of the letters.
  ///   - isCapital: True where they are shown as capitals.
  ///   - share: How long the line is beside the text.
  ///   - room: Twips; a longer text goes over several lines.
  /// - Returns: A paragraph that holds nothing but the line.
  private func rule(
    below text: String, points: Double, isCapital: Bool = false, share: Double,
    within room: Int
  ) -> WordParagraph {
    let shown = isCapital ? text.uppercased() : text
    let width = min(textWidth(shown, points: points, isBold: true), Double(room))
    let side = max(0, (room - Int(width * share)) / 2)
    return WordParagraph(
      .rule, "", properties: .init(indent: .init(left: side, right: side)))
  }

  /// A line of a list of offices with the sign at its end, unless it has one.
  func ended(_ text: String, with sign: String) -> String {
    guard let last = text.last, !";.,".contains(last) else { return text }
    return text + sign
  }
}
