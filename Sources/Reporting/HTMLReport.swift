internal import Mustache
package import SurveyModel

/// Why the page could not be made: the template in the program is damaged.
package struct HTMLReportError: Error, Sendable, Hashable {
  package let reason: String
}

/// One self-contained page for the leadership: no network, no script, prints on A4.
///
/// Every text from a file is escaped by the template (`{{…}}` only); the drawing coordinates are
/// numbers made here.
///
/// - Returns: UTF-8 bytes, the same for the same result and language.
package func htmlReport(
  _ result: RunResult, language: Language
) throws(HTMLReportError) -> [UInt8] {
  func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
  }
  let library: MustacheLibrary
  do {
    library = MustacheLibrary(templates: [
      "report": try template(PackageResources.report_mustache),
      "decisions": try template(PackageResources.decisions_mustache),
    ])
  } catch {
    throw HTMLReportError(reason: "\(error)")
  }
  guard let page = library.render(HTMLPage(result, language: language), withTemplate: "report")
  else { throw HTMLReportError(reason: "report.mustache") }
  return Array(page.utf8)
}
