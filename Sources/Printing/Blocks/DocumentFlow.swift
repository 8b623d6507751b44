import Documents
import Pictures

/// Puts a whole document on pages.
struct DocumentFlow {
  let maker: PieceMaker
  let composer: PageComposer
  let drawing: (Chart) -> Drawing
  private var tables = 0

  init(_ maker: PieceMaker, _ composer: PageComposer, drawing: @escaping (Chart) -> Drawing) {
    self.maker = maker
    self.composer = composer
    self.drawing = drawing
  }

  mutating func place(_ document: Document) throws(PrintingError) {
    for banner in document.banners where !banner.isEmpty {
      try composer.place(maker.banner(banner))
    }
    try composer.place(maker.letterhead(document.letterhead))
    try composer.place(maker.title(of: document))
    composer.leave(12)
    for section in document.sections {
      if !section.title.isEmpty { try composer.place(maker.heading(section.title, level: 1)) }
      try place(section.blocks)
    }
    composer.tie()
    try composer.place(maker.closing(document.letterhead))
    if !document.imprint.isEmpty { composer.tie() }
    try composer.place(maker.imprint(document.imprint))
    try composer.finish()
  }

  private mutating func place(_ blocks: [Block]) throws(PrintingError) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let text, id: _): try composer.place(maker.heading(text, level: 2))
      case .paragraph(let paragraph):
        var shape = paragraph.shape
        shape.keepsWithNext = blocks.introduces(index)
        try composer.place(maker.paragraph(paragraph.styledText, shape))
      case .list(let points): try composer.place(maker.list(points))
      case .facts(let facts): try composer.place(maker.facts(facts))
      case .table(let table): try place(table, isSmall: false)
      case .picture(let picture):
        try composer.place(maker.picture(drawing(picture.chart), title: picture.chart.title))
        try place(picture.table, isSmall: true)
      case .more(let summary, let blocks):
        if !summary.isEmpty { try composer.place(maker.heading(summary, level: 3)) }
        try place(blocks)
      }
    }
  }

  private mutating func place(_ table: DocumentTable, isSmall: Bool) throws(PrintingError) {
    tables += 1
    try maker.place(table, number: tables, isSmall: isSmall, on: composer)
  }
}
