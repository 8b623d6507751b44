import CPango
package import Documents
package import Pictures
import SurveyModel

/// A document as printed pages, its charts drawn as wide as the text.
///
/// - Parameter document: As in ``pdf(of:drawing:)``.
/// - Returns: The file.
/// - Throws: What ``pdf(of:drawing:)`` throws.
package func pdf(of document: Document) throws(PrintingError) -> [UInt8] {
  // A CSS pixel is three quarters of a point.
  let width = (PageFormat.portrait.bodyWidth / 0.75).rounded(.down)
  return try pdf(of: document) { drawing(of: $0, width: width) }
}

/// A document as pages of A4 in the layout of a filed administrative document
/// (Nghị định 30/2020/NĐ-CP, appendix I): PDF 1.4 with bookmarks and tagged structure.
///
/// Equal documents give equal bytes on a machine: the file holds no time. Texts may hold anything.
///
/// - Parameters:
///   - document: Rows shorter than their table's columns end with empty cells; more cells are left out.
///   - drawing: How a chart is drawn; one that is too large is made smaller.
/// - Returns: The file.
/// - Throws: ``PrintingError/noVietnameseFont(missing:)`` where letters would be boxes,
///   ``PrintingError/tooManyPages(limit:)``, ``PrintingError/library(_:)``.
package func pdf(
  of document: Document, drawing: @escaping (Chart) -> Drawing
) throws(PrintingError) -> [UInt8] {
  let typesetter = Typesetter()
  try typesetter.checkLetters(family: .serif)
  let format = PageFormat.portrait
  let surface = Surface.pages(width: format.width, height: format.height)
  describe(document, on: surface)
  let painter = PagePainter(surface, typesetter)
  let maker = PieceMaker(typesetter, words: PrintedWords(language: document.language))
  var flow = DocumentFlow(maker, PageComposer(painter), drawing: drawing)
  try flow.place(document)
  painter.finish()
  let file = try surface.finishedPages()
  return with(language: document.language == .vi ? "vi-VN" : "en", in: file)
}

private func describe(_ document: Document, on surface: Surface) {
  cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
  let creator = "sipas"
  for (key, text) in [
    (CAIRO_PDF_METADATA_TITLE, document.title),
    (CAIRO_PDF_METADATA_AUTHOR, document.letterhead.issuer),
    (CAIRO_PDF_METADATA_SUBJECT, document.letterhead.abstract),
    (CAIRO_PDF_METADATA_CREATOR, creator),
    // What is not a time leaves the time out.
    (CAIRO_PDF_METADATA_CREATE_DATE, ""),
  ] where !text.isEmpty || key == CAIRO_PDF_METADATA_CREATE_DATE {
    cairo_pdf_surface_set_metadata(surface.surface, key, String(printable(text).prefix(500)))
  }
}
