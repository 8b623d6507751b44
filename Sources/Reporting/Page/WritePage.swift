package import Documents
internal import Templates

/// Why the page could not be made: its template cannot be read.
package struct HTMLPageError: Error, Sendable, Hashable {
  package let reason: String
}

/// A document as one self-contained page for the leadership: no network, no script, for a screen, a
/// phone and A4.
///
/// The markup is valid HTML5 and well-formed XML after its first line. Every text is escaped; the
/// page is the same for the same document and template.
///
/// - Parameters:
///   - document: What the report says.
///   - template: Its page, style and words.
/// - Returns: UTF-8 bytes.
/// - Throws: ``HTMLPageError`` when the page of the template is no template.
package func htmlPage(
  of document: Document, template: ReportTemplate
) throws(HTMLPageError) -> [UInt8] {
  let page: Template
  do throws(TemplateError) {
    page = try Template(template.page)
  } catch {
    throw HTMLPageError(reason: error.reason)
  }
  return Array(page.render(PageFrame(document, template: template)).utf8)
}
