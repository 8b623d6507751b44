import XML

/// What stands in the text, in order.
enum BodyItem: Sendable, Hashable {
  case paragraph(WordParagraph)
  case table(WordTable)

  func write(to xml: XMLWriter) {
    switch self {
    case .paragraph(let paragraph): paragraph.write(to: xml)
    case .table(let table): table.write(to: xml)
    }
  }
}

/// An item with the kind of page it stands on.
struct PlacedItem: Sendable, Hashable {
  var item: BodyItem
  var isWide: Bool
}

/// The text with its sections.
struct WordBody: Sendable, Hashable {
  var items: [BodyItem]
  /// Of the last section; the others hang on their last paragraphs.
  var lastSection: SectionSetup

  /// Writes the part `word/document.xml`.
  func write(to xml: XMLWriter) {
    xml.element(
      "w:document",
      [
        ("xmlns:w", Namespace.main), ("xmlns:r", Namespace.relationships),
        ("xmlns:wp", Namespace.placement), ("xmlns:a", Namespace.drawing),
        ("xmlns:pic", Namespace.picture),
      ]
    ) {
      xml.element("w:body") {
        for item in items { item.write(to: xml) }
        lastSection.write(to: xml)
      }
    }
  }
}

/// Parts the items into sections of upright and wide pages.
///
/// What stands between two wide stretches without a table or picture of its own is too little for a
/// page of its own and goes on the wide pages; headings right before a wide table, and
/// paragraphs that are kept with it, go with it.
func inSections(_ placed: [PlacedItem]) -> WordBody {
  var placed = placed
  bringHeadings(&placed)
  joinWideStretches(&placed)
  var items: [BodyItem] = []
  var isFirst = true
  for (index, current) in placed.enumerated() {
    let endsSection = index + 1 < placed.count && placed[index + 1].isWide != current.isWide
    guard endsSection else {
      items.append(current.item)
      continue
    }
    let section = SectionSetup(isWide: current.isWide, isFirst: isFirst)
    isFirst = false
    if case .paragraph(var paragraph) = current.item {
      paragraph.section = section
      items.append(.paragraph(paragraph))
    } else {
      var end = WordParagraph(.tableEnd, "")
      end.section = section
      items += [current.item, .paragraph(end)]
    }
  }
  let isWide = placed.last?.isWide ?? false
  return WordBody(
    items: items, lastSection: SectionSetup(isWide: isWide, isFirst: isFirst))
}

private func bringHeadings(_ placed: inout [PlacedItem]) {
  guard placed.count > 1 else { return }
  for index in (0..<placed.count - 1).reversed()
  where placed[index + 1].isWide && !placed[index].isWide {
    guard case .paragraph(let paragraph) = placed[index].item else { continue }
    switch paragraph.style {
    case .section, .subsection, .detail, .subdetail, .caption: placed[index].isWide = true
    default: placed[index].isWide = paragraph.properties.keepsWithNext == true
    }
  }
}

private func joinWideStretches(_ placed: inout [PlacedItem]) {
  /// More than this fills a good part of a page.
  let mostCharacters = 1500
  var lastWide: Int?
  var characters = 0
  for index in placed.indices {
    if placed[index].isWide {
      if let lastWide, characters <= mostCharacters {
        for between in lastWide..<index { placed[between].isWide = true }
      }
      lastWide = index
      characters = 0
      continue
    }
    guard case .paragraph(let paragraph) = placed[index].item else {
      lastWide = nil
      continue
    }
    for run in paragraph.runs {
      switch run.content {
      case .text(let text): characters += text.utf8.count
      case .field: continue
      case .picture: lastWide = nil
      }
    }
  }
}
