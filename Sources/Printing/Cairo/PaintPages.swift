import CPango

/// Draws pages as they come; marks what each piece is, so that the document can be read aloud.
final class PagePainter: PageReceiver {
  private let surface: Surface
  private let typesetter: Typesetter
  private var canvas: OpaquePointer { surface.canvas }
  /// The bookmark of the last heading of each level.
  private var bookmarks: [Int: Int32] = [:]
  private var destinations = 0
  private var isInList = false

  init(_ surface: Surface, _ typesetter: Typesetter) {
    self.surface = surface
    self.typesetter = typesetter
  }

  func receive(_ page: PrintedPage) throws(PrintingError) {
    let format = page.format
    cairo_pdf_surface_set_size(surface.surface, format.width, format.height)
    if page.number == 1 { cairo_tag_begin(canvas, "Document", nil) }
    paintNumber(of: page)
    var open: Piece.Structure?
    for (piece, y) in page.placed {
      if piece.structure != open {
        end(open)
        begin(piece.structure)
        open = piece.structure
      }
      if let bookmark = piece.bookmark { add(bookmark, page: page, y: y) }
      let isRow = if case .tableRow = piece.structure { true } else { false }
      if isRow { cairo_tag_begin(canvas, "TR", nil) }
      for part in piece.parts {
        let tag = part.tag?.rawValue
        if let tag { cairo_tag_begin(canvas, tag, nil) }
        for mark in part.marks { paint(mark, x: format.left, y: format.top + y) }
        if let tag { cairo_tag_end(canvas, tag) }
      }
      if isRow { cairo_tag_end(canvas, "TR") }
    }
    end(open)
    setList(open: false)
    cairo_show_page(canvas)
    try surface.check()
  }

  /// Closes what stands around all pages.
  func finish() { cairo_tag_end(canvas, "Document") }

  /// Centred in the upper margin from the second page on, as the decree has it.
  private func paintNumber(of page: PrintedPage) {
    guard page.number > 1 else { return }
    let block = typesetter.block(StyledText(String(page.number)), TextStyle(TypeSizes.body))
    guard let line = block.lines.first else { return }
    let format = page.format
    cairo_set_source_rgb(canvas, 0, 0, 0)
    block.show(
      line: 0, on: canvas, x: format.left + (format.bodyWidth - line.width) / 2,
      baseline: format.top * 0.6 + line.ascent / 2)
  }

  private func add(_ bookmark: Piece.Bookmark, page: PrintedPage, y: Double) {
    let parent =
      bookmark.level > 1
      ? bookmarks[bookmark.level - 1] ?? CAIRO_PDF_OUTLINE_ROOT : CAIRO_PDF_OUTLINE_ROOT
    destinations += 1
    let name = "place\(destinations)"
    cairo_tag_begin(
      canvas, CAIRO_TAG_DEST,
      "name='\(name)' x=\(Int(page.format.left)) y=\(Int(page.format.top + y))")
    cairo_tag_end(canvas, CAIRO_TAG_DEST)
    bookmarks[bookmark.level] = cairo_pdf_surface_add_outline(
      surface.surface, parent, bookmark.text, "dest='\(name)'", CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// Items of a list that follow each other stand in one list.
  private func setList(open isList: Bool) {
    guard isList != isInList else { return }
    if isList { cairo_tag_begin(canvas, "L", nil) } else { cairo_tag_end(canvas, "L") }
    isInList = isList
  }

  private func begin(_ structure: Piece.Structure) {
    let isItem = if case .element(.listItem, number: _) = structure { true } else { false }
    setList(open: isItem)
    switch structure {
    case .element(let tag, number: _): cairo_tag_begin(canvas, tag.rawValue, nil)
    case .tableRow: cairo_tag_begin(canvas, "Table", nil)
    case .artifact: break
    }
  }

  private func end(_ structure: Piece.Structure?) {
    switch structure {
    case .element(let tag, number: _): cairo_tag_end(canvas, tag.rawValue)
    case .tableRow: cairo_tag_end(canvas, "Table")
    case .artifact, nil: break
    }
  }

  private func paint(_ mark: Mark, x: Double, y: Double) {
    cairo_set_source_rgb(canvas, 0, 0, 0)
    switch mark {
    case .text(let block, let line, let atX, let baseline):
      block.show(line: line, on: canvas, x: x + atX, baseline: y + baseline)
    case .rule(let fromX, let fromY, let toX, let toY, let width):
      cairo_set_line_width(canvas, width)
      cairo_move_to(canvas, x + fromX, y + fromY)
      cairo_line_to(canvas, x + toX, y + toY)
      cairo_stroke(canvas)
    case .surface(let atX, let atY, let width, let height, let grey):
      cairo_set_source_rgb(canvas, grey, grey, grey)
      cairo_rectangle(canvas, x + atX, y + atY, width, height)
      cairo_fill(canvas)
    case .drawing(let drawing, let atX, let atY, let scale):
      cairo_save(canvas)
      cairo_translate(canvas, x + atX, y + atY)
      cairo_scale(canvas, scale, scale)
      DrawingPainter(canvas: canvas, typesetter: typesetter).paint(drawing)
      cairo_restore(canvas)
    }
  }
}
