import Documents

/// The foot of the document: recipients and signature side by side, then how the file was made.
extension BodyComposer {
  mutating func addFoot() {
    let half = Page.width(isWide: false) / 2
    add(WordParagraph(.tableEnd, ""))
    add(
      WordTable(
        look: .columns, widths: [half, Page.width(isWide: false) - half],
        rows: [
          WordRow(cells: [
            WordCell(paragraphs: recipients), WordCell(paragraphs: signature),
          ])
        ]))
    add(WordParagraph(.tableEnd, ""))
    for line in document.imprint where !line.isEmpty { add(WordParagraph(.imprint, line)) }
  }

  private var recipients: [WordParagraph] {
    var lines = document.letterhead.recipients.filter { !$0.isEmpty }
    if lines.isEmpty { lines = [Wording.dots, Wording.dots, wording.file] }
    var paragraphs = [WordParagraph(.recipientsHead, wording.recipients)]
    for (index, line) in lines.enumerated() {
      let sign = index + 1 == lines.count ? "." : ";"
      paragraphs.append(WordParagraph(.recipient, "- " + ended(line, with: sign)))
    }
    return paragraphs
  }

  private var signature: [WordParagraph] {
    let letterhead = document.letterhead
    var paragraphs: [WordParagraph] = []
    if !letterhead.authority.isEmpty {
      paragraphs.append(WordParagraph(.office, letterhead.authority))
    }
    let position = letterhead.position.isEmpty ? Wording.dots : letterhead.position
    paragraphs.append(WordParagraph(.office, position))
    let signer = letterhead.signer.isEmpty ? Wording.dots : letterhead.signer
    paragraphs.append(WordParagraph(.signer, signer))
    return paragraphs
  }
}
