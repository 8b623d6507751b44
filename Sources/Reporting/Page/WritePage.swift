internal import Documents
internal import Templates

/// Why the page could not be made: its template cannot be read.
package struct HTMLPageError: Error, Sendable, Hashable {
  package let reason: String
}

/// The page with pictures drawn by `draw`.
func htmlPage(
  of document: Document, template: ReportTemplate, draw: @escaping PageDrawing
) throws(HTMLPageError) -> [UInt8] {
  let page: Template
  do throws(TemplateError) {
    page = try Template(template.page)
  } catch {
    throw HTMLPageError(reason: error.reason)
  }
  return Array(page.render(PageFrame(document, template: template, draw: draw)).utf8)
}
