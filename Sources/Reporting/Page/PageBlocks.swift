internal import Documents
internal import Pictures

/// The sections of a document as HTML, one block after the other.
struct PageBlocks {
  /// Pictures on a screen or sheet of paper, and on a phone, in CSS pixels.
  static let width = 720.0
  static let narrowWidth = 340.0

  let words: Wording
  var html = HTMLWriter()
  var identifiers = PageIdentifiers()
  var traces = TraceBudget()

  init(words: Wording) {
    self.words = words
    _ = identifiers.unique("main")
    _ = identifiers.unique("top")
  }

  mutating func write(_ section: DocumentSection, id: String) {
    html.markup("<section>\n<h2 id=\"\(id)\">")
    html.text(section.title)
    html.markup("</h2>\n")
    write(section.blocks)
    html.markup("</section>\n")
  }

  /// Pictures that follow each other stand side by side where there is room.
  mutating func write(_ blocks: [Block]) {
    var isAmongPictures = false
    for block in blocks {
      let isPicture = if case .picture = block { true } else { false }
      if isPicture != isAmongPictures {
        html.markup(isPicture ? "<div class=\"pictures\">\n" : "</div>\n")
        isAmongPictures = isPicture
      }
      write(block)
    }
    if isAmongPictures { html.markup("</div>\n") }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let title, let id):
      html.markup("<h3 id=\"\(identifiers.unique(id))\">")
      html.text(title)
      html.markup("</h3>\n")
    case .paragraph(let paragraph): write(paragraph)
    case .list(let items):
      guard !items.isEmpty else { return }
      html.markup("<ul>\n")
      for item in items { write(item, as: "li") }
      html.markup("</ul>\n")
    case .facts(let facts): write(facts)
    case .table(let table): write(table)
    case .picture(let picture): write(picture)
    case .more(let summary, let blocks):
      html.markup("<details>\n<summary>")
      html.text(summary)
      html.markup("</summary>\n")
      write(blocks)
      html.markup("</details>\n")
    }
  }

  private mutating func write(_ facts: [Fact]) {
    guard !facts.isEmpty else { return }
    html.markup("<dl>\n")
    for fact in facts {
      html.element("dt", text: fact.term)
      html.markup("\n")
      // A term without a description is not valid; an empty one says that there is none.
      for text in fact.texts.isEmpty ? [Paragraph("")] : fact.texts { write(text, as: "dd") }
    }
    html.markup("</dl>\n")
  }

  private mutating func write(_ paragraph: Paragraph, as element: String = "p") {
    switch paragraph.role {
    case .body: html.markup("<\(element)>")
    case .lead: html.markup("<\(element) class=\"lead\">")
    case .note: html.markup("<\(element) class=\"note\">")
    }
    for run in paragraph.runs {
      switch run.style {
      case .plain: html.text(run.text)
      case .strong: html.element("strong", text: run.text)
      case .emphasis: html.element("em", text: run.text)
      }
    }
    html.markup("</\(element)>\n")
  }

  /// The drawing twice, for a wide and a narrow surface, of which the style shows one.
  ///
  /// So letters stay readable on a phone. A picture of many rows is drawn once and scrolls.
  private mutating func write(_ picture: DocumentPicture) {
    let chart = picture.chart
    let id = identifiers.unique(chart.id)
    let isLong = chart.rowCount > 60
    html.markup("<figure>\n<figcaption>")
    html.text(chart.title)
    html.markup("</figcaption>\n<div class=\"\(isLong ? "drawing" : "drawing wide")\">\n")
    draw(chart, width: Self.width, id: id)
    html.markup("</div>\n")
    if !isLong {
      html.markup("<div class=\"drawing narrow\">\n")
      draw(chart, width: Self.narrowWidth, id: identifiers.unique(id + "-narrow"))
      html.markup("</div>\n")
    }
    html.markup("<details class=\"figures\">\n<summary>")
    html.text(words("page.figures", ["title": chart.title]))
    html.markup("</summary>\n")
    write(picture.table)
    html.markup("</details>\n</figure>\n")
  }

  private mutating func draw(_ chart: Chart, width: Double, id: String) {
    html.markup(
      svg(
        drawing(of: chart, width: width), id: id, title: printable(chart.title),
        description: printable(chart.description)))
  }
}

extension Chart {
  /// How many rows or marks the picture has, which is what makes it long.
  fileprivate var rowCount: Int {
    switch content {
    case .attainment(let marks): marks.count
    case .intervals(let plot): plot.rows.count
    case .trend(let plot): plot.lines.reduce(0) { $0 + $1.points.count }
    case .answers(let bars): bars.rows.count
    case .histograms(let histograms): histograms.reduce(0) { $0 + $1.counts.count }
    case .bars(let bars): bars.count
    }
  }
}
